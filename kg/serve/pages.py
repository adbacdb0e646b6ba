"""What each address of a page shows."""

from typing import Any

from pyoxigraph import Literal, NamedNode
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from kg.graph.terms import REPLACED, news
from kg.query.run import select
from kg.serve.accept import wanted
from kg.serve.addresses import Addresses
from kg.serve.answers import asked, given, paged, table, view
from kg.serve.api import ENDINGS, GRAPH_ENDINGS, is_graph
from kg.serve.articles import page as article_page
from kg.serve.entries import Part, Writer
from kg.serve.evaluating import Question
from kg.serve.page import rendered
from kg.serve.problems import Problem
from kg.serve.proving import why
from kg.serve.questions import Questions
from kg.serve.rdf import GRAPHS, described, ontology
from kg.serve.schema import of_article, of_thing
from kg.serve.search import index, names
from kg.serve.snapshot import Snapshot
from kg.serve.source import Answers, Keeps
from kg.serve.things import thing
from kg.serve.void import described as service
from kg.vocabulary import NEWS, vocabulary

NEWEST = 20
_NEWEST = f"""
SELECT ?article ?date {{
  ?article a news:Article OPTIONAL {{ ?article news:published ?published }}
  BIND(COALESCE(STR(?published), "") AS ?date)
}}
ORDER BY DESC(?date) DESC(STR(?article)) LIMIT {NEWEST}
"""
#: Names that a script is given for what is written.
SUGGESTED = 12


class Pages:
    """The pages of a store."""

    def __init__(self, keeper: Keeps, pool: Answers, questions: Questions) -> None:
        self.keeper, self._pool, self._questions = keeper, pool, questions

    def page(self, request: Request, template: str, seen: Snapshot, **more: Any) -> Response:
        """Return a page of a snapshot."""
        return rendered(template, seen=seen, path=request.scope["path"], **more)

    def home(self, request: Request) -> Response:
        """Show what the store holds, its newest articles, and what can be asked."""
        seen = self.keeper()
        return self.page(request, "home.html", seen, newest=newest(seen), queries=self._questions.all().values())

    def search(self, request: Request) -> Response:
        """Show things, articles and quotations with some words."""
        seen = self.keeper()
        words = request.query_params.get("q", "")
        writer = Writer(seen)
        hits = [(writer.part(NamedNode(hit.iri)), _kind(seen, hit.iri), hit.words) for hit in index(seen).find(words)]
        return self.page(request, "search.html", seen, words=words, hits=hits)

    def node(self, request: Request) -> Response:
        """Show a thing, an incident or an article, as a page or as RDF."""
        seen = self.keeper()
        raw = request.scope["raw_path"].decode("ascii", "replace").removeprefix("/id/")
        node = known(seen, raw)
        if replaced := replacement(seen, node):
            return RedirectResponse(Addresses(seen.store.base).link(replaced.value), 303)
        offer = wanted(request.headers.get("accept", ""), ["text/html", *GRAPHS])
        if offer is None:
            raise Problem(406, f"It is to be had as text/html, {', '.join(GRAPHS)}.")
        if offer in GRAPHS:
            return Response(described(seen, node, GRAPHS[offer]), media_type=offer)
        if f"{NEWS}Article" in seen.classes(node):
            shown = article_page(seen, node, request.query_params.get("claim", ""))
            return self.page(request, "article.html", seen, article=shown, schema=of_article(seen, shown.iri))
        found = thing(seen, node)
        return self.page(request, "thing.html", seen, thing=found, schema=of_thing(seen, found.iri))

    def terms(self, request: Request) -> Response:
        """Show the ontology, as a page or as RDF."""
        seen = self.keeper()
        offer = wanted(request.headers.get("accept", ""), ["text/html", *GRAPHS])
        if offer is None:
            raise Problem(406, f"It is to be had as text/html, {', '.join(GRAPHS)}.")
        if offer in GRAPHS:
            return Response(ontology(GRAPHS[offer], seen.store.base), media_type=offer)
        return self.page(request, "ontology.html", seen, terms=list(_terms(seen)))

    def suggest(self, request: Request) -> Response:
        """Return the things whose names begin with what is written, as JSON for the pages' forms."""
        seen = self.keeper()
        hits = index(seen).find(request.query_params.get("q", ""), SUGGESTED, things=True)
        found = dict.fromkeys((hit.words, _kind(seen, hit.iri)) for hit in hits)
        return JSONResponse([{"name": name, "kind": kind} for name, kind in found])

    def query(self, request: Request) -> Response:
        """Show a saved query with its answer."""
        seen = self.keeper()
        shown, parameters = view(given(request.query_params.multi_items()))
        name, path = request.path_params["name"], request.url.path
        found = asked(seen, self._questions.find(name), parameters)
        more: dict[str, Any] = {"table": None, "text": "", "names": ()}
        if any(each.entity for each in found.query.parameters):
            more["names"] = names(seen)
        if found.sparql and is_graph(found):
            more["text"] = self._pool.ask(Question(found.sparql, next(iter(GRAPHS))), self.keeper.state).decode()
        elif found.sparql:
            answer = self._pool.ask(Question(paged(found, shown), ENDINGS["json"]), self.keeper.state)
            more["table"] = table(Writer(seen), found, shown, answer, path)
        endings = GRAPH_ENDINGS if is_graph(found) else ENDINGS
        more["downloads"] = [(ending, found.address(f"/api/queries/{name}.{ending}")) for ending in endings]
        return self.page(request, "query.html", seen, asked=found, address=found.address(path), **more)

    def why(self, request: Request) -> Response:
        """Show the proof of a fact."""
        seen = self.keeper()
        parts = [request.query_params.get(name, "").strip() for name in ("subject", "relation", "object")]
        found = why(seen, *parts) if all(parts) else None
        return self.page(request, "why.html", seen, parts_=parts, why=found)

    def void(self, request: Request) -> Response:
        """Describe the graph and how it is asked, as RDF."""
        offer = wanted(request.headers.get("accept", ""), [*GRAPHS]) or next(iter(GRAPHS))
        return Response(service(self.keeper(), str(request.base_url), GRAPHS[offer]), media_type=offer)

    def robots(self, _: Request) -> Response:
        """Tell crawlers to leave a newsroom's graph alone."""
        return PlainTextResponse("User-agent: *\nDisallow: /\n")


def newest(seen: Snapshot) -> list[tuple[str, Part]]:
    """Return the newest articles with their dates."""
    writer = Writer(seen)
    return [(row["date"].value, writer.part(row["article"])) for row in select(seen.db, _NEWEST)]


def _kind(seen: Snapshot, iri: str) -> str:
    return ", ".join(seen.kinds(NamedNode(iri)))


def known(seen: Snapshot, raw: str) -> NamedNode:
    """Return the thing of a path; Problem where nothing is known of it."""
    for node in Addresses(seen.store.base).iris(raw):
        if any(seen.db.quads_for_pattern(node, None, None, None)):
            return node
        if any(seen.db.quads_for_pattern(None, None, node, None)):
            return node
    raise Problem(404, f"Nothing is known of {seen.store.base}{raw}.")


def replacement(seen: Snapshot, node: NamedNode) -> NamedNode | None:
    """Return what an IRI that nothing bears any more is replaced by, itself not replaced."""
    found, passed = node, {node}
    while nexts := [q.object for q in seen.db.quads_for_pattern(found, REPLACED, None, None)]:
        if not isinstance(nexts[0], NamedNode) or nexts[0] in passed:
            break
        found = nexts[0]
        passed.add(found)
    return None if found == node else found


def _terms(seen: Snapshot) -> Any:
    for name, label in sorted(vocabulary().labels.items()):
        definition = [
            quad.object.value
            for quad in seen.db.quads_for_pattern(
                news(name), NamedNode("http://www.w3.org/2004/02/skos/core#definition"), None, None
            )
            if isinstance(quad.object, Literal)
        ]
        yield name, label, "class" if name in vocabulary().above else "relation", next(iter(definition), "")
