"""A plain text: its first line is the headline; a line under it may name the author ("Name, Role")."""

import re
from hashlib import sha256

from kg.articles.article import Article

_NAME = r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}"
_BYLINE = re.compile(rf"(?:[Bb]y |BY )?{_NAME}(?:, | and )[^\W\d_][^.!?:;\"“”]*|(?:[Bb]y |BY ){_NAME}")
PARTICLES = frozenset({"de", "van", "von", "der", "den", "bin", "al", "la"})
#: A longer line is no byline but the article's first paragraph.
LONGEST_BYLINE = 100


def article(text: str, name: str | None, published: str | None = None, source: str | None = None) -> Article:
    """Return the text as an article; without a name its id is made of the text, so that another text is another one."""
    title, under = ([line for raw in text.splitlines() if (line := raw.strip())] + ["", ""])[:2]
    made = name if name is not None else digest(text)
    return Article(made, text, title or None, under if is_byline(under) else None, published, source)


def digest(text: str) -> str:
    """Return the id of what has no other."""
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def is_byline(line: str) -> bool:
    """Whether a line names an author: "Jane Doe, Political Editor" or "By Jane Doe"."""
    if len(line) > LONGEST_BYLINE or not _BYLINE.fullmatch(line):
        return False
    names = re.split(r",| and ", re.sub(r"^by ", "", line, flags=re.IGNORECASE))[0].split()
    # "Police, who were called, left" and "Paris, France" name nobody.
    return len(names) > 1 and all(name[0].isupper() or name in PARTICLES for name in names)
