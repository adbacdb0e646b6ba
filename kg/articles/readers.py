"""From files, folders and standard input to articles; what cannot be read is reported, and the rest is read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from kg.articles import formats, ids, languages, packed
from kg.articles.article import Article
from kg.articles.asked import Asked, Pending, Reader
from kg.articles.checks import checked
from kg.articles.dates import in_name, normal
from kg.articles.files import STDIN, Source, sources
from kg.articles.ids import Taken
from kg.articles.languages import Language
from kg.articles.packed import Archives
from kg.articles.record import Named
from kg.articles.report import Report, Watch, refuse, unwatched
from kg.articles.streams import rejoined
from kg.errors import ArticleError, DataError, KgError, LeftOut, Notice, UsageError

#: So many bytes of standard input tell what it is.
HEAD = 1 << 12


def read(  # noqa: PLR0913 (all but the first are options)
    paths: Iterable[Path | str],
    *,
    published: str | None = None,
    source: str | None = None,
    named: Named | None = None,
    language: Language = "en",
    keep_versions: bool = False,
    report: Report = refuse,
    watch: Watch = unwatched,
) -> Iterator[Article]:
    """Yield the articles of files, folders and standard input, in their order, those of a folder by name.

    `published` and `source` are those of a single text; `named` says what fields are called that kg does not know. An
    article that stands twice is one; an id that two others share is reported for the second. Of those at one address
    the newest is taken, or all if versions are to be kept. What is not in English is reported and left out, unless
    any language is asked for. `watch` sees all that comes in, whatever becomes of it.
    """
    inputs = [Path(path) for path in paths]
    asked = _asked(inputs, published, source, named or Named(), report)
    taken: dict[str, Taken] = {}
    dated: Counter[str] = Counter()
    for where, make in watch(_all(inputs, asked), "articles", lambda: None):
        try:
            article = sound(make(), where, report)
            article = ids.dated(article) if keep_versions else article
            found = Taken.of(article, where)
            first = taken.get(article.id)
            if not ids.is_new(found, first, report):
                if first and first.content == found.content:
                    report(ids.again(found, first))
                continue
        except KgError as error:
            report(error)
            continue
        except Exception as error:  # noqa: BLE001 (whatever an article raises is told of it)
            report(ArticleError.of(where, error))
            continue
        taken[article.id] = found
        if language == "en" and (other := languages.other(article)):
            said = f"{where}: {other}, not English: left out; --language any reads it all the same"
            report(LeftOut(said, "not in English"))
            continue
        dated.update(filter(None, [article.dated_by]))
        yield article
    if dated:
        report(Notice(f"dates of publication: {', '.join(f'{number} by {by}' for by, number in dated.most_common())}"))


def sound(article: Article, where: str, report: Report) -> Article:
    """Return an article with its date: that it gives, else that of its dateline or of the name of its file.

    Raises:
        DataError: it is none.

    """
    return by_name(checked(article, where, report), where)


def by_name(article: Article, where: str) -> Article:
    """Return an article of no known date with that in the name of its file, if it is called by that name."""
    day = None if article.published else in_name(Path(where).name)
    named = day is not None and in_name(article.id) == day
    return replace(article, published=day, dated_by="the name of the file") if named else article


def _asked(inputs: list[Path], published: str | None, source: str | None, named: Named, report: Report) -> Asked:
    """Return what is asked; what is said of a single text is checked: there is one, and the date is one."""
    if (published or source) and not (len(inputs) == 1 and _is_single(inputs[0])):
        raise UsageError("--published and --source are of a single text; articles in JSON Lines carry their own")
    try:
        return Asked(normal(published), source, named, report)
    except ValueError as error:
        raise DataError(f"published {published!r} {error}; write it as 2017-03-23") from error


def _is_single(path: Path) -> bool:
    singles = ("text", "web page", "mail", "PDF", "Word")
    suffix = packed.parts(path.name)[1]
    return path == STDIN or (not path.is_dir() and suffix in formats.SUFFIXES and formats.of(suffix).name in singles)


def _all(inputs: Iterable[Path], asked: Asked) -> Iterator[Pending]:
    """Yield where each article stands and how to read it."""
    with Archives() as archives:
        for source in sources(inputs, formats.SUFFIXES, asked.report, archives):
            yield from of(source, asked)


def of(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the articles of a file; one that breaks costs no other."""
    try:
        reader, given = _reader(source)
        yield from reader(given, asked)
    except OSError as error:
        asked.report(DataError(f"{source.where}: {error.strerror or error}"))
    except (*packed.BROKEN, UnicodeError) as error:
        asked.report(DataError(f"{source.where}: broken, or cut off: {error}"))
    except KgError as error:
        asked.report(error)
    except Exception as error:  # noqa: BLE001 (whatever a file raises is told of it)
        asked.report(ArticleError.of(source.where, error))


def _reader(source: Source) -> tuple[Reader, Source]:
    """Return who reads a file; what has no ending, as standard input, is told by its beginning, and unpacked."""
    if source.suffix:
        return formats.of(source.suffix).reader, source
    stream = source.open()
    head = stream.read(HEAD)
    whole = rejoined(head, stream)
    given = replace(source, open=lambda: whole)
    if packing := next((kind for magic, kind in packed.MAGIC.items() if head.startswith(magic)), None):
        return _reader(replace(source, open=partial(packed.COMPRESSED[packing], whole)))
    return formats.beginning(head).reader, given
