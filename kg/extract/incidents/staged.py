"""What happens only in a film or in a drill."""

from spacy.tokens import Token

from kg.extract.factuality import stronger
from kg.extract.incidents.participants import complements
from kg.extract.incidents.words import DRILLS, FICTION
from kg.facts import Modality

PARTS = {"scene", "sequence", "part", "adaptation"}


def staged(token: Token, held: Modality) -> Modality:
    """Return how an incident is held: in a film or in a drill it does not happen."""
    return stronger(held, "planned") if any(map(plays, (token, *token.ancestors))) else held


def plays(word: Token) -> bool:
    """Tell whether the words of a verb set it in a film or a drill, or a noun is one: "a film about a murder"."""
    if word.pos_ == "NOUN" and word.lemma_.lower() in FICTION:
        return any(c.lower_ in {"about", "of"} for c in word.rights)
    if word.pos_ not in {"VERB", "AUX"}:
        return False
    within = any(unreal(preposition, noun) for preposition, noun in complements(word, "in", "during"))
    return within or any(s.lemma_.lower() in FICTION for s in word.lefts if s.dep_ == "nsubj")


def unreal(preposition: str, noun: Token) -> bool:
    """Tell whether the noun is a made-up happening, or a part of one: "a scene in the drama"."""
    lemma = noun.lemma_.lower()
    if lemma in PARTS:
        return any(unreal("in", whole) for _, whole in complements(noun, "in", "of", "from"))
    # People are shot during a film that others watch, in an exercise that goes wrong.
    return (lemma in FICTION and preposition == "in") or lemma == "drill" or (lemma in DRILLS and preposition == "in")
