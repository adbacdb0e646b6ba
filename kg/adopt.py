"""An ontology of the user's stands beside kg's."""

from collections.abc import Iterable

from pyoxigraph import Triple

from kg.articles.report import Report, refuse
from kg.errors import Notice
from kg.graph import ontologies
from kg.graph.store import Store
from kg.graph.trouble import told


@told
def adopt(store: Store, ontology: Iterable[Triple], report: Report = refuse) -> None:
    """Put an ontology of the user's beside kg's; tell if the store had another."""
    wanted, held = ontologies.as_kept(ontology), {*ontologies.adopted(store)}
    if held and held != wanted:
        gone = len(held - wanted)
        report(Notice(f"{store.path} had another ontology of yours: {gone} of its triples are gone, what follows too"))
    ontologies.adopt(store, wanted)
