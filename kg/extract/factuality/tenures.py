"""Words that say whether an office or another state still holds, as rows: "former", "acting", "resigned as"."""

from functools import cache

from spacy.tokens import Token

from kg.extract.factuality.governing import lemma_of
from kg.extract.factuality.judging import SLOTS, Class, Link, framed, in_place, is_a
from kg.extract.factuality.words import ENDED, STOPPING, WILL
from kg.extract.lexicon.words import words
from kg.extract.rules.conditions import Terms
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import Engine

#: The kind of these rules in `kg rules`.
KIND = "status"
#: What lasts after it is done: "moved to Leeds before the war" does not end there.
BEGINNING = words("move relocate emigrate immigrate settle join hire appoint marry wed acquire elect name")
POSTS = words("job post position term role tenure reign seat stint career office mandate place spell work duty")
#: By whose subject an office is left.
LEAVING = words("resign retire quit step stand depart oust remove sack fire dismiss depose topple")

BESIDE_TITLES = (
    Rule(
        "acting",
        words("acting interim caretaker provisional"),
        "acting",
        pos="",
        needs="frame:BEFORE",
        examples=("Interim president Jo Poe spoke.",),
        never=("Jo Poe is acting as a witness.", "President Jo Poe spoke."),
    ),
    Rule(
        "to-be",
        words("designate elect incoming president-elect future"),
        "designate",
        pos="",
        needs="frame:BEFORE|AFTER",
        examples=("Incoming president Jo Poe spoke.", "President-elect Jo Poe spoke."),
        never=("President Jo Poe spoke.",),
    ),
    Rule(
        "named-successor",
        frozenset({"successor"}),
        "designate",
        pos="",
        needs="frame:ITSELF",
        examples=("Jo Poe was named her successor.",),
        never=("Jo Poe was named director.",),
        kept="Successions are told after each election.",
    ),
    Rule(
        "former",
        ENDED,
        "former",
        pos="",
        needs="frame:BEFORE",
        examples=("Former president Jo Poe spoke.", "The then mayor Jo Poe spoke."),
        never=("The new mayor Jo Poe spoke.", "Jo Poe, the mayor, was fired."),
    ),
)
OVER_TITLES = (
    Rule(
        "was",
        frozenset({"be"}),
        "former",
        pos="",
        needs="frame:PREDICATE self:PAST_TENSE",
        unless="self:SHIFTED",
        examples=("Jo Poe was the mayor of Leeds.",),
        never=("Jo Poe is the mayor of Leeds.", "Fox said that she was the mayor."),
    ),
    Rule(
        "had-been",
        frozenset({"be"}),
        "former",
        pos="",
        needs="frame:PREDICATE child:HAD",
        unless="self:RETOLD",
        examples=("Jo Poe had been the mayor of Leeds for eight years.",),
        never=("Jo Poe has been the mayor of Leeds since May.", "Fox said that she had been the mayor since May."),
    ),
    Rule(
        "had-served-as",
        words("act serve work"),
        "former",
        pos="VERB",
        needs="frame:AS child:HAD",
        unless="self:RETOLD",
        examples=("Jo Poe had served as mayor since 2010.",),
        never=("Jo Poe has served as mayor since 2010.", "Fox said that she had served as mayor."),
    ),
    Rule(
        "predecessor-as",
        frozenset({"predecessor"}),
        "former",
        pos="",
        needs="frame:AS",
        examples=("Jo Poe is her predecessor as mayor.",),
        never=("He thanked Jo Poe.",),
    ),
    Rule(
        "left-as",
        LEAVING,
        "former",
        pos="",
        needs="frame:AS",
        examples=("Jo Poe resigned as mayor.", "Jo Poe stepped down as director."),
        never=("Jo Poe worked as mayor.", "Jo Poe resigned."),
    ),
    Rule(
        "lost-post-as",
        words("lose end finish leave complete conclude relinquish vacate abandon") | LEAVING,
        "former",
        pos="VERB",
        needs="frame:OF_POST",
        examples=("Jo Poe lost his job as director.", "She was removed from her post as director."),
        never=("Jo Poe began his job as director.",),
    ),
    Rule(
        "post-ended-as",
        words("end finish expire"),
        "former",
        pos="",
        needs="frame:POST_ITSELF",
        examples=("His term as mayor ended in May.",),
        never=("His term as mayor began in May.",),
        kept="Successions are told after each election.",
    ),
    Rule(
        "will-enter",
        words("appoint assume become elect inaugurate install instal name swear take"),
        "designate",
        pos="VERB",
        needs="frame:OVER child:TO_COME",
        examples=("Jo Poe will take the oath as president in May.",),
        never=("Jo Poe took the oath as president in May.", "Jo Poe will speak as president in May."),
    ),
    Rule(
        "is-to-enter",
        words("appoint assume become elect inaugurate install instal name swear take"),
        "designate",
        pos="",
        needs="frame:OVER self:INFINITIVE head:be|set|due|expect|schedule|poise|prepare|slate child:to",
        examples=("Jo Poe is set to become president in May.",),
        never=("Jo Poe wants to become president in May.",),
        kept="Successions are told after each election.",
    ),
)
REMOVALS = (
    Rule(
        "in-the-time-of",
        words("be begin create end expand found introduce launch negotiate open pass serve sign start work"),
        "former",
        pos="",
        needs="frame:UNDER self:PAST_TENSE",
        examples=("The work began under President Jo Poe.",),
        never=("The work goes on under President Jo Poe.",),
    ),
    Rule(
        "died",
        frozenset({"die"}),
        "dead",
        needs="frame:SUBJECT self:DONE",
        unless="child:as",
        examples=("Mayor Jo Poe died on Friday.",),
        never=("Mayor Jo Poe dies in the film.", "Mayor Jo Poe spoke on Friday."),
    ),
    Rule(
        "quit",
        words("resign quit"),
        "removed",
        needs="frame:SUBJECT self:DONE",
        unless="child:as|from child:OBJECT",
        examples=("Mayor Jo Poe resigned on Friday.",),
        never=("Mayor Jo Poe resigned from the board on Friday.", "Mayor Jo Poe quit smoking."),
    ),
    Rule(
        "sacked",
        words("sack fire oust dismiss depose topple replace succeed"),
        "removed",
        needs="frame:DIRECT_OBJECT|PASSIVE_SUBJECT",
        unless="child:as",
        examples=("The club have sacked manager Jo Poe.", "President Jo Poe was ousted in May."),
        never=("The club have praised manager Jo Poe.", "President Jo Poe praised the minister."),
    ),
    Rule(
        "killed",
        words("kill assassinate murder execute"),
        "dead",
        needs="frame:PASSIVE_SUBJECT",
        unless="child:as",
        examples=("President Jo Poe was assassinated in May.",),
        never=("President Jo Poe killed a man in May.",),
    ),
)
BESIDE_VERBS = (
    Rule(
        "no-longer",
        frozenset({"longer"}),
        "former",
        pos="",
        needs="frame:ADVERB before:no",
        examples=("Jo Poe no longer leads the party.",),
        never=("Jo Poe longer leads the party.",),
        kept="The plainest words for what is over.",
    ),
    Rule(
        "not-anymore",
        frozenset({"anymore"}),
        "former",
        pos="",
        needs="frame:ADVERB",
        examples=("Jo Poe does not lead the party anymore.",),
        never=("Jo Poe leads the party.",),
        kept="The plainest words for what is over.",
    ),
    Rule(
        "once",
        words("once formerly previously"),
        "former",
        pos="",
        needs="frame:PAST_ADVERB self:ADVERBIAL",
        examples=("Jo Poe once led the party.",),
        never=("Jo Poe led the party.",),
    ),
    Rule(
        "until-then",
        words("before until till"),
        "former",
        pos="",
        needs="frame:PAST_ADVERB self:PREPOSITION",
        unless="frame:BEGUN",
        examples=("Jo Poe led the party until 2014.", "Jo Poe worked for Acme before moving to Leeds."),
        never=("Jo Poe moved to Leeds before the war.",),
    ),
    Rule(
        "until-something-happened",
        words("before until till"),
        "former",
        pos="",
        needs="frame:CLAUSE_AFTER self:MARK",
        unless="frame:BEGUN",
        examples=("Jo Poe worked for Acme before she moved to Leeds.",),
        never=("Jo Poe moved to Leeds before she worked for Acme.",),
    ),
)
STOPPED = (
    Rule(
        "stopped",
        STOPPING,
        "ended",
        pos="",
        needs="frame:VERB_ABOVE",
        examples=("Jo Poe stopped leading the party.", "Jo Poe ceased to lead the party."),
        never=("Jo Poe started leading the party.",),
        kept="The plainest words for what is over.",
    ),
    Rule(
        "used-to",
        frozenset({"use"}),
        "ended",
        pos="",
        needs="frame:VERB_ABOVE_BARE self:used",
        examples=("Jo Poe used to lead the party.",),
        never=("Jo Poe used tricks.",),
    ),
)
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
    "TO_COME": is_a(lambda token: token.dep_ == "aux" and token.lower_ in WILL),
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
