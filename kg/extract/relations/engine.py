"""The story of this room: what the rules of every relation and the model find becomes facts."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from itertools import islice, product
from pkgutil import iter_modules
from typing import NamedTuple

from spacy.tokens import Token

from kg import naming
from kg.extract import relations
from kg.extract.dates import intervals
from kg.extract.factuality.attribution import held, surer
from kg.extract.factuality.entering import Sequel, sequel
from kg.extract.factuality.history import long_ago
from kg.extract.factuality.leaving import dismissal
from kg.extract.factuality.modality import left_out
from kg.extract.factuality.own import stronger
from kg.extract.factuality.status import HELD, status, to_come
from kg.extract.quotes.lookup import SaidBy, said_by
from kg.extract.relations import countries
from kg.extract.relations.arguments import argument, echoes, places_after
from kg.extract.relations.given import compiled
from kg.extract.relations.jobs import JOBS
from kg.extract.relations.model import classifier as learned
from kg.extract.relations.pattern import Found, Rule
from kg.extract.rules.users import NO_RULES, Own
from kg.extract.syntax import grammar
from kg.extract.syntax.columns import lemmaed
from kg.extract.syntax.context import Context
from kg.facts import Evidence, Fact, Mention, Quote, Span, Status
from kg.language.layout import line
from kg.vocabulary import Property, vocabulary

#: Relations that hold both ways.
SYMMETRIC = {"spouseOf"}
#: What the ontology concludes from a relation; the model need not find it again.
BROADER = {"leads": ("memberOf",), "worksFor": ("memberOf",), "chiefExecutiveOf": ("memberOf",)}
#: What is so in a town is so in its country: "born in Hamburg, Germany".
WITHIN = {"bornIn", "diedIn", "livesIn", "headquarteredIn"}
#: A person has these once: where a rule reads one, the model need not look for another.
ONCE = {"bornIn", "bornOn", "diedOn"}
#: Relations of offices: who is only "we" or "it" holds none, and none is in "their".
OFFICES = {"holdsRole", "leads", "worksFor", "memberOf", "chiefExecutiveOf"}
NOBODY = {"i", "me", "my", "we", "us", "our", "it", "its", "they", "them", "their"}
NO_BODY = {"they", "them", "their"}
#: Confidence of a rule's facts until kg.extract.measured has measured it.
UNMEASURED = 0.8
#: Mentions of one thing in a sentence that a match speaks of: no sentence that is one has more.
MOST = 20
Finder = Callable[[Context], Iterator[Found]]


class Rules(NamedTuple):
    """The rules of all relations: by the lemmas that set them off, and those that look for themselves.

    `relations` are what they may read, `confidence` that of rules whose users know it.
    """

    by_lemma: Mapping[str, Sequence[tuple[str, Rule]]]
    finders: Sequence[Finder]
    relations: Mapping[str, Property]
    confidence: Mapping[str, float]


def facts(context: Context, quotes: Sequence[Quote], *, model: bool = True, own: Own = NO_RULES) -> Iterator[Fact]:
    """Yield the facts of an article in the order of the text, each pair of mentions once for a relation.

    Without `model` only by rules; `own` are rules beside kg's.
    """
    ruled, said, known = rules(own), said_by(quotes), Known()
    head, story = line(context.article.text)
    # The rules are surer than the model: what both find is the rules'.
    for found in (
        *sorted(matches(context, ruled), key=lambda found: found.trigger.i),
        *(learned.matches(context) if model else ()),
    ):
        if head <= found.trigger.idx < story and found.relation != "locatedIn":
            continue  # "MANCHESTER, N.H. (AP) -": what wrote from there has no seat there
        for fact in stated(context, found, said, ruled):
            if known.adds(fact, found):
                yield fact


class Known:
    """The facts of an article so far, as far as they tell whether one more says something new."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._seen: set[tuple[str, Span, str, Span]] = set()
        self._once: set[tuple[str, str]] = set()
        self._acted: set[tuple[str, Span]] = set()
        self._titled: set[tuple[str, Span]] = set()

    def adds(self, fact: Fact, found: Found) -> bool:
        """Tell whether a fact is new, and know it then."""
        # "They" are several subjects.
        key = (fact.relation, fact.subject.span, fact.subject.entity, fact.object.span)
        if key in self._seen or (found.confidence is not None and self._ruled(fact, found)):
            return False
        self._seen.update((name, *key[1:]) for name in (fact.relation, *BROADER.get(fact.relation, ())))
        if found.confidence is None:
            self._keep(fact, found)
        return True

    def _ruled(self, fact: Fact, found: Found) -> bool:
        """Tell whether a rule has told what the model would tell otherwise."""
        pair = (fact.relation, fact.object.span)
        again = fact.relation in ONCE and (fact.relation, fact.subject.entity) in self._once
        # "Jo Poe, wife of Al Poe, lives in Leeds": who does it is the subject of the verb, and nobody beside it.
        beside = grammar.of_apposition(found.subject) and pair in self._acted
        # "his wife, Ana, a native of Chile": one of them is, and the rule says which.
        return again or beside or pair in self._titled

    def _keep(self, fact: Fact, found: Found) -> None:
        pair = (fact.relation, fact.object.span)
        self._once.add((fact.relation, fact.subject.entity))
        if found.trigger.pos_ == "VERB":
            self._acted.add(pair)
        elif fact.relation in ONCE:
            self._titled.add(pair)


def matches(context: Context, ruled: Rules) -> Iterator[Found]:
    """Yield what the rules find, typed or not."""
    for token in lemmaed(context.doc, ruled.by_lemma):
        for relation, rule in ruled.by_lemma.get(token.lemma_.lower(), ()):
            yield from rule.match(relation, context, token)
    for find in ruled.finders:
        yield from find(context)


@cache
def rules(own: Own = NO_RULES) -> Rules:
    """Return the rules of the relations whose files stand in this folder, each named for its relation, and own ones."""
    if own.rules:
        return _together(rules(), alone(own))
    by_lemma: dict[str, list[tuple[str, Rule]]] = defaultdict(list)
    finders: list[Finder] = []
    for name in names():
        code = import_module(f"{relations.__name__}.{name}")
        if hasattr(code, "match"):
            finders.append(code.match)
        for rule in (*getattr(code, "PATTERNS", ()), *getattr(code, "TITLES", ())):
            for lemma in rule.trigger.split():
                by_lemma[lemma].append((term(name), rule))
    return Rules(by_lemma, finders, vocabulary().properties, {})


def alone(own: Own) -> Rules:
    """Return rules of a user's own without kg's."""
    by_lemma: dict[str, list[tuple[str, Rule]]] = defaultdict(list)
    for each in own.rules:
        rule = compiled(each)
        for lemma in rule.trigger.lower().split():
            by_lemma[lemma].append((each.relation.name, rule))
    sure = {rule.name: rule.confidence for rule in own.rules if rule.confidence is not None}
    return Rules(by_lemma, (), {rule.relation.name: rule.relation for rule in own.rules}, sure)


def _together(kgs: Rules, own: Rules) -> Rules:
    lemmas = dict.fromkeys([*kgs.by_lemma, *own.by_lemma])
    by_lemma = {lemma: [*kgs.by_lemma.get(lemma, ()), *own.by_lemma.get(lemma, ())] for lemma in lemmas}
    return Rules(by_lemma, kgs.finders, {**own.relations, **kgs.relations}, own.confidence)


def names() -> list[str]:
    """Return the names of the files in this folder that are named for a relation of the ontology."""
    return [module.name for module in iter_modules(relations.__path__) if term(module.name) in vocabulary().properties]


def term(name: str) -> str:
    """Return the ontology's name of a relation's file: born_in is bornIn."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def stated(context: Context, found: Found, said: SaidBy, ruled: Rules) -> Iterator[Fact]:
    """Yield the facts of a match, if the ontology allows it: one for each mention of its things in the sentence."""
    relation = ruled.relations[found.relation]
    subject = argument(context, found.subject, relation.domain)
    obj = argument(context, found.object, relation.range) if isinstance(found.object, Token) else found.object
    if subject is None or obj is None or (relation.name in OFFICES and nameless(context, subject, obj)):
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
