"""What NER takes for a name, without what does not belong to it and with what does."""

import re
from collections.abc import Iterator

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import PEOPLE, PERSONS, SEVERAL
from kg.extract.lexicon.courtesy import STRIPPED, title_of
from kg.extract.names.name import Name, named
from kg.language.parsed import Doc, Token

#: What NER puts around a name although it is not the name's.
EDGE = gazetteer.words("edges of names") | {"\u2019", "\u2019s"}
#: Nouns that stand before the names of businesses and begin none.
BEFORE = gazetteer.words("nouns before businesses")
#: Capitalised words that NER takes for names of things; they name no one thing.
NO_NAMES = gazetteer.words("no names")
#: What persons have after their names: "Ann Lee KC".
HONOURS = gazetteer.words("honours after names")
#: Words of names that stand in small letters: "de", "bin".
PARTICLES = gazetteer.words("particles of names")
STATE = gazetteer.words("words of state bodies")
#: Halves of titles that are names by themselves.
FIRST, SECOND = frozenset({"tan", "lance"}), frozenset({"seri", "sri", "panglima", "cpl", "cpl.", "corporal"})
#: "Sen. Ann Lee (D-Vt.)": a party and a state.
SEAT = re.compile(r"[DRI]-[A-Z][a-zA-Z.]+")
#: What is of a part of a continent names none: "the West African nation".
OF_CONTINENTS = re.compile(
    r"(?:West|East|North|South|Central|Southeast|Latin)(?:ern)? (?:African|Asian|American|European)"
)
STATIONS = frozenset({"TV", "Radio"})
ENVOYS = frozenset({"ambassador", "envoy", "representative", "consul"})
SAINTS = frozenset({"St", "St.", "Saint"})
#: What a town's club is called before the town.
CLUBS = gazetteer.words("first words of clubs")
#: Positions in which somebody plays, told before his name.
PLAYERS = gazetteer.words("nouns of players")
POSSESSIVES = frozenset({"'", "'s", "\u2019", "\u2019s"})


def cleaned(doc: Doc, start: int, end: int, label: str) -> Iterator[Name]:
    """Yield the name inside an entity: one line's words, without articles, titles, possessives and marks."""
    if cut := next(_cuts(doc, start, end), None):
        i, holder = cut
        first, second = ("GPE", "PERSON") if holder else (label, label)
        yield from cleaned(doc, start, i, first)
        yield from cleaned(doc, i if holder else i + 1, end, second)
        return
    start, end, label, title = _bare(doc, *_trimmed(doc, start, end), label)
    start, end, label = _whole(doc, start, end, label)
    if start < end and any(char.isalnum() for char in doc[start].text) and not _is_nameless(doc, start, end):
        yield named(doc, start, end, label, title)


def _cuts(doc: Doc, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Yield where an entity is cut, and whether a place's holder begins there, or a line or an aside ends the name."""
    opened = "(" in (marks := {token.text for token in doc[start:end]}) and ")" not in marks
    for i in range(start, end):
        holder = _begins_holder(doc, start, i, end)
        if holder or "\n" in doc[i].text or (opened and doc[i].text == "("):
            yield i, holder


def _bare(doc: Doc, start: int, end: int, label: str) -> tuple[int, int, str, str | None]:
    """Return a name without what its bearer does before it, and a person's title: "Substitute Ann Lee"."""
    if label == "ORG" and end - start > 2 and is_job(doc, start, end) and gazetteer.gender(doc[start + 1].text):  # noqa: PLR2004
        label = "PERSON"
    if label == "PERSON":
        start, end, title = _person(doc, start, end)
        return start, end, label, title
    before = label == "ORG" and end - start > 1 and doc[start].is_sent_start and doc[start].lower_ in BEFORE
    return start + 1 if before else start, end, label, None  # "Carmaker Acme cut jobs"


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return where a name begins and ends without the marks and small words around it."""
    while start < end and _is_edge(doc[start]):
        start += 1
    while start < end and _is_edge(doc[end - 1]) and not (doc[end - 1].text == ")" and "(" in doc[start:end].text):
        end -= 1
    if end - start > 1 and doc[start].like_num and gazetteer.known(doc[start + 1 : end].text):
        start += 1  # "Two United States soldiers"
    return start, end


def _is_edge(token: Token) -> bool:
    return token.lower_ in EDGE or token.is_space or (token.is_punct and token.text[-1] != ".")


def _begins_holder(doc: Doc, start: int, i: int, end: int) -> bool:
    """Tell whether a person's name follows a place's: "Mayor of Lyon Claire Fontaine", "ambassador to Kenya Per Lo"."""
    before = doc[max(0, start - 2) : start]
    of = before[-1:].text == "of" and title_of(before[0].text) is not None
    sent = before[-1:].text == "to" and before[0].lower_ in ENVOYS
    place = gazetteer.known(doc[start:i].text) if (of or sent) and start < i < end - 1 else None
    return place is not None and place.kind == "Place" and (sent or gazetteer.gender(doc[i].text) is not None)


def _person(doc: Doc, start: int, end: int) -> tuple[int, int, str | None]:
    """Return a person's name without what is said before it and without honours after it, and the last title."""
    title = None
    while end - start > 1 and (is_title(doc, start) or _is_said(doc, start, end) or is_job(doc, start, end)):
        title = title_of(doc[start].text) or title
        start += 1
    while end - start > 1 and doc[end - 1].text in HONOURS:
        end -= 1
    return start, end, title


def is_title(doc: Doc, i: int) -> bool:
    """Tell whether a word is a title, or half of one: "Tan Sri", "Datuk Seri Panglima"."""
    if doc[i].lower_ in SECOND:
        return i > 0 and doc[i - 1].lower_ in STRIPPED | FIRST | SECOND
    after = doc[i + 1 : i + 2].text.lower()
    return doc[i].lower_.rstrip(".") in STRIPPED or (doc[i].lower_ in FIRST and after in SECOND)


def is_job(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a name begins with what its bearer does, as a sentence does: "Driver Ann Lee said"."""
    word, first = doc[start], doc[start + 1].text
    does = word.lower_ in PLAYERS or (word.lower_ in PERSONS and end - start > 2)  # noqa: PLR2004
    opens = bool(word.is_sent_start) and does and gazetteer.gender(word.text) is None
    return opens and (word.lower_ in PLAYERS or gazetteer.gender(first) is not None)


def _is_said(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a word before a name is none of it: "Sentencing Holcroft, the judge said", "sagte Zoë Hahn"."""
    word = doc[start]
    if word.text.islower():
        return word.text not in PARTICLES and word.is_alpha and doc[start + 1].text[:1].isupper()
    opens = bool(word.is_sent_start) and word.text.endswith("ing") and gazetteer.gender(word.text) is None
    return opens and doc[end : end + 1].text == ","


def _whole(doc: Doc, start: int, end: int, label: str) -> tuple[int, int, str]:
    """Return a name with what NER left out of it: "TV" before a station, the church after a saint."""
    if start == end:
        return start, end, label
    before = doc[start - 1 : start]
    if start and before.text in CLUBS and label == "GPE":
        return start - 1, end, "ORG"  # "Real Madrid"
    if start and before.text in STATIONS and before[0].head.i in range(start, end):
        return start - 1, end, "ORG"
    after = doc[end : end + 2]
    if doc[start].text in SAINTS and len(after) > 1 and after[0].text in POSSESSIVES and after[1].text.istitle():
        return start, end + 2, "FAC"
    return start, end, label


def _is_nameless(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words name no one thing: "Monday", the "KC" after a name, the "Interior" of a minister."""
    words = doc[start:end]
    alone = end - start == 1 and (words.text.lower() in NO_NAMES or (start > 0 and _is_honour(words[0])))
    office = doc[end : end + 1].text.lower() in {"minister", "secretary"} and STATE.issuperset(
        words.text.lower().split()
    )
    alone = alone or (end - start == 1 and is_common(words[0]))
    return alone or office or any(shape.fullmatch(words.text) for shape in (SEAT, OF_CONTINENTS))


def is_common(word: Token) -> bool:
    """Tell whether a capital is only that of a line's first word: "Gunman kills five", "Police said so"."""
    if not word.is_sent_start or word.lower_ not in PEOPLE | SEVERAL:
        return False
    return not any(token.text == word.text and not token.is_sent_start for token in word.doc)


def _is_honour(word: Token) -> bool:
    return word.text in HONOURS and word.nbor(-1).tag_ == "NNP"
