"""What happens only in a film or in a drill."""

from kg.extract.factuality import stories
from kg.extract.factuality.own import stronger
from kg.extract.lexicon.words import words
from kg.extract.syntax import voice
from kg.extract.syntax.columns import lemmaed
from kg.extract.syntax.participants import complements
from kg.facts import Modality
from kg.language.parsed import Doc, Token

#: A review names its film more than once.
FILMS = next(rule.trigger for rule in stories.RULES if rule.name == "film")
PARTS = words("scene sequence part adaptation chapter opening episode season ending finale act climax")
#: Tokens after the word of violence within which it is called open.
BESIDE = 8


def staged(token: Token, held: Modality) -> Modality:
    """Return how an incident is held: in a film or in a drill it does not happen."""
    played = doubted(token) or any(map(plays, (token, *token.ancestors))) or (present(token) and reviews(token.doc))
    return stronger(held, "planned") if played else held


def doubted(token: Token) -> bool:
    """Tell whether the sentence leaves open that it happened: "her abduction, if confirmed"."""
    near = token.doc[token.i + 2 : min(token.i + BESIDE + 1, token.sent.end)]
    return any(stories.given(word) == "open" for word in near)


def present(verb: Token) -> bool:
    """Tell whether a whole sentence tells it in the present, as stories are retold."""
    tenses = {t.tag_ for t in (verb, *verb.children) if t == verb or t.dep_ in {"aux", "auxpass"}}
    return bool(tenses & {"VBZ", "VBP"}) and voice.ended(verb.sent)


def reviews(doc: Doc) -> bool:
    """Tell whether an article speaks of films or books more than once."""
    return len(lemmaed(doc, FILMS)) > 1


def fictional(word: Token) -> bool:
    """Tell whether what a word states is only told in a film or play: "In the film, she is the mayor of Leeds".

    What is told of an actor beside it is not.
    """
    node = word
    while True:
        if node.pos_ in {"VERB", "AUX"} and stories.given(node, "tells") != "himself" and retold(node):
            return True
        if node.dep_ in {"ROOT", "relcl", "acl"} or node.head == node:
            return False
        node = node.head


def retold(verb: Token) -> bool:
    """Tell whether the clause of a verb begins in a film, or a film is its subject: "the play tells how"."""
    fronted = (noun for preposition, noun in complements(verb, "in") if noun.i < verb.i and unreal("in", noun))
    return any(fronted) or any(s.dep_ == "nsubj" and made_up(s) and told_of(verb) for s in verb.lefts)


def told_of(verb: Token) -> bool:
    """Tell whether a verb gives what a story is about: a clause, or nouns in the present."""
    return verb.tag_ == "VBZ" and any(c.dep_ in {"ccomp", "advcl", "dobj", "prep"} for c in verb.children)


def made_up(noun: Token) -> bool:
    """Tell whether a noun is of what is made up: "film", "stage play", "video game"."""
    return stories.given(noun) == "story"


def plays(word: Token) -> bool:
    """Tell whether the words of a verb set it in a film or a drill, or a noun is one: "a film about a murder"."""
    if made_up(word):
        return any(c.lower_ in {"about", "of"} for c in word.rights)
    if word.pos_ not in {"VERB", "AUX"}:
        return False
    if word.dep_ == "relcl" and any(t.lower_ == "which" and t.head.lower_ == "in" for t in word.subtree):
        return unreal("in", word.head)  # "an exercise in which terrorists attack a station"
    within = any(unreal(preposition, noun) for preposition, noun in complements(word, "in", "during"))
    return within or any(made_up(s) for s in word.lefts if s.dep_ == "nsubj")


def unreal(preposition: str, noun: Token) -> bool:
    """Tell whether the noun is a made-up happening, or a part of one: "a scene in the drama"."""
    lemma = noun.lemma_.lower()
    if lemma in PARTS:
        of = (whole for _, whole in complements(noun, "in", "of", "from"))
        return any(unreal("in", whole) for whole in (*of, *(c for c in noun.children if c.dep_ == "poss")))
    # People are shot during a film that others watch, in an exercise that goes wrong.
    given = stories.given(noun, "within", preposition)
    return given == "drill" or (given == "story" and preposition == "in")
