"""Verbs and words beside verbs by which something holds no more, as rows: "sacked", "no longer", "died"."""

from kg.extract.factuality.words import STOPPING
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule

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
        unless="child:as child:OBJECT self:FROM_ANOTHER",
        examples=("Mayor Jo Poe resigned on Friday.",),
        never=("Mayor Jo Poe resigned in protest from the board.", "Mayor Jo Poe quit smoking."),
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
