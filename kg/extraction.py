"""Who reads articles: this kg, a language model, and how sure it must be. spaCy is loaded when the first is read."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from kg.articles.article import Article
from kg.articles.report import Report, refuse
from kg.errors import ArticleError, Notice
from kg.extract.rules.users import NO_RULES, Own
from kg.facts import Reading
from kg.resources import ARTICLE_TIMEOUT, DEFAULT_MODEL, version_of

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

    def and_of(self, reading: Reading) -> "Left":
        """Return this with what another article leaves."""
        if reading.article.published or not (words := _undated(reading)):
            return self
        return Left(self.articles + 1, self.words or words)

    def notice(self) -> Notice:
        """Return what is told of it."""
        which = "1 article" if self.articles == 1 else f"{self.articles} articles"
        return Notice(f'{which} of no known date: days such as "{self.words}" stay words there')


def _undated(reading: Reading) -> str:
    """Return the first words for a day of an event that give no day."""
    ends = (argument.mention for event in reading.events for argument in event.arguments if argument.role == "date")
    return next((mention.text for mention in ends if not mention.value), "")


@dataclass(frozen=True, slots=True)
class Extraction:
    """Reads what articles state, with an installed spaCy pipeline; what is less sure than asked is left out.

    `jobs` is how many processes read; `rules_only` leaves out all that was learned from annotated texts. An article
    that cannot be read is told to `report`, and the others are read; unless told otherwise, the first is raised. What
    takes more than `article_timeout` seconds of the processor, in all, cannot be read. `own` are rules beside kg's.
    `resident` says that the process is kg's own: its collector of garbage then passes the pipeline by.
    """

    model: str = DEFAULT_MODEL
    min_confidence: float = 0.0
    jobs: int = 1
    rules_only: bool = False
    report: Report = field(default=refuse, compare=False, repr=False)
    article_timeout: float | None = field(default=ARTICLE_TIMEOUT, compare=False)
    own: Own = NO_RULES
    resident: bool = field(default=False, compare=False)

    @property
    def signature(self) -> str:
        """All that readings depend on but the articles: two extractions of the same signature read the same."""
        least = f", confidence at least {self.min_confidence}" if self.min_confidence else ""
        rules = ", rules only" if self.rules_only else ""
        own = f"{OWN}{self.own.digest}" if self.own.rules else ""
        return f"newskg {version_of('newskg')} ({_digest()}), {self.model} {version_of(self.model)}{least}{rules}{own}"

    def __call__(self, articles: Iterable[Article]) -> Generator[Reading, None, None]:
        """Yield what each article states, in the order of the articles."""
        stream = iter(articles)
        if (first := next(stream, None)) is None:
            return
        from kg.background.proposed import borne_out
        from kg.extract.measured.confidence import at_least
        from kg.extract.processes import outcomes_by
        from kg.language.pipeline import resident

        if self.resident and self.jobs == 1:
            resident(self.model)
        articles, learned = chain([first], stream), not self.rules_only
        left = Left()
        seconds, own = self.article_timeout, self.own
        for found in outcomes_by(self.jobs, articles, self.model, learned=learned, seconds=seconds, own=own):
            if isinstance(found, ArticleError):
                self.report(found)
            else:
                left = left.and_of(found)
                yield borne_out(at_least(self.min_confidence, found))
        if left.articles:
            self.report(left.notice())
