"""What a node is called that has no name of its own: a statement by its words, an event by kind, place and day."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.facts import Argument, Entity, Event
from kg.vocabulary import vocabulary

#: A statement is called by its first words, up to about as many characters.
LENGTH = 60
ARTICLE = re.compile(r"^[Tt]he |^[Aa]n? ")
#: Roles of those by whom an event is known where nobody says where it was.
HIT = ("killed", "victim", "injured", "target")


def statement(words: str) -> str:
    """Return the first words of a statement."""
    line = " ".join(words.split())
    return line if len(line) <= LENGTH else f"{line[:LENGTH].rsplit(' ', 1)[0]} …"


def event(told: Sequence[Event], named: Iterable[Entity]) -> str:
    """Return "Bombing, Kabul, 2017-05-31" of the mentions of one event; "Shooting of Al Fox" where no place is told.

    Only names stand in it, so that a list of events can be read; what is claimed of them stands in their claims.
    """
    labels = {entity.key: entity.label for entity in named}
    arguments = [argument for each in told for argument in each.arguments]
    sites = [label for argument in arguments if argument.role == "place" for label in _named(argument, labels)]
    hit = [label for role in HIT for a in arguments if a.role == role for label in _named(a, labels)]
    days = [value for a in arguments if a.role == "date" and (value := a.value or a.mention.value)]
    what = kind(each.type for each in told)
    where = [f"{what}, {sites[0]}"] if sites else [f"{what} of {each}" for each in hit] or [what]
    return ", ".join([where[0], *sorted(days, key=len, reverse=True)[:1]])


def kind(types: Iterable[str]) -> str:
    """Return the label of the narrowest class, the first told of several, with a capital."""
    above, labels = vocabulary().above, vocabulary().labels
    narrowest = max(types, key=lambda name: len(above.get(name, ())))
    label = labels.get(narrowest, narrowest)
    return label[:1].upper() + label[1:]


def _named(argument: Argument, labels: dict[str, str]) -> Iterator[str]:
    """Yield the name, that of "the Kabul area" too; nothing of "two guards", "a market"."""
    label = ARTICLE.sub("", labels.get(argument.mention.entity, ""))
    if argument.mention.form != "value" and label[:1].isupper():
        yield label
