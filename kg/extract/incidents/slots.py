"""What the words around a trigger say of the incident: who, whom, with what, where, when."""

from collections.abc import Iterator
from itertools import chain, takewhile

from kg.extract.incidents import rows
from kg.extract.incidents.affiliation import organizations
from kg.extract.incidents.blame import AFTERMATH, accused_of, of_verdict
from kg.extract.incidents.clauses import of_verb
from kg.extract.incidents.days import WEEKDAYS
from kg.extract.incidents.kinds import Kinds, weapon
from kg.extract.incidents.nouns import of_noun
from kg.extract.incidents.parts import HARMED, Part, died_of
from kg.extract.incidents.triggers import Trigger
from kg.extract.incidents.where import located, places
from kg.extract.incidents.words import KILLING, NOUNS, TAKING_PLACE, WOUNDING
from kg.extract.syntax import clause, voice
from kg.extract.syntax.participants import around, complements, whole
from kg.language.parsed import Token

#: What those who did it do with their weapons.
CARRYING = {"wield", "carry", "use", "brandish", "arm", "hold", "strap"}


def deeds(kinds: Kinds, author: Token) -> Iterator[Part]:
    """Yield where an author is said to have done something: "an attack by gunmen who spread terror at Lingo"."""
    for verb in author.children:
        if verb.dep_ == "relcl" and verb.tag_ == "VBD":
            yield from places(kinds, verb, "place of a deed")


def carried(kinds: Kinds, author: Token) -> Iterator[Part]:
    """Yield the weapons of an author, and the place told beside them: "a man wielding a machete at the station"."""
    for verb in author.children:
        if verb.dep_ in {"acl", "relcl"} and verb.lemma_ in CARRYING:
            things = [*clause.patients(verb), *(noun for _, noun in complements(verb, "with"))]
            yield from (Part("weapon", thing, "carried") for thing in things if weapon(thing))
            yield from places(kinds, verb, "carried")


#: The rule of those in what is hit, who are told where nobody else is.
PASSENGERS = "passengers"
#: How a date hangs on a verb or noun without a preposition.
DATED = {"npadvmod", "poss", "compound", "nmod", "amod", "nummod", "advmod"}


def parts(kinds: Kinds, trigger: Trigger) -> Iterator[Part]:
    """Yield the participants that the trigger's own sentence gives."""
    found = of_noun(kinds, trigger) if trigger.nominal else of_verb(kinds, trigger)
    for part in chain(found, died_of(kinds, trigger.token)):
        if part.token != trigger.token and part.token.lemma_.lower() not in NOUNS.keys() - {"gunfire"}:
            if anothers(part, trigger.token):
                continue
            yield part
            if part.role in HARMED:
                yield from (part._replace(token=name, rule="including") for name in included(kinds, part.token))
                yield from (part._replace(token=name) for name in rows.row(kinds.context, part.token))
            elif part.role == "target":
                yield from passengers(kinds, part.token)
            if part.role not in {"place", "date"}:
                # "kidnapped by rebels near Goma": the parser often hangs the place on the last noun.
                yield from places(kinds, part.token, "place of a participant")
                yield from located(kinds, part.token)
            if part.role == "perpetrator":
                yield from organizations(kinds, part.token)
                yield from carried(kinds, part.token)
                yield from deeds(kinds, part.token)
    yield from dates(kinds, trigger)


def passengers(kinds: Kinds, vehicle: Token) -> Iterator[Part]:
    """Yield the people in what is hit: "fired on a bus carrying nuns"."""
    clauses = (c for c in vehicle.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in {"carry", "transport"})
    inside = (who for verb in clauses if not voice.passive(verb) for who in clause.patients(verb))
    yield from (Part("victim", who, PASSENGERS) for who in inside if kinds.person(who))


def anothers(part: Part, trigger: Token) -> bool:
    """Tell whether a place hangs on another incident: "a shooting in Ulm and an attack in Passau"."""
    if part.role not in {"place", "date"}:
        return False
    own = {trigger, whole(trigger), *trigger.ancestors}
    above = takewhile(lambda word: word not in own, part.token.ancestors)
    return any(word.pos_ == "NOUN" and word.lemma_.lower() in NOUNS for word in above)


def included(kinds: Kinds, group: Token) -> Iterator[Token]:
    """Yield the names that a group includes: "staff, including Ann Lee, were arrested"."""
    for _, noun in complements(group, "including"):
        if kinds.context.person(noun) is not None:
            yield noun


def counted_from(date: Token) -> bool:
    """Tell whether the words only count from another date: "three days after"."""
    last = date.right_edge
    return last.i + 1 < len(date.doc) and last.nbor().lower_ in {"after", "before", "later", "earlier", "since"}


def dated(kinds: Kinds, token: Token) -> bool:
    """Tell whether the words are a date: "Sunday", "Monday night", but not "the evening"."""
    if token.ent_type_ == "TIME":
        return any(word.ent_type_ == "DATE" or kinds.context.mention(word) for word in token.subtree)
    return token.ent_type_ == "DATE"


def carriers(trigger: Trigger) -> list[Token]:
    """Return the words above a noun that may carry its date: its verb, the verb of harm it is the cause of."""
    token = trigger.token
    if not trigger.nominal:
        return []
    if token.head.pos_ != "ADP":
        # "admitted the murder on Monday": the day is that of the plea.
        return [token.head] if token.head.lemma_.lower() not in AFTERMATH else []
    above = token.head.head
    while above.head != above and above.pos_ in {"NOUN", "PROPN"} and above.head.pos_ == "ADP":
        above = above.head.head
    return [above] if above.lemma_.lower() in KILLING | WOUNDING | {"leave"} else []


def before_when(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield the date that a clause with "when" tells more of: "in 1998, when a farmer shot four neighbours"."""
    for child in verb.children:
        if child.lower_ == "when" and child.i > 1:
            word = child.nbor(-2 if child.nbor(-1).is_punct else -1)
            if dated(kinds, word):
                yield Part("date", word, "date")


def dates(kinds: Kinds, trigger: Trigger) -> Iterator[Part]:
    """Yield the dates that the trigger's words or its verb carry, or else the verb that it is joined to."""
    token = trigger.token
    clauses = (c for c in token.children if c.dep_ == "relcl" and c.lemma_.lower() in TAKING_PLACE)
    own = [*before_when(kinds, token)]
    own += [Part("date", day, "date") for word in (token, *carriers(trigger), *clauses) for day in days(kinds, word)]
    own = [part for part in own if not (of_charge(token, part.token) or of_verdict(token, part.token))]
    own = own or [Part("date", day, "date") for day in beyond(kinds, trigger)]
    shared = token.dep_ == "conj" and token.head.pos_ == "VERB" and not trigger.nominal
    yield from own or ((Part("date", day, "date") for day in days(kinds, token.head)) if shared else ())


def beyond(kinds: Kinds, trigger: Trigger) -> Iterator[Token]:
    """Yield the days that the parser hung on the last noun of a verb: "shot two guards at a gate in Ulm on Monday"."""
    verb = trigger.token
    if trigger.nominal:
        return
    nouns = [*clause.patients(verb), *(noun for word in (verb, *clause.patients(verb)) for _, noun in around(word))]
    behind = [noun for noun in nouns if noun.i > verb.i and noun.pos_ in {"NOUN", "PROPN"}]
    yield from (day for noun in behind for day in days(kinds, noun) if day.i > noun.i and whole_day(kinds, day))


def whole_day(kinds: Kinds, day: Token) -> bool:
    """Tell whether a date is one day."""
    mention = kinds.context.mention(day)
    return mention is not None and len(mention.value or "") == len("2016-07-22")


def numbered(day: Token) -> bool:
    """Tell whether a date has a number: "4 March", not "Monday"."""
    return any(word.like_num for word in day.subtree)


def of_charge(trigger: Token, day: Token) -> bool:
    """Tell whether a day is of a charge though it hangs on the deed: "charged with murder on Monday"."""
    others = (t for t in trigger.sent if t.ent_type_ == "DATE" and t.i > day.i)
    return day.lower_ in WEEKDAYS and accused_of(trigger) and any(map(numbered, others))


def days(kinds: Kinds, word: Token) -> Iterator[Token]:
    """Yield the dates that hang on a word."""
    for child in word.children:
        if dated(kinds, child) and child.dep_ in DATED and not counted_from(child):
            yield child
        elif child.dep_ == "prep" and child.lower_ in {"on", "in", "during", "of" if word.pos_ == "NOUN" else "on"}:
            yield from (c for c in child.children if dated(kinds, c))
