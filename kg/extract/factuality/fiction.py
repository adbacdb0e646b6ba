"""What happens only in a film or in a drill."""

from spacy.tokens import Doc, Token

from kg.extract.factuality.own import stronger
from kg.extract.factuality.words import DRILLS, FICTION
from kg.extract.syntax import clause
from kg.extract.syntax.columns import lemmaed
from kg.extract.syntax.participants import complements
from kg.facts import Modality

PARTS = {"scene", "sequence", "part", "adaptation"}

#: What a happening that is not sure may yet turn out.
OPEN = {"confirmed", "proven", "true", "verified"}
#: Tokens after the word of violence within which it is called open.
BESIDE = 8


def staged(token: Token, held: Modality) -> Modality:
    """Return how an incident is held: in a film or in a drill it does not happen."""
    played = doubted(token) or any(map(plays, (token, *token.ancestors))) or (present(token) and reviews(token.doc))
    return stronger(held, "planned") if played else held


def doubted(token: Token) -> bool:
    """Tell whether the sentence leaves open that it happened: "her abduction, if confirmed"."""
    words = token.doc[token.i + 1 : token.sent.end]
    return any(w.lower_ == "if" and w.nbor().lower_ in OPEN and w.i - token.i < BESIDE for w in words[:-1])


def present(verb: Token) -> bool:
    """Tell whether a whole sentence tells it in the present, as stories are retold."""
    tenses = {t.tag_ for t in (verb, *verb.children) if t == verb or t.dep_ in {"aux", "auxpass"}}
    return bool(tenses & {"VBZ", "VBP"}) and clause.ended(verb.sent)


def reviews(doc: Doc) -> bool:
    """Tell whether an article speaks of films or books more than once."""
    return len(lemmaed(doc, FICTION)) > 1


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
