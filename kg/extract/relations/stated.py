"""What a match of a rule states: one fact for each mention of its things, how it is held, when it is so."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product

from kg import naming
from kg.extract.dates import intervals
from kg.extract.factuality.attribution import held, surer
from kg.extract.factuality.entering import Sequel, sequel
from kg.extract.factuality.history import long_ago
from kg.extract.factuality.leaving import dismissal
from kg.extract.factuality.modality import left_out
from kg.extract.factuality.own import stronger
from kg.extract.factuality.status import HELD, status, to_come
from kg.extract.quotes.lookup import SaidBy
from kg.extract.relations import countries
from kg.extract.relations.arguments import argument, echoes, places_after
from kg.extract.relations.jobs import JOBS
from kg.extract.relations.pattern import Found
from kg.extract.relations.rulebook import Rules
from kg.extract.syntax.context import Context
from kg.facts import Evidence, Fact, Mention, Status
from kg.language.parsed import Token
from kg.vocabulary import vocabulary

#: Relations that hold both ways.
SYMMETRIC = {"spouseOf"}
#: What is so in a town is so in its country: "born in Hamburg, Germany".
WITHIN = {"bornIn", "diedIn", "livesIn", "headquarteredIn"}
#: Relations of offices: who is only "we" or "it" holds none, and none is in "their".
OFFICES = {"holdsRole", "leads", "worksFor", "memberOf", "chiefExecutiveOf"}
FAMILY = {"childOf", "spouseOf"}
NOBODY = {"i", "me", "my", "we", "us", "our", "it", "its", "they", "them", "their"}
NO_BODY = {"they", "them", "their"}
#: Confidence of a rule's facts until kg.extract.measured has measured it.
UNMEASURED = 0.8
#: Mentions of one thing in a sentence that a match speaks of: no sentence that is one has more.
MOST = 20


def stated(context: Context, found: Found, said: SaidBy, ruled: Rules) -> Iterator[Fact]:
    """Yield the facts of a match, if the ontology allows it: one for each mention of its things in the sentence."""
    relation = ruled.relations[found.relation]
    subject = argument(context, found.subject, relation.domain)
    obj = argument(context, found.object, relation.range) if isinstance(found.object, Token) else found.object
    if subject is None or obj is None or (relation.name in OFFICES and nameless(context, subject, obj)):
        return
    if relation.name in FAMILY and any(nobodys(context, end) for end in (subject, obj)):
        return
    if not vocabulary().admits(relation, subject.kind, obj.kind):
        return
    words = standing(context, found)
    evidence = evidence_of(context, found, words, said, ruled)
    became = told_later(context, found, words)
    bounds, when = changed(timed(context, found), words, became)
    if when == "current":
        bounds = intervals.ahead(bounds, found.trigger, context.article.published)
    when = intervals.settled(relation.name, bounds, when, found.trigger, context.article.published)
    if became.declined or to_begin(relation.name, when, words, found.trigger):
        evidence = replace(evidence, modality=stronger(evidence.modality, "planned"))
    during = intervals.interval(bounds, when)
    for one, other in spread(context, found, subject, obj):
        yield Fact(relation.name, one, other, evidence, when, found.scope, during)


def evidence_of(context: Context, found: Found, when: Status, said: SaidBy, ruled: Rules) -> Evidence:
    """Return the words of what a rule found, how sure it is, how it is held and by whom."""
    how = held(context, found.trigger, found.subject, said)
    over = dismissal(found.trigger, found.subject) if when == "former" else None
    # Who only is said to have resigned may be in office.
    modality, sources = surer(how, held(context, over, over, said)) if over is not None else how
    ends = (end for end in (found.subject, found.object) if isinstance(end, Token))
    if any(left_out(end, found.trigger) for end in ends):
        modality = "denied"
    confidence = found.confidence or ruled.confidence.get(found.rule, UNMEASURED)
    return Evidence(context.sentence(found.trigger), found.rule, confidence, modality, sources)


def changed(bounds: intervals.Bounds, when: Status, became: Sequel) -> tuple[intervals.Bounds, Status]:
    """Return the time and status of what is found as the article goes on to tell of it."""
    if became.declined:
        return intervals.Bounds(), when
    return (bounds, when) if became.begin is None else (intervals.Bounds(begin=became.begin), "designate")


def to_begin(relation: str, when: Status, words: Status, trigger: Token) -> bool:
    """Tell whether an office is only to begin: "will take the oath as president", "is president from May on".

    Who is designate now is so now.
    """
    return when == "designate" and relation != "holdsRole" and (words != "designate" or to_come(trigger))


def standing(context: Context, found: Found) -> Status:
    """Return whether what a rule found is so now; who had a job long ago may have it still."""
    when = status(found.relation, found.trigger, found.subject)
    office = found.relation in HELD and found.trigger.lemma_.lower() not in JOBS
    return "former" if office and when == "current" and long_ago(context, found.trigger, found.subject) else when


def told_later(context: Context, found: Found, when: Status) -> Sequel:
    """Return what the article tells after an appointment, of what a rule found."""
    ruled = found.confidence is None and found.relation in HELD and when == "current"
    return sequel(context, found.trigger, found.subject) if ruled else Sequel()


def timed(context: Context, found: Found) -> intervals.Bounds:
    """Return when what a rule found is so, as far as its words tell; the model's words are of many kinds."""
    if found.confidence is not None:
        return intervals.Bounds()
    return intervals.during(context, found.relation, found.trigger, found.subject, found.object)


def nameless(context: Context, holder: Mention, body: Mention) -> bool:
    """Tell whether the holder or the body is a "we" or "their" of nobody that the article names."""
    if body.form == "pronoun" and body.text.lower() in {"it", "its"} and not named_too(context, body):
        return True
    own = naming.article(context.article.id)
    ends = ((holder, NOBODY), (body, NO_BODY))
    return any(
        end.form == "pronoun" and end.text.lower() in words and end.entity.startswith(own) for end, words in ends
    )


def nobodys(context: Context, end: Mention) -> bool:
    """Tell whether an end is "their" of several whom nothing else in the article names."""
    return end.form == "pronoun" and end.text.lower() in NO_BODY and not named_too(context, end)


def named_too(context: Context, body: Mention) -> bool:
    """Tell whether a pronoun stands for what the article also has other words for."""
    return any(m.entity == body.entity and m.form != "pronoun" for m in context.mentions)


def spread(context: Context, found: Found, subject: Mention, obj: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Yield the pair, and the same of other mentions in the sentence; the model has judged those for itself.

    What is said of a country by its adjective ("German") is said of it by its name, and the other way round,
    wherever the article has that; only nobody works for an adjective.
    """
    ruled = found.confidence is None
    subjects, objects = context.meanings(subject), context.meanings(obj)
    if ruled:
        subjects, objects = (
            tuple(echo for one in ends for echo in islice(echoes(context, one, found.trigger), MOST))
            for ends in (subjects, objects)
        )
    if found.relation in WITHIN and ruled:
        objects = (*objects, *places_after(context, obj))
    country = countries.otherwise(context, obj)
    if country is not None and found.relation != "worksFor":
        objects = (*objects, country)
    elif country is not None and countries.is_adjective(obj):
        objects = (country,)
    for one, other in product(dict.fromkeys(subjects), dict.fromkeys(objects)):
        if one.entity == other.entity:  # "they married"
            continue
        yield one, other
        if found.relation in SYMMETRIC:
            yield other, one
