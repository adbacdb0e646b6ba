"""What sets the scene of a sentence anew: a day at its head, a case of its own, what it says to come after another."""

from collections.abc import Iterator

from kg.extract.factuality.words import SAYING
from kg.extract.incidents import days
from kg.extract.incidents.blame import AFTERMATH
from kg.extract.incidents.causes import BEHIND
from kg.extract.lexicon.words import words
from kg.extract.syntax.context import Context
from kg.extract.syntax.participants import complements, definite
from kg.extract.syntax.tree import dependents
from kg.language.parsed import Span, Token

#: Verbs whose day is that of a statement or a court, not of what they tell of.
NO_DEEDS = SAYING | AFTERMATH | words("find announce rule hear hold identify name release reveal mark remember")
#: Words at the head of a sentence that turn to another case.
ELSEWHERE = frozenset({"separately", "elsewhere"})
#: What another case is called: "In a separate incident", "In another attack".
CASES = frozenset({"incident", "case", "attack", "development", "shooting", "stabbing", "bombing", "operation"})
APART = frozenset({"separate", "unrelated", "another", "similar"})
#: What an article says of what it tells: "It comes a week after".
COMING = frozenset({"come", "follow", "happen"})
#: By what a thing is told to be like another.
LIKENING = frozenset({"compare", "liken", "reminiscent", "echo", "recall", "evoke", "similar", "reminder", "akin"})


def set_day(context: Context, token: Token) -> frozenset[str]:
    """Return the days that a mention happens on by the head of its sentence, or of the one before in its paragraph.

    "On Friday thousands marched. Soldiers opened fire": that was on Friday. "On Friday police said" is no scene.
    """
    own = days.told_in(context, token.sent)
    before = previous(token)
    if own or before is None:
        return frozenset(heading(context, token.sent))
    return frozenset(() if definite(token) else heading(context, before))


def previous(token: Token) -> Span | None:
    """Return the sentence before in the paragraph of a word, if there is one."""
    start: int = token.sent.start
    if start == 0 or "\n" in token.doc[start - 1].text_with_ws:
        return None
    sentence: Span = token.doc[start - 1].sent
    return sentence


def heading(context: Context, sentence: Span) -> set[str]:
    """Return the days at the head of a sentence that tells what happened, not what was said then."""
    verb = next((t for t in sentence if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None or any(t.lemma_ in NO_DEEDS for t in (sentence.root, verb)):
        return set()
    return days.told_in(context, sentence.doc[sentence.start : verb.i])


def another_case(token: Token) -> bool:
    """Tell whether the sentence turns to another case: "Separately, ...", "In an unrelated incident, ..."."""
    first = token.doc[token.sent.start]
    nouns = (noun for _, noun in complements(first)) if first.pos_ == "ADP" else ()
    return first.lower_ in ELSEWHERE or any(
        noun.lemma_.lower() in CASES and any(c.lower_ in APART for c in noun.children) for noun in nouns
    )


def told_after(token: Token) -> bool:
    """Tell whether a word tells after what else the thing of the article came: "It comes a week after he was shot"."""
    return any(
        clause.dep_ in {"advcl", "pcomp", "pobj"} and after(clause) and points_back(over)
        for clause in (token, *token.ancestors)
        for over in above(clause)
    )


def above(clause: Token) -> Iterator[Token]:
    """Yield the verbs that a clause or noun may hang on, by a preposition or not."""
    yield clause.head
    yield from (clause.head.head,) if clause.head.pos_ in {"ADP", "SCONJ"} else ()


def after(clause: Token) -> bool:
    """Tell whether "after" or "since" leads to a clause or noun."""
    return clause.head.lower_ in BEHIND or any(c.lower_ in BEHIND and c.dep_ == "mark" for c in clause.children)


def points_back(verb: Token) -> bool:
    """Tell whether the subject of a verb is what the article tells: "It comes", "The attack follows"."""
    subjects = (c for c in dependents(verb, "nsubj") if c.lower_ in {"it", "this"} or definite(c))
    return verb.lemma_ in COMING and any(subjects)


def likened(token: Token) -> bool:
    """Tell whether something is told only to be like what a word tells: "was likened to that of Jo Poe, who killed"."""
    return any(word.lemma_.lower() in LIKENING for word in token.ancestors)
