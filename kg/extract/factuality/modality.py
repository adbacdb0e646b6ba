"""How the text holds that something happened: asserted, only reported, denied, or planned and merely possible.

The answer is read from the parse by climbing from a word to the words that govern it (Saurí and Pustejovsky 2009,
"FactBank", give the classes of governors). Who says what inside quotation marks is not seen here.
"""

from kg.extract.factuality import deeds
from kg.extract.factuality.denials import negates
from kg.extract.factuality.governors import governed, torn
from kg.extract.factuality.judging import Link
from kg.extract.factuality.own import own, stronger
from kg.facts import Modality
from kg.language.parsed import Token

#: The noun is what its clause states, not something that the clause speaks about.
PREDICATES = {"attr", "acomp", "oprd", "auxpass", "aux"}
DEFINITE = {"the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our", "your"}
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
    if node.dep_ == "relcl":
        state = stronger(state, "planned" if node.head.lower_ in ANYBODY else torn(node))
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
        if any(c.i < node.i and c.dep_ in {"neg", "advmod"} and negates(c) for c in node.children):
            return True
        node = node.head
    return False


def carries(node: Token, whole: bool) -> bool:
    """Tell whether what holds of the head (negation, a modal verb) also holds of the word below it."""
    head, dep = node.head, node.dep_
    # Who did not stop, or may stop, does it.
    frame = {"xcomp": "going on", "prep": "in"}.get(dep)
    if frame and deeds.engine().of(Link(node, frame), head) is not None:
        return False
    if dep == "nsubj" and any(c.dep_ == "dobj" and negates(c) for c in head.children):
        return False  # "An attack on a bank hurt no one"
    if dep in PREDICATES or dep in {"xcomp", "pcomp", "prep", "agent"}:
        return whole
    if dep == "conj":
        return whole and not (node.pos_ in {"VERB", "AUX"} and finite(node))
    if node.pos_ in {"NOUN", "PROPN"} and dep in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return whole and not definite(node) and head.pos_ != "NOUN"
    return False


def cleared(deed: Token) -> Token | None:
    """Return what says that somebody else did a deed, or nobody known: "acquitted of", "wrongly accused of"."""
    node = deed
    while node.dep_ in {"pcomp", "pobj", "prep", "conj", "dobj", "xcomp"} and node.head != node:
        node = node.head
        rule = deeds.engine().of(Link(deed, "deed"), node)
        if rule is not None:
            # Who is tried for it, or is not arrested, is cleared by nobody: "cleared of this and convicted of that".
            return node if rule.gives == "cleared" else None
        if node.pos_ == "VERB" and node.dep_ not in {"pcomp", "conj"}:
            return None
    return None


def taken_for_granted(deed: Token) -> bool:
    """Tell whether only a part in a deed is denied: "denied any role in the bombing"."""
    node = deed
    while node.dep_ in {"pobj", "pcomp", "prep"} and node.head != node:
        node = node.head
    # "denies part in it", where "in it" hangs on the verb
    parts = (node, *(c for c in node.children if c.dep_ == "dobj"))
    return node != deed and any(deeds.engine().of(Link(deed, "part"), part) for part in parts)


def definite(noun: Token) -> bool:
    """Tell whether the noun phrase speaks of something that the reader is to know of."""
    return any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in noun.children if c.dep_ in {"det", "poss"})


def finite(verb: Token) -> bool:
    """Tell whether the verb has a subject or a tense of its own."""
    own_subject = any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in verb.children)
    return own_subject or verb.tag_ in {"VBD", "VBZ"}


def asked(root: Token) -> bool:
    """Tell whether the sentence is a question or an order."""
    last = next((t for t in reversed(root.sent) if not t.is_space and not t.is_quote), root)
    if last.text == "?":
        return True
    bare = root.tag_ == "VB" and root.i == root.sent.start
    return bare and not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "expl"} for c in root.children)
