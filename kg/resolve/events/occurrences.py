"""The happenings that a reading tells of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.facts import Argument, Event, Mention, Reading
from kg.resolve import folding
from kg.resolve.events.occurrence import Occurrence

#: What is told as having happened, by whomever, and what at least as having been meant to.
HAPPENED = frozenset({"asserted", "reported"})
HELD = HAPPENED | {"planned"}
#: Roles of those who take part, and of the dead among them.
TAKING = frozenset({"perpetrator", "perpetratorOrganization", "victim", "killed", "injured", "target"})
DEAD = frozenset({"killed"})
SITES = frozenset({"place", "target"})
#: Words of the offices of those who speak of all attacks, so that their names tell little of one.
SPEAKING = frozenset({"minister", "premier", "president", "chancellor", "king", "queen", "pope"}) | {
    "spokesman",
    "spokeswoman",
    "spokesperson",
}
#: Characters before and behind a trigger that tell of it.
NEAR = 250
#: Characters at the head of an article, in which it says what it is about.
HEAD = 400
AGE = re.compile(r"\b(\d{1,2})[- ‑]years?[- ‑]old\b|\baged? (\d{1,2})\b|, (\d{1,2}),", re.IGNORECASE)  # noqa: RUF001
#: What stands right before a name or behind it and tells its age: "24-year-old Jo Poe", "Jo Poe, 24,", "Jo Poe (24)".
AGE_BEFORE = re.compile(r"\b(\d{1,2})[- ‑]years?[- ‑]old $", re.IGNORECASE)  # noqa: RUF001
AGE_BEHIND = re.compile(r"(?:, (?:aged? )?| aged? | \()(\d{1,2})(?=[,.;)])", re.IGNORECASE)
#: Characters before a name in which such words stand.
BEFORE = 14
LONG_WORD = re.compile(r"[a-z]{5,}")
Windows = Sequence[tuple[int, int]]


def occurrences(reading: Reading) -> list[Occurrence]:
    """Return what an article tells as having happened or having been foiled, in the order of its paths."""
    told: dict[str, list[Event]] = defaultdict(list)
    for event in reading.events:
        told[event.key].append(event)
    held = {key: events for key, events in told.items() if any(e.evidence.modality in HELD for e in events)}
    main = _main(held) if held else None
    return [_one(_Words(reading, events, is_main=key == main), key) for key, events in sorted(held.items())]


def _main(told: dict[str, list[Event]]) -> str:
    """Return the path of what the article is about: told at its head, most often, first."""
    return min(told, key=lambda key: (told[key][0].trigger.start >= HEAD, -len(told[key]), told[key][0].trigger))


class _Words:
    """The words about a happening: near its triggers, and all of the article if it is about that."""

    def __init__(self, reading: Reading, events: Sequence[Event], *, is_main: bool) -> None:
        self.reading, self.events = reading, events
        text = reading.article.text
        close = [(max(e.trigger.start - NEAR, 0), e.trigger.end + NEAR) for e in events]
        self._windows = [(0, len(text))] if is_main else close
        self.close = " ".join(text[start:end] for start, end in [*close, *([(0, HEAD)] if is_main else [])])
        self.whole = " ".join(text[start:end] for start, end in self._windows)
        named = {mention.entity for mention in reading.mentions if mention.form == "name"}
        self._labels = {entity.key: entity.label for entity in reading.entities if entity.key in named}

    def named(self, *kinds: str) -> Iterator[Mention]:
        """Yield the names of some kinds."""
        for mention in self.reading.mentions:
            near = any(start <= mention.span.start < end for start, end in self._windows)
            if near and mention.form == "name" and mention.kind in kinds:
                yield mention

    def arguments(self, roles: Iterable[str]) -> list[Argument]:
        """Return what fills some roles."""
        return [a for event in self.events for a in event.arguments if a.role in roles]

    def names(self, mentions: Iterable[Mention]) -> set[str]:
        """Return what things are called in full, in normal form; nothing of what has no name."""
        labels = (self._labels.get(mention.entity, "") for mention in mentions)
        return {" ".join(folding.words(label)) for label in labels} - {""}


def _one(words: _Words, key: str) -> Occurrence:
    reading = words.reading
    officials = _officials(reading)
    persons = list(words.named("Person"))
    known = words.names(m for m in persons if m.entity in officials)
    speaking = words.names(m for m in persons if SPEAKING & officials.get(m.entity, frozenset()))
    full = {name for name in words.names(persons) if " " in name} - known
    places = words.names(words.named("Place"))
    wide = {name for name in places if naming.shared("Place", name) in gazetteer.codes()}
    values = [a.value or a.mention.value for a in words.arguments({"date"})]
    return Occurrence(
        reading.article.id,
        key,
        kinds=_sorted(event.type for event in words.events),
        days=_sorted(filter(None, values)),
        published=reading.article.published,
        killed=_killed(words.arguments(DEAD)),
        taking=_taking(words, TAKING),
        dead=_taking(words, DEAD),
        people=_sorted(full),
        bodies=_sorted(known - speaking | words.names(words.named("Organization"))),
        sites=_sorted(words.names(a.mention for a in words.arguments(SITES) if a.mention.kind == "Place")),
        places=_sorted(places - wide),
        wide=_sorted(wide),
        ages=_sorted(_ages(words.whole)),
        aged=_sorted(age for dead in words.arguments(DEAD) for age in _aged(words, dead.mention)),
        words=_sorted(LONG_WORD.findall(words.close.lower())),
        foiled=not any(event.evidence.modality in HAPPENED for event in words.events),
    )


def _officials(reading: Reading) -> Mapping[str, frozenset[str]]:
    """Return who holds an office, with the words of his offices."""
    found: dict[str, frozenset[str]] = {}
    for fact in reading.facts:
        if fact.relation == "holdsRole":
            words = frozenset(fact.object.entity.rpartition("/")[2].split("-"))
            found[fact.subject.entity] = found.get(fact.subject.entity, frozenset()) | words
    return found


def _sorted(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found)))


def _ages(text: str) -> list[str]:
    return [age for found in AGE.finditer(text) for age in found.groups() if age]


def _aged(words: _Words, dead: Mention) -> Iterator[str]:
    """Yield the ages that an article tells of one of the dead, wherever it speaks of him."""
    text = words.reading.article.text
    named = [m for m in words.reading.mentions if m.entity == dead.entity and dead.form == "name"]
    for start, end in {(each.span.start, each.span.end) for each in (dead, *named)}:
        around = AGE_BEFORE.search(text, max(start - BEFORE, 0), start), AGE_BEHIND.match(text, end)
        yield from (*_ages(text[start:end]), *(found[1] for found in around if found))


def _taking(words: _Words, roles: Iterable[str]) -> tuple[str, ...]:
    """Return the names of persons and bodies in some roles."""
    mentions = [a.mention for a in words.arguments(roles) if a.mention.kind in {"Person", "Organization"}]
    return _sorted(words.names(mentions))


def _killed(dead: Iterable[Argument]) -> int | None:
    return max((int(a.value) for a in dead if a.value and a.value.isdecimal()), default=None)
