"""Whether a role or relation still holds: current, former, acting, or to come."""

import re

from spacy.tokens import Token

from kg.extract.factuality.modality import modality
from kg.extract.factuality.words import STOPPING
from kg.extract.lexicon.words import words
from kg.extract.syntax import grammar
from kg.extract.syntax.clause import passive
from kg.extract.syntax.grammar import modifiers
from kg.extract.syntax.predication import SUCCEEDING
from kg.facts import Status

#: Words before a title that say that it is over; none belongs to the title.
ENDED = words(
    "former formerly ex ex- erstwhile one-time onetime late then then- once previous previously retired past "
    "outgoing ousted sacked fired deposed toppled dismissed departed departing"
)
ACTING = words("acting interim caretaker provisional")
DESIGNATE = words("designate elect incoming president-elect future")
#: What is left "as" something: "resigned as".
LEAVING = words("resign retire quit step stand depart oust remove sack fire dismiss depose topple")
#: Whose object is over: "lost his job as".
ENDING = words("lose end finish leave complete conclude relinquish vacate resign quit abandon")
POSTS = words("job post position term role tenure reign seat stint career office mandate place spell work duty")
REMOVING = words("sack fire oust dismiss depose topple replace succeed")
KILLING = words("kill assassinate murder execute")
#: What lasts after it is done: "moved to Leeds before the war" does not end there.
BEGINNING = words("move relocate emigrate immigrate settle join hire appoint marry wed acquire elect name")
BOUNDS = words("before until till")
YEAR = re.compile(r"(18|19|20)\d\d")
ONCE = words("once formerly previously")
#: Relations that are held for a time and may be over, by title or by verb ...
HELD = frozenset({"holdsRole", "leads", "worksFor", "memberOf", "memberOfParty", "chiefExecutiveOf"})
#: ... and those of which only the verb's own words tell that.
LASTING = frozenset({"livesIn", "headquarteredIn", "subsidiaryOf", "spouseOf", "citizenOf"})


def status(relation: str, trigger: Token, holder: Token) -> Status:
    """Return whether what the trigger states of its holder is so now."""
    if relation in LASTING:
        ended = {"spouseOf": divorced, "livesIn": lived}.get(relation, over)
        return "former" if over(clause(trigger)) or ended(trigger) else "current"
    if relation not in HELD:
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
    """Tell whether a title itself says that it is to come: "president-elect", "the incoming president"."""
    after = noun.doc[noun.i + 1 : noun.i + 3].text.lower().strip("- ").split()[:1]
    return bool(before & DESIGNATE or set(after) & DESIGNATE) or noun.lower_.endswith("-elect")


def divorced(trigger: Token) -> bool:
    """Tell whether a marriage is over, by its noun or by how long it was: "was married to Jo Poe until 2012"."""
    if trigger.pos_ == "NOUN":
        return parted(trigger)
    verb = trigger.head if trigger.dep_ == "acomp" else trigger
    being = any(c.lemma_ == "be" for c in (verb, *verb.children)) and not any(c.lower_ in WILL for c in verb.children)
    times = (c for word in {verb, trigger} for c in grammar.inside(word) if c.dep_ == "prep")
    dated = {c.lower_ for c in times if any(end.ent_type_ == "DATE" for end in grammar.children(c, "pobj"))}
    return being and not current(verb) and bool(dated & {"until", "till", "for", "from"})


def current(verb: Token) -> bool:
    """Tell whether a verb is in the present: "is", "has been"."""
    return any(c.tag_ in {"VBZ", "VBP"} for c in (verb, *verb.children) if c == verb or c.dep_ in {"aux", "auxpass"})


def parted(noun: Token) -> bool:
    """Tell whether the noun says that a marriage is over: "ex-wife", "her former husband", "the late"."""
    before = {t.lower_ for t in modifiers(noun)}
    return noun.pos_ == "NOUN" and bool(before & ENDED or noun.lower_.startswith("ex-"))


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


def lived(verb: Token) -> bool:
    """Tell whether a home was one for a time: "grew up in", "was raised in", "lived there for a decade"."""
    if verb.lemma_ in {"grow", "raise"}:
        return verb.tag_ in {"VBD", "VBN"}
    times = (c for c in grammar.inside(verb) if c.dep_ == "prep" and c.lower_ in {"for", "from", "in", "during"})
    dated = any(end.ent_type_ == "DATE" for time in times for end in grammar.children(time, "pobj"))
    return verb.lemma_ in {"live", "reside", "dwell"} and verb.tag_ == "VBD" and dated


def until(child: Token) -> bool:
    """Tell whether what hangs on a verb is its end: "before moving", "until 2014", "before she moved"."""
    if child.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in BOUNDS for c in child.children)
    return child.dep_ == "prep" and child.lower_ in BOUNDS


def left(noun: Token, holder: Token) -> bool:
    """Tell whether a title is over by the verb above it: "was", "resigned as", "ended his term as"."""
    verb = noun.head
    if noun.dep_ != "pobj":
        return noun.dep_ == "attr" and verb.lemma_ == "be" and verb.tag_ == "VBD" and not shifted(verb)
    above = verb.head
    if above.lemma_.lower() in SUCCEEDING and above.pos_ == "VERB":
        return holder in grammar.patient(above) or (passive(above) and not any(grammar.actor(above)))
    if above.lemma_.lower() == "predecessor":
        return True
    return above.lemma_.lower() in LEAVING or post_lost(above) or served(verb)


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
WILL = words("will 'll ’ll shall")


def under(holder: Token) -> bool:
    """Tell whether something was done in somebody's time: "the work began under President Jo Poe"."""
    if holder.dep_ != "pobj" or holder.head.lower_ != "under":
        return False
    verb = holder.head.head
    return verb.tag_ == "VBD" and verb.lemma_ in PAST and happened(verb)


#: What began, ended or was made in somebody's time, so that he holds the office no more.
PAST = words("be begin create end expand found introduce launch negotiate open pass serve sign start work")


def shifted(verb: Token) -> bool:
    """Tell whether the past of a verb may be that of the saying only: "Fox said that she was the mayor"."""
    return verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"} and verb.head.i < verb.i


def served(preposition: Token) -> bool:
    """Tell whether a time in office is over: "after eight years as", where somebody leaves or does another thing."""
    before = preposition.doc[max(preposition.i - 5, 0) : preposition.i]
    return len(before) > 0 and before[-1].lemma_ in TIMES and any(t.lower_ in {"after", "following"} for t in before)


TIMES = POSTS | words("year month week decade day season")


def post_lost(above: Token) -> bool:
    """Tell whether a post "as" something is over: "lost his job", "was removed from his post", "his term ended"."""
    post = next((c for c in above.children if c.dep_ == "dobj"), above)
    if post.lemma_.lower() not in POSTS:
        return False
    while above.pos_ in {"NOUN", "ADP"} and above.dep_ in {"dobj", "pobj", "prep", "nsubjpass"}:
        above = above.head
    if above.dep_ == "nsubj" and above.head.lemma_ in {"end", "finish", "expire"}:
        return happened(above.head)
    return above.pos_ == "VERB" and above.lemma_.lower() in ENDING | LEAVING and happened(above)


def happened(verb: Token) -> bool:
    """Tell whether the text holds that the verb took place."""
    return modality(verb) in {"asserted", "reported"}


def gone(noun: Token, holder: Token) -> bool:
    """Tell whether the holder of a title is dead or removed: "the late Jo Poe", "have sacked manager Jo Poe"."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    kin = holder.head if holder.dep_ == "appos" else holder  # "his late father, Senator Jo Poe"
    if any(c.lower_ == "late" for c in (*holder.children, *kin.children)) or quits(holder) or under(holder):
        return True
    return removal(noun, holder) is not None


def removal(noun: Token, holder: Token) -> Token | None:
    """Return the verb by which somebody loses a title that stands beside him: "President Jo Poe has resigned"."""
    top = holder.head if holder.dep_ == "appos" and holder.head == noun else holder
    verb, lemma = top.head, top.head.lemma_.lower()
    if verb.pos_ != "VERB" or verb.i == noun.i or any(c.lower_ == "as" for c in verb.children):
        return None
    if top.dep_ == "nsubj":
        bare = not any(c.dep_ in {"dobj", "xcomp"} or c.lower_ == "from" for c in verb.children)
        ends = (lemma == "die" or (lemma in {"resign", "quit"} and bare)) and verb.tag_ in {"VBD", "VBN"}
    else:
        undone = lemma in REMOVING or (lemma in KILLING and top.dep_ == "nsubjpass")
        ends = top.dep_ in {"dobj", "nsubjpass"} and undone
    return verb if ends and happened(verb) else None


def quits(holder: Token) -> bool:
    """Tell whether a headline says that its subject leaves, whatever its parse: "Minister Fox quits over leaks"."""
    after = [t.lower_ for t in holder.doc[holder.i + 1 : holder.i + 3]]
    return after[:1] in (["quits"], ["resigns"]) and after[1:] in ([], ["over"], ["after"], ["amid"], ["in"], ["."])


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
