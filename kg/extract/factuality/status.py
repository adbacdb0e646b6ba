"""Whether a role or relation still holds: current, former, acting, or to come."""

import re

from spacy.tokens import Token

from kg.extract.factuality.lasting import divorced, lived
from kg.extract.factuality.leaving import gone, happened, left
from kg.extract.factuality.modality import modality
from kg.extract.factuality.words import ENDED, STOPPING, WILL
from kg.extract.lexicon.words import words
from kg.extract.syntax.grammar import modifiers
from kg.facts import Status

ACTING = words("acting interim caretaker provisional")
DESIGNATE = words("designate elect incoming president-elect future")
#: What lasts after it is done: "moved to Leeds before the war" does not end there.
BEGINNING = words("move relocate emigrate immigrate settle join hire appoint marry wed acquire elect name")
BOUNDS = words("before until till")
YEAR = re.compile(r"(18|19|20)\d\d")
ONCE = words("once formerly previously")
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
    before = {t.lower_ for t in (*modifiers(trigger), *trigger.children) if t.i < trigger.i} | {ahead(trigger)}
    if before & ACTING:
        return "acting"
    if elect(trigger, before) or to_come(trigger):
        return "designate"
    former = before & ENDED or trigger.lower_.startswith("ex-") or left(trigger, holder)
    return "former" if former or gone(trigger, holder) or period(trigger) or over(clause(trigger)) else "current"


def elect(noun: Token, before: set[str]) -> bool:
    """Tell whether a title itself says that it is to come: "president-elect", "named her successor"."""
    after = noun.doc[noun.i + 1 : noun.i + 3].text.lower().strip("- ").split()[:1]
    return bool(before & DESIGNATE or set(after) & DESIGNATE) or noun.lower_.endswith(("-elect", "successor"))


def ahead(noun: Token) -> str:
    """Return the word before a title: "then mayor of Leeds"."""
    start = min([noun.i, *(t.i for t in modifiers(noun))])
    return noun.doc[start - 1].lower_ if start > noun.sent.start else ""


def clause(trigger: Token) -> Token:
    """Return the verb that says it: the trigger, or what it is the predicate noun or adjective of."""
    return trigger.head if trigger.dep_ in {"attr", "acomp"} else trigger


def over(verb: Token) -> bool:
    """Tell whether the verb says that it is no longer so: "no longer", "used to", "once", "before moving"."""
    if verb.pos_ not in {"VERB", "AUX", "ADJ"}:
        return False
    near = {c.lower_: c for c in verb.children}
    if ("longer" in near and near["longer"].i and near["longer"].nbor(-1).lower_ == "no") or "anymore" in near:
        return True
    head = verb.head if verb.dep_ == "xcomp" else verb
    if head.lemma_ in STOPPING or (head.lower_ == "used" and verb.tag_ == "VB"):
        return head != verb and happened(head)
    if verb.tag_ not in {"VBD", "VBN"}:
        return False
    then = any(c.dep_ == "advmod" for word, c in near.items() if word in ONCE)
    return then or (verb.lemma_ not in BEGINNING and any(until(c) for c in verb.children))


def until(child: Token) -> bool:
    """Tell whether what hangs on a verb is its end: "before moving", "until 2014", "before she moved"."""
    if child.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in BOUNDS for c in child.children)
    return child.dep_ == "prep" and child.lower_ in BOUNDS


def to_come(noun: Token) -> bool:
    """Tell whether the verb above a title is of the future: "will take the oath as", "is to be sworn in as"."""
    verb = noun
    while verb.dep_ in {"attr", "pobj", "prep", "oprd", "dobj", "xcomp"} and verb.head != verb:
        verb = verb.head
        if verb.pos_ == "VERB" and any(c.lower_ in WILL and c.dep_ == "aux" for c in verb.children):
            return verb.lemma_.lower() in ENTERING
        if verb.dep_ == "xcomp" and verb.head.lemma_ in BE_TO and verb.lemma_.lower() in ENTERING:
            return any(c.lower_ == "to" for c in verb.children)
    return False


#: Verbs of those who enter an office.
ENTERING = words("appoint assume become elect inaugurate install instal name swear take")
BE_TO = words("be set due expect schedule poise prepare slate")


def period(noun: Token) -> bool:
    """Tell whether years say that it ended: "president from 2010 to 2014", "worked there until 2014"."""
    for at in range(noun.i + 1, min(noun.i + 12, noun.sent.end - 1)):
        word, year = noun.doc[at], noun.doc[at + 1].text
        if word.lower_ in {".", ";", "and"}:
            return False
        if word.lower_ in {"until", "till", "to"} and is_year(year):
            begun = any(t.lower_ == "from" for t in noun.doc[noun.i : at])
            return (begun or word.lower_ != "to") and not lasting(noun)
        if word.dep_ == "punct" and word.text == "," and not is_year(year):
            return False
    return False


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
