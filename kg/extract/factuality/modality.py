"""How the text holds that something happened: asserted, only reported, denied, or planned and merely possible.

The answer is read from the parse by climbing from a word to the words that govern it (Saurí and Pustejovsky 2009,
"FactBank", give the classes of governors). Who says what inside quotation marks is not seen here.
"""

from spacy.tokens import Token

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
    NEGATIONS,
    POSING,
    PREVENTING,
    PROOFS,
    SAYING,
    STOPPING,
    TRUTHS,
    UNTRUTHS,
)
from kg.facts import Modality

STRENGTH: dict[Modality, int] = {"asserted": 0, "reported": 1, "planned": 2, "denied": 3}
#: The noun is what its clause states, not something that the clause speaks about.
PREDICATES = {"attr", "acomp", "oprd", "auxpass", "aux"}
DEFINITE = {"the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our", "your"}
MODAL = {"may", "might", "could", "can", "would", "should", "will", "shall", "must"}
CONDITIONS = {"if", "unless", "whether", "lest"}
#: Clauses that may be infinitives.
CLAUSES = {"acl", "advcl", "ccomp", "csubj", "csubjpass"}
ANYBODY = {"anyone", "anybody", "whoever", "any", "somebody", "someone"}


def modality(token: Token) -> Modality:
    """Return how the text holds what the verb, noun or adjective states."""
    state = own(token)
    node, whole = token, True
    while node.head != node and node.dep_ not in {"relcl", "appos"}:
        state = stronger(state, governed(node, whole))
        whole = carries(node, whole)
        node = node.head
        if whole:
            state = stronger(state, own(node))
    if node.dep_ == "relcl" and node.head.lower_ in ANYBODY:
        return stronger(state, "planned")
    root = node.head if node.dep_ == "appos" and inverted(node.head) else node
    return (
        stronger(state, "planned")
        if whole and (root != node or root.dep_ == "ROOT") and asked(root.sent.root)
        else state
    )


def inverted(subject: Token) -> bool:
    """Tell whether the apposition of a subject is its predicate noun: "Was Jo Poe the head of Acme?"."""
    verb = subject.head
    bare = not any(c.dep_ in {"attr", "acomp", "oprd"} for c in verb.children)
    return subject.dep_ == "nsubj" and verb.lemma_ == "be" and verb.i < subject.i and verb.dep_ == "ROOT" and bare


def left_out(argument: Token, trigger: Token) -> bool:
    """Tell whether "not" takes away this argument only: "born in Paris, not in London"."""
    node = argument
    while node not in (trigger, node.head) and node.pos_ not in {"VERB", "AUX"}:
        if any(
            c.norm_ in NEGATIONS and c.i < node.i and c.dep_ in {"neg", "advmod"} and negates(c) for c in node.children
        ):
            return True
        node = node.head
    return False


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


def governed(node: Token, whole: bool) -> Modality:
    """Return what the head of a word says of it; `whole` is False where only reporting can still reach the word."""
    head, dep = node.head, node.dep_
    lemma = head.lemma_.lower()
    if whole and (dep == "xcomp" or (dep in CLAUSES and infinitive(node))):
        return to_do(node, lemma)
    if head.pos_ == "NOUN" and dep in {"acl", "ccomp"} and any(c.lower_ == "that" for c in node.children):
        return rumoured(head, lemma)
    if dep in {"ccomp", "csubj", "csubjpass"} or (dep == "advcl" and lemma in SAYING):
        return told(head, lemma)
    if whole and dep in {"pobj", "pcomp"}:
        return through(node, head)
    if lemma == "call" and any(c.dep_ == "oprd" for c in head.children):
        return "reported" if dep == "oprd" else "asserted"  # "called the blast an attack"
    return done_to(lemma) if whole and dep in {"dobj", "nsubjpass", "oprd", "compound", "nmod"} else "asserted"


def told(head: Token, lemma: str) -> Modality:
    """Return what the verb (or noun) over a that-clause makes of it."""
    untrue = any(c.lower_ in FALSELY for c in head.children)
    if untrue or lemma in DENYING:
        return "asserted" if untrue and lemma in DENYING else "denied"
    if head.pos_ == "AUX":
        return judged(head)
    if lemma in FACTIVE:
        return "asserted"
    if own(head) == "denied":
        return "denied" if lemma in BELIEVING else "planned"
    if lemma in DOUBTING:
        return "planned"
    return "reported" if lemma in SAYING or lemma in BELIEVING or lemma in ACCUSING else "asserted"


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


def carries(node: Token, whole: bool) -> bool:
    """Tell whether what holds of the head (negation, a modal verb) also holds of the word below it."""
    head, dep = node.head, node.dep_
    if dep == "xcomp" and head.lemma_ in STOPPING:
        return False  # who did not stop, or may stop, does it
    if dep in PREDICATES or dep in {"xcomp", "pcomp", "prep", "agent"}:
        return whole
    if dep == "conj":
        return whole and not (node.pos_ in {"VERB", "AUX"} and finite(node))
    if node.pos_ in {"NOUN", "PROPN"} and dep in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return whole and not definite(node) and head.pos_ != "NOUN"
    return False


def definite(noun: Token) -> bool:
    """Tell whether the noun phrase speaks of something that the reader is to know of."""
    return any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in noun.children if c.dep_ in {"det", "poss"})


def finite(verb: Token) -> bool:
    """Tell whether the verb has a subject or a tense of its own."""
    own_subject = any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in verb.children)
    return own_subject or verb.tag_ in {"VBD", "VBZ"}


def infinitive(verb: Token) -> bool:
    """Tell whether the verb stands with "to"."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def asked(root: Token) -> bool:
    """Tell whether the sentence is a question or an order."""
    last = next((t for t in reversed(root.sent) if not t.is_space and not t.is_quote), root)
    if last.text == "?":
        return True
    bare = root.tag_ == "VB" and root.i == root.sent.start
    return bare and not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "expl"} for c in root.children)
