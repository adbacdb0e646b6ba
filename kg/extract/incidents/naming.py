"""Puts those who are identified into the incident that tells of them, in the role that they have there.

"A gunman shot three clerks and was shot by police. The gunman was identified as Jo Poe": in the first he did it, in the
second he was hit.
"""

from collections.abc import Iterator, Sequence

from kg.extract.incidents.identified import UNTOLD, Identified, identified
from kg.extract.incidents.incident import Things, head, real
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.parts import HARMED, Part
from kg.extract.incidents.stopped import stopping
from kg.extract.incidents.told import Told, held
from kg.extract.quotes.lookup import SaidBy
from kg.facts import Argument

#: The roles of persons, that of who did it before those of whom it hit: he may have died in it.
PERSONS = ("perpetrator", "killed", "injured", "victim")
Incidents = Sequence[list[Told]]


def add_identified(kinds: Kinds, speech: SaidBy, incidents: Incidents) -> list[list[Told]]:
    """Add to each incident those whom the article identifies; who did it is not among those whom it hit."""
    for each in identified(kinds):
        place = next(places(kinds, each, incidents), None)
        if place is not None:
            told, role = place
            told = standing(told, incidents) if role == "perpetrator" else told
            speaker = each.part.speaker if role == "perpetrator" else None
            add(told, held(kinds.context, speech, told, each.part._replace(role=role, speaker=speaker)))
    found = [part for incident in incidents for part in apart(incident)]
    for incident in found:
        spare(incident)
    return found


def places(kinds: Kinds, each: Identified, incidents: Incidents) -> Iterator[tuple[Told, str]]:
    """Yield where somebody identified may belong, likeliest first: the mention of the incident, and his role in it."""
    before = latest(each.part, incidents)
    if each.part.role in HARMED:
        # Who else is dead was not shot by the police who shot the gunman.
        before = sorted(before, key=lambda pair: by_police(pair[1]))
    known = [(last, role) for last, told in before for role in roles(kinds, each, told)]
    yield from sorted(known, key=lambda place: PERSONS.index(place[1]))
    if each.part.role != UNTOLD:
        mentions = [told for incident in incidents for told in incident]
        inside = {t.i for t in (each.part.teller or each.part.token).subtree}
        yield from ((told, each.part.role) for told in mentions if told.token.i in inside)
        yield from ((last, each.part.role) for last, _ in before)
        yield from ((m, each.part.role) for m in mentions[:1] if m.token.sent == each.part.token.sent)


def standing(told: Told, incidents: Incidents) -> Told:
    """Return a mention, or one that is not denied of the same incident: who is a suspect is so of what happened."""
    whole = next((incident for incident in incidents if told in incident), [told])
    return told if real(told) else next(filter(real, whole), told)


def by_police(incident: Sequence[Told]) -> bool:
    """Tell whether police did it, to those who did another incident."""
    doers = {head(a.mention) for told in incident for a in told.of("perpetrator")}
    hit = {head(a.mention) for told in incident for a in told.of(*HARMED) if a.mention.form != "pronoun"}
    return stopping(doers, hit)


def latest(part: Part, incidents: Incidents) -> list[tuple[Told, list[Told]]]:
    """Return the incidents told before, the last first, each with its last mention before."""
    found = []
    for incident in incidents:
        before = [told for told in incident if told.token.i < part.token.i]
        if before:
            found.append((before[-1], incident))
    return sorted(found, key=lambda pair: -pair[0].token.i)


def roles(kinds: Kinds, each: Identified, incident: Sequence[Told]) -> Iterator[str]:
    """Yield the roles in which an incident tells of who is identified: as the same person, or by the same noun."""
    if each.called is None:
        return
    mention = kinds.context.mention(each.called)
    noun = each.called.lower_ if each.called.pos_ == "NOUN" else None
    told = [a for one in incident for a in one.of(*PERSONS)]
    authors = Things(a for a in told if a.role == "perpetrator")
    others = any(a.role in HARMED and mention and a.mention.entity != mention.entity for a in told)
    for argument in told:
        same = mention is not None and argument.mention.entity == mention.entity
        if same or (argument.mention.form == "nominal" and head(argument.mention) == noun):
            # "Three died in the shooting. The gunman, Jo Poe, was killed as well."
            did = himself(argument, authors) or (each.part.role == "perpetrator" and others)
            yield "perpetrator" if did else argument.role


def add(told: Told, argument: Argument) -> None:
    """Add an argument where the mention has none in these words."""
    if not any(a.mention.span == argument.mention.span for a in told.of(argument.role)):
        told.arguments.append(argument)


def apart(incident: list[Told]) -> Iterator[list[Told]]:
    """Yield an incident without what others did to the one who is now known to have done it; that is another."""
    turned = [told for told in incident if hit_by_others(told, incident)]
    yield [told for told in incident if told not in turned]
    yield from ([told] for told in turned)


def hit_by_others(told: Told, incident: Sequence[Told]) -> bool:
    """Tell whether a mention tells who hit the author of an incident: "He was killed by police"."""
    others = {a.mention.entity for other in incident if other is not told for a in other.of("perpetrator")}
    own = {a.mention.entity for a in told.of("perpetrator")}
    hit = {a.mention.entity for a in told.of(*HARMED)}
    return bool(own) and bool(hit & others) and own.isdisjoint(others)


def spare(incident: Sequence[Told]) -> None:
    """Take from those whom an incident hit the one who did it: "The gunman, Jo Poe, was killed too"."""
    authors = Things(a for told in incident for a in told.of("perpetrator"))
    for told in incident:
        told.arguments = [a for a in told.arguments if a.role not in HARMED or not himself(a, authors)]


def himself(argument: Argument, authors: Things) -> bool:
    """Tell whether somebody hit is one of those who did it: by name, or as "the gunman"."""
    mention = argument.mention
    if mention.entity in authors.entities:
        return True
    return mention.form == "nominal" and mention.text.lower().startswith("the ") and head(mention) in authors.heads
