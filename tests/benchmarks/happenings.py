"""One incident, many articles: which of what 100,000 articles tell as having happened are one."""

import resource
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from random import Random

from common import QUICK, processor_seconds, row, talk

from kg.extract.lexicon import gazetteer
from kg.resolve.events import meeting
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.frequency import _shares

ARTICLES = 5_000 if QUICK else 100_000
#: Articles of one incident of which all papers tell.
ONE = [300, 600] if QUICK else [1_000, 3_000]
#: Articles that tell one incident, and the years over which they come.
EACH, YEARS = 4, 10
#: Long words near by, of which each article has its own and those of its incident; of how many words.
OWN, SHARED, VOCABULARY = 45, 30, 20_000
KINDS = ["Attack", "Shooting", "Bombing", "Stabbing", "Kidnapping", "Arson"]


class Told:
    """What articles tell of made-up incidents: towns, words and names by Zipf's law, most incidents of few articles."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._places = sorted({known.name.lower() for known in gazetteer.by_key().values() if known.kind == "Place"})
        self._firsts, self._lasts = (sorted(_shares(table)) for table in ("first:male", "last"))
        self._words = [f"word{number}" for number in range(VOCABULARY)]
        self._weights = [*accumulate(1 / (rank + 10) for rank in range(VOCABULARY))]

    def _ranked(self, some: list[str]) -> str:
        return some[min(int(len(some) ** self._random.random()) - 1, len(some) - 1)]

    def _person(self) -> str:
        return f"{self._ranked(self._firsts)} {self._ranked(self._lasts)}"

    def _near(self, number: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._weights, k=number)

    def occurrences(self, each: int = EACH) -> Iterator[Occurrence]:
        """Yield what article after article tells; of one incident, so many do in the mean."""
        number, random = 0, self._random
        while True:
            day = date(2010, 1, 1) + timedelta(days=random.randrange(365 * YEARS))
            town, victim, suspect = self._ranked(self._places), self._person(), self._person()
            killed = random.randint(1, 9)
            kind, shared, country = random.choice(KINDS), self._near(SHARED), self._ranked(self._places)
            for _ in range(random.randint(1, 2 * each - 1)):
                number += 1
                people = sorted({victim, suspect, *(self._person() for _ in range(random.randint(0, 3)))})
                yield Occurrence(
                    f"made-{number}",
                    f"article/made-{number}/event/1",
                    kinds=(kind,),
                    days=(day.isoformat(),),
                    published=(day + timedelta(days=random.randint(0, 5))).isoformat(),
                    killed=killed,
                    taking=(victim,),
                    dead=(victim,),
                    people=tuple(people),
                    bodies=(f"{town} police",),
                    sites=(town,),
                    places=tuple(sorted({town, self._ranked(self._places)})),
                    wide=(country,),
                    ages=(str(random.randint(18, 80)),),
                    words=tuple(sorted({*shared, *self._near(OWN)})),
                )


def main() -> None:
    told = list(islice(Told(Random(5)).occurrences(), ARTICLES))
    talk(f"{len(told)} told")
    found: list[object] = []
    seconds = processor_seconds(lambda: found.extend(meeting.happenings(told)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    talk(f"{len(found)} happenings")
    row(f"one incident among {ARTICLES:,} articles, processor", f"{seconds:.0f} s", "at most 300 s")
    row("memory of it", f"{peak:.1f} GB")
    for number in ONE:
        told = list(islice(Told(Random(5)).occurrences(number * 10), number))
        seconds = processor_seconds(lambda told=told: meeting.happenings(told))
        row(f"one incident that {number:,} articles tell, processor", f"{seconds:.1f} s")


if __name__ == "__main__":
    main()
