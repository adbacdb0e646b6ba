"""The pages as files that any web host serves: with search in the browser, and without what needs a server."""

import json
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from html import escape, unescape
from typing import TypeAlias

from pyoxigraph import NamedNode
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.addresses import Addresses
from kg.serve.graphs import Graphs
from kg.serve.page import rendered
from kg.serve.pages import Pages
from kg.serve.questions import Questions
from kg.serve.search import index
from kg.serve.settings import Settings
from kg.serve.snapshot import Keeper
from kg.serve.source import Answers
from kg.serve.views import Views

LINK = re.compile(r'(href|src|action|data-source)="(/[^"]*)"')
#: What asks a server.
FORM = re.compile(r'<form (?:id="plain" )?class="parameters".*?</form>', re.DOTALL)
SEARCH, NETWORK, THINGS = "/search", "/network.json", "/id/"
FILES = {SEARCH: "search.html", NETWORK: "network.json"}
#: What a page may be asked without a server: the script marks it.
CLAIM = re.compile("(?:claim=[^&]*)?")
#: A page with the paths of its links; how one is come by, when it is its turn; and what sees to that.
Written: TypeAlias = tuple[str, list[str]]
Writes: TypeAlias = Callable[[str], Callable[[], Written]]
#: Links that are remembered.
LINKS = 200_000
#: Letters of a name in a path, which file systems bound.
LONGEST = 150


@dataclass(frozen=True, slots=True)
class Address:
    """A link in its parts."""

    path: str
    query: str
    fragment: str


class Site:
    """The pages of a store, each read from the links of others."""

    def __init__(self, settings: Settings, pool: Answers) -> None:
        self._keeper = Keeper(settings.path, no_text=settings.no_text)
        questions = Questions(settings.queries)
        self._pages = Pages(self._keeper, pool, questions)
        self._graphs, views = Graphs(self._keeper), Views(self._keeper, pool)
        # The same things are linked again and again.
        self._link = lru_cache(maxsize=LINKS)(self._there)
        needless = [each.name for each in questions.all().values() if not any(one.required for one in each.parameters)]
        self._known: dict[str, Callable[[Request], Response]] = {
            "/": self._pages.home,
            "/network": self._graphs.page,
            "/timeline": views.timeline,
            "/map": views.map,
            "/ontology": self._pages.terms,
            **{f"/query/{name}": self._pages.query for name in needless},
        }

    def files(self, write: Writes, ahead: int = 1) -> Iterator[tuple[str, bytes]]:
        """Yield each file with what is in it, in the order in which the pages link to each other.

        So many pages at most are begun before it is their turn: whatever waits for a slow one is held in memory.
        """
        network = json.loads(bytes(self._graphs.other(_request(NETWORK, form="json")).body))
        drawn = [each["data"] for part in network["elements"].values() for each in part]
        waiting = deque(dict.fromkeys(["/", *(parted(each["href"]).path for each in drawn)]))
        done = {*waiting}
        begun: deque[tuple[str, Callable[[], Written]]] = deque()
        while waiting or begun:
            while waiting and len(begun) < ahead:
                begun.append((path := waiting.popleft(), write(path)))
            path, written = begun.popleft()
            page, links = written()
            new = [each for each in dict.fromkeys(links) if each not in done and self._page(each)]
            done.update(new)
            waiting.extend(new)
            yield file(path), page.encode()
        yield "search.html", self._linked("search.html", self._search())[0].encode()
        yield "search.json", self._words()
        for each in drawn:
            each["href"] = self._file(parted(each["href"]))
        yield "network.json", json.dumps(network, ensure_ascii=False, separators=(",", ":")).encode()

    def written(self, path: str) -> Written:
        """Return the page of a path, and where its links lead."""
        return self._linked(file(path), self._html(path))

    def _page(self, path: str) -> Callable[[Request], Response] | None:
        return self._pages.node if path.startswith(THINGS) else self._known.get(path)

    def _html(self, path: str) -> str:
        page = self._page(path)
        assert page is not None  # noqa: S101 (only what is a page waits)
        return bytes(page(_request(path, name=path.rpartition("/")[2])).body).decode()

    def _linked(self, name: str, html: str) -> Written:
        """Return the page of a file with links to other files, none to what needs a server, and where they lead."""
        up, paths = "../" * name.count("/"), []

        def linked(found: re.Match[str]) -> str:
            path, there = self._link(found[2], up)
            paths.append(path)
            return f'{found[1]}="{there}"' if there else ""

        return LINK.sub(linked, FORM.sub("", html)), paths

    def _there(self, link: str, up: str) -> tuple[str, str]:
        """Return the path of a link, and where it leads from a file so many folders down."""
        address = parted(link)
        there = self._file(address)
        return address.path, escape(f"{up}{there}") if there else ""

    def _file(self, link: Address) -> str:
        """Return where a link leads; nothing where that needs a server."""
        if link.path.startswith("/static/"):
            return link.path.removeprefix("/")
        if link.path in FILES:
            return FILES[link.path]
        if not self._page(link.path) or not CLAIM.fullmatch(link.query):
            return ""
        query = f"?{link.query}" if link.query else ""
        return f"{file(link.path)}{query}{f'#{link.fragment}' if link.fragment else ''}"

    def _search(self) -> str:
        return bytes(rendered("search.html", seen=self._keeper(), path=SEARCH, words="", hits=()).body).decode()

    def _words(self) -> bytes:
        """Return what is searched: words, kinds and file of each thing, what is mentioned most first."""
        seen = self._keeper()
        links = Addresses(seen.store.base)
        rows = [
            [hit.words, ", ".join(seen.kinds(NamedNode(hit.iri))), file(links.link(hit.iri))]
            for hit in index(seen).all()
        ]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def parted(link: str) -> Address:
    """Return the parts of a link as a page has it."""
    rest, _, fragment = unescape(link).partition("#")
    path, _, query = rest.partition("?")
    return Address(path, query, fragment)


@lru_cache(maxsize=LINKS)
def file(path: str) -> str:
    """Return the file of a page: no part of a path leads out of the folder, or is longer than a name may be."""
    parts = [_name(part) for part in path.split("/") if part]
    return "/".join([*parts, "index.html"])


def _name(part: str) -> str:
    safe = part.replace("%", "=").replace(":", "=3A")
    if not safe.strip("."):
        return safe.replace(".", "=2E")
    if len(safe) > LONGEST:
        return f"{safe[:LONGEST]}-{sha256(safe.encode()).hexdigest()[:12]}"
    return safe


def _request(path: str, **parameters: str) -> Request:
    headers = Headers({"accept": "text/html", "host": "localhost"})
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "server": ("localhost", 80),
            "root_path": "",
            "path": path,
            "raw_path": path.encode("ascii", "replace"),
            "query_string": b"",
            "headers": headers.raw,
            "path_params": parameters,
        }
    )
