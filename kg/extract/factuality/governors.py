"""What the word above says of a word: "denied that", "failed to", "accused of", "foiled the attack"."""

from spacy.tokens import Token

from kg.extract.factuality.own import STRENGTH, nobody, own, stronger
from kg.extract.factuality.words import (
    ACCUSING,
    BELIEVING,
    CLEARING,
    DENYING,
    DOUBTING,
    FACTIVE,
    FALSELY,
    HEDGES,
    IMPLICATIVE,
    MISTELLING,
    POSING,
    PREVENTING,
    PROOFS,
    RUMOURS,
    SAYING,
    TRUTHS,
    UNTRUTHS,
)
from kg.facts import Modality

#: Clauses that may be infinitives.
CLAUSES = {"acl", "advcl", "ccomp", "csubj", "csubjpass"}


def governed(node: Token, whole: bool) -> Modality:
    """Return what the head of a word says of it; `whole` is False where only reporting can still reach the word."""
    head, dep = node.head, node.dep_
    lemma = head.lemma_.lower()
    if whole and (dep == "xcomp" or (dep in CLAUSES and infinitive(node))):
        return to_do(node, lemma)
    if head.pos_ == "NOUN" and dep in {"acl", "ccomp"} and any(c.lower_ == "that" for c in node.children):
        return rumoured(head, lemma)
    if dep in {"ccomp", "csubj", "csubjpass"} or (dep == "advcl" and lemma in SAYING and not participial(node)):
        over = teller(node)
        return told(over, over.lemma_.lower()) if over is not None else "asserted"
    if whole and dep in {"pobj", "pcomp"}:
        return through(node, head)
    if lemma == "call" and any(c.dep_ == "oprd" for c in head.children):
        return "reported" if dep == "oprd" else "asserted"  # "called the blast an attack"
    return done_to(lemma) if whole and dep in {"dobj", "nsubjpass", "oprd", "compound", "nmod"} else "asserted"


def told(head: Token, lemma: str) -> Modality:
    """Return what the verb (or noun) over a that-clause makes of it."""
    untrue = untruly(head)
    if untrue or lemma in DENYING:
        return "asserted" if untrue and lemma in DENYING else "denied"
    if head.pos_ == "AUX":
        return judged(head)
    if lemma in FACTIVE:
        return "asserted"
    if own(head) == "denied":
        return "denied" if lemma in BELIEVING else "planned"
    if lemma in DOUBTING or (lemma in BELIEVING and any(map(nobody, head.lefts))):
        return "planned"
    return "reported" if lemma in SAYING | BELIEVING | ACCUSING else gone_round(head)


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


def untruly(verb: Token) -> bool:
    """Tell whether the article itself says that what is said is untrue: "wrongly said", "misreported"."""
    return verb.lemma_.lower() in MISTELLING or any(c.lower_ in FALSELY for c in verb.children)


def gone_round(verb: Token) -> Modality:
    """Return what the subject of a verb makes of its that-clause: "rumours spread that", "fears grew that"."""
    subjects = (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ in {"NOUN", "PROPN"})
    lemmas = {c.lemma_.lower() for c in subjects}
    if lemmas & DOUBTING:
        return "planned"
    return "reported" if lemmas & RUMOURS else "asserted"


def torn(relative: Token) -> Modality:
    """Return what becomes of a that-clause that the parser hung on a noun between: "talk spread in town that"."""
    over = relative.head
    while over.dep_ in {"pobj", "prep"}:
        over = over.head
    that = any(c.lower_ == "that" for c in relative.children) and over != relative.head
    return gone_round(over) if that and over.pos_ == "VERB" else "asserted"


def rumoured(noun: Token, lemma: str) -> Modality:
    """Return what "rumours that … were false", "no evidence that …" make of the clause of the noun."""
    if lemma in PROOFS and own(noun) == "denied":
        return "denied"
    above = noun.head
    if noun.dep_ == "nsubj" and above.lemma_ == "be":
        return stronger(told(noun, lemma), judged(above))
    return stronger(told(noun, lemma), done_to(above.lemma_) if noun.dep_ in {"dobj", "nsubjpass"} else "asserted")


def judged(copula: Token) -> Modality:
    """Return what "it is (not) true that", "it is doubtful that" make of their clause."""
    said = [c for c in copula.children if c.dep_ in {"acomp", "attr"}]
    not_so = own(copula) == "denied"
    if any(c.lower_ in (TRUTHS if not_so else UNTRUTHS) for c in said):
        return "denied"
    return max((HEDGES.get(c.lower_, "asserted") for c in said), key=STRENGTH.__getitem__, default="asserted")


def to_do(node: Token, lemma: str) -> Modality:
    """Return what becomes of an infinitive or gerund: "managed to", "failed to", "plan to", "is said to"."""
    if lemma in DENYING or lemma in PREVENTING or lemma in {"fail", "refuse", "decline", "neglect", "forget"}:
        return "denied"
    if lemma in DOUBTING - BELIEVING or (lemma == "go" and node.head.tag_ == "VBG"):
        return "planned"  # "was going to"
    if lemma in SAYING or lemma in BELIEVING or lemma in ACCUSING:
        return "reported"
    # "left in April to join Acme": who has gone has come there
    going = lemma in {"leave", "quit"} and node.head.tag_ == "VBD" and node.lemma_ in {"join", "become", "head", "lead"}
    happened = (going or lemma in IMPLICATIVE) and not yet(node.head) and node.dep_ != "csubj"
    # "does not allow us to": an infinitive with a subject of its own hangs on all that is said of the verb.
    return own(node.head) if happened else "planned" if infinitive(node) else "asserted"


def yet(verb: Token) -> bool:
    """Tell whether what is "to do" has not been done: "has yet to become"."""
    return any(c.lower_ == "yet" for c in verb.children)


def done_to(lemma: str) -> Modality:
    """Return what a verb makes of its object: "foiled an attack", "denied the murder", "alleged an assault"."""
    if lemma in DENYING:
        return "denied"
    if lemma in PREVENTING or lemma in DOUBTING:
        return "planned"
    return "reported" if lemma in ACCUSING or lemma in {"claim", "report"} else "asserted"


def through(node: Token, preposition: Token) -> Modality:
    """Return what a verb or noun says of what follows its preposition: "accused of", "threat of", "without"."""
    over = preposition.head
    while over.head != over and (over.ent_type_ == "DATE" or over.pos_ == "ADP"):
        over = over.head  # "cleared in 2014 of"
    governor = over.lemma_.lower()
    undone = {"of": CLEARING, "as": POSING}.get(preposition.lower_, frozenset())
    if preposition.lower_ in {"without", "instead"} or governor in undone:
        return "denied"
    if node.dep_ == "pcomp" and governor in PREVENTING and preposition.lower_ == "from":
        return "denied"
    if node.dep_ == "pcomp" and governor == "aim":
        return "planned"
    speaks_of = preposition.lower_ in {"of", "with", "from", "about"} or governor in ACCUSING
    return done_to(governor) if speaks_of else "asserted"


def infinitive(verb: Token) -> bool:
    """Tell whether the verb stands with "to"."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
