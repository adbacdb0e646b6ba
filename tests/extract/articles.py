"""Article files: a text, then tables of exactly what it states; only the kinds of facts that have a table are judged.

A row that starts with * is stated but not found today; one that starts with ! is found today but not stated.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.articles.article import Article
from kg.extract.extract import readings
from kg.extract.lexicon.courtesy import bare
from kg.facts import Mention, Reading, Span

FOLDER = Path(__file__).parent.parent / "articles"
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What one kind of table says: rows that are found, rows that are missed (*), rows that are wrong (!)."""

    kind: str
    found: frozenset[Row]
    missed: frozenset[Row]
    wrong: frozenset[Row]


def article(path: Path) -> Article:
    """Return the text of an article file with the day that its first line may give, `<!-- published 2017-03-23 -->`."""
    text = re.split(r"\n(?=\| )", path.read_text("utf-8"), maxsplit=1)[0].rstrip() + "\n"
    day = re.match(r"<!-- published (\S+) -->\n", text)
    return Article("article", text[day.end() :], published=day[1]) if day else Article("article", text)


def tables(path: Path) -> Iterator[Table]:
    """Yield the tables of an article file."""
    for block in path.read_text("utf-8").split("\n\n"):
        if block.startswith("| "):
            columns, _, *lines = block.strip().splitlines()
            lines = list(map(_cells, lines))
            marked = {mark: [row for row in lines if row[0][:1] == mark] for mark in "*!"}
            rows = {mark: frozenset(_plain(row) for row in found) for mark, found in marked.items()}
            yield Table(
                of_kind(columns)[0], frozenset(map(_plain, lines)) - rows["*"] - rows["!"], rows["*"], rows["!"]
            )


def of_kind(header: str) -> tuple[str, Callable[[Reading], Iterator[Row]]]:
    """Return the kind of the table that has this header, and what lists a reading's rows of it."""
    return next((kind, rows) for kind, (columns, rows) in KINDS.items() if columns == header)


def _cells(line: str) -> Row:
    return tuple(cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|"))


def _plain(row: Row) -> Row:
    """Return a row without its mark."""
    return (re.sub(r"^[*!] ", "", row[0]), *row[1:])


def read(article: Article) -> Reading:
    """Return what kg reads in an article."""
    (reading,) = readings([article])
    return reading


def stated(text: str) -> set[Row]:
    """Return the facts of a text as rows: entities by their labels, a fact of several mentions once."""
    return set(_facts(read(Article("article", text))))


def words(text: str, span: Span) -> str:
    """Return the words of a span; from their second occurrence in the text on with its number, "he#2"."""
    found = text[span.start : span.end]
    nth = sum(m.start() <= span.start for m in re.finditer(rf"(?<!\w){re.escape(found)}(?!\w)", text))
    return " ".join(found.split()) + (f"#{nth}" if nth > 1 else "")


def content(reading: Reading, fragments: tuple[Span, ...]) -> str:
    """Return what is said without its marks; of a fragment of more than eight words the first and last three."""
    texts = (reading.article.text[f.start : f.end].strip("\"'“”‘’«»„`.,;:!? \n").split() for f in fragments)
    return " / ".join(" ".join(text if len(text) < 9 else [*text[:3], "…", *text[-3:]]) for text in texts)


def label(reading: Reading, mention: Mention) -> str:
    """Return the name of a thing, or the words of a value or a role, with the day that they mean."""
    if mention.form == "nominal":
        return " ".join(mention.text.split())
    if mention.form == "value":
        return mention.text + (f" ({mention.value})" if mention.value not in {None, mention.text} else "")
    return next(entity.label for entity in reading.entities if entity.key == mention.entity)


def _how(*words: str) -> str:
    """Return what is to be said of a fact that is not simply asserted and current."""
    return " ".join(word for word in words if word not in {"asserted", "current"})


def _facts(reading: Reading) -> Iterator[Row]:
    for fact in reading.facts:
        ends = label(reading, fact.subject), fact.relation, label(reading, fact.object)
        yield *ends, _how(fact.evidence.modality, fact.status)


def _quotes(reading: Reading) -> Iterator[Row]:
    text = reading.article.text
    for quote in reading.quotes:
        who = " & ".join(label(reading, mention) for mention in quote.speakers)
        cue = text[quote.cue.start : quote.cue.end] if quote.cue else ""
        yield content(reading, quote.fragments), quote.kind, cue, who, _how(quote.evidence.modality)


def _circumstances(reading: Reading) -> Iterator[Row]:
    for quote in reading.quotes:
        for role, mention in (("addressee", quote.addressee), ("place", quote.place)):
            if mention:
                yield content(reading, quote.fragments), role, label(reading, mention)


def _events(reading: Reading) -> Iterator[Row]:
    for event in _incidents(reading):
        yield words(reading.article.text, event.trigger), event.type, _how(event.evidence.modality)


def _arguments(reading: Reading) -> Iterator[Row]:
    for event in _incidents(reading):
        for argument in event.arguments:
            said = " ".join(argument.mention.text.split())
            yield words(reading.article.text, event.trigger), argument.role, said, argument.value or ""


def _happenings(reading: Reading) -> Iterator[Row]:
    first: dict[str, str] = {}
    for event in sorted(_incidents(reading), key=lambda event: event.trigger):
        trigger = words(reading.article.text, event.trigger)
        if first.setdefault(event.key, trigger) != trigger:
            yield trigger, first[event.key]


def _incidents(reading: Reading) -> list:
    return [event for event in reading.events if event.type not in {"Gathering", "Statement"}]


def _names(reading: Reading) -> Iterator[Row]:
    named = {mention.entity for mention in reading.mentions if mention.form == "name"}
    yield from ((entity.label, entity.kind) for entity in reading.entities if entity.key in named)


def _mentions(reading: Reading) -> Iterator[Row]:
    """Yield all other words for what the article names."""
    labels = {entity.key: entity.label for entity in reading.entities}
    named = {mention.entity for mention in reading.mentions if mention.form == "name"}
    for mention in reading.mentions:
        name = bare(mention.text)
        if mention.form != "value" and mention.entity in named and name != labels[mention.entity]:
            start = reading.article.text.index(name, mention.span.start)
            yield words(reading.article.text, Span(start, start + len(name))), labels[mention.entity]


#: The kinds of facts: the header of the table, and what a reading states of them.
KINDS: dict[str, tuple[str, Callable[[Reading], Iterator[Row]]]] = {
    "relations": ("| subject | relation | object | how |", _facts),
    "quotes": ("| quote | kind | cue | who | how |", _quotes),
    "addressees and places": ("| statement | role | whom |", _circumstances),
    "events": ("| event | type | how |", _events),
    "arguments": ("| event | role | words | value |", _arguments),
    "one happening": ("| event | same as |", _happenings),
    "names": ("| name | type |", _names),
    "coreference": ("| mention | of |", _mentions),
}


def settle(path: Path) -> None:
    """Mark in an article file what is missed and wrong today; what it states stays."""
    reading, blocks = read(article(path)), path.read_text("utf-8").rstrip().split("\n\n")
    settled = [_settled(block, reading) if block.startswith("| ") else block for block in blocks]
    path.write_text("\n\n".join(settled) + "\n", "utf-8")


def _settled(block: str, reading: Reading) -> str:
    columns, rule, *lines = block.splitlines()
    have = set(of_kind(columns)[1](reading))
    stated = [_plain(_cells(line)) for line in lines if not line.startswith("| ! ")]
    marked = [row if row in have else (f"* {row[0]}", *row[1:]) for row in stated]
    marked += [(f"! {row[0]}", *row[1:]) for row in sorted(have - set(stated))]
    return "\n".join([columns, rule, *(f"| {' | '.join(row)} |" for row in marked)])


if __name__ == "__main__":  # after a change of the rules: python -m tests.extract.articles, then read the diff
    for path in sorted(FOLDER.glob("*.md")):
        settle(path)
