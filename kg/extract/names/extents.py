"""How far a name reaches: what NER cuts off of it, and what it adds to it, by rules with an example each."""

from collections.abc import Iterator, Sequence

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.courtesy import title_of
from kg.extract.names.name import Name, named
from kg.extract.names.nothing import FIELDS, FORMS, MINISTERS, OFFICERS, RANKS, is_nothing
from kg.extract.names.pieces import Reach, Rule, ended, every, members
from kg.language.parsed import Doc, Token

PROPER = frozenset({"NNP", "NNPS"})
PARTICLES = gazetteer.words("particles of names") | {"e", "i", "en", "le", "sur", "upon", "on", "in", "of", "to"}
DEPARTMENTS = frozenset({"department", "ministry", "office", "committee", "bureau", "secretariat", "directorate"})
SEATS = frozenset({"court", "office", "department", "association", "bureau", "hospital", "college"})
BODIES = frozenset(
    {"university", "ministry", "department", "bank", "institute", "office", "college", "bureau", "court"}
)
OF = frozenset({"of", "for"})
POSSESSIVES = frozenset({"'", "'s", "’", "’s"})
#: Words of a name behind another, at most.
LONGEST = 8


def hyphens(doc: Doc, name: Name) -> Reach | None:
    """Mend "Lashkar-e-Taiba" and "Eva-Marie Lund", of which NER sees one side of a hyphen."""
    start, end = name.start, name.end
    if end + 1 < len(doc) and gazetteer.known(name.text) and gazetteer.known(doc[end + 1].text):
        return None  # "Kenya-China relations"
    while start > 1 and _is_hyphen(doc, start - 1) and _begins(doc, start - 2):
        start -= 2
    while end + 1 < len(doc) and _is_hyphen(doc, end) and _goes_on(doc, end + 1):
        end += 2
    return (start, end, name.label) if (start, end) != (name.start, name.end) else None


def _is_hyphen(doc: Doc, i: int) -> bool:
    return doc[i].text == "-" and not doc[i].whitespace_ and i > 0 and not doc[i - 1].whitespace_


def _begins(doc: Doc, i: int) -> bool:
    word = doc[i]
    particle = word.lower_ in PARTICLES and i > 1 and _is_hyphen(doc, i - 1) and doc[i - 2].text[:1].isupper()
    return particle or (word.text[:1].isupper() and word.tag_ in PROPER)


def _goes_on(doc: Doc, i: int) -> bool:
    word = doc[i]
    particle = word.lower_ in PARTICLES and i + 2 < len(doc) and _is_hyphen(doc, i + 1)
    return particle or (word.text[:1].isupper() and word.tag_ in PROPER)


def courts(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "Westminster Magistrates' Court", "U.S. Attorney's Office": a court or office with its officer."""
    end = name.end
    if end < len(doc) and doc[end].text.lower() in OFFICERS:
        end += 1
    after = doc[end : end + 2]
    last = doc[end - 1].lower_.removesuffix("'").removesuffix("’")
    if len(after) < 2 or last not in OFFICERS or not after[1].text[:1].isupper():  # noqa: PLR2004
        return None
    seat = after[0].text in POSSESSIVES and after[1].lower_ in SEATS
    return (name.start, end + 2, "ORG") if seat and end > name.start else None


def departments(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "Ministry of Science, Technology and Innovation", "Department for Transport and Skills"."""
    start, end = name.start, name.end
    if start > 1 and doc[start - 1].lower_ in OF and doc[start - 2].lower_ in BODIES and doc[start - 2].tag_ in PROPER:
        start -= 2
    if DEPARTMENTS.isdisjoint(token.lower_ for token in doc[start:end]):
        return (start, end, "ORG") if start < name.start else None
    while (further := _field(doc, end)) > end:
        end = further
    return (start, end, "ORG") if (start, end) != (name.start, name.end) else None


def _field(doc: Doc, end: int) -> int:
    """Return where a further field of a department ends: ", Technology", "and Skills"."""
    at = end
    while at < len(doc) and doc[at].text in {",", "and", "&"}:
        at += 1
    first = at
    while at < len(doc) and doc[at].text[:1].isupper() and doc[at].lower_ in FIELDS:
        at += 1
    ministers = at < len(doc) and doc[at].lower_ in MINISTERS
    return at if first > end and at > first and not ministers else end


def squares(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "Piazza del | Duomo", "Place de la | République": what squares and streets abroad are called by."""
    start = name.start
    while start and doc[start - 1].lower_ in JOINING:
        start -= 1
    sort = doc[start - 1].lower_ if start else ""
    label = "FAC" if name.label in {"GPE", "LOC", "FAC", "ORG", "PERSON"} else name.label
    return (start - 1, name.end, label) if sort in STREETS and doc[start - 1].text[:1].isupper() else None


STREETS = gazetteer.words("squares and streets abroad")
JOINING = gazetteer.words("particles of names") | {"des", "degli", "delle", "dei", "las"}


def countries(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "Burkina | Faso", "Sierra | Leone": the words after the name make it that of a country."""
    ends = range(name.end + 1, min(name.end + LONGEST, len(doc) + 1))
    whole = (end for end in ends if country(doc[name.start : end].text))
    end = next(whole, None) if gazetteer.starts(doc[name.start].text) else None
    return (name.start, end, "GPE") if end is not None else None


def country(text: str) -> bool:
    """Tell whether words name a country."""
    known = gazetteer.known(text)
    return known is not None and known.key in gazetteer.countries()


def parties(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "Conservative Party", "Haqqani network": the noun after the name is the name's."""
    after = doc[name.end : name.end + 1].text
    if name.label in {"GPE", "LOC", "FAC"} or after not in {"Party", "network", "Network"}:
        return None
    known = after == "Party" or doc[name.start - 1 : name.start].text.lower() in {"the", "'s", "’s"}
    return (name.start, name.end + 1, "ORG") if known else None


def stations(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "BBC Radio 4": the number is the name's."""
    after = doc[name.end : name.end + 1]
    numbered = doc[name.end - 1].text in {"Radio", "Channel"} and after.text.isdigit()
    return (name.start, name.end + 1, "ORG") if numbered else None


def campuses(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "University of Alabama at Birmingham": the town tells which of a state's universities it is."""
    state = gazetteer.known(name.text.partition("University of ")[2])
    if not state or state.key not in gazetteer.territories() or doc[name.end : name.end + 1].text not in {"at", ","}:
        return None
    town = next((ent for ent in doc[name.end + 1 : name.end + LONGEST].ents if ent.start == name.end + 1), None)
    if town is not None and town.label_ == "ORG":
        town = town[:1]  # "at Birmingham School of Nursing"
    known = gazetteer.known(town.text) if town is not None else None
    is_town = known.key not in gazetteer.territories() if known else town is not None and town.label_ == "GPE"
    return (name.start, town.end, "ORG") if town is not None and is_town else None


def firms(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "Acme Foods, Inc.": a legal form behind a comma is the name's."""
    comma, form = (doc[i : i + 1].text.lower() for i in (name.end, name.end + 1))
    after_comma = comma == "," and form.rstrip(".") in FORMS and doc[name.end + 1].text[:1].isupper()
    return (name.start, name.end + 2, "ORG") if after_comma and name.label != "DATE" else None


def ranks(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "Houston Police Department | Capt. Jim Dole": the rank is not the department's."""
    end = name.end
    while end - 1 > name.start and doc[end - 1].lower_.rstrip(".") in RANKS:
        end -= 1
    return (name.start, end, name.label) if end < name.end and name.label != "PERSON" else None


def portfolios(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "UK | Home Secretary": the portfolio is the secretary's."""
    if doc[name.end : name.end + 1].text.lower() not in MINISTERS:
        return None
    end = name.end
    while end - 1 > name.start and doc[end - 1].lower_ in FIELDS:
        end -= 1
    place = gazetteer.known(doc[name.start : end].text)
    return (name.start, end, "GPE") if end < name.end and place and place.kind == "Place" else None


def small(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "east | Jerusalem", "southern | Lebanon": what stands before a name in small letters."""
    start = name.start
    while start + 1 < name.end and doc[start].is_lower and doc[start].lower_ not in PARTICLES:
        start += 1 + (doc[start + 1].text == "-" and start + 2 < name.end)
    return (start, name.end, name.label) if start > name.start and doc[start].text[:1].isupper() else None


def first_names(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "Mwai | Kibaki": a capitalised word that the parse hangs on a person's single name."""
    before = doc[name.start - 1] if name.start else None
    if name.label != "PERSON" or before is None or before.ent_type_ or _has_first(doc, name, before):
        return None
    hangs = before.tag_ == "NNP" and before.dep_ == "compound" and name.start <= before.head.i < name.end
    opens = bool(before.is_sent_start) and gazetteer.gender(before.text) is None
    free = hangs and before.is_alpha and title_of(before.text) is None and before.text.istitle() and not opens
    return (name.start - 1, name.end, "PERSON") if free and before.lower_ not in NO_FIRST else None


def _has_first(doc: Doc, name: Name, before: Token) -> bool:
    """Tell whether a name of several words has a first name already, before which no other first name stands."""
    told = name.start > 1 and doc[name.start - 2].is_lower and doc[name.start - 2].lower_ in OFFICES
    if name.end - name.start == 1 or told:  # "director Amarjit | Singh Sidhu"
        return False
    return gazetteer.gender(doc[name.start].text) is not None or gazetteer.gender(before.text) is None


def last_names(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "party leader Raila | Owino": two words after an office in small letters are its holder."""
    before, after = doc[name.start - 1 : name.start], doc[name.end : name.end + 1]
    if name.end - name.start > 1 or name.label not in {"ORG", "GPE", "PERSON"} or not (len(before) and len(after)):
        return None
    hangs = doc[name.start].dep_ == "compound" and doc[name.start].head == after[0]
    free = after[0].tag_ == "NNP" and not after[0].ent_type_ and after.text.istitle() and after[0].is_alpha
    office = before[0].is_lower and before[0].lower_ in OFFICES and gazetteer.known(name.text) is None
    return (name.start, name.end + 1, "PERSON") if hangs and free and office else None


#: Rules in their order.
REACHES: tuple[Rule, ...] = (
    small,
    members,
    ended,
    every,
    first_names,
    last_names,
    ranks,
    portfolios,
    hyphens,
    courts,
    departments,
    squares,
    countries,
    campuses,
    parties,
    stations,
    firms,
)
OFFICES = gazetteer.words("nouns of offices") | {"leader", "spokesman", "spokeswoman", "boss", "candidate"}
NO_FIRST = gazetteer.words("nouns of offices") | gazetteer.words("nouns of persons") | FIELDS


def reaching(doc: Doc, found: Sequence[Name]) -> Iterator[Name]:
    """Yield the names with their true extents, in the order of the text and apart, without what names nothing."""
    whole = sorted((_whole(doc, name) for name in found), key=lambda name: (name.start, -name.end))
    last = 0
    for name in whole:
        if name.start >= last and not is_nothing(doc, name):
            last = name.end
            yield name


def _whole(doc: Doc, name: Name) -> Name:
    for rule in REACHES:
        reach = rule(doc, name)
        if reach is not None:
            name = named(doc, *reach, title=name.title if reach[0] >= name.start else None)
    return name
