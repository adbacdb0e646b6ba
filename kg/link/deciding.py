"""What people decide of links: a thing is an item, or is not; it stands with the other decisions."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import UsageError
from kg.graph.store import Store
from kg.link.candidates import local
from kg.link.endpoint import ITEMS
from kg.link.kept import Kept, shown
from kg.link.replay import current, item_of, short
from kg.resolve.decisions import DIFFERENT, SAME, Decision, amended


@dataclass(frozen=True, slots=True)
class Who:
    """Who decides, on which day, and why."""

    name: str
    when: str
    why: str = ""


def item(text: str) -> str:
    """Return an item as decisions name it: Q42, wd:Q42, or its address; UsageError where it is none."""
    name = text.removeprefix("wd:").removeprefix(ITEMS)
    if local(f"/{name}") or ("://" in text and not any(map(str.isspace, text))):
        return short(ITEMS + name) if local(f"/{name}") else text
    raise UsageError(f"{text!r} is no item: give its id, Q42, or its IRI")


def known(store: Store, path: str, *, accepted: bool) -> list[Kept]:
    """Return the link of a thing, or its candidates, by a path that decisions may mean it by."""
    now = set(current(store, path))
    return sorted((row for row in shown(store) if row.thing in now and row.accepted == accepted), key=lambda r: r.rank)


def likeliest(store: Store, path: str, *, accepted: bool) -> str | None:
    """Return the item that a thing is linked to, or that is proposed for it: that of the kind asked for first."""
    found = known(store, path, accepted=accepted) or known(store, path, accepted=not accepted)
    return short(found[0].item) if found else None


def accept(store: Store, held: Sequence[Decision], path: str, name: str | None, who: Who) -> list[Decision]:
    """Return the decisions with that a thing is an item; unless it is named, the likeliest candidate."""
    if name is None and (name := likeliest(store, path, accepted=False)) is None:
        raise UsageError(f"nothing is proposed for {path}: name the item")
    return amended(held, [Decision(path, item(name), SAME, who.name, who.when, who.why)])


def reject(store: Store, held: Sequence[Decision], path: str, name: str | None, who: Who) -> list[Decision]:
    """Return the decisions with that a thing is not an item; unless it is named, the one that it is linked to."""
    if name is None and (name := likeliest(store, path, accepted=True)) is None:
        raise UsageError(f"{path} is not linked, and nothing is proposed for it: nothing is to be rejected")
    return amended(held, [Decision(path, item(name), DIFFERENT, who.name, who.when, who.why)])


def remap(store: Store, held: Sequence[Decision], path: str, name: str, who: Who) -> list[Decision]:
    """Return the decisions with that a thing that is linked is another item."""
    found = known(store, path, accepted=True)
    if not found:
        raise UsageError(f"{path} is not linked: kg link accept links it")
    if found[0].item == item_of(Decision(path, item(name), SAME)):
        raise UsageError(f"{path} is linked to {name} already")
    return accept(store, held, path, name, who)


def undo(held: Sequence[Decision], path: str | None) -> list[Decision]:
    """Return the decisions without the last of a link, or without the last of one thing's."""
    about = [each for each in held if item_of(each) and path in {None, each.left}]
    if not about:
        raise UsageError("no link was decided" + (f" of {path}" if path else ""))
    return [each for each in held if each is not about[-1]]
