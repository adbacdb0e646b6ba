"""The text of a page's or a document's elements: each block, item and cell a paragraph of its own."""

import re
from collections.abc import Iterator
from typing import Any

#: What stands apart from the words around it, in HTML, trafilatura's trees, NITF and NewsML.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "block",
        "blockquote",
        "body",
        "br",
        "caption",
        "cell",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hl1",
        "hl2",
        "hr",
        "item",
        "lb",
        "li",
        "list",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "quote",
        "row",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
#: What holds no words of the article.
SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "button",
        "select",
        "media-reference",
        "media-producer",
        "media-metadata",
    ]
)
#: What stands among the words of a line, and what holds a page together.
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "center",
        "cite",
        "code",
        "del",
        "em",
        "font",
        "html",
        "i",
        "img",
        "ins",
        "link",
        "mark",
        "meta",
        "q",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    ]
)
_UNREAD = re.compile(
    r"<!--.*?-->|<!doctype[^>]*>|<(script|style|noscript|template|svg|iframe|button|select)\b.*?</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
#: A tag as it is written; "a <b and c> d" has none, and "<ann@paper.example>" neither.
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))*\s*/?>")


def local(tag: object) -> str:
    """Return a tag without its namespace; a comment's is empty."""
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def text_of(element: Any) -> str:
    """Return the words of an element, paragraphs divided by empty lines."""
    paragraphs = (" ".join(part.split()) for part in "".join(_pieces(element)).split("\0"))
    return "\n\n".join(filter(None, paragraphs))


def _pieces(element: Any) -> Iterator[str]:
    """Yield the words inside an element, with a zero character where a block begins or ends."""
    name = local(element.tag)
    edge = "\0" if name in BLOCKS else ""
    yield edge
    if name and name not in SILENT:
        yield (element.text or "").replace("\0", "")
        for child in element:
            yield from _pieces(child)
            yield (child.tail or "").replace("\0", "")
    yield edge


def plain(html: str) -> str:
    """Return the words of a piece of HTML, none where it has no body; what has no tags stays as it is."""
    if not re.search(r"<[a-zA-Z/!]|&[#\w]+;", html):
        return html.strip()
    from lxml import etree
    from lxml import html as parser

    try:
        return text_of(parser.fragment_fromstring(html, create_parent="div"))
    except (AssertionError, etree.ParserError):
        # lxml asserts that a page has a body, and refuses what is empty but for a doctype.
        return ""


def tag_in(text: str) -> str | None:
    """Return the first tag of HTML in a text, None where it has none; "<applause>" is no tag."""
    return next((tag[0] for tag in _TAG.finditer(text) if _instead(tag) != tag[0]), None)


def untagged(text: str) -> str:
    """Return a text without the tags of HTML in it, lines and blanks as they are."""
    return _TAG.sub(_instead, _UNREAD.sub("", text)).strip()


def _instead(tag: re.Match[str]) -> str:
    name = tag[1].lower()
    return "\n\n" if name in BLOCKS else "" if name in INLINE else tag[0]
