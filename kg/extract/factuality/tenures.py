"""Words that say whether an office or another state still holds, as rows: "former", "acting", "resigned as"."""

from functools import cache

from kg.extract.dates.beginnings import foretold, from_another
from kg.extract.factuality.governing import lemma_of
from kg.extract.factuality.judging import SLOTS, Class, Link, framed, in_place, is_a
from kg.extract.factuality.tenures_titles import BESIDE_TITLES, OVER_TITLES
from kg.extract.factuality.tenures_verbs import BESIDE_VERBS, REMOVALS, STOPPED
from kg.extract.factuality.words import WILL
from kg.extract.lexicon.words import words
from kg.extract.rules.conditions import Terms
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import Engine
from kg.language.parsed import Token

#: The kind of these rules in `kg rules`.
KIND = "status"
#: What lasts after it is done: "moved to Leeds before the war" does not end there.
BEGINNING = words("move relocate emigrate immigrate settle join hire appoint marry wed acquire elect name")
POSTS = words("job post position term role tenure reign seat stint career office mandate place spell work duty")

RULES = (*BESIDE_TITLES, *OVER_TITLES, *REMOVALS, *BESIDE_VERBS, *STOPPED)
#: By which somebody has died.
DEATHS = frozenset().union(*(rule.trigger for rule in REMOVALS if rule.gives == "dead"))
FRAMES = (
    "before", "after", "itself", "predicate", "as", "of post", "post itself", "over", "subject", "direct object",
    "passive subject", "under", "adverb", "past adverb", "clause after", "verb above", "verb above bare",
)  # fmt: skip


def shifted(verb: Token) -> bool:
    """Tell whether the past of a verb may be that of the saying only: "Fox said that she was the mayor"."""
    return verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"} and verb.head.i < verb.i


def retold(verb: Token) -> bool:
    """Tell whether the past before the past may be that of a report only: "Fox said that she had been the mayor"."""
    return any(word.dep_ == "ccomp" and word.head.tag_ in {"VBD", "VBN"} for word in (verb, *verb.ancestors))


CLASSES: dict[str, Class] = framed(*FRAMES) | {
    "PAST_TENSE": is_a(lambda token: token.tag_ == "VBD"),
    "DONE": is_a(lambda token: token.tag_ in {"VBD", "VBN"}),
    "SHIFTED": is_a(shifted),
    "RETOLD": is_a(retold),
    "HAD": is_a(lambda token: token.dep_ == "aux" and token.lower_ == "had"),
    "TO_COME": is_a(lambda token: token.dep_ == "aux" and (token.lower_ in WILL or foretold(token.head))),
    "FROM_ANOTHER": is_a(from_another),
    "INFINITIVE": in_place("xcomp"),
    "OBJECT": in_place("dobj", "xcomp"),
    "ADVERBIAL": in_place("advmod"),
    "PREPOSITION": in_place("prep"),
    "MARK": in_place("mark"),
    "BEGUN": lambda link, _: link.word.lemma_ in BEGINNING,
    "POST": lemma_of(POSTS),
}


@cache
def engines() -> tuple[Engine[Link], Engine[Link]]:
    """Return the rules, ready to run: those of words as they are written, and those of words in all their forms."""
    terms = Terms(SLOTS, CLASSES)
    return (
        Engine((*BESIDE_TITLES, *BESIDE_VERBS), terms, lambda token: (token.lower_,)),
        Engine((*OVER_TITLES, *REMOVALS, *STOPPED), terms),
    )


def judging(word: Token, frame: str, judged: Token) -> Rule | None:
    """Return the rule of a word for another that it stands to in some frame."""
    link = Link(judged, frame)
    return next((rule for engine in engines() if (rule := engine.of(link, word)) is not None), None)


def given(word: Token, frame: str, judged: Token) -> str:
    """Return what the rule of a word gives for another that it stands to in some frame; "" where none reads it."""
    rule = judging(word, frame, judged)
    return "" if rule is None else rule.gives
