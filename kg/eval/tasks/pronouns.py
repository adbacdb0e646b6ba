"""pronouns: does a pronoun stand for name A, name B or neither, as GAP annotates it."""

from collections.abc import Iterator

from kg.eval.gold import Row
from kg.eval.spans import Offsets, overlap
from kg.eval.verdicts import Count, Error, Verdict
from kg.facts import Reading, Span

NEEDS = {"pronoun": (), "A": (), "B": (), "A_coref": (), "B_coref": ()}
MEASURES = ("pronouns",)


def judge(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on the one annotated pronoun of a passage."""
    entities = {mention.span: mention.entity for mention in reading.mentions if mention.form != "value"}
    pronoun = Span(*gold["pronoun"])
    meant = entities.get(pronoun)
    for name in "AB":
        guess = meant is not None and _entity(entities, gold[name]) == meant
        wanted = gold[f"{name}_coref"]
        yield Count("pronouns", int(guess and wanted), int(guess), int(wanted))
        if guess != wanted:
            marks = pronoun, Span(*gold[name])
            yield Error("missed name", gold=marks) if wanted else Error("wrong name", predicted=marks)


def _entity(entities: dict[Span, str], name: Offsets) -> str | None:
    return next((entity for span, entity in entities.items() if overlap(span, name)), None)
