"""Extraction in several processes: the same readings in the same order, sooner."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial

from kg.articles.article import Article
from kg.errors import ArticleError
from kg.extract.extract import outcomes, whole
from kg.facts import Reading
from kg.language.pipeline import resident
from kg.processes import ENDED, Processes

#: What becomes of an article.
Outcome = Reading | ArticleError


def readings_by(
    jobs: int, articles: Iterable[Article], model: str, *, learned: bool = True, without: Collection[str] = ()
) -> Iterator[Reading]:
    """Yield what each article states, in their order, read by `jobs` processes with a pipeline each.

    Raises:
        ArticleError: an article cannot be read.

    """
    read = partial(outcomes, model=model, learned=learned, without=without)
    with Processes(jobs) as processes:
        yield from whole(processes.through(partial(_alone, model, read) if jobs > 1 else read, articles, lost))


def _alone(
    model: str, read: Callable[[Iterable[Article]], Iterable[Outcome]], articles: Iterable[Article]
) -> Iterable[Outcome]:
    """Read articles in a process that does nothing else."""
    resident(model)
    return read(articles)


def lost(article: Article) -> ArticleError:
    """Return what is told of an article at which a process ended."""
    return ArticleError(f"article {article.id!r} is left out: the process that read it ended: {ENDED}")
