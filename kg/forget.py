"""An article leaves the store, and all that it alone supported."""

from kg.articles.report import Report, refuse
from kg.conclude import conclude
from kg.errors import UsageError
from kg.graph import identity
from kg.graph.store import Store
from kg.graph.terms import Names
from kg.graph.trouble import told
from kg.graph.waiting import articles, value
from kg.suggest import suggest


@told
def forget(store: Store, name: str, report: Report = refuse) -> None:
    """Remove an article by its id or IRI, with everything that only it supported.

    Raises:
        UsageError: the store has no such article.

    """
    article = Names(name, store.base).article
    known = {node.value: value(store, node, "identifier") or "" for node in articles(store)}
    found = next((iri for iri in (name, article.value) if iri in known), None)
    if found is None and any(map(store.forgot_last, (name, article.value))):
        # A forget that did not come to its end, said again.
        conclude(store, report=report)
        return
    if found is None:
        raise UsageError(f"the store has no article {name!r}{suggest(name, known.values())}")
    graph = store.graph(found.removeprefix(store.base))
    store.replace_all({graph: ()}, identity.change(store, {graph: None}))
    conclude(store, report=report)
