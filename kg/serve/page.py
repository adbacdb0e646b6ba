"""Pages from templates; what goes into one is escaped."""

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from kg.resources import version_of
from kg.serve.atlas import outlines
from kg.serve.lines import entry, notes, part, parts, quoted, stated, text
from kg.vocabulary import vocabulary

#: Capitals inside a name, one by one: "killedWords", not "IRI".
INNER = re.compile(r"(?<=[a-z])[A-Z](?=[a-z])")
#: What a summary says of options of the command line; a page has a form.
OPTIONS = re.compile(r" \(--[^()]*\)")
#: Control characters that no page may hold, whatever a text or an address has: what copies them may obey them.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@cache
def environment() -> Environment:
    """Return the templates."""
    found = Environment(
        autoescape=True,
        loader=PackageLoader("kg.serve", "templates"),
        undefined=StrictUndefined,
        # They change with kg alone.
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["version"] = version_of("newskg")
    found.filters.update(plain=plain, worded=worded)
    found.globals.update(outlines=outlines, part=part, parts=parts, notes=notes)
    found.globals.update(quoted=quoted, entry=entry, stated=stated, text=text)
    found.globals["label"] = lambda name: vocabulary().labels.get(name, name)
    return found


def rendered(template: str, status: int = 200, headers: dict[str, str] | None = None, **values: Any) -> HTMLResponse:
    """Return a page."""
    html = environment().get_template(template).render({"seen": None, "path": "", "schema": None, **values})
    return HTMLResponse(CONTROL.sub("\ufffd", html), status, headers)


def worded(name: str) -> str:
    """Return a column's name in words: "date words" of dateWords."""
    return INNER.sub(lambda found: f" {found[0].lower()}", name.replace("_", " "))


def plain(summary: str) -> str:
    """Return a summary without what it says of options."""
    return OPTIONS.sub("", summary)
