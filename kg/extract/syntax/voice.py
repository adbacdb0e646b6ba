"""Whether a verb is passive, also where a headline or a coordination leaves out its auxiliary."""

from collections.abc import Iterator

from kg.extract.lexicon.words import words
from kg.extract.syntax.tree import dependents, remembered
from kg.language.parsed import Span, Token

#: Verbs that say no more of their subject without an object than that it was done to it.
DONE_TO = words(
    "abduct ambush arrest assassinate attack beat behead bludgeon bomb burn destroy detain execute gun hack hijack "
    "hurt injure kidnap kill knife lynch massacre mug murder rape rob shoot slay stab strangle thrash torch torture "
    "wound"
)
#: Nouns that only say how long or when.
SPANS = words("second minute hour day night week month year")
#: What a number before them counts: "8 killed, 21 wounded".
COUNTED = DONE_TO | words("leave rescue free miss")


@remembered
def passive(verb: Token) -> bool:
    """Tell whether the subject is the one it is done to: "was shot", "a man shot", "Man shot in Leeds"."""
    if dependents(verb, "nsubjpass", "auxpass", "agent"):
        return True
    if verb.tag_ not in {"VBN", "VBD"} or dependents(verb, "aux") or any(whole_objects(verb)):
        return False
    return by_whom(verb) or participle(verb) or gapped(verb) or headline(verb) or set_between(verb) or reduced(verb)


def reduced(verb: Token) -> bool:
    """Tell whether a second tense shows the first to be a participle: "The child shot in Leeds was two"."""
    if verb.lemma_ not in DONE_TO or dependents(verb, "cc"):
        return False
    after = (c for c in dependents(verb, "conj", "ccomp") if c.i > verb.i and c.tag_ in {"VBD", "VBZ", "VBP"})
    return any(not dependents(c, "nsubj", "nsubjpass", "cc") and c.left_edge.nbor(-1).text != "," for c in after)


def set_between(verb: Token) -> bool:
    """Tell whether a participle between subject and verb is taken for both: "Poe, kidnapped in May, was freed"."""
    return verb.dep_ in {"csubj", "csubjpass"} and verb.lemma_ in DONE_TO


def participle(verb: Token) -> bool:
    """Tell whether a form without a subject is a passive participle: "a man shot by police", "Shot twice, he fled"."""
    if dependents(verb, "nsubj"):
        return False
    form = verb.tag_ == "VBN" or (done_to_form(verb) and verb.dep_ in {"acl", "conj"})
    return form and (verb.dep_ != "conj" or (verb.head != verb and passive(verb.head)))


def done_to_form(verb: Token) -> bool:
    """Tell whether a form may be the participle of a verb of harm; "beat" is the past tense of "beaten"."""
    return verb.lemma_ in DONE_TO and verb.lower_ != "beat"


def by_whom(verb: Token) -> bool:
    """Tell whether a verb joined to this one has an agent: "Two nurses stabbed and killed by rebels"."""
    return any(dependents(joined, "agent") for joined in dependents(verb, "conj"))


def gapped(verb: Token) -> bool:
    """Tell whether the auxiliary is left out after another verb: "38 were killed and 20 wounded"."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBN", "VBD"} or verb.head == verb:
        return False
    counted = any(c.pos_ == "NUM" or c.like_num for c in dependents(verb, "nsubj"))
    result = verb.head.lemma_ in {"leave", "die"} or passive(verb.head)
    return result and (verb.tag_ == "VBN" or (counted and verb.lemma_ in DONE_TO))


def headline(verb: Token) -> bool:
    """Tell whether a headline leaves out the passive's auxiliary: "Two officers shot dead in Leeds"."""
    if (
        not done_to_form(verb)
        or verb.dep_ not in {"ROOT", "acl", "conj", "ccomp", "advcl"}
        or (ended(verb.sent) and not set_off(verb))
    ):
        return False
    objects_later = any(any(whole_objects(joined)) for joined in dependents(verb, "conj"))
    return not objects_later


def set_off(verb: Token) -> bool:
    """Tell whether a comma sets a participle off from what it is said of: "A teacher, kidnapped in May, was freed"."""
    return verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).text == ","


def ended(sentence: Span) -> bool:
    """Tell whether a sentence ends with a mark, as those of headlines do not."""
    return next((token.is_punct for token in reversed(sentence) if not token.is_space), False)


def whole_objects(verb: Token) -> Iterator[Token]:
    """Yield the direct objects, but for numbers that a participle after them counts: "Eight killed, 21 wounded"."""
    for child in dependents(verb, "dobj"):
        span = child.lemma_ in SPANS and child.ent_type_ in {"DATE", "TIME"}  # "kidnapped 11 days ago"
        among = child.i > verb.i and [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] == [",", "among"]
        if not (span or among or (counts_next(child) and child.i > verb.i)):
            yield child


def counts_next(number: Token) -> bool:
    """Tell whether a comma sets off a number with the participle that it counts: ", 21 wounded in an attack"."""
    before = number.doc[number.left_edge.i - 1] if number.left_edge.i else number
    return before.text in {",", ";"} and any(
        c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"} and c.lemma_ in COUNTED and c.i == number.i + 1
        for c in number.children
    )
