"""Other forms of a name, for where nothing bears it as it stands: each rule with an example."""

from collections.abc import Callable, Iterator

from cleanco import basename

from kg.extract.lexicon import gazetteer

#: Words that a form of a body's name has at least where its country was taken off: "Food and Drug Administration".
REST = 2
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})

Rule = Callable[[list[str]], str | None]


def forms(kind: str, name: str) -> Iterator[str]:
    """Yield other forms of a name, the nearest first, each once."""
    seen = {name}
    for rule in RULES.get(kind, ()):
        made = rule(name.split())
        if made and made not in seen:
            seen.add(made)
            yield made


def article(words: list[str]) -> str | None:
    """Take the article off or put it on: The Guardian, Guardian."""
    return " ".join(words[1:]) if words[0] in {"The", "the"} else " ".join(["The", *words])


def legal(words: list[str]) -> str | None:
    """Take the legal form off: Acme PLC, Acme."""
    name = " ".join(words)
    return basename(name) or None


def whole(words: list[str]) -> str | None:
    """Write a place out: La. Department of Education, Louisiana Department of Education."""
    place = gazetteer.known(words[0]) if len(words) > 1 else None
    return " ".join([place.name, *words[1:]]) if place and place.kind == "Place" else None


def headless(words: list[str]) -> str | None:
    """Take the country off: U.S. Food and Drug Administration, Food and Drug Administration."""
    place = _place(words[0])
    return " ".join(words[1:]) if place and len(words) > REST else None


def endless(words: list[str]) -> str | None:
    """Take the country off behind: United Mine Workers of America, United Mine Workers."""
    if len(words) > REST + 1 and words[-2] in {"of", "in"} and (words[-1] == "America" or _place(words[-1])):
        return " ".join(words[:-2])
    return None


def turned(words: list[str]) -> str | None:
    """Put the country behind: German Football Association, Football Association of Germany."""
    place = _place(words[0])
    return f"{' '.join(words[1:])} of {place}" if place and len(words) > REST else None


def anded(words: list[str]) -> str | None:
    """Write & out: Marks & Spencer, Marks and Spencer."""
    return " ".join("and" if word == "&" else word for word in words)


def plain(words: list[str]) -> str | None:
    """Take initials and Jr. off: Ann L. Poe, Ann Poe; Sam Poe Jr., Sam Poe."""
    kept = [word for word in words if not (len(word.rstrip(".")) == 1 or word.rstrip(".,") in _SUFFIXES)]
    return " ".join(kept) if len(kept) > 1 else None


def _place(word: str) -> str | None:
    found = gazetteer.demonym(word) or gazetteer.known(word)
    return found.name if found and found.kind == "Place" else None


RULES: dict[str, tuple[Rule, ...]] = {
    "Organization": (article, legal, anded, whole, headless, endless, turned),
    "Person": (plain,),
    "Place": (article,),
}
