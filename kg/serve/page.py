"""Pages from templates; what goes into one is escaped."""

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from kg.resources import version_of
from kg.serve.atlas import outlines
from kg.vocabulary import vocabulary

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
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["version"] = version_of("newskg")
    found.filters["plain"] = plain
    found.globals["outlines"] = outlines
    found.globals["label"] = lambda name: vocabulary().labels.get(name, name)
    return found


def rendered(template: str, status: int = 200, headers: dict[str, str] | None = None, **values: Any) -> HTMLResponse:
    """Return a page."""
    html = environment().get_template(template).render({"seen": None, "path": "", "schema": None, **values})
    return HTMLResponse(CONTROL.sub("\ufffd", html), status, headers)


def plain(summary: str) -> str:
    """Return a summary without what it says of options."""
    return OPTIONS.sub("", summary)
