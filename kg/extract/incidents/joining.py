"""Which mentions of incidents speak of one incident: by weights of named features that were learned.

`tools/train_joining.py` writes them; docs/joining_model.md is the model card.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from kg.extract.incidents.apart import NEVER
from kg.extract.incidents.incident import Incident
from kg.extract.incidents.likeness import features
from kg.extract.incidents.pair import Pair
from kg.extract.incidents.told import Told

#: A mention goes on with one of so many incidents told last: no reader looks back further, and time stays linear.
LATEST = 50


def join(found: Sequence[Told]) -> list[list[Told]]:
    """Return the mentions in groups, one an incident, in the order of their first mentions."""
    incidents: list[Incident] = []
    last: Incident | None = None
    news = any(told.late for told in found)
    for told in found:
        mention = Incident(told)
        pairs = [
            Pair(incident, mention, incident is last, news, incident is incidents[0])
            for incident in incidents[-LATEST:]
        ]
        best = max(known_victims(pairs) or pairs, key=likely, default=None)
        if best is not None and likely(best) > 0:
            last = best.incident
            last.add(told)
        else:
            last = mention
            incidents.append(mention)
    return [incident.mentions for incident in incidents]


def known_victims(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that speak of one victim by name, where any do: nobody is killed by two incidents."""
    return [pair for pair in pairs if pair.incident.harmed_names & pair.mention.harmed_names and likely(pair) > 0]


def likely(pair: Pair) -> float:
    """Return the log odds that the mention goes on with the incident."""
    if any(apart(pair) for apart in NEVER.values()):
        return float("-inf")
    return sum(weights()[name] for name in features(pair))


@cache
def weights() -> Mapping[str, float]:
    """Return the weights of the features by their names."""
    rows = files("kg.extract.incidents").joinpath("joining.tsv").read_text("utf-8").splitlines()
    return {name: float(weight) for name, weight in (row.split("\t") for row in rows if not row.startswith("#"))}
