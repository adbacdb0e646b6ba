"""Whether what lasts by its nature, a marriage or a home, was so for a time only."""

from kg.extract.factuality.words import ENDED, WILL
from kg.extract.syntax import grammar
from kg.extract.syntax.grammar import modifiers
from kg.language.parsed import Token

#: Whose husband or wife is dead.
WIDOWED = frozenset({"widow", "widower"})

#: Whose husband or wife is dead.
WIDOWED = frozenset({"widow", "widower"})


def divorced(trigger: Token) -> bool:
    """Tell whether a marriage is over, by its noun or by how long it was: "was married to Jo Poe until 2012"."""
    if trigger.pos_ == "NOUN":
        return trigger.lemma_.lower() in WIDOWED or parted(trigger) or divorcing(trigger)
    if trigger.lemma_.lower() == "divorce":
        return True
    verb = trigger.head if trigger.dep_ == "acomp" else trigger
    being = any(c.lemma_ == "be" for c in (verb, *verb.children)) and not any(c.lower_ in WILL for c in verb.children)
    if parted_later(verb):
        return True
    times = (c for word in {verb, trigger} for c in grammar.inside(word) if c.dep_ == "prep")
    dated = {c.lower_ for c in times if any(end.ent_type_ == "DATE" for end in grammar.children(c, "pobj"))}
    return being and not current(verb) and bool(dated & {"until", "till", "for", "from"})


def divorcing(noun: Token) -> bool:
    """Tell whether those who are married have parted: "Ann and her husband divorced", "who divorced her husband"."""
    verb = next((word for word in noun.ancestors if word.pos_ == "VERB"), None)
    if verb is not None and verb.lemma_ == "die" and verb.tag_ == "VBD" and noun in grammar.subject(verb):
        return True
    if verb is None or verb.lemma_.lower() not in {"divorce", "separate"} or verb.tag_ not in {"VBD", "VBN"}:
        return False
    unsure = any(c.dep_ in {"neg", "agent"} or c.lower_ in WILL or c.tag_ == "MD" for c in verb.children)
    return not unsure and noun.i != verb.i


def parted_later(verb: Token) -> bool:
    """Tell whether the words behind a wedding tell of its end: "married Jo Poe in 1955; they divorced in 1971"."""
    end = verb.sent.end
    behind = verb.doc[verb.i + 1 : verb.doc[end].sent.end if end < len(verb.doc) else end]
    ends = (word for word in behind if word.lemma_ == "divorce" and word.tag_ in {"VBD", "VBN"})
    return any(c.lower_ in COUPLES for word in ends for c in grammar.children(word, "nsubj", "nsubjpass"))


#: What a couple is called who part.
COUPLES = frozenset({"they", "couple", "pair", "two"})


def current(verb: Token) -> bool:
    """Tell whether a verb is in the present: "is", "has been"."""
    return any(c.tag_ in {"VBZ", "VBP"} for c in (verb, *verb.children) if c == verb or c.dep_ in {"aux", "auxpass"})


def parted(noun: Token) -> bool:
    """Tell whether the noun says that a marriage is over: "ex-wife", "her former husband", "the late"."""
    before = {t.lower_ for t in modifiers(noun)}
    return noun.pos_ == "NOUN" and bool(before & ENDED or noun.lower_.startswith("ex-"))


def lived(verb: Token) -> bool:
    """Tell whether a home was one for a time: "grew up in", "was raised in", "lived there for a decade"."""
    if verb.lemma_ in {"grow", "raise"}:
        return verb.tag_ in {"VBD", "VBN"}
    times = (c for c in grammar.inside(verb) if c.dep_ == "prep" and c.lower_ in {"for", "from", "in", "during"})
    dated = any(end.ent_type_ == "DATE" for time in times for end in grammar.children(time, "pobj"))
    return verb.lemma_ in {"live", "reside", "dwell"} and verb.tag_ == "VBD" and dated
