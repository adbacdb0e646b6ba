"""What is told of an incident at a glance: each part once, with who says so where no article does."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.query.card import TYPE, term
from kg.serve.claims import Claim
from kg.serve.entries import Notes, Part, Writer
from kg.vocabulary import NEWS

#: What stands at a glance, in this order; the rest stands below.
PARTS = (
    "date", "place", "perpetrator", "perpetratorOrganization", "claimedBy", "killed", "injured", "victim", "target",
    "weapon", "participant",
)  # fmt: skip
#: How many fillers of a part are shown.
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A part of an incident with those who fill it, how each is told and by whom; `more` are left out."""

    label: str
    fillers: tuple[tuple[Part, Notes], ...]
    more: int


def summary(writer: Writer, claims: Iterable[Claim]) -> list[Row]:
    """Return the parts that the claims of an incident tell, those that an article asserts before the others."""
    told: dict[str, dict[tuple[Part, Notes], None]] = {}
    for claim in claims:
        if claim.predicate.value != TYPE:
            filler = writer.part(claim.object), tuple(writer.notes(claim))
            told.setdefault(claim.predicate.value.removeprefix(NEWS), {})[filler] = None
    return [_row(name, list(told[name])) for name in PARTS if name in told]


def _row(name: str, fillers: list[tuple[Part, Notes]]) -> Row:
    stated = {part for part, notes in fillers if not notes}
    kept = sorted((each for each in fillers if not each[1] or each[0] not in stated), key=lambda each: bool(each[1]))
    return Row(term(f"{NEWS}{name}"), tuple(kept[:SHOWN]), max(len(kept) - SHOWN, 0))
