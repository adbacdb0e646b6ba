"""Nobody dies twice: who is named as killed by one incident is not killed by another that is told later."""

from collections.abc import Sequence

from kg.extract.incidents.incident import real
from kg.extract.incidents.rule_names import of_argument
from kg.extract.incidents.told import Told
from kg.facts import Argument

#: By what a death is put down to an incident that does not tell of it itself: "Jo Poe died".
PUT_DOWN = of_argument("killed", "harm")


def die_once(incidents: Sequence[list[Told]]) -> None:
    """Take from each incident the deaths that are only put down to it of those whom another killed before."""
    dead: set[str] = set()
    for incident in incidents:
        for told in incident:
            told.arguments = [a for a in told.arguments if not again(a, dead)]
        named = (a.mention for told in incident if real(told) for a in told.of("killed") if a.mention.form == "name")
        dead |= {mention.entity for mention in named}


def again(argument: Argument, dead: set[str]) -> bool:
    """Tell whether an argument is one of the dead, put down to an incident."""
    return argument.role == "killed" and argument.evidence.rule == PUT_DOWN and argument.mention.entity in dead
