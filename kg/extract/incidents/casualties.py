"""Which incident the verbs of harm tell more of: the one that they name as the cause, or the one told before."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain, takewhile

from kg.extract.factuality.modality import modality
from kg.extract.incidents.causes import earlier
from kg.extract.incidents.harms import Harm, harms
from kg.extract.incidents.kinds import Kinds, weapon
from kg.extract.incidents.parts import Part, as_agent
from kg.extract.incidents.slots import days as days_of
from kg.extract.incidents.stopped import did, stops
from kg.extract.incidents.triggers import Trigger
from kg.extract.incidents.unrelated import another_day, another_death, another_deed, of_nobody, older, tallied
from kg.extract.incidents.where import places
from kg.extract.incidents.words import DYING, KILLING, WOUNDING
from kg.extract.lexicon.words import words as listed
from kg.extract.syntax import clause
from kg.extract.syntax.participants import complements
from kg.language.parsed import Token

#: Tokens back to the start of a sentence in which an incident may be told whose victims are now counted.
REACH = 150
#: Words that turn to something else.
ELSEWHERE = listed("meanwhile moreover elsewhere separately earlier later another addition previously")

#: Types that leave nobody dead or wounded.
HARMLESS = {"Detention"}


def caused(kinds: Kinds, found: list[Trigger]) -> tuple[dict[int, list[Part]], set[int]]:
    """Return what the casualties add to the incidents, and which triggers only tell the result of another."""
    by_token = {t.token.i: t for t in found}
    extra: dict[int, list[Part]] = {}
    results: dict[int, Trigger] = {}
    for harm in harms(kinds):
        own = by_token.get(harm.token.i)
        if own is None and (tallied(harm) or stops(kinds, found, harm.token, [part.token for part in harm.parts])):
            continue
        if own is None or (own.type == "Attack" and goes_on(harm)):
            own = cause_before(kinds, harm, found) or own
        cause = named_cause(harm, by_token) or own
        if cause is None or ahead_of(harm, cause):
            continue
        # "killing nine and wounding 14": the second goes on with what the first goes on with.
        cause = results.get(cause.token.i, cause)
        if cause.token != harm.token:
            results[harm.token.i] = cause
        extra.setdefault(cause.token.i, []).extend(added(kinds, harm, cause.token))
    return extra, set(results)


def ahead_of(harm: Harm, cause: Trigger) -> bool:
    """Tell whether the harm is yet to come, and the incident is not: "He will surely die in jail"."""
    return modality(harm.token) == "planned" and modality(cause.token) != "planned"


def added(kinds: Kinds, harm: Harm, cause: Token) -> Iterator[Part]:
    """Yield what a verb of harm tells of the incident that it comes from: whom it hit, by what, by whom, where."""
    by = list(clause.agents(harm.token)) if does_it(harm, cause) else []
    words = (harm.token, *(p.token for p in harm.parts)) if cause.sent.start == harm.token.sent.start else ()
    # "No one was killed in Homs": it happened there all the same.
    told = modality(harm.token) != "denied"
    parts = (
        harm.parts,
        (Part("weapon", c, "harm") for c in harm.causes if weapon(c) and c.pos_ != "VERB"),
        (part for agent in by for part in as_agent(kinds, agent, "harm")),
        (place for word in words if told for place in places(kinds, word, "harm")),
        (Part("date", day, "harm") for day in dated(kinds, harm, cause)),
    )
    yield from (part._replace(teller=part.teller or harm.token) for part in chain.from_iterable(parts))


def dated(kinds: Kinds, harm: Harm, cause: Token) -> Iterator[Token]:
    """Yield the days of a verb of harm that names as its cause a noun without a day of its own."""
    verb = harm.token
    beside = cause != verb and cause.pos_ in {"NOUN", "PROPN"} and cause.sent.start == verb.sent.start
    if beside and verb.lemma_.lower() in (KILLING | WOUNDING) - DYING and not any(days_of(kinds, cause)):
        yield from days_of(kinds, verb)


def does_it(harm: Harm, cause: Token) -> bool:
    """Tell whether the subject of a verb of harm did what another word tells: not who dies, nor who only sees it."""
    deed = harm.token.pos_ == "VERB" and harm.token.lemma_ not in DYING
    return cause != harm.token and deed and not hangs_elsewhere(harm.token, cause)


def hangs_elsewhere(verb: Token, cause: Token) -> bool:
    """Tell whether a participle has its subject from another verb than the incident's.

    "Police hunt a man who left a device that exploded, killing two": it was not police who killed.
    """
    clauses = {"relcl", "acl", "ccomp", "xcomp", "pcomp"}
    return verb.dep_ == "advcl" and any(
        t.dep_ in clauses for t in (cause, *cause.ancestors) if verb.head in t.ancestors
    )


def goes_on(harm: Harm) -> bool:
    """Tell whether the verb only tells more of an incident: "They killed 23 soldiers", "..., killing 130 people"."""
    agents = list(clause.agents(harm.token))
    participle = harm.token.dep_ == "advcl" and harm.token.tag_ == "VBG"
    return participle or (bool(agents) and all(a.pos_ == "PRON" for a in agents))


def named_cause(harm: Harm, by_token: dict[int, Trigger]) -> Trigger | None:
    """Return the incident among the words that the verb gives as the cause."""
    for cause in harm.causes:
        inner = (noun for _, noun in complements(cause, "in", "by", "during"))
        for token in (
            cause,
            *inner,
            *cause.children,
            *(p for c in cause.children for p in c.children if c.lower_ == "of"),
        ):
            if token.i in by_token and token.i != harm.token.i:
                return by_token[token.i]
            series = [g for c in token.children if c.lower_ == "of" for g in c.children]
            if any(g.i in by_token for g in series):
                return next(by_token[g.i] for g in series if g.i in by_token)
    return None


def cause_before(kinds: Kinds, harm: Harm, found: list[Trigger]) -> Trigger | None:
    """Return the last incident told shortly before, if nothing says that the harm came from something else."""
    if of_nobody(harm) or harm.token.dep_ in {"relcl", "acl"}:
        return None
    if harm.back:
        toll = of_toll(kinds, harm, [t for t in found if t.token.i < harm.token.i and t.type not in HARMLESS])
        return None if toll is not None and older(kinds, harm, toll.token) else toll
    before = told_shortly_before(harm, found)
    if not before or from_another(kinds, harm, before[-1].token):
        return None
    return there(kinds, harm, before) or before_police(kinds, harm, before)


def told_shortly_before(harm: Harm, found: list[Trigger]) -> list[Trigger]:
    """Return the incidents told before a harm; none where the last is far, or a word says that it was elsewhere."""
    start = harm.token.sent.start
    if any(t.lower_ in ELSEWHERE for t in harm.token.doc[start : harm.token.i]):
        return []
    before = found[: bisect_left(found, harm.token.i, key=lambda t: t.token.i)]
    return before if before and start - before[-1].token.i < REACH else []


def from_another(kinds: Kinds, harm: Harm, cause: Token) -> bool:
    """Tell whether a harm came from something else than what was told before it."""
    other = another_death(harm, cause) or another_day(kinds, harm, cause) or another_deed(kinds, harm, cause)
    return other or earlier(harm.token, cause)


def before_police(kinds: Kinds, harm: Harm, found: list[Trigger]) -> Trigger:
    """Return the last incident told, or the one before police shot who did it: others who died are not theirs."""
    if all(did(kinds, found, part.token) for part in harm.parts):
        return found[-1]
    near = takewhile(lambda trigger: harm.token.sent.start - trigger.token.i < REACH, reversed(found))
    theirs = (t for t in near if not stops(kinds, found, t.token, [*clause.patients(t.token)]))
    return next(theirs, found[-1])


def of_toll(kinds: Kinds, harm: Harm, found: list[Trigger]) -> Trigger | None:
    """Return the last incident that a toll may be of: at a place that its words name, or at none named."""
    here = named_in(kinds, harm.token.subtree)
    fitting = (t for t in reversed(found) if not here or not (at := named_in(kinds, t.token.sent)) or here & at)
    return next(fitting, None)


def named_in(kinds: Kinds, words: Iterable[Token]) -> set[str]:
    """Return the places that some words name."""
    return {mention.entity for mention in map(kinds.context.mention, words) if mention and mention.kind == "Place"}


def there(kinds: Kinds, harm: Harm, found: list[Trigger]) -> Trigger | None:
    """Return the last incident told shortly before at the place that the verb names: "two died in Ulm"."""
    here = places_of(kinds, harm.token)
    near = takewhile(lambda trigger: harm.token.sent.start - trigger.token.i < REACH, reversed(found))
    return next((trigger for trigger in near if here & places_of(kinds, trigger.token)), None) if here else None


def places_of(kinds: Kinds, word: Token) -> set[str]:
    """Return the places that the phrase of a word names."""
    mentions = (kinds.context.mention(part.token) for part in places(kinds, word, "harm"))
    return {mention.entity for mention in mentions if mention}
