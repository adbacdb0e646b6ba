"""What words that NER takes for a name name nothing: an office, a rank, a number, the last word of a title."""

import re
from collections.abc import Callable

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.courtesy import HONORIFICS
from kg.extract.names.cleaning import NO_NAMES, SEAT
from kg.extract.names.name import Name
from kg.language.parsed import Doc, Token

#: What ministers and departments are for.
FIELDS = gazetteer.words("portfolios of ministers") | gazetteer.words("fields of departments")

SUBJECTS = FIELDS | gazetteer.words("subjects of ministries")

#: "Westminster Magistrates' Court", "U.S. Attorney's Office"
OFFICERS = gazetteer.words("officers with courts and offices")

RANKS = gazetteer.words("ranks")

MINISTERS = frozenset({"secretary", "minister"})

LISTING = frozenset({"and", "&", ","})

#: Legal forms that a comma may set apart from a name, and that name nothing alone.
FORMS = frozenset({"inc", "ltd", "plc", "llc", "l.l.c", "llp", "corp", "gmbh"})

#: "Number FHC/ABJ/03", "A330neo", "737"
NUMBERED = re.compile(
    r"(?:Number|No\.?|Case|Suit|Flight|Boeing|Airbus)?\s*(?:[A-Z]{0,4}-?\d[\w/-]*|[\w-]*/[\w/-]*\d[\w/-]*)"
)

#: Words that are offices, alone or together: "Prime Minister", "the President", "Deputy Secretary General".
OFFICES = (
    gazetteer.words("nouns of offices")
    | gazetteer.words("qualifiers of titles")
    | {"minister", "election", "general", "prime", "head", "cabinet", "home", "foreign", "speaker", "republic"}
)

#: What departments of firms are for.
FUNCTIONS = gazetteer.words("departments of firms")

PARTS_OF_OFFICES = gazetteer.words("parts of offices")
ENDS_OF_OFFICES = gazetteer.words("ends of offices")

#: "Head of State", "Commissioner of Police"
HEADS = gazetteer.words("heads of bodies")

HEADED = frozenset({"state", "police", "government", "staff", "mission", "operations", "defence", "defense", "justice"})


def is_nothing(doc: Doc, name: Name) -> bool:
    """Tell whether words are an office, a number, or the last word of a title: "Secretary of State"."""
    return any(says_so(doc, name) for says_so in NOTHING.values())


def _is_rank_or_form(_: Doc, name: Name) -> bool:
    word = name.text.lower()
    bare = word.rstrip(".")
    return " " not in word and (bare in RANKS or bare in FORMS or ("." in word and word in NO_NAMES))


def _is_numbered(_: Doc, name: Name) -> bool:
    return NUMBERED.fullmatch(name.text) is not None and not gazetteer.known(name.text)


def _is_post(_: Doc, name: Name) -> bool:
    words = name.text.lower().split()
    parts = all(word in PARTS_OF_OFFICES or word in SUBJECTS for word in words)
    return len(words) > 1 and words[-1] in ENDS_OF_OFFICES and parts


def _is_office(_: Doc, name: Name) -> bool:
    words = name.text.lower().split()
    office = OFFICES.issuperset(word.strip(".'’") for word in words) and not OFFICERS.issuperset(words)
    return office and (len(words) > 1 or words[0] in TITLES_ALONE)


def _is_headship(_: Doc, name: Name) -> bool:
    words = name.text.lower().split()
    return "of" in words[1:-1] and words[-1] in HEADED and HEADS.issuperset(words[: words.index("of")])


def _is_function(doc: Doc, name: Name) -> bool:
    """Tell whether words say what a vice president does: "Vice President for Logistics & Planning"."""
    before = [token.lower_ for token in doc[max(0, name.start - 3) : name.start]]
    above = before[:2] == ["vice", "president"] and before[-1] in {"for", "of", ","}
    listed = name.start > 0 and doc[name.start - 1].text in LISTING
    words = [token.lower_ for token in doc[name.start : name.end] if token.text not in LISTING]
    return FUNCTIONS.issuperset(words) and (above or listed)


def _is_union(doc: Doc, name: Name) -> bool:
    """Tell whether India's own ministers are told from those of its states: "a former Union minister"."""
    return name.text == "Union" and doc[name.end : name.end + 1].text.lower() in {*MINISTERS, "cabinet", "budget"}


def _is_end_of_title(doc: Doc, name: Name) -> bool:
    return name.text.lower() in HEADED and _is_headed(doc, name.start)


def _is_honorific(doc: Doc, name: Name) -> bool:
    """Tell whether a word is only said with the name behind it: "Dr. | Ann Lee", "Datuk Seri | Ann Lee"."""
    end = name.end + (doc[name.end : name.end + 1].text == ".")
    after = doc[end : end + 1]
    alone = name.end - name.start == 1 and name.text.lower().rstrip(".") in HONORIFICS
    return alone and after.text[:1].isupper() and after[0].tag_ == "NNP"


#: Offices that no body has as its short name, as "Senate" or "Commission" are.
TITLES_ALONE = frozenset(
    {"president", "minister", "secretary", "chancellor", "governor", "mayor", "head", "election", "ambassador"}
)


def _is_portfolio(doc: Doc, name: Name) -> bool:
    """Tell whether words say for what a minister is: "the Food and Farming | Minister", "Minister of | Finance"."""
    before, after = doc[max(0, name.start - 2) : name.start].text.lower(), doc[name.end : name.end + 1].text.lower()
    of = before in {"minister of", "minister for", "secretary of", "secretary for"}
    fields = all(token.lower_ in SUBJECTS or token.text in LISTING for token in doc[name.start : name.end])
    return (fields and (of or after in MINISTERS)) or (_before_minister(doc, name) and name.label != "PERSON")


def _before_minister(doc: Doc, name: Name) -> bool:
    """Tell whether an unknown word stands before "Minister" alone or in a list: "Food and Farming Minister"."""
    rest = list(doc[name.end : name.end + 5])
    end = next((n for n, token in enumerate(rest) if token.text == "Minister"), -1)
    listed = all(token.text in LISTING or token.text.istitle() for token in rest[: max(end, 0)])
    known = gazetteer.known(name.text) or gazetteer.demonym(name.text)
    return end >= 0 and listed and known is None and "," not in {token.text for token in rest[end - 1 : end]}


def _is_headed(doc: Doc, start: int) -> bool:
    before: list[Token] = list(doc[max(0, start - 2) : start])
    return len(before) == 2 and before[1].lower_ == "of" and before[0].lower_ in HEADS  # noqa: PLR2004


#: Why words name nothing, each a question.
NOTHING: dict[str, Callable[[Doc, Name], bool]] = {
    "a rank, or a firm's legal form": _is_rank_or_form,
    "an honorific before a name": _is_honorific,
    "a number": _is_numbered,
    "a seat in a parliament": lambda _, name: SEAT.fullmatch(name.text) is not None,
    "what a minister is for": _is_portfolio,
    "a post: Special Adviser, Petroleum Principal Secretary": _is_post,
    "an office": _is_office,
    "the head of a force: Commissioner of Police": _is_headship,
    "what a vice president does: Sales & Marketing": _is_function,
    "a union's: Union minister": _is_union,
    "the end of a title: Secretary of State": _is_end_of_title,
}
