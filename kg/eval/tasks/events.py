"""events: attacks by the words that name them, and who took part, as WikiEvents annotates them."""

from collections.abc import Iterator, Mapping

from kg.eval.gold import Row
from kg.eval.spans import overlap, pair_up, spans
from kg.eval.verdicts import Count, Error, Judged, Verdict
from kg.facts import Argument, Event, Reading, Span

NEEDS = {"events": ("type", "trigger", "arguments")}
MEASURES = ("attack triggers", "arguments")

#: The corpus's roles, and ours that fill them.
ROLES = {
    "Attacker": {"perpetrator", "perpetratorOrganization"},
    "Target": {"target", "victim", "killed", "injured"},
    "Instrument": {"weapon"},
    "ExplosiveDevice": {"weapon"},
    "Place": {"place"},
}
#: Annotators count killings and injuries apart from attacks, with roles of their own.
VIOLENCE = ("Conflict.Attack", "Life.Die", "Life.Injure")
PARTS = {
    **ROLES,
    "Victim": {"target", "victim", "killed", "injured"},
    "Killer": ROLES["Attacker"],
    "Injurer": ROLES["Attacker"],
}
JUDGED = {ours for roles in ROLES.values() for ours in roles}
#: Our events that are no attacks.
OTHER = {"Gathering", "Statement"}


def judge(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on the attacks of one article."""
    want = [event for event in gold["events"] if event["type"].startswith("Conflict.Attack")]
    have = [event for event in reading.events if event.type not in OTHER]
    pairs = {i: j for i, j, _ in pair_up(want, have, lambda g, p: float(overlap(g["trigger"], p.trigger)))}
    yield Count("attack triggers", len(pairs), len(have), len(want))
    for i, event in enumerate(want):
        if i not in pairs:
            yield Error("missed attack", (Span(*event["trigger"]),))
        yield from _found(_wanted(gold, event), have[pairs[i]] if i in pairs else None)
    attacks = {j: want[i] for i, j in pairs.items()}
    violence = [event for event in gold["events"] if event["type"].startswith(VIOLENCE)]
    parts = [part for event in violence for part in _wanted(gold, event, PARTS)]
    for j, said in enumerate(have):
        marked = any(overlap(event["trigger"], said.trigger) for event in violence)
        yield Judged.of("event", said.evidence, right=j in attacks or marked)
        yield from _judged(said, parts)
        if j not in attacks:
            yield Error("wrong attack", predicted=(said.trigger,), rule=said.evidence.rule)
        yield from _said(said, _wanted(gold, attacks[j]) if j in attacks else [])


#: The corpus's roles with ours.
Roles = Mapping[str, set[str]]
#: One annotated argument: our roles that fit, its own, and all mentions of who or what fills it.
Wanted = tuple[set[str], str, tuple[Span, ...]]


def _wanted(gold: Row, event: Row, roles: Roles = ROLES) -> list[Wanted]:
    """Return the arguments that count; any mention of the same entity serves."""
    mentions = {tuple(span): group for group in gold.get("clusters", []) for span in group}
    arguments = ((a["role"], a["span"]) for a in event["arguments"] if a["role"] in roles)
    return [(roles[role], role, spans(mentions.get(tuple(span), [span]))) for role, span in arguments]


def _fits(argument: Argument, wanted: Wanted) -> bool:
    ours, _, mentions = wanted
    return argument.role in ours and any(overlap(argument.mention.span, span) for span in mentions)


def _found(wanted: list[Wanted], said: Event | None) -> Iterator[Verdict]:
    """Yield the verdicts on the annotated arguments of one attack."""
    for one in wanted:
        found = any(_fits(argument, one) for argument in (said.arguments if said else ()))
        yield Count("arguments", int(found), 0, 1)
        if said and not found:
            yield Error(f"missed {one[1]}", (said.trigger, one[2][0]), rule=said.evidence.rule)


def _said(event: Event, wanted: list[Wanted]) -> Iterator[Verdict]:
    """Yield the verdicts on the arguments that we gave one attack."""
    for argument in event.arguments:
        if argument.role in JUDGED:
            right = any(_fits(argument, one) for one in wanted)
            yield Count("arguments", 0, 1, 0)
            if wanted and not right:
                marks = (event.trigger, argument.mention.span)
                yield Error(f"wrong {argument.role}", predicted=marks, rule=argument.evidence.rule)


def _judged(event: Event, parts: list[Wanted]) -> Iterator[Judged]:
    """Yield whether annotators gave the same things the same parts in any violence of the article, if they gave any."""
    for argument in event.arguments if parts else ():
        if argument.role in JUDGED:
            yield Judged.of("argument", argument.evidence, right=any(_fits(argument, part) for part in parts))
