"""What the words around a verb, noun or adjective itself say: negation, modal verbs, hedges, conditions."""

from spacy.tokens import Token

from kg.extract.factuality.words import FEW, HEDGES, NEGATIONS, SAYING
from kg.facts import Modality

STRENGTH: dict[Modality, int] = {"asserted": 0, "reported": 1, "planned": 2, "denied": 3}
MODAL = {"may", "might", "could", "can", "would", "should", "will", "shall", "must"}
CONDITIONS = {"if", "unless", "whether", "lest"}


def stronger(inner: Modality, outer: Modality) -> Modality:
    """Return what two judgements one above the other come to; what is denied to be denied is no more than reported."""
    if inner == outer == "denied":
        return "reported"
    return max(inner, outer, key=STRENGTH.__getitem__)


def own(token: Token) -> Modality:
    """Return what the words around the token itself say: negation, modal verbs, hedging adverbs and adjectives."""
    found: Modality = "asserted"
    if token.dep_ == "conj" and any(c.lower_ == "nor" and c.i < token.i for c in token.head.children):
        return "denied"
    if inverted_condition(token):
        return "planned"
    for child in token.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "det", "neg", "prep", "preconj", "advmod"} and negates(child):
            return "denied"
        if child.dep_ == "aux" and child.tag_ == "MD" and child.norm_ in MODAL:
            found = stronger(found, "planned")
        if child.dep_ in {"advmod", "amod", "compound", "prep", "acomp", "nmod", "case"}:
            found = stronger(found, HEDGES.get(written(child), "asserted"))
        if (child.dep_ == "mark" and child.lower_ in CONDITIONS) or (
            child.dep_ == "parataxis" and child.lemma_ in SAYING
        ):
            found = stronger(found, "planned" if child.dep_ == "mark" else "reported")
    return found


def inverted_condition(verb: Token) -> bool:
    """Tell whether a clause is a condition by its order: "Had the bomb exploded, ..."."""
    first = next(iter(verb.lefts), verb)
    return verb.dep_ == "advcl" and first.dep_ == "aux" and first.lower_ in {"had", "should", "were"}


def written(word: Token) -> str:
    """Return the word in small letters, with what a hyphen joins to its front: "would-be", "self-styled"."""
    start = word.i
    while start > 1 and word.doc[start - 1].text == "-":
        start -= 2
    return word.doc[start : word.i + 1].text.lower()


def negates(child: Token) -> bool:
    """Tell whether the word takes away what it belongs to; "not only" and "no doubt" do not."""
    if child.norm_ in NEGATIONS:
        after = child.nbor().lower_ if child.i + 1 < len(child.doc) else ""
        return after not in {"only", "just", "merely", "doubt", "less", "least", "fewer", "later", "longer"}
    none = any((c.lower_, c.dep_) in {("no", "det"), ("neither", "preconj")} for c in child.children)
    return none and child.dep_ != "prep"


def nobody(subject: Token) -> bool:
    """Tell whether hardly anybody is meant: "no one", "none of them", "few"; "a few" are some."""
    near = {subject.lower_, *(c.lower_ for c in subject.children)}
    return negates(subject) or (bool(near & FEW) and "a" not in near)
