"""What passes from the reading of a text to the graph: frozen, without spaCy, without RDF.

Every offset is a code point of the article's unchanged text; `end` is exclusive.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from kg.articles.article import Article

#: asserted: the article says so itself; reported: somebody in it says so; denied: it is said not to be so;
#: planned: it is to come, threatened, possible or only supposed.
Modality = Literal["asserted", "reported", "denied", "planned"]

#: When a role or relation holds, seen from the article: former is not now, designate not yet.
Status = Literal["current", "former", "acting", "designate"]

#: How a mention stands for its entity: name, pronoun, description ("the mayor"), or a value itself (a date, a count).
Form = Literal["name", "pronoun", "nominal", "value"]


class Span(NamedTuple):
    """Code points `start` to `end` of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an entity or a value.

    `kind` is an ontology class by its local name (Person, Organization, Group, Place, Role), or Date, Number, Text.
    `entity` is the path of the entity's IRI below the base ("person/sadiq-khan"); mentions of one thing share it.
    `value` is the normal form of a date (ISO 8601) or a count, where the words give one.
    """

    span: Span
    text: str
    kind: str
    entity: str
    form: Form = "name"
    value: str | None = None

    @property
    def is_named_person(self) -> bool:
        """Whether the words are a person's name."""
        return self.kind == "Person" and self.form == "name"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a fact is held: the words that state it, the rule that read them, and how it is said.

    `confidence` is the share of such facts that are right, as measured on annotated news.
    `sources` are those who say so, where the article only reports it.
    """

    span: Span
    rule: str
    confidence: float
    modality: Modality = "asserted"
    sources: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation of two mentions; `relation` is an ontology property by its local name.

    For holdsRole, `object` is the role's words and `scope` the organization or place that the role belongs to.
    `during` is the interval of EDTF in which it holds, as far as the words tell: "2010/2014", "2016/..".
    """

    relation: str
    subject: Mention
    object: Mention
    evidence: Evidence
    status: Status = "current"
    scope: Mention | None = None
    during: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody is said to have said.

    `fragments` are the pieces that the cue interrupts, or the paragraphs. `speaker` spans the words beside the cue;
    `speakers` are all whom those words name: two in "Khan and Rudd said". Of a `stance` he only wants or favours it.
    """

    fragments: tuple[Span, ...]
    kind: Literal["direct", "mixed", "indirect"]
    evidence: Evidence
    cue: Span | None = None
    speaker: Span | None = None
    speakers: tuple[Mention, ...] = ()
    addressee: Mention | None = None
    place: Mention | None = None
    stance: bool = False


@dataclass(frozen=True, slots=True)
class Argument:
    """One participant of an event: `role` is perpetrator, victim, killed, injured, target, weapon, place, date, ...

    `value` is the count or ISO date that the words give.
    """

    role: str
    mention: Mention
    evidence: Evidence
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of an event. Events that share `key` are mentions of the same happening and become one node."""

    key: str
    type: str
    trigger: Span
    arguments: tuple[Argument, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that the article names; `key` is the path of its IRI, `qid` a Wikidata id that the gazetteer gives."""

    key: str
    kind: str
    label: str
    aliases: tuple[str, ...] = ()
    qid: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article states, each list in the order of the text; `background` others know of what it names.

    `fired` says on how many words rules fired that judge or take away, and so stand in no evidence, too.
    """

    article: Article
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    background: tuple[Fact, ...] = ()
    fired: tuple[tuple[str, int], ...] = ()
