"""What stands above a text and tells of it: front matter between rules, or lines "Title: …", "Author: …"."""

import re
import tomllib
from typing import Any

from kg.articles.fields import NAMES, folded
from kg.errors import DataError

_MATTER = re.compile(
    r"\ufeff?(?P<rule>---|\+\+\+)[ \t]*\r?\n(?P<inside>.*?)^(?P=rule)[ \t]*(?:\r?\n|\Z)\s*", re.DOTALL | re.MULTILINE
)
_LINES = re.compile(
    r"\s*(?:(?P<last>[A-Za-z][A-Za-z _-]{1,24}):[ \t]+\S[^\r\n]*(?:\r?\n|\r|\Z))+(?=\s*(?:\r|\n|\Z))\s*"
)
_LINE = re.compile(r"^\s*([A-Za-z][A-Za-z _-]{1,24}):[ \t]+(\S[^\r\n]*?)[ \t]*$", re.MULTILINE)
#: What lines above a text tell besides what is known of an article.
OTHERS = frozenset(
    [
        "by",
        "section",
        "category",
        "categories",
        "tags",
        "keywords",
        "publication",
        "newspaper",
        "publisher",
        "edition",
        "page",
        "copyright",
        "subject",
        "summary",
        "description",
        "subtitle",
        "image",
        "slug",
        "layout",
        "draft",
        "words",
        "length",
        "byline",
        "dateline",
        "country",
        "city",
        "type",
    ]
)
KNOWN = frozenset(folded(name) for field, names in NAMES.items() if field != "text" for name in names) | OTHERS
#: Of these a header has one, or else it is a text that begins so.
TELLING = frozenset(folded(name) for field in ("title", "published", "source", "author") for name in NAMES[field])
TEXT = frozenset(map(folded, NAMES["text"]))


def split(text: str, where: str) -> tuple[dict[str, Any], str]:
    """Return what stands above a text, by name, and the text below.

    Raises:
        DataError: there is front matter, but broken.

    """
    if found := _MATTER.match(text):
        fields = _matter(found["inside"], found["rule"], where)
        return {name: value for name, value in fields.items() if folded(name) not in TEXT}, text[found.end() :]
    if (found := _LINES.match(text)) and found["last"]:
        fields = dict(_LINE.findall(found[0]))
        names = set(map(folded, fields))
        if names <= KNOWN and names & TELLING and text[found.end() :].strip():
            return fields, text[found.end() :]
    return {}, text


def _matter(inside: str, rule: str, where: str) -> dict[str, Any]:
    """Return the fields of front matter, YAML between --- or TOML between +++."""
    import yaml

    try:
        fields = yaml.safe_load(inside) if rule == "---" else tomllib.loads(inside)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError) as error:
        said = " ".join(str(error).split())
        raise DataError(
            f"{where}: what stands between the lines {rule} above the text cannot be read: {said}"
        ) from error
    return {str(name): value for name, value in fields.items()} if isinstance(fields, dict) else {}
