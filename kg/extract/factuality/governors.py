"""What the word above says of a word: in what frame it holds the word, and what its rule makes of that."""

from kg.extract.factuality import hedges
from kg.extract.factuality.governing import engine
from kg.extract.factuality.judging import AS_ABOVE, Link
from kg.extract.factuality.own import STRENGTH, given, own, stronger
from kg.extract.factuality.words import DENYING, PREVENTING, SAYING, UNTRUE, UNTRUTHS
from kg.extract.lexicon.words import words
from kg.extract.syntax import voice
from kg.facts import Modality
from kg.language.parsed import Token

#: Clauses that may be infinitives.
CLAUSES = {"acl", "advcl", "ccomp", "csubj", "csubjpass"}
OBJECTS = {"dobj", "nsubjpass", "compound", "nmod"}
#: Verbs that have no object.
OBJECTLESS = words("die flee resign vanish disappear")


def governed(node: Token, whole: bool) -> Modality:
    """Return what the head of a word says of it; `whole` is False where only reporting can still reach the word."""
    if whole and to_be_done(node):
        return to_do(node)
    if of_noun(node):
        return rumoured(node)
    if told_by_verb(node):
        over = teller(node)
        return told(over, Link(node, "clause")) if over is not None else "asserted"
    if whole and node.dep_ in {"pobj", "pcomp"}:
        return through(node)
    return done_to(node, whole)


def judged_by(governor: Token, link: Link) -> Modality:
    """Return what the rule of a word makes of another that it holds."""
    rule = engine().of(link, governor)
    return "asserted" if rule is None else given(rule)


def to_be_done(node: Token) -> bool:
    """Tell whether a word is what something above does to it as a deed: an infinitive or a gerund."""
    return node.dep_ == "xcomp" or (node.dep_ in CLAUSES and infinitive(node))


def of_noun(node: Token) -> bool:
    """Tell whether a word is the that-clause of a noun: "rumours that"."""
    that = any(c.lower_ == "that" for c in node.children)
    return node.head.pos_ == "NOUN" and node.dep_ in {"acl", "ccomp"} and that


def told_by_verb(node: Token) -> bool:
    """Tell whether a word is a clause that a verb tells: "said that it fell", "it fell, as she said"."""
    around = node.dep_ == "advcl" and node.head.lemma_.lower() in SAYING and not participial(node)
    return node.dep_ in {"ccomp", "csubj", "csubjpass"} or around


def told(over: Token, link: Link) -> Modality:
    """Return what the verb (or noun) over a that-clause makes of it."""
    rule = engine().of(link, over)
    if over.pos_ == "AUX" and (rule is None or rule.gives != "denied"):
        return judged(over)
    return "asserted" if rule is None else given(rule)


def participial(verb: Token) -> bool:
    """Tell whether a clause is what a speaker does meanwhile, as the article tells: "Speaking in Leeds, he said"."""
    return verb.tag_ == "VBG" and not any(c.dep_ in {"mark", "nsubj", "nsubjpass"} for c in verb.children)


def teller(node: Token) -> Token | None:
    """Return the verb that tells a clause: the one above or, parted from that, the one beside; None where none does."""
    if not parted(node):
        return node.head
    beside = (c for c in node.head.children if c.lemma_.lower() in SAYING and c.dep_ in {"ccomp", "parataxis"})
    return next((verb for verb in beside if node.i < verb.i < node.head.i), None)


def parted(node: Token) -> bool:
    """Tell whether a clause is beside the verb and not what it tells: "it fell, she said; the police denied it"."""
    head = node.head
    between = [token.i for token in node.doc[node.i : head.i] if token.text == ";"]
    told_itself = any(c.dep_ == "dobj" and c.lower_ in {"it", "that", "this"} and c.i > head.i for c in head.children)
    own_clause = any(c.dep_ == "ccomp" and between[-1] < c.i < head.i for c in head.children) if between else True
    return node.i < head.i and (told_itself or not own_clause)


def torn(relative: Token) -> Modality:
    """Return what becomes of a that-clause that the parser hung on a noun between: "talk spread in town that"."""
    over = relative.head
    if full(relative) and over.dep_ != "pobj":
        return rumoured(relative)
    while over.dep_ in {"pobj", "prep"}:
        over = over.head
    that = any(c.lower_ == "that" for c in relative.children) and over != relative.head
    return judged_by(over, Link(relative, "torn")) if that and over.pos_ == "VERB" else "asserted"


def full(clause: Token) -> bool:
    """Tell whether a clause lacks nothing that "that" could stand for: "a story that he had killed a man"."""
    thats = {c for c in clause.children if c.lower_ == "that" and c.dep_ in {"dobj", "dative", "mark"}}
    ends = {"nsubj"} if clause.lemma_ in OBJECTLESS else {"dobj", "nsubjpass"}
    return bool(thats) and any(c.dep_ in ends for c in {*clause.children} - thats)


def rumoured(node: Token) -> Modality:
    """Return what "rumours that … were false", "no evidence that …" make of the clause of the noun."""
    noun, above = node.head, node.head.head
    found = told(noun, Link(node, "noun clause"))
    if noun.dep_ in {"nsubj", "nsubjpass"} and untrue(above):
        return "denied"
    if noun.dep_ == "nsubj" and above.lemma_ == "be":
        return stronger(found, judged(above))
    above_it = judged_by(above, Link(noun, "object")) if noun.dep_ in {"dobj", "nsubjpass"} else "asserted"
    # Who denies a denial grants it; who denies a false rumour does not.
    return stronger(found, above_it) if noun.lemma_ in DENYING else max(found, above_it, key=STRENGTH.__getitem__)


def untrue(verb: Token) -> bool:
    """Tell whether a verb says of its subject that it is not so: "is a myth", "proved baseless", "was debunked"."""
    said = (verb, *(c for c in verb.children if c.dep_ in {"attr", "acomp", "oprd"}))
    return own(verb) != "denied" and any(word.lower_ in UNTRUE | UNTRUTHS for word in said)


def judged(copula: Token) -> Modality:
    """Return what "it is (not) true that", "it is doubtful that" make of their clause."""
    rules = hedges.judging(copula, negated=own(copula) == "denied")
    return max(map(given, rules), key=STRENGTH.__getitem__, default="asserted")


def to_do(node: Token) -> Modality:
    """Return what becomes of an infinitive or gerund: "managed to", "failed to", "plan to", "is said to"."""
    rule = engine().of(Link(node, "infinitive"), node.head)
    # "does not allow us to": an infinitive with a subject of its own hangs on all that is said of the verb.
    if rule is not None:
        return own(node.head) if rule.gives == AS_ABOVE else given(rule)
    return "planned" if infinitive(node) else "asserted"


def done_to(node: Token, whole: bool) -> Modality:
    """Return what a verb makes of its object: "foiled an attack", "denied the murder", "called the blast an attack"."""
    predicate = "predicate" if whole else "name"
    frame = predicate if node.dep_ == "oprd" else "object" if whole and (node.dep_ in OBJECTS or foiled(node)) else ""
    return judged_by(node.head, Link(node, frame)) if frame else "asserted"


def foiled(noun: Token) -> bool:
    """Tell whether a headline says that something was prevented: "Pirate attack foiled"."""
    verb = noun.head
    undone = noun.dep_ == "nsubj" and verb.lemma_ in PREVENTING and verb.tag_ in {"VBD", "VBN"}
    return undone and not voice.ended(verb.sent) and not any(c.dep_ == "dobj" for c in verb.children)


def through(node: Token) -> Modality:
    """Return what a verb or noun says of what follows its preposition: "accused of", "threat of", "without"."""
    over = node.head.head
    while over.head != over and (over.ent_type_ == "DATE" or over.pos_ == "ADP"):
        over = over.head  # "cleared in 2014 of"
    frame = "gerund" if node.dep_ == "pcomp" else "preposition"
    return judged_by(over, Link(node, frame, node.head.lower_))


def infinitive(verb: Token) -> bool:
    """Tell whether the verb stands with "to"."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
