"""Who reads articles: this kg, a language model, and how sure it must be. spaCy is loaded when the first is read."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import cache, partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TypeVar

from kg.articles.article import Article
from kg.articles.report import Report, refuse
from kg.errors import ArticleError, Notice
from kg.extract.rules.users import NO_RULES, Own
from kg.facts import Reading
from kg.processes import Processes
from kg.resources import ARTICLE_TIMEOUT, DEFAULT_MODEL, version_of

Made = TypeVar("Made")
#: What stands in a signature before the digest of rules of a user's own.
OWN = ", own rules "
#: The rooms whose code and data decide what is read.
ROOMS = ("language", "extract", "background")


@cache
def _digest() -> str:
    """Return a short digest of kg's own code and data that read, so that a changed kg reads again."""
    here, read = Path(__file__).parent, sha256()
    inside = (file for room in ROOMS for file in (here / room).rglob("*") if file.is_file())
    for file in (here / "naming.py", *sorted(inside)):
        if "__pycache__" not in file.parts:
            read.update(file.relative_to(here).as_posix().encode() + b"\0" + file.read_bytes())
    return read.hexdigest()[:12]


def own_digest(signature: str) -> str:
    """Return the digest of rules of a user's own that a signature tells of; empty where there were none."""
    return signature.partition(OWN)[2]


@dataclass(frozen=True, slots=True)
class Left:
    """How many articles of no known day have days that stay words for want of it, and the first such words."""

    articles: int = 0
    words: str = ""

    def and_of(self, words: str) -> "Left":
        """Return this with the words that another article leaves, if it leaves any."""
        return Left(self.articles + 1, self.words or words) if words else self

    def notice(self) -> Notice:
        """Return what is told of it."""
        which = "1 article" if self.articles == 1 else f"{self.articles} articles"
        return Notice(f'{which} of no known date: days such as "{self.words}" stay words there')


def undated(reading: Reading) -> str:
    """Return the first words for a day of an event that give no day, where that of the article is not known."""
    if reading.article.published:
        return ""
    ends = (argument.mention for event in reading.events for argument in event.arguments if argument.role == "date")
    return next((mention.text for mention in ends if not mention.value), "")


@dataclass(frozen=True, slots=True)
class Extraction:
    """Reads what articles state, with an installed spaCy pipeline; what is less sure than asked is left out.

    `jobs` is how many processes read; `rules_only` leaves out all that was learned from annotated texts. An article
    that cannot be read is told to `report`, and the others are read; unless told otherwise, the first is raised. What
    takes more than `article_timeout` seconds of the processor, in all, cannot be read. `own` are rules beside kg's.
    `resident` says that the process is kg's own: its collector of garbage then passes the pipeline by. With `once` that
    is let go when all is read, with a third of a gigabyte.
    """

    model: str = DEFAULT_MODEL
    min_confidence: float = 0.0
    jobs: int = 1
    rules_only: bool = False
    report: Report = field(default=refuse, compare=False, repr=False)
    article_timeout: float | None = field(default=ARTICLE_TIMEOUT, compare=False)
    own: Own = NO_RULES
    resident: bool = field(default=False, compare=False)
    once: bool = field(default=False, compare=False)

    @property
    def signature(self) -> str:
        """All that readings depend on but the articles: two extractions of the same signature read the same."""
        least = f", confidence at least {self.min_confidence}" if self.min_confidence else ""
        rules = ", rules only" if self.rules_only else ""
        own = f"{OWN}{self.own.digest}" if self.own.rules else ""
        return f"newskg {version_of('newskg')} ({_digest()}), {self.model} {version_of(self.model)}{least}{rules}{own}"

    def __call__(self, articles: Iterable[Article]) -> Generator[Reading, None, None]:
        """Yield what each article states, in the order of the articles."""
        return self.made(articles, _itself)

    def made(
        self, articles: Iterable[Article], make: Callable[[Reading], Made], processes: Processes | None = None
    ) -> Generator[Made, None, None]:
        """Yield what is made of what each article states, by the processes that read, which go on to live if given."""
        stream = iter(articles)
        if (first := next(stream, None)) is None:
            return
        from kg.extract.processes import lost

        left = Left()
        with nullcontext(processes) if processes else Processes(self.jobs) as by:
            reader = replace(self, report=refuse, resident=self.resident or by.number > 1)
            for found in by.through(partial(_read, reader, make), chain([first], stream), lost):
                if isinstance(found, ArticleError):
                    self.report(found)
                else:
                    left = left.and_of(found[0])
                    yield found[1]
        if left.articles:
            self.report(left.notice())
        if self.once and by.number == 1:
            from kg.language.pipeline import unload

            unload()


def ready(model: str) -> None:
    """Load all that reading takes, in a process that does nothing else."""
    from kg.extract.extract import outcomes
    from kg.language.pipeline import resident

    resident(model)
    for _ in outcomes(
        [Article("", "Ann Lee said that Bob Ray, the mayor of Leeds, was born in Kent on Monday.")], model
    ):
        pass


def _itself(reading: Reading) -> Reading:
    return reading


def _read(
    by: Extraction, make: Callable[[Reading], Made], articles: Iterable[Article]
) -> Iterator[tuple[str, Made] | ArticleError]:
    """Yield what is made of each article, with the words that it leaves, or what kept it from being read."""
    from kg.background.proposed import borne_out
    from kg.extract.extract import outcomes
    from kg.extract.measured.confidence import at_least
    from kg.language.pipeline import resident

    if by.resident:
        resident(by.model)
    learned, seconds = not by.rules_only, by.article_timeout
    for found in outcomes(articles, by.model, learned=learned, seconds=seconds, own=by.own):
        if isinstance(found, ArticleError):
            yield found
        else:
            reading = borne_out(at_least(by.min_confidence, found))
            yield undated(reading), make(reading)
