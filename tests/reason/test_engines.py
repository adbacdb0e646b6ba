"""On the article that comes with kg, the rules infer what owlrl infers."""

from pathlib import Path

from kg.articles.readers import read
from kg.build import build
from kg.graph.store import Store
from kg.vocabulary import INFERRED

SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_rules_infer_from_the_seed_what_owlrl_infers(tmp_path):
    inferred = []
    for engine in ("rules", "owlrl"):
        with Store(tmp_path / engine) as store:
            build(store, read([SEEDS]), engine=engine)
            inferred.append({q.triple for q in store.db.quads_for_pattern(None, None, None, store.graph(INFERRED))})
    assert len(inferred[0]) > 100
    assert inferred[0] == inferred[1]
