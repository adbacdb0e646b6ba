"""Words of violence that tell of no one day's incident: they sum up a time, count, rank, fear, or speak of a kind."""

from collections.abc import Iterable

from kg.extract.incidents import words
from kg.extract.syntax import clause
from kg.extract.syntax.numbers import count, ordinal
from kg.extract.syntax.participants import complements, whole
from kg.language.parsed import Token

#: Times over which incidents are summed up.
TIMES = {"year", "years", "month", "months", "decade"}
SPANS = {"quarter", "half", "month", "week", "weekend", "year", "decade"}
MODIFYING = {"compound", "amod", "nmod"}


def so_far(token: Token) -> bool:
    """Tell whether a verb sums up a time rather than tells of a day: "have been killed this year"."""
    return (perfect(token) and (of_a_time(token) or many_since(token))) or summing(token) or thousands(token)


def perfect(verb: Token) -> bool:
    """Tell whether a verb stands in the perfect: "have been killed"."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def of_a_time(verb: Token) -> bool:
    """Tell whether what a verb tells is of a whole time: "this year", "in recent months"."""
    times = (t for t in verb.subtree if t.lower_ in TIMES)
    return any(t.i and t.nbor(-1).lower_ in {"this", "past", "last", "recent"} for t in times)


def many_since(verb: Token) -> bool:
    """Tell whether it is done to many since something else: "More than 20 have been arrested since the coup"."""
    many = any(n.tag_ in {"NNS", "NNPS"} or n.pos_ == "NUM" for n in clause.patients(verb))
    return many and any(complements(verb, "since"))


def thousands(token: Token) -> bool:
    """Tell whether so many died that it was no one attack: "6,200 people died in 2007"."""
    return token.lemma_ in {"die", "perish"} and of_a_war(clause.agents(token))


def of_a_war(counted: Iterable[Token]) -> bool:
    """Tell whether nouns count so many as only a war kills: "6,200 people"."""
    counts = ((count(noun) or "").strip("-") for noun in counted)
    return any(number.isdecimal() and int(number) >= words.WAR for number in counts)


def summing(token: Token) -> bool:
    """Tell whether the words say over what time they sum: "in the first half of 2016", "this year alone"."""
    spans = [noun for _, noun in complements(token, "in", "during", "over") if noun.lemma_.lower() in SPANS]
    first = (c for noun in spans for c in noun.children if c.lower_ in {"first", "past", "last", "second", "third"})
    of_them = any(noun.tag_ == "NNS" or noun.lemma_.lower() in {"quarter", "half"} for noun in spans)
    return of_them and any(first)


def separate(token: Token) -> bool:
    """Tell whether the words sum up incidents of a time that have nothing to do with each other."""
    noun = token.head if token.dep_ in MODIFYING else token
    incidents = noun.lemma_.lower() in words.NOUNS.keys() | {"incident"}
    counted = any(c.dep_ == "nummod" for c in noun.children)
    apart = any(c.lower_ in {"separate", "unrelated"} for c in noun.children)
    return incidents and counted and apart and any(map(spans_time, token.sent))


def spans_time(word: Token) -> bool:
    """Tell whether a word begins a span of time up to now: "since Friday", "over the weekend", "this month"."""
    if word.lower_ in {"since", "over", "during"}:
        return any(n.ent_type_ == "DATE" or n.lemma_ in SPANS for n in word.children if n.dep_ == "pobj")
    after = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    return (word.lower_, after) == ("so", "far") or (word.lower_ in {"this", "past"} and after in SPANS)


def tallied(token: Token) -> bool:
    """Tell whether somebody only keeps count of incidents: "recorded 2,115 murders"."""
    verb = token.head.lemma_ if token.dep_ in {"dobj", "nsubjpass"} else ""
    return verb in {"record", "register", "log", "tally"} and any(c.dep_ == "nummod" for c in token.children)


def in_general(token: Token) -> bool:
    """Tell whether a plural speaks of such incidents in general: "Arrests of activists have accelerated"."""
    told = any(c.dep_ in {"det", "poss", "nummod"} for c in token.children)
    return token.tag_ == "NNS" and not told and not any(t.ent_type_ in {"DATE", "TIME", "GPE"} for t in token.subtree)


def feared(token: Token) -> bool:
    """Tell whether an incident is only a fear or a danger: "without fear of attack", "the risk of copycat attacks"."""
    noun, of = whole(token), whole(token).head
    told = any(c.dep_ in {"det", "poss", "nummod"} and c.lower_ not in {"any", "further"} for c in noun.children)
    return noun.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in words.DANGERS and not told


def one_of_a_kind(token: Token) -> bool:
    """Tell whether the words speak of a kind: "this sort of attack"."""
    of = token.head
    return token.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in {"sort", "kind", "type", "form"}


def ranked(token: Token) -> bool:
    """Tell whether what was told is only ranked among others: "it was the deadliest attack since 2011"."""
    noun = whole(token)
    it = noun.dep_ == "attr" and any(c.dep_ == "nsubj" and c.lower_ in {"it", "this", "that"} for c in noun.head.lefts)
    return it and any(t.tag_ in {"JJS", "RBS"} or is_ordinal(t) for t in noun.subtree if t.i < noun.i)


def is_ordinal(word: Token) -> bool:
    """Tell whether a word counts in a row: "third", "latest"."""
    return word.lower_ in {"first", "latest"} or ordinal(word.lower_) is not None
