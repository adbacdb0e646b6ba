"""templates: attacks as MUC-4 fills its templates, one an incident, however often the article speaks of it.

Each thing stands once in its slot, in the words that tell most of it. `incidents` judges each mention by itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.eval.gold import Row
from kg.eval.tasks import incidents
from kg.eval.verdicts import Verdict
from kg.facts import Argument, Event, Form, Reading

NEEDS = incidents.NEEDS
MEASURES = incidents.MEASURES

#: Which words for a thing tell most of it: its name, then a description.
FORMS: tuple[Form, ...] = ("name", "value", "nominal", "pronoun")
#: The roles of those who are hit are one slot.
SLOT = dict.fromkeys(incidents.SLOTS["Victim"], "Victim")


def judge(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on the attacks of one article."""
    return incidents.judge(gold, replace(reading, events=tuple(wholes(reading.events))))


def wholes(events: Iterable[Event]) -> Iterator[Event]:
    """Yield each incident with all that its mentions tell of it, as the first of them."""
    mentions: dict[str, list[Event]] = {}
    for event in events:
        mentions.setdefault(event.key, []).append(event)
    for first, *more in mentions.values():
        yield replace(first, arguments=tuple(once([*first.arguments, *(a for each in more for a in each.arguments)])))


def once(arguments: Iterable[Argument]) -> Iterator[Argument]:
    """Yield one argument a thing and slot."""
    told: dict[tuple[str, str], Argument] = {}
    for argument in arguments:
        thing = SLOT.get(argument.role, argument.role), argument.mention.entity
        known = told.setdefault(thing, argument)
        if FORMS.index(argument.mention.form) < FORMS.index(known.mention.form):
            told[thing] = argument
    yield from told.values()
