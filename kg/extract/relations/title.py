"""Titles: nouns that say of somebody how he stands to somebody or something else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kg.extract.relations import belonging, predication
from kg.extract.relations.jobs import JOBS
from kg.extract.relations.pattern import Found
from kg.extract.syntax.context import Context
from kg.extract.syntax.grammar import modifiers
from kg.extract.syntax.titles import managed
from kg.facts import Mention
from kg.language.parsed import Token

#: Relations to the body that a title belongs to: where its holder works, or whom he is sent to, is none.
OFFICES = {"leads", "worksFor", "memberOf"}


@dataclass(frozen=True, slots=True)
class Title:
    """Nouns whose holder and whose "of" are the two arguments of a relation.

    `after` are words of which one must stand before the noun ("chief" executive), `unless` words that forbid it
    ("vice" president). `admits` tests what follows "of". With `swap` the holder is the object,
    as the founder is of foundedBy.
    """

    trigger: str
    after: str = ""
    unless: str = ""
    prepositions: str = "of for at in with from to on within"
    admits: Callable[[Mention | None], bool] | None = None
    swap: bool = False
    _of: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_of", tuple(self.prepositions.split()))

    def applies(self, noun: Token) -> bool:
        """Tell whether the noun with its modifiers is one of these titles."""
        before = {t.lower_ for t in (*modifiers(noun), *((noun.head,) if managed(noun) else ()))}
        return not (self.after and before.isdisjoint(self.after.split())) and before.isdisjoint(self.unless.split())

    def match(self, relation: str, context: Context, noun: Token) -> Iterator[Found]:
        """Yield the holders of the title with what it is of."""
        if noun.pos_ not in {"NOUN", "PROPN", "ADJ"} or not self.applies(noun):
            return
        holders = list(predication.holders(context, noun))
        if not holders:
            return
        for other in belonging.complements(context, noun, self._of):
            if (relation in OFFICES and beside(context, other)) or (
                relation == "leads" and of_a_part(context, noun, other)
            ):
                continue
            if relation in OFFICES and at_work(context, noun, other):
                continue
            if self.admits is not None and not self.admits(context.mention(other)):
                continue
            for holder in holders:
                ends = (other, holder) if self.swap else (holder, other)
                yield Found(relation, *ends, noun, f"{relation}-{noun.lemma_.lower()}")


def at_work(context: Context, noun: Token, end: Token) -> bool:
    """Tell whether a place is only where somebody has a job: "the Dallas judge", "Leeds doctors"."""
    mention = context.mention(end)
    return mention is not None and mention.kind == "Place" and noun.lemma_.lower() in JOBS


def beside(context: Context, end: Token) -> bool:
    """Tell whether a place is only where the holder is or goes: "a doctor in Leeds", "ambassador to Kenya"."""
    mention = context.mention(end)
    place = mention is not None and mention.kind == "Place"
    return place and end.dep_ == "pobj" and end.head.lower_ not in {"of", "for"}


def of_a_part(context: Context, noun: Token, body: Token) -> bool:
    """Tell whether a title is for a part of what the body does, or where.

    "The UN High Commissioner for Refugees", "Amnesty's West Africa director".
    """
    before = context.mention(noun.nbor(-1)) if noun.i else None
    region = (
        body.dep_ == "poss" and before is not None and before.kind == "Place" and before is not context.mention(body)
    )
    return region or any(c.dep_ == "prep" and c.lower_ == "for" and body not in c.subtree for c in noun.children)
