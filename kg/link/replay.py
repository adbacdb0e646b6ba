"""Which links a store shows: a function of what was found, of what articles' names propose, and of what was decided.

What people decided of a thing stands before what rules found, and this before what the gazetteer proposes for its name.
All follow the thing to the IRI that it bears now; undoing a decision or a join brings back what was found.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pyoxigraph import DefaultGraph, NamedNode

from kg.graph.mentioned import Mentioned
from kg.graph.state import State
from kg.graph.store import Store
from kg.graph.terms import CLOSE, REPLACED, news
from kg.link import kept
from kg.link.kept import Kept
from kg.resolve.decisions import ARTICLE, Decision
from kg.vocabulary import IDENTITY, PREFIXES

#: How sure the gazetteer's ids are where nothing in an article speaks against them: the least of three corpora.
GAZETTEER, SURE = "the gazetteer of newskg", 0.9
DECISION = "decision"
_ITEM = re.compile(r"Q[1-9]\d*")
_DEFAULT = DefaultGraph()
MENTIONS = news("mentions")


def refresh(store: Store) -> None:
    """Bring the links up to date with things, decisions and what was found."""
    wanted = set(links(store))
    if wanted != kept.shown(store):
        kept.show(store, wanted)


def links(store: Store) -> Iterator[Kept]:
    """Yield the links that the store is to show."""
    by_thing: defaultdict[str, list[Kept]] = defaultdict(list)
    for row in kept.found(store):
        for path in current(store, row.thing):
            by_thing[path].append(replace(row, thing=path))
    known = set(by_thing)
    for row in proposed(store):
        if row.thing not in known:
            by_thing[row.thing].append(row)
    decided: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in State(store).decisions:
        if item_of(decision):
            for path in current(store, decision.left):
                decided[path].append(decision)
    for path in sorted(by_thing.keys() | decided.keys()):
        yield from agreed(path, by_thing[path], decided[path])


def agreed(thing: str, rows: Sequence[Kept], decided: Sequence[Decision]) -> Iterator[Kept]:
    """Yield the link of a thing, if there is one, and its candidates, each item once, the likeliest first."""
    rejected = {item_of(each) for each in decided if not each.same}
    chosen = {item_of(each): each for each in decided if each.same}
    best: dict[str, Kept] = {}
    for row in sorted(rows, key=lambda row: (not row.accepted, -row.confidence, row.item, row)):
        if row.item not in rejected and row.item not in chosen:
            best.setdefault(row.item, row)
    accepted = [row for row in best.values() if row.accepted]
    same_as = any(row.same_as for row in rows)
    if chosen:
        # The last word is the one that counts, and settles it.
        yield _decided(thing, list(chosen.values())[-1], same_as=same_as)
        return
    # Where sources name different items, none is the thing's until somebody decides.
    if len(accepted) == 1:
        yield replace(best.pop(accepted[0].item), rank=1, likely=True)
    likeliest = sorted(best.values(), key=lambda row: (-row.confidence, row.item))
    if accepted or any(row.likely for row in likeliest):
        for rank, row in enumerate(likeliest, 1 if len(accepted) != 1 else 2):
            yield replace(row, rank=rank, accepted=False, same_as=False, likely=True)


def _decided(thing: str, decision: Decision, *, same_as: bool) -> Kept:
    reason = decision.why or "decided"
    return Kept(thing, item_of(decision) or "", 1.0, reason, DECISION, decision.when, decision.who, same_as=same_as)


def item_of(decision: Decision) -> str | None:
    """Return the item that a decision says a thing is or is not; None where it is about two things."""
    if _ITEM.fullmatch(decision.right):
        return PREFIXES["wd"] + decision.right
    return decision.right if "://" in decision.right else None


def short(item: str) -> str:
    """Return an item as decisions name it."""
    name = item.removeprefix(PREFIXES["wd"])
    return name if _ITEM.fullmatch(name) else item


def proposed(store: Store) -> Iterator[Kept]:
    """Yield the items that the gazetteer has for names of articles, where these agree on one."""
    articles = store.base + ARTICLE
    items: defaultdict[str, set[str]] = defaultdict(set)
    for quad in store.db.quads_for_pattern(None, CLOSE, None, None):
        thing, item = quad.subject, quad.object
        is_of_article = isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(articles)
        if is_of_article and isinstance(thing, NamedNode) and isinstance(item, NamedNode):
            items[thing.value.removeprefix(store.base)].add(item.value)
    for path, found in items.items():
        rows = [Kept(path, item, SURE, "the item of its name", GAZETTEER) for item in sorted(found)]
        yield from rows if len(rows) == 1 else (replace(row, accepted=False) for row in rows)


def current(store: Store, path: str) -> Iterator[str]:
    """Yield the path that a thing bears now, by a path that it bore, or by which one article names it."""
    seen: set[str] = set()
    while path not in seen:
        seen.add(path)
        if _is_borne(store, path):
            yield path
            return
        path = _replaced(store, path) or _resolved(store, path) or path


def _is_borne(store: Store, path: str) -> bool:
    return any(True for _ in store.db.quads_for_pattern(None, MENTIONS, store.graph(path), _DEFAULT))


def _replaced(store: Store, path: str) -> str | None:
    quads = store.db.quads_for_pattern(store.graph(path), REPLACED, None, store.graph(IDENTITY))
    found = sorted(quad.object.value for quad in quads if isinstance(quad.object, NamedNode))
    return found[0].removeprefix(store.base) if found else None


def _resolved(store: Store, path: str) -> str | None:
    """Return the path that the thing of one article got: `article/ID/person/ann-lee` means what that one so names."""
    if not path.startswith(ARTICLE):
        return None
    name, _, key = path.removeprefix(ARTICLE).partition("/")
    paths = Mentioned(store).paths(store.graph(ARTICLE + name))
    return paths.get(path) or paths.get(key) or key or None
