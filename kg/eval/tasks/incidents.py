"""incidents: attacks of an article with who, whom, with what and where, as MUC-4 annotates them.

Each gold incident is compared with its best predicted attack, slot by slot, by words; what false alarms say counts too.
Whether a prediction is right, by which confidence is measured, is asked of all the mentions of an incident.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kg.eval.gold import Row
from kg.eval.spans import pair_up
from kg.eval.verdicts import Count, Error, Judged, Verdict
from kg.facts import Argument, Event, Reading, Span

NEEDS = {"events": ("arguments", "slots")}
MEASURES = ("all slots", "incidents found")

TYPES = {"Attack", "Bombing", "Shooting", "Stabbing", "VehicleAttack", "Kidnapping", "Arson", "Assassination"}
#: The corpus's slots, and our roles that fill them.
SLOTS = {
    "PerpInd": {"perpetrator"},
    "PerpOrg": {"perpetrator", "perpetratorOrganization", "claimedBy"},
    "Target": {"target"},
    "Victim": {"victim", "killed", "injured"},
    "Instrument": {"weapon"},
}
#: These two share our roles: a guess that fits only the twin is judged there.
TWINS = {"PerpInd": "PerpOrg", "PerpOrg": "PerpInd"}
SMALL = {"the", "a", "an", "of", "and", "in"}


class Filler(NamedTuple):
    """One right answer to a slot, in each of its wordings."""

    alternatives: tuple[str, ...]
    optional: bool
    span: Span | None


class Incident(NamedTuple):
    """One annotated incident: its fillers by slot, and the places that are named for it."""

    fillers: Mapping[str, list[Filler]]
    places: tuple[str, ...]

    def fits(self, slot: str, phrase: str) -> bool:
        """Tell whether the phrase is a right answer to the slot."""
        return any(alike(phrase, filler.alternatives) for filler in self.fillers.get(slot, ()))


#: What one predicted attack says: its roles, and for each the words with the argument that has them.
Roles = Mapping[str, Mapping[str, Argument]]
NOTHING: Roles = {}
#: What annotators say of an attack that they did not see.
NO_INCIDENT = Incident({}, ())


def judge(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on the attacks of one article."""
    want = [annotated(event) for event in gold["events"]]
    attacks = [event for event in reading.events if event.type in TYPES]
    have = [_roles(gold["text"], event) for event in attacks]
    pairs = {i: j for i, j, _ in pair_up(want, have, _agreement)}
    yield Count("incidents found", len(pairs), len(have), len(want))
    for i, incident in enumerate(want):
        roles = have[pairs[i]] if i in pairs else NOTHING
        for slot in SLOTS:
            yield from _slot(slot, incident, roles)
        yield from _place(incident, roles)
    of = {attacks[j].key: want[i] for i, j in pairs.items()}
    for j, event in enumerate(attacks):
        yield Judged.of("event", event.evidence, right=event.key in of)
        if j not in pairs.values():
            if event.key not in of:
                yield Error("wrong incident", predicted=(event.trigger,), rule=event.evidence.rule)
            yield from _further(have[j], of.get(event.key, NO_INCIDENT))


def annotated(event: Row) -> Incident:
    """Return an annotated incident, each of its fillers once."""
    fillers: dict[str, list[Filler]] = {}
    for a in event["arguments"]:
        slot = "Victim" if a["role"] == "VictimDescription" else a["role"]
        filler = Filler(tuple(a["alternatives"]), a["optional"], Span(*a["span"]) if a.get("span") else None)
        if all(known.alternatives != filler.alternatives for known in fillers.setdefault(slot, [])):
            fillers[slot].append(filler)
    places = (f["set"] for f in event["slots"].get("INCIDENT: LOCATION", []) if f["set"])
    named = (re.findall(r"[A-Z][A-Z .'-]+[A-Z]", re.sub(r"\(.*?\)", " : ", place)) for place in places)
    return Incident(fillers, tuple(name for names in named for name in names))


def _roles(text: str, event: Event) -> Roles:
    roles: dict[str, dict[str, Argument]] = {}
    for argument in event.arguments:
        start, end = argument.mention.span
        roles.setdefault(argument.role, {})[text[start:end]] = argument
    return roles


def words(phrase: str) -> set[str]:
    """Return the words of a phrase that tell it from others."""
    return set(re.findall(r"[a-z0-9]+", phrase.lower())) - SMALL


def alike(phrase: str, alternatives: tuple[str, ...]) -> bool:
    """Tell whether the phrase contains one of the alternatives, or is contained in one."""
    mine = words(phrase)
    others = [words(other) for other in alternatives]
    return bool(mine) and any(mine <= other or (other and other <= mine) for other in others)


def _filled(roles: Roles, slot: str) -> dict[str, Argument]:
    """Return what the attack says for a slot, by its words."""
    said = {words: argument for role in sorted(SLOTS[slot]) for words, argument in roles.get(role, {}).items()}
    return dict(sorted(said.items()))


def _agreement(incident: Incident, roles: Roles) -> float:
    slots = ((fillers, _filled(roles, slot)) for slot, fillers in incident.fillers.items())
    hits = sum(any(alike(x, f.alternatives) for x in said) for fillers, said in slots for f in fillers)
    places = sum(alike(x, (place,)) for x in roles.get("place", ()) for place in incident.places)
    return 0.1 + hits + places


def _slot(slot: str, incident: Incident, roles: Roles) -> Iterator[Verdict]:
    """Yield the verdicts on one slot of an incident and its attack."""
    said = _filled(roles, slot)
    for filler in incident.fillers.get(slot, ()):
        hit = any(alike(x, filler.alternatives) for x in said)
        yield from _count(slot, right=hit, gold=hit or not filler.optional)
        if not hit and not filler.optional:
            yield Error(f"missed {slot}", (filler.span,) if filler.span else ())
    for phrase, argument in said.items():
        right = incident.fits(slot, phrase)
        if slot in TWINS and not right and (slot == "PerpOrg" or incident.fits(TWINS[slot], phrase)):
            continue
        yield from _count(slot, predicted=1)
        yield from _judged(slot, argument, right=right)


def _place(incident: Incident, roles: Roles) -> Iterator[Verdict]:
    """Yield the verdicts on the place: the attack says any, and one of what it says is right."""
    said = roles.get("place", {})
    right = any(alike(x, (place,)) for x in said for place in incident.places)
    yield from _count("Place", right=right, predicted=bool(said), gold=bool(incident.places))
    if incident.places and not said:
        yield Error("missed Place")
    for phrase, argument in said.items():
        yield from _judged("Place", argument, right=any(alike(phrase, (place,)) for place in incident.places))


def _further(roles: Roles, incident: Incident) -> Iterator[Verdict]:
    """Yield the verdicts on what an attack says that was not paired: it counts as wrong.

    Where it is a further mention of an incident that annotators saw, what it says may be right all the same.
    """
    for slot in SLOTS.keys() - {"PerpOrg"}:
        twin = TWINS.get(slot, slot)
        for phrase, argument in _filled(roles, slot).items():
            yield from _count(slot, predicted=1)
            right = incident.fits(slot, phrase) or incident.fits(twin, phrase)
            yield Judged.of("argument", argument.evidence, right=right)
    yield from _count("Place", predicted=bool(roles.get("place")))
    for phrase, argument in roles.get("place", {}).items():
        yield Judged.of("argument", argument.evidence, right=alike(phrase, incident.places))


def _judged(slot: str, argument: Argument, *, right: bool) -> Iterator[Verdict]:
    yield Judged.of("argument", argument.evidence, right=right)
    if not right:
        yield Error(f"wrong {slot}", predicted=(argument.mention.span,), rule=argument.evidence.rule)


def _count(slot: str, *, right: bool = False, predicted: int = 0, gold: int = 0) -> Iterator[Count]:
    for measure in ("all slots", slot):
        yield Count(measure, int(right), int(predicted), int(gold))
