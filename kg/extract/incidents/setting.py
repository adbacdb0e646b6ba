"""Where and when, from the sentence that tells of an incident, where nothing nearer to its words says so."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.incidents.blame import ACCUSING, accused_of, of_verdict
from kg.extract.incidents.incident import real
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.slots import counted_from, numbered
from kg.extract.incidents.told import Told, argument_of
from kg.extract.incidents.where import PLACING
from kg.extract.incidents.words import PLACE_NOUNS
from kg.language.parsed import Token

RULE = "sentence"
#: Verbs whose own place is not the incident's: who speaks somewhere.
#: What is held about an incident is held on a day of its own: "after a trial in May he was convicted of the murder".
HELD_LATER = {"trial", "hearing", "inquest", "funeral", "vigil", "ceremony", "memorial"}
#: What is held years after.
MEMORIES = {"anniversary", "memory", "commemoration", "remembrance", "memorial", "vigil", "commemorate", "remember"}
#: What comes after an incident is of another day.
AFTER = {"after", "since"}
SPEAKING = {"say", "tell", "announce", "report", "speak"}


def add_settings(kinds: Kinds, incidents: Sequence[list[Told]]) -> None:
    """Add to each incident without a place or a date the one that a sentence of it names."""
    for incident in incidents:
        for role, find in (("place", places), ("date", dates)):
            if not any(told.of(role) for told in incident):
                real_ones = filter(real, incident)
                found = next(((told, word) for told in real_ones for word in find(kinds, told, incidents)), None)
                if found is not None:
                    told, word = found
                    told.arguments.append(argument_of(kinds.context, role, word, told, RULE))


def alone(told: Told, incidents: Iterable[list[Told]]) -> bool:
    """Tell whether no other incident is told in the sentence."""
    sentence = told.token.sent
    others = (t for incident in incidents if told not in incident for t in incident)
    return not any(sentence.start <= t.token.i < sentence.end for t in others)


def aside(token: Token, trigger: Token) -> bool:
    """Tell whether a word stands in a clause that only describes somebody: "Poe, who had lived in Leeds, was shot"."""
    clauses = (t for t in token.ancestors if t.dep_ in {"relcl", "acl", "appos"})
    return any(trigger != clause and clause not in trigger.ancestors for clause in clauses)


def places(kinds: Kinds, told: Told, incidents: Sequence[list[Told]]) -> Iterator[Token]:
    """Yield the named places of the sentence that stand where a place stands, the nearest first."""
    if not alone(told, incidents):
        return
    for token in sorted(told.token.sent, key=lambda t: abs(t.i - told.token.i)):
        if placed(token) and kinds.place(token) and not aside(token, told.token):
            yield token


def placed(name: Token) -> bool:
    """Tell whether a name stands where a place stands: "in Orsa", "in the old quarter of western Orsa"."""
    above = name.head.head
    if name.dep_ == "pobj" and name.head.lower_ == "of" and above.lemma_.lower() in PLACE_NOUNS:
        return placed(above)
    return name.dep_ == "pobj" and name.head.lower_ in PLACING and above.lemma_ not in SPEAKING


def afterwards(trigger: Token) -> set[Token]:
    """Return the words above a clause of the past: "they met" in "A year after a man shot five, they met"."""
    chain = [trigger, *trigger.ancestors]
    for at, word in enumerate(chain):
        marks = {child.lower_ for child in word.children if child.dep_ == "mark"} | {word.lower_}
        if marks & AFTER:
            return set(chain[at + 1 :])
    return set()


def dates(kinds: Kinds, told: Told, incidents: Sequence[list[Told]]) -> Iterator[Token]:
    """Yield the dates of the sentence that no verb of speaking or of arrest has, the nearest first."""
    if not alone(told, incidents):
        return
    for token in sorted(told.token.sent, key=lambda t: abs(t.i - told.token.i)):
        mention = kinds.context.mention(token)
        if token.ent_type_ in {"DATE", "TIME"} and mention and mention.kind == "Date" and mention.value:
            governor = token.head.head if token.head.pos_ == "ADP" else token.head
            later = governor in afterwards(told.token)
            later = (
                later
                or remembered(told.token)
                or (accused_of(told.token) and not beside(told.token, token))
                or of_verdict(told.token, token)
            )
            if governor.lemma_ not in SPEAKING | ACCUSING | HELD_LATER and not counted_from(token) and not later:
                yield token


def remembered(trigger: Token) -> bool:
    """Tell whether the sentence is of what is held in memory of it: "marked the 20th anniversary of the siege"."""
    return any(word.lemma_.lower() in MEMORIES for word in trigger.ancestors)


def beside(trigger: Token, day: Token) -> bool:
    """Tell whether a date with a number stands behind a deed, no verb between: "over the bombing in Ulm on 4 March"."""
    between = trigger.doc[trigger.i + 1 : day.i]
    return trigger.i < day.i and numbered(day) and not any(t.pos_ == "VERB" for t in between)
