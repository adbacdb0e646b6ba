"""An article as the parser sees it: without tags, marks of layout and capitals, and with the way back to its own text.

What a reader does not see, or sees as layout, must change no fact. Spans that are found in the view are those of the
article's unchanged text again by `Offsets`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from html import unescape
from typing import TypeVar

from spacy.language import Language

from kg.articles.article import Article
from kg.facts import Reading, Span
from kg.language.cleaning import Cleaning
from kg.language.embeds import EMBEDS
from kg.language.furniture import FURNITURE
from kg.language.layout import unwrap
from kg.language.lists import LISTS
from kg.language.truecase import recased

#: Blanks of any width, and control characters, are one blank.
_BLANKS = dict.fromkeys(
    [*range(9), 0x0B, *range(0x0E, 0x20), 0x7F, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "
) | dict.fromkeys([0x85, 0x0C, 0x2028, 0x2029], "\n")


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where in a text each character of its view comes from: `starts` and `ends` of what it stands for."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Return the article's words that a span of the view stands for."""
        if span.start == span.end:
            at = self.starts[span.start] if span.start < len(self.starts) else self.ends[-1] if self.ends else 0
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])


@dataclass(frozen=True, slots=True)
class View:
    """What the parser sees of a text; without `offsets` its places are those of the text."""

    text: str
    offsets: Offsets | None = None

    def span(self, span: Span) -> Span:
        """Return the text's own words that a span of the view stands for."""
        return self.offsets.span(span) if self.offsets else span

    def replaced(self, pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str]) -> "View":
        """Return the view with each match of a pattern replaced; a replacement of equal length keeps its places."""
        matches = [(m.span(), by(m) if callable(by) else m.expand(by)) for m in pattern.finditer(self.text)]
        if not matches:
            return self
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        last = 0
        old = self.offsets or Offsets(tuple(range(len(self.text))), tuple(range(1, len(self.text) + 1)))
        for (start, end), new in matches:
            pieces += (self.text[last:start], new)
            starts += old.starts[last:start]
            ends += old.ends[last:start]
            if len(new) == end - start:
                starts += old.starts[start:end]
                ends += old.ends[start:end]
            else:
                whole = old.span(Span(start, end))
                starts += [whole.start] * len(new)
                ends += [whole.end] * len(new)
            last = end
        pieces.append(self.text[last:])
        return View("".join(pieces), Offsets((*starts, *old.starts[last:]), (*ends, *old.ends[last:])))


_BLOCKS = (
    "address article aside blockquote body br dd div dl dt figcaption figure footer h[1-6] head header "
    "hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul"
)
_INLINE = (
    "a abbr acronym b bdi bdo big cite code em font i ins img kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr"
)
_TAG = r"</?(?:{})(?:\s[^<>]*)?/?>"


def _repaired(match: re.Match[str]) -> str:
    """Return what UTF-8 says that was read as Windows-1252; what is none stays."""
    if match.group()[:2] == "\u00e2\u20ac" and not match.group()[2:].strip("\ufffd"):
        return "\u201d"  # its last byte is none of Windows-1252's
    raw = b"".join(c.encode("cp1252" if c not in UNDEFINED else "latin-1") for c in match.group())
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return match.group()


#: What Windows-1252 leaves undefined, and how it shows the bytes that go on in UTF-8.
UNDEFINED = frozenset("\x81\x8d\x8f\x90\x9d")
_GOES_ON = bytes(range(0x80, 0xC0)).decode("cp1252", errors="ignore") + "".join(sorted(UNDEFINED))
#: What other cleanings leave of lines.
LAST = (
    Cleaning("empty-lines", re.compile(r"[ \t]*\n(?:[ \t]*\n)+"), "\n\n", ("One. \n \n\nTwo.", "One.\n\nTwo.")),
    Cleaning("indents", re.compile(r"(?<=\n\n)[ \t]+(?=\S)"), "", ("One.\n\n    Two.", "One.\n\nTwo.")),
    Cleaning("edges", re.compile(r"\A\s*\n|(?<=\n)\n+\Z"), "", ("\n\nOne.\n\n", "One.\n")),
)
#: In this order.
CLEANINGS = (
    Cleaning(
        "mojibake",
        re.compile(
            f"[\u00c2-\u00df][{re.escape(_GOES_ON)}]|[\u00e0-\u00ef][{re.escape(_GOES_ON)}]{{2}}|\u00e2\u20ac\ufffd"
        ),
        _repaired,
        ("It\u00e2\u20ac\u2122s late", "It\u2019s late"),
        ("\u00c2ge",),
    ),
    Cleaning("carriage-returns", re.compile(r"\r\n?"), "\n", ("One.\r\n\r\nTwo.", "One.\n\nTwo.")),
    Cleaning(
        "entities",
        re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});"),
        lambda m: unescape(m.group()),
        ("Marks &amp; Spencer", "Marks & Spencer"),
    ),
    Cleaning(
        "code",
        re.compile(
            r"<!--.*?-->|<(script|style|noscript|svg|iframe)\b[^>]*>.*?</\1\s*>|<!DOCTYPE[^>]*>",
            re.DOTALL | re.IGNORECASE,
        ),
        "\n\n",
        ("One.<script>let x = 'Bo Day';</script> Two.", "One.\n\n Two."),
    ),
    Cleaning(
        "blocks",
        re.compile(rf"\s*(?:{_TAG.format('|'.join(_BLOCKS.split()))}\s*)+", re.IGNORECASE),
        "\n\n",
        ("<p>One.</p><p>Two.</p>", "\n\nOne.\n\nTwo.\n\n"),
    ),
    Cleaning(
        "inline",
        re.compile(_TAG.format("|".join(_INLINE.split())), re.IGNORECASE),
        "",
        ("<b>Ann</b> Lee", "Ann Lee"),
    ),
    Cleaning(
        "format-characters",
        re.compile(
            "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
        ),
        "",
        ("Lee\u200bds", "Leeds"),
    ),
    Cleaning(
        "blanks",
        re.compile("[" + "".join(map(chr, sorted(_BLANKS))) + "]"),
        lambda m: _BLANKS[ord(m.group())],
        ("Ann\u00a0Lee", "Ann Lee"),
    ),
    Cleaning("surrogates", re.compile("[\ud800-\udfff]"), " ", ("a\ud800b", "a b")),
    Cleaning(
        "emoji",
        re.compile("[ \\t]*(?:[\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff][\u20e3]?[ \\t]?)+(?<! )"),
        lambda m: " " * (m.string[m.start() - 1 : m.start()].isalnum() and m.string[m.end() : m.end() + 1].isalnum()),
        ("Kenrick College \U0001f393 said", "Kenrick College said"),
    ),
    *EMBEDS,
    Cleaning(
        "links",
        re.compile(r"!?\[([^\]\[\n]*)\]\((?:https?:|/|#|mailto:)[^()\s]*(?:\s\"[^\"\n]*\")?\)"),
        r"\1",
        ("[Ann Lee](https://example.org/a) said", "Ann Lee said"),
    ),
    Cleaning(
        "emphasis",
        re.compile(r"(?<![\w*_])(\*\*\*|\*\*|__|\*|_)(?=[^\s*_])([^\n*_]*[^\s*_])\1(?![\w*_])"),
        r"\2",
        ("**Ann Lee** said", "Ann Lee said"),
    ),
    Cleaning(
        "headings", re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+)", re.MULTILINE), "", ("## Headline", "Headline")
    ),
    Cleaning(
        "rules",
        re.compile(r"^[ \t]*([^\w\s\"'“”‘’()\[\]])(?:[ \t]*\1){2,}[ \t]*$", re.MULTILINE),
        "",
        ("One.\n=====\nTwo.", "One.\n\nTwo."),
    ),
    Cleaning("runs", re.compile(r"([^\w\s])\1{3,}"), r"\1\1\1", ("Wait......", "Wait...")),
    Cleaning(
        "bullets",
        re.compile(r"^[ \t]*(?:[•‣▪▫◦●○■□◆◇►▶➤➔→✓✔*·][ \t]+|[-–—][ \t]+(?=\S))", re.MULTILINE),
        "",
        ("• One.\n• Two.", "One.\nTwo."),
    ),
    Cleaning(
        "clock-times",
        re.compile(
            r"^[ \t]*\[?(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[ \t]?[ap]\.?m\b\.?)?"
            r"(?:[ \t]?(?:GMT|BST|UTC|CET|CEST|EST|EDT|ET|PST|PDT)\b)?\]?(?:[ \t]*[-–—:|]|(?=[ \t]|$))[ \t]*",
            re.MULTILINE | re.IGNORECASE,
        ),
        "",
        ("16.12 GMT Police said so.", "Police said so."),
    ),
    *LISTS,
    *FURNITURE,
    *LAST,
    Cleaning("blank-runs", re.compile(r"(?<=\S)[ \t]{2,}(?=\S)|(?<=\S)\t(?=\S)"), " ", ("Ann  Lee", "Ann Lee")),
)

#: What may stand in a text that has none of the signs of the others.
PLAIN = (*LISTS, *EMBEDS, *FURNITURE)
#: A text in which none of these stands has no more to be cleaned.
_SUSPECT = re.compile(
    r"[\r&<*_#>\[=•‣▪▫◦●○■□◆◇►▶➤➔→✓✔·]|[^\x09\x0a\x20-\x7e£€¥§°éèáàâäãåæçëêíìîïñóòôöõøœßúùûüýÿÉÈÁÀÂÄÃÅÇÍÑÓÖØÚÜ“”‘’–—…]"
    r"|[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|([^\w\s])\1{3}|[ ]{2}|\t|\n[ \t]*\n[ \t\n]|\A\s|"
    r"\n\n\Z|^[ \t]*(?:[-–—]|\d\d?[.:]\d\d)",
    re.MULTILINE,
)


def cleaned(text: str) -> View:
    """Return a text without what a reader does not see as words."""
    if _SUSPECT.search(text):
        return through(View(text), CLEANINGS)
    plain = through(View(text), PLAIN)
    return plain if plain.text == text else through(plain, LAST)


def through(view: View, cleanings: Iterable[Cleaning]) -> View:
    """Return the view with each cleaning done in turn."""
    for cleaning in cleanings:
        view = view.replaced(cleaning.pattern, cleaning.by)
    return view


#: What stands first in a line keeps its capital.
_LINE_START = re.compile(r"^[ \t]*\w", re.MULTILINE)


def view(text: str, nlp: Language, *, learned: bool = True) -> View:
    """Return a text as the parser is to see it."""
    seen = cleaned(text)
    # Lines in capitals show only in small letters where they run on.
    lines = unwrap(recased(unwrap(seen.text), nlp, learned=learned))
    return View(_LINE_START.sub(lambda m: seen.text[m.start() : m.end()], lines), seen.offsets)


def seen(article: Article, nlp: Language, *, learned: bool = True) -> tuple[Article, View]:
    """Return the article as the parser is to see it, and the way back."""
    whole = view(article.text, nlp, learned=learned)
    title = article.title and view(article.title, nlp, learned=learned).text
    return replace(article, text=whole.text, title=title), whole


T = TypeVar("T")


def restored(reading: Reading, article: Article, whole: View) -> Reading:
    """Return what was read in the view of an article as what its own text states."""
    if whole.offsets is None:
        return replace(reading, article=article)
    moved = {
        name.name: _moved(getattr(reading, name.name), whole) for name in fields(reading) if name.name != "article"
    }
    return Reading(article, **moved)


def _moved(value: T, whole: View) -> T:
    """Return a value with all spans in it moved."""
    if isinstance(value, Span):
        return whole.span(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_moved(item, whole) for item in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _moved(getattr(value, field.name), whole) for field in fields(value)})
    return value
