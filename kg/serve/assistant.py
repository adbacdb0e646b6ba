"""The graph as tools for assistants (Model Context Protocol): saved queries, search, cards and proofs.

Each answer has the words and the article that prove it, so that a model can cite; nothing else is executed.
"""

import json
from collections.abc import Callable, Iterator
from inspect import Parameter as Argument
from inspect import Signature
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field
from pyoxigraph import Literal, NamedNode

from kg.errors import KgError
from kg.query.card import card
from kg.query.names import entities
from kg.query.parameters import Parameter
from kg.query.saved import SavedQuery
from kg.resources import version_of
from kg.serve.answers import Binding, asked, once
from kg.serve.evaluating import Question
from kg.serve.page import plain
from kg.serve.problems import Problem
from kg.serve.proving import Tree, why
from kg.serve.questions import Questions
from kg.serve.search import index
from kg.serve.snapshot import Snapshot
from kg.serve.source import Answers, Keeps

Json = dict[str, Any]
JSON = "application/sparql-results+json"
#: Rows that a tool gives unless asked for more, and at most.
ROWS, MOST = 50, 500
READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
INSTRUCTIONS = (
    "A knowledge graph read from news articles. Every answer has the sentence that states it and its article: cite "
    "both. What has `saidBy`, or is reported, is somebody's claim and no fact; say who claims it. Find names by "
    "search, and read all of one thing by show."
)
Name = Annotated[str, Field(description="The name, alias or IRI of a person, organization, place or incident.")]


class Assistant:
    """The tools of a store."""

    def __init__(self, keeper: Keeps, pool: Answers, questions: Questions) -> None:
        self._keeper, self._pool, self._questions = keeper, pool, questions

    def server(self) -> MCPServer:
        """Return a server of the protocol with all tools."""
        found = MCPServer("kg", instructions=INSTRUCTIONS, version=version_of("newskg"), log_level="WARNING")
        for tool in (self.search, self.show, self.why):
            found.add_tool(_told(tool), name=tool.__name__, annotations=READ_ONLY)
        for query in self._questions.all().values():
            about = (
                f"{plain(query.description or query.summary)}. Rows have words and article where the query has them."
            )
            name = f"query_{query.name.replace('-', '_')}"
            found.add_tool(_told(self.asking(query)), name=name, description=about, annotations=READ_ONLY)
        return found

    def search(
        self,
        words: Annotated[str, Field(description="Words of a name, a headline or a quotation; the last may be begun.")],
    ) -> Json:
        """Find people, organizations, places, incidents, articles and statements by their words."""
        seen = self._keeper()
        hits = index(seen).find(words)
        return {"found": [_thing(seen, NamedNode(hit.iri)) | {"words": hit.words} for hit in hits]}

    def show(self, name: Name) -> Json:
        """Show what the graph knows of a thing: roles, facts, events, quotes, each with its words and article."""
        seen = self._keeper()
        return {"things": [_card(seen, node) for node in entities(seen.db, name)]}

    def why(
        self,
        subject: Name,
        relation: Annotated[str, Field(description="A relation of the ontology, as memberOf or “member of”.")],
        object: Name,  # noqa: A002 (a triple has one)
    ) -> Json:
        """Prove a fact, rule by rule, down to the sentences; or say that it is only claimed, and by whom."""
        found = why(self._keeper(), subject, relation, object)
        return {
            "holds": bool(found.proofs),
            "proofs": [_tree(proof) for proof in found.proofs],
            "claimed": [
                {"how": how, "words": "".join(said.pieces), "article": said.article} for how, said in found.claimed
            ],
        }

    def asking(self, query: SavedQuery) -> Callable[..., Json]:
        """Return the function that asks a saved query, with an argument for each parameter."""

        def ask(limit: int = ROWS, **given: str | bool | None) -> Json:
            seen = self._keeper()
            texts = {name.replace("_", "-"): _written(value) for name, value in given.items() if value is not None}
            found = asked(seen, query, texts)
            return _rows(seen, self._pool.ask(Question(found.sparql, JSON), self._keeper.state), min(limit, MOST))

        arguments = [_argument(each) for each in once(query.parameters)]
        arguments.append(Argument("limit", Argument.KEYWORD_ONLY, default=ROWS, annotation=int))
        ask.__signature__ = Signature(arguments, return_annotation=Json)  # type: ignore[attr-defined]
        ask.__name__ = query.name
        return ask


def _argument(each: Parameter) -> Argument:
    about = Field(description="A name or an IRI." if each.entity else "Words." if not each.flag else "Only if so.")
    kind: Any = bool if each.flag else str
    needed = Argument.empty if each.required else None
    annotation = Annotated[kind, about] if each.required else Annotated[kind | None, about]
    return Argument(each.name.replace("-", "_"), Argument.KEYWORD_ONLY, default=needed, annotation=annotation)


def _told(tool: Callable[..., Json]) -> Callable[..., Json]:
    """Return a tool that tells a model what was wrong in what it asked."""

    def telling(**given: Any) -> Json:
        try:
            return tool(**given)
        except KgError as error:
            raise ToolError(str(error)) from error
        except Problem as error:
            raise ToolError(error.detail) from error

    telling.__signature__ = Signature.from_callable(tool)  # type: ignore[attr-defined]
    telling.__doc__ = tool.__doc__
    telling.__name__ = tool.__name__
    return telling


def _written(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else value


def _thing(seen: Snapshot, node: NamedNode) -> Json:
    return {"iri": node.value, "name": seen.said(node), "kinds": list(seen.kinds(node))}


def _card(seen: Snapshot, node: NamedNode) -> Json:
    found = card(seen.db, node)
    sections = {
        title: [{"text": line.text, "words": line.words, "article": line.article} for line in lines]
        for title, lines in found.sections
    }
    return {**_thing(seen, node), "aliases": list(found.aliases), "elsewhere": list(found.links), **sections}


def _tree(proof: Tree) -> Json:
    return {
        "fact": " ".join(part.text for part in proof.parts),
        "rule": proof.rule,
        "words": [{"words": "".join(said.pieces), "article": said.article} for said in proof.words],
        "background": list(proof.known),
        "follows_from": [_tree(each) for each in proof.below],
    }


def _rows(seen: Snapshot, answer: bytes, most: int) -> Json:
    bindings = json.loads(answer)["results"]["bindings"]
    rows = [dict(_cells(seen, row)) for row in bindings[:most]]
    return {"rows": rows, "left_out": len(bindings) - len(rows)}


def _cells(seen: Snapshot, row: dict[str, Binding]) -> Iterator[tuple[str, str]]:
    for name, term in row.items():
        node = NamedNode(term["value"]) if term["type"] == "uri" else Literal(term["value"])
        yield name, seen.said(node)
        if term["type"] == "uri" and term["value"].startswith(seen.store.base):
            yield f"{name}_iri", term["value"]
