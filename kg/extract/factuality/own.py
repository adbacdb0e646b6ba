"""What the words around a verb, noun or adjective itself say: negation, modal verbs, hedges, conditions."""

from functools import reduce

from kg.extract.factuality import hedges
from kg.extract.factuality.denials import negated
from kg.extract.rules.rule import Rule
from kg.facts import Modality
from kg.language.parsed import Token

STRENGTH: dict[Modality, int] = {"asserted": 0, "reported": 1, "planned": 2, "denied": 3}


def stronger(inner: Modality, outer: Modality) -> Modality:
    """Return what two judgements one above the other come to; what is denied to be denied is no more than reported."""
    if inner == outer == "denied":
        return "reported"
    return max(inner, outer, key=STRENGTH.__getitem__)


def given(rule: Rule) -> Modality:
    """Return the modality that a rule gives.

    Raises:
        ValueError: it gives something else.

    """
    found = next((modality for modality in STRENGTH if modality == rule.gives), None)
    if found is None:
        raise ValueError(f"rule {rule.name!r} gives {rule.gives!r}, not one of {', '.join(STRENGTH)}")
    return found


def own(token: Token) -> Modality:
    """Return what the words around the token itself say: negation, modal verbs, hedging adverbs and adjectives."""
    if token.dep_ == "conj" and any(c.lower_ == "nor" and c.i < token.i for c in token.head.children):
        return "denied"
    if inverted_condition(token):
        return "planned"
    if negated(token):
        return "denied"
    return reduce(stronger, map(given, hedges.beside(token)), "asserted")


def inverted_condition(verb: Token) -> bool:
    """Tell whether a clause is a condition by its order: "Had the bomb exploded, ..."."""
    first = next(iter(verb.lefts), verb)
    return verb.dep_ == "advcl" and first.dep_ == "aux" and first.lower_ in {"had", "should", "were"}
