"""Why somebody who died or was hurt was not so by the incident told before, where nothing says by which."""

from collections.abc import Collection, Iterable

from kg.extract.factuality.modality import modality
from kg.extract.factuality.words import SAYING
from kg.extract.incidents import days
from kg.extract.incidents.causes import natural
from kg.extract.incidents.generalities import of_a_war, perfect, so_far
from kg.extract.incidents.harms import Harm
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.phrases import further
from kg.extract.incidents.words import ACCIDENTS, CLASHES, DYING
from kg.extract.lexicon.words import words
from kg.extract.syntax import clause
from kg.extract.syntax.participants import around, definite
from kg.language.parsed import Token

#: Where and how one dies of an attack.
DYING_THERE = words("spot scene hospital ambulance wound injury gunshot instantly immediately outright")
#: How is held what does not happen.
UNREAL = {"planned", "denied"}


def of_nobody(harm: Harm) -> bool:
    """Tell whether the harm comes from no attack: from an accident, a fight, an illness, or is that of a year."""
    accident = {c.lemma_.lower() for c in harm.causes} & (ACCIDENTS | CLASHES)
    return bool(accident) or natural(harm.token) or so_far(harm.token) or tallied(harm)


def tallied(harm: Harm) -> bool:
    """Tell whether the dead are those of a war, not of a day: "At least 7,000 civilians have been killed"."""
    return perfect(harm.token) and not harm.back and of_a_war(part.token for part in harm.parts)


def another_deed(kinds: Kinds, harm: Harm, cause: Token) -> bool:
    """Tell whether another sentence says itself who did the harm, or does so of what only was to happen."""
    if harm.token.sent.start == cause.sent.start:
        return False
    if modality(cause) in UNREAL and modality(harm.token) not in UNREAL:
        return True
    deadly = harm.token.lemma_.lower() not in DYING
    return deadly and any(kinds.actor(a) and a.pos_ != "PRON" and not definite(a) for a in clause.agents(harm.token))


def another_death(harm: Harm, cause: Token) -> bool:
    """Tell whether who died died of something else: told in another paragraph of somebody known."""
    between = harm.token.doc[cause.i : harm.token.i]
    known = all(p.token.pos_ in {"PRON", "PROPN"} or of_somebody(p.token) for p in harm.parts)
    dies = harm.token.lemma_.lower() in DYING
    return dies and known and not dies_there(harm.token) and any("\n\n" in t.text for t in between)


def dies_there(verb: Token) -> bool:
    """Tell whether somebody died as one dies of an attack: "on the spot", "on the way to hospital", "of his wounds"."""
    said = {noun.lemma_.lower() for _, noun in around(verb)} | {c.lower_ for c in verb.children}
    return bool(said & DYING_THERE)


def of_somebody(noun: Token) -> bool:
    """Tell whether the noun is known from somebody: "her father", "the man's wife"."""
    return any(child.dep_ == "poss" for child in noun.children)


def another_day(kinds: Kinds, harm: Harm, cause: Token) -> bool:
    """Tell whether another sentence tells the harm of another day than the cause."""
    if harm.token.sent.start == cause.sent.start:
        return False
    here, there = days_told(kinds, harm.token), days.told_in(kinds.context, cause.sent)
    return (days.apart(here, there) and not dies_of_it(harm, here, there)) or older(kinds, harm, cause)


def older(kinds: Kinds, harm: Harm, cause: Token) -> bool:
    """Tell whether the harm is told to be of weeks before, and the cause is not."""
    told = (days_told(kinds, harm.token), days.told_in(kinds.context, cause.sent))
    before, after = (days.long_before(each, kinds.context.article.published) for each in told)
    return before and not after


def days_told(kinds: Kinds, verb: Token) -> set[str]:
    """Return the days that the sentence of a verb names, but for those on which somebody says it."""
    saying = {t.i for word in verb.ancestors if word.lemma_ in SAYING for c in word.children for t in days_under(c)}
    mentions = (kinds.context.mention(t) for t in verb.sent if t.ent_type_ in {"DATE", "TIME"} and t.i not in saying)
    return {day for mention in mentions if mention and mention.kind == "Date" and (day := days.value(mention))}


def days_under(word: Token) -> Iterable[Token]:
    """Return the words of a phrase of time that hangs on a verb."""
    timed = word.dep_ == "npadvmod" or (word.dep_ == "prep" and any(c.ent_type_ == "DATE" for c in word.children))
    return word.subtree if timed else ()


def dies_of_it(harm: Harm, here: Collection[str], there: Collection[str]) -> bool:
    """Tell whether somebody who was hurt before dies days later: "A fourth person died on Friday"."""
    dies = harm.token.lemma_.lower() in DYING
    known = all(further(p.token) or definite(p.token) or p.token.pos_ in {"PRON", "PROPN"} for p in harm.parts)
    return dies and known and days.soon_after(here, there)
