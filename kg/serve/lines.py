"""What stands on a page again and again, as HTML: a macro of a template takes several times as long."""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from kg.serve.articles import Note
from kg.serve.entries import Entry, Notes, Part, Words
from kg.serve.marks import Paragraph, Piece

#: Linked words that are remembered as they are written: the same things stand on many pages.
KEPT = 20_000


@lru_cache(maxsize=KEPT)
def part(it: Part) -> Markup:
    """Return words of a line as a page has them, linked where there is an address."""
    words = f"<bdi>{escape(it.text)}</bdi>"
    if it.href:
        away = "" if it.href.startswith("/") else ' rel="noreferrer external"'
        words = f'<a href="{escape(it.href)}"{away}>{words}</a>'
    return _safe(words)


def parts(them: Iterable[Part]) -> Markup:
    """Return the words of a line, no space before a comma."""
    words = "".join(f"{'' if it.text == ',' else ' '}{part(it)}" for it in them)
    return _safe(words.removeprefix(" "))


def notes(them: Notes) -> Markup:
    """Return how a line is told, and by whom."""
    return _safe("".join(f' <span class="badge {escape(word)}">{escape(word)}{_by(by)}</span>' for word, by in them))


def _by(them: tuple[Part, ...]) -> str:
    return f" by {', '.join(map(part, them))}" if them else ""


def quoted(words: Words) -> Markup:
    """Return a sentence with its article."""
    said = "".join(f"<mark>{escape(it)}</mark>" if n % 2 else escape(it) for n, it in enumerate(words.pieces))
    how = ", ".join(map(escape, filter(None, (words.rule, words.rule and words.confidence))))
    rule = f' <span class="rule">{how}</span>' if how else ""
    link = f'<a href="{escape(words.href)}">{escape(words.article or "article")}</a>'
    return _safe(f"<blockquote><p>{said}</p>\n<cite>{link}{rule}</cite></blockquote>\n")


def entry(it: Entry) -> Markup:
    """Return a line with the sentences that prove it."""
    proof = f' <span class="badge inferred">inferred</span> <a class="proof" href="{escape(it.proof)}">proof</a>'
    more = f'<p class="more">and {it.more} more sentence{"s" if it.more > 1 else ""}</p>'
    line = f'<p class="line">{parts(it.parts)}{notes(it.notes)}{proof if it.proof else ""}</p>'
    return _safe(f"<li>\n{line}\n{''.join(map(quoted, it.words))}{more if it.more else ''}</li>\n")


def stated(it: Note) -> Markup:
    """Return a claim beside the text of its article."""
    chosen, shown = (' class="chosen" aria-current="true"', " open") if it.chosen else ("", "")
    how = notes(it.notes)
    words = escape(" ".join(each.text for each in it.parts).replace(" ,", ","))
    rule = f'<span class="rule">{escape(it.rule)}, {escape(it.confidence)}</span>'
    return _safe(
        f'<li id="{escape(it.name)}"{chosen}><details{shown}><summary>{words}{"" if it.chosen else how}</summary>'
        f"<p>{parts(it.parts)}{how} {rule}</p></details> "
        f'<a class="mark" href="{escape(it.href)}">{"marked" if it.chosen else "mark words"}</a></li>'
    )


def text(it: Paragraph) -> Markup:
    """Return a paragraph of an article with its marks."""
    return _safe("".join(map(_piece, it.pieces)))


def _piece(it: Piece) -> str:
    anchors = "".join(f'<a id="{escape(name)}" class="anchor"></a>' for name in it.anchors)
    words = escape(it.text)
    if it.href:
        title = escape(it.title)
        return f'{anchors}<a class="{escape(it.styles)}" href="{escape(it.href)}" title="{title}">{words}</a>'
    return f'{anchors}<span class="{escape(it.styles)}">{words}</span>' if it.styles else f"{anchors}{words}"


def _safe(html: str) -> Markup:
    """Return HTML whose words were escaped one by one."""
    return Markup(html)  # noqa: S704 (as it says)
