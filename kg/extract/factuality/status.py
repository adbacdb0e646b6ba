"""Whether a role or relation still holds: current, former, acting, or to come."""

import re
from collections.abc import Iterator

from kg.extract.factuality.lasting import divorced, lived
from kg.extract.factuality.leaving import gone, happened, left
from kg.extract.factuality.modality import modality
from kg.extract.factuality.tenures import BEGINNING, given
from kg.extract.lexicon.words import words
from kg.extract.syntax.grammar import modifiers
from kg.extract.syntax.titles import succeeded
from kg.facts import Status
from kg.language.parsed import Token

YEAR = re.compile(r"(18|19|20)\d\d")
#: What somebody is to another, of which "former" tells before his office.
TO_SOMEBODY = words("rival opponent ally friend foe colleague classmate student boss teammate partner adversary")
#: What somebody stays, whoever replaces him.
FOUNDERS = words("founder co-founder cofounder")
#: Relations that are held for a time and may be over, by title or by verb ...
HELD = frozenset({"holdsRole", "leads", "worksFor", "memberOf", "memberOfParty", "chiefExecutiveOf"})
#: ... and those of which only the verb's own words tell that.
LASTING = frozenset({"livesIn", "headquarteredIn", "subsidiaryOf", "spouseOf", "citizenOf"})


def status(relation: str, trigger: Token, holder: Token) -> Status:
    """Return whether what the trigger states of its holder is so now."""
    if relation in LASTING:
        ended = {"spouseOf": divorced, "livesIn": lived}.get(relation, over)
        return "former" if over(clause(trigger)) or ended(trigger) else "current"
    if relation not in HELD or trigger.lemma_.lower() in FOUNDERS:
        return "current"
    if trigger.pos_ in {"VERB", "AUX"}:
        return "former" if over(trigger) or period(trigger) else "current"
    return of_title(trigger, holder)


def of_title(title: Token, holder: Token) -> Status:
    """Return whether a title is held now, by the words beside it and the verbs about it."""
    told = {given(word, "before", title) for word in ahead(title)}
    if "acting" in told:
        return "acting"
    if "designate" in told or elect(title) or (to_come(title) and not succeeded(title, holder)):
        return "designate"
    former = "former" in told or title.lower_.startswith("ex-") or left(title, holder) or at_the_time(title)
    return "former" if former or gone(title, holder) or period(title) or over(clause(title)) else "current"


def elect(noun: Token) -> bool:
    """Tell whether a title itself says that it is to come: "president-elect", "named her successor"."""
    after = next((word for word in noun.doc[noun.i + 1 : noun.i + 3] if word.text != "-"), noun)
    return "designate" in {given(after, "after", noun), given(noun, "itself", noun)}


def ahead(noun: Token) -> Iterator[Token]:
    """Yield the words before a title, and the one before those: "then mayor of Leeds"."""
    other = next((word.i for word in modifiers(noun) if is_another(word, noun)), -1)
    own = [word for word in modifiers(noun) if word.i > other]
    yield from (word for word in (*own, *noun.children) if other < word.i < noun.i)
    start = min([noun.i, *(word.i for word in own)])
    if start > noun.sent.start:
        yield noun.doc[start - 1]


def is_another(word: Token, noun: Token) -> bool:
    """Tell whether a word before a title in capitals tells who its holder is to somebody: "former rival Gov. Poe"."""
    return noun.text[0].isupper() and word.is_lower and word.lower_ in TO_SOMEBODY


def at_the_time(noun: Token) -> bool:
    """Tell whether the words before a title tell of another time: "and, at the time, head of a bank"."""
    start = min([noun.i, *(word.i for word in modifiers(noun))])
    words = [word.lower_ for word in noun.doc[max(0, start - 5) : start] if word.text not in {",", "a", "the"}]
    return words[-2:] == ["at", "time"]


def clause(trigger: Token) -> Token:
    """Return the verb that says it: the trigger, or what it is the predicate noun or adjective of, or is done "as"."""
    done_as = trigger.dep_ == "pobj" and trigger.head.lower_ == "as" and trigger.head.head.pos_ == "VERB"
    if done_as:
        return trigger.head.head
    return trigger.head if trigger.dep_ in {"attr", "acomp"} else trigger


def over(verb: Token) -> bool:
    """Tell whether the verb says that it is no longer so: "no longer", "used to", "once", "before moving"."""
    if verb.pos_ not in {"VERB", "AUX", "ADJ"}:
        return False
    if any(given(child, "adverb", verb) for child in verb.children):
        return True
    head = verb.head if verb.dep_ == "xcomp" else verb
    if given(head, "verb above", verb) or (verb.tag_ == "VB" and given(head, "verb above bare", verb)):
        return head != verb and happened(head)
    return verb.tag_ in {"VBD", "VBN"} and any(given(word, frame, verb) for word, frame in times(verb))


def times(verb: Token) -> Iterator[tuple[Token, str]]:
    """Yield the words that may tell when it was so, each with how it stands to the verb."""
    for child in verb.children:
        yield child, "past adverb"
        if child.dep_ == "advcl":
            yield from ((mark, "clause after") for mark in child.children)


def to_come(noun: Token) -> bool:
    """Tell whether the verb above a title is of the future: "will take the oath as", "is to be sworn in as"."""
    verb = noun
    while verb.dep_ in {"attr", "pobj", "prep", "oprd", "dobj", "xcomp"} and verb.head != verb:
        verb = verb.head
        if given(verb, "over", noun):
            return True
    return False


def period(noun: Token) -> bool:
    """Tell whether years say that it ended: "president from 2010 to 2014", "worked there until 2014"."""
    for at in range(noun.i + 1, min(noun.i + 12, noun.sent.end - 1)):
        word, year = noun.doc[at], noun.doc[at + 1].text
        if word.lower_ in {".", ";", "and"}:
            return False
        if word.lower_ in {"until", "till"} and at + 2 < len(noun.doc) and own_end(noun.doc[at + 1], noun.doc[at + 2]):
            return True
        if word.lower_ in {"until", "till", "to"} and is_year(year):
            begun = any(t.lower_ == "from" for t in noun.doc[noun.i : at])
            return (begun or word.lower_ != "to") and not lasting(noun)
        if word.dep_ == "punct" and word.text == "," and not is_year(year):
            return False
    return False


def own_end(whose: Token, end: Token) -> bool:
    """Tell whether words name the end of somebody's time: "until his death", "until her retirement"."""
    return whose.tag_ == "PRP$" and end.lemma_.lower() in ENDS


ENDS = words("death departure dismissal ouster removal resignation retirement")


def lasting(noun: Token) -> bool:
    """Tell whether the clause speaks of what is or is to come: "is", "will be", "was elected until 2030"."""
    verb = noun
    while verb.dep_ in {"attr", "pobj", "prep", "oprd", "dobj", "xcomp"} and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    present = verb.tag_ in {"VBZ", "VBP", "VB"} or verb.lemma_ in BEGINNING
    return present or modality(noun) == "planned"


def is_year(text: str) -> bool:
    """Tell whether the word is a year."""
    return YEAR.fullmatch(text) is not None
