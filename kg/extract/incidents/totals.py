"""How many an incident has killed by now, where the words count on: "A fourth person has died" after "three died"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.incidents.incident import head, real
from kg.extract.incidents.told import Told
from kg.extract.syntax.numbers import ordinal
from kg.facts import Argument

Incidents = Sequence[list[Told]]


def count_on(incidents: Incidents) -> None:
    """Let whoever is told as the third to die make the toll: three at least, just that if two were told before."""
    for incident in incidents:
        known: set[int] = set()
        named: set[str] = set()
        for told in filter(real, incident):
            known |= set(totals(told.of("killed")))
            named |= {a.mention.entity for a in told.of("killed") if a.mention.form == "name"}
            told.arguments = [next_one(argument, known | {len(named)}) for argument in told.arguments]


def next_one(argument: Argument, known: set[int]) -> Argument:
    """Return an argument that counts on with the number that it makes, any other as it is."""
    number = ordinal(argument.mention.text) if argument.role == "killed" else None
    if number is None:
        return argument
    if number - 1 in known:
        return replace(argument, value=str(number))
    # "A third victim died": of those who were hit, of whom two may live.
    return argument if head(argument.mention) == "victim" else replace(argument, value=f"{number}-")


def totals(dead: Sequence[Argument]) -> Iterator[int]:
    """Yield how many are dead as some words say, exactly or at least; nobody by "two of them" and "another nurse"."""
    for argument in dead:
        number = (argument.value or "").rstrip("-")
        part = argument.value == "1-" or ordinal(argument.mention.text) is not None
        if number.isdecimal() and (not part or argument.value == number):
            yield int(number)
