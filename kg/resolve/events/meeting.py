"""Which occurrences are one happening, and what it is called: a function of their set and of what people decided."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, combinations, product

from kg.resolve.decisions import Decision, reason
from kg.resolve.events.agreement import ENOUGH, apart, elsewhere, hopeful, link, parted
from kg.resolve.events.called import DIGITS, Called
from kg.resolve.events.hanging import components
from kg.resolve.events.occurrence import WHOLE, Occurrence
from kg.resolve.events.reasons import BROAD
from kg.resolve.evidence import Link
from kg.resolve.groups import Groups

#: Days of one period: two occurrences that are less apart share one.
PERIOD = 31
Happening = Sequence[Occurrence]
#: An occurrence by its article and key.
Place = tuple[str, str]
#: Gives what is of a block; what is known already may be left out.
Members = Callable[[str, Callable[[Place], bool]], Iterable[Occurrence]]
#: Gives what hangs together with an occurrence whatever is linked.
Beside = Callable[[Occurrence], Iterable[Occurrence]]


def blocks(one: Occurrence) -> frozenset[str]:
    """Return the keys of which two occurrences must share one to be one."""
    first = one.when // PERIOD if one.when else None
    periods = ("",) if first is None else (str(first), str(first + 1))
    who = (f"event:who:{name}" for name in (*one.people, *one.taking))
    where = (f"event:where:{place}:{period}" for place in one.places for period in periods)
    when = (f"event:when:{day}:{kind}" for day in one.days for kind in one.kinds)
    return frozenset(chain(who, where, when))


def links(found: Iterable[Occurrence], least: float = ENOUGH) -> list[Link[Occurrence]]:
    """Return the pairs that enough speaks for, or at least so many bits, the strongest first."""
    strong = filter(None, (linked(*pair, least) for pair in _beside(found)))
    return sorted(strong, key=lambda each: (-each.score, order(each.left), order(each.right)))


def _beside(found: Iterable[Occurrence]) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Yield pairs that share a block, each once: for the first block that they share."""
    together: dict[str, list[tuple[Occurrence, frozenset[str]]]] = defaultdict(list)
    for one in sorted(found, key=order):
        keys = blocks(one)
        for block in keys:
            together[block].append((one, keys))
    for block, group in together.items():
        for (one, keys), (other, more) in combinations(group, 2):
            if len(shared := keys & more) == 1 or min(shared) == block:
                yield one, other


def linked(one: Occurrence, other: Occurrence, least: float = ENOUGH) -> Link[Occurrence] | None:
    """Return why two occurrences are one, if enough speaks for it."""
    if apart(one, other) or not hopeful(one, other, least):
        return None
    found = link(one, other)
    return found if found.score >= least else None


def order(one: Occurrence) -> Place:
    """Return by what occurrences are ordered."""
    return one.article, one.key


def happenings(found: Iterable[Occurrence], decided: Sequence[Decision] = ()) -> Sequence[Happening]:
    """Return the groups of occurrences that are one happening, in order; what was decided comes first.

    What hangs together is one, and its links are not weighed, unless something keeps two of it apart.
    """
    every = sorted(set(found), key=order)
    groups: list[Happening] = []
    for part in _hanging(every, decided):
        groups.extend(joined(part, decided).happenings if _divided(part, decided) else [part])
    return sorted((sorted(group, key=order) for group in groups), key=lambda group: order(group[0]))


def _hanging(every: Sequence[Occurrence], decided: Iterable[Decision]) -> Iterator[Happening]:
    """Yield what hangs together by links and decisions."""
    number = {one: place for place, one in enumerate(every)}
    tied = [(number[each.left], number[each.right]) for each in _decided(every, decided)]
    keys = [blocks(one) for one in every]
    for part in components(keys, lambda a, b: linked(every[a], every[b]) is not None, tied):
        yield [every[place] for place in part]


def _divided(part: Happening, decided: Iterable[Decision]) -> bool:
    """Tell whether anything may keep two of these apart."""
    keys = {one.key for one in part}
    if len({one.article for one in part}) < len(part):
        return True
    return any({each.left, each.right} <= keys for each in decided if not each.same) or any(
        parted(one, other)
        for some, others in combinations(_by_place(part), 2)
        if elsewhere(some[0], others[0])
        for one, other in product(some, others)
    )


def _by_place(part: Happening) -> list[Happening]:
    """Return occurrences by what they tell of places: they are in two places or not whichever of these is asked."""
    found = defaultdict[object, list[Occurrence]](list)
    for one in part:
        found[one.sites, one.places, one.wide].append(one)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Joined:
    """Which occurrences are one happening, and the links that made them so: one way from each to each other."""

    happenings: Sequence[Happening]
    links: Sequence[Link[Occurrence]]


def joined(found: Iterable[Occurrence], decided: Sequence[Decision] = ()) -> Joined:
    """Join occurrences, what was decided first, then the strongest link."""
    every = sorted(set(found), key=order)
    together = Groups(two(every, decided))
    every_link = chain(_decided(every, decided), links(every))
    used = [each for each in every_link if together.merge(each.left, each.right)]
    return Joined(together.all(every), used)


def _decided(every: Sequence[Occurrence], decided: Iterable[Decision]) -> Iterator[Link[Occurrence]]:
    """Yield what was decided to be one."""
    for decision in decided:
        if decision.same:
            left, right = ([one for one in every if one.key == path] for path in (decision.left, decision.right))
            yield from (Link(a, b, (reason(decision),)) for a in left for b in right)


def two(every: Sequence[Occurrence], decided: Sequence[Decision]) -> Callable[[Occurrence, Occurrence], bool]:
    """Return what tells of two occurrences that they are two: a decision, one article, or two places."""
    keys = {one.key for one in every}
    known = [each for each in decided if {each.left, each.right} <= keys]
    same = {frozenset((each.left, each.right)) for each in known if each.same}
    told_two = {frozenset((each.left, each.right)) for each in known} - same

    def told(one: Occurrence, other: Occurrence) -> bool:
        pair = frozenset((one.key, other.key))
        return pair in told_two or (pair not in same and (apart(one, other) or parted(one, other)))

    return told


def keys(found: Iterable[Happening]) -> Mapping[Place, str]:
    """Return the path of each occurrence, by its article and key, that shares its happening with another."""
    return {order(one): path for group in found if len(group) > 1 for path in (called(group),) for one in group}


def called(group: Happening) -> str:
    """Return the path of a happening: its kind, place and day, as most articles tell, and a digest of the first."""
    kinds = _most(kind for one in group for kind in one.kinds if kind not in BROAD)
    sites = _most(site for one in group for site in one.sites if site not in one.wide)
    places = sites or _most(site for one in group for site in one.sites)
    days = _most(day for one in group for day in one.days if len(day) >= WHOLE)
    first = min(map(order, group))
    mark = sha256("\n".join(first).encode(errors="surrogatepass")).hexdigest()[:DIGITS]
    return Called(kinds or "attack", places, days[:WHOLE], mark).path


def _most(found: Iterable[str]) -> str:
    """Return the most frequent, of several the first of the alphabet; nothing of none."""
    counts = Counter(found)
    return min(counts, key=lambda each: (-counts[each], each), default="")


def closure(
    start: Iterable[Occurrence], members: Members, with_it: Beside, gone: Iterable[Occurrence] = ()
) -> list[Occurrence]:
    """Return some occurrences with what they, or those that are gone, are linked to or `with_it`, and so on.

    What is found is asked about no more: of one incident that many articles tell, each is weighed once.
    """
    found = {order(one): one for one in start}
    todo, left = [*found.values(), *gone], dict[str, list[Occurrence]]()
    while todo:
        one = todo.pop()
        near = dict[Place, Occurrence]()
        for block in sorted(blocks(one)):
            rest = left[block] if block in left else members(block, found.__contains__)
            left[block] = [other for other in rest if order(other) not in found]
            near.update((order(other), other) for other in left[block])
        new = {place: other for place, other in near.items() if linked(one, other)}
        new.update((order(other), other) for other in with_it(one) if order(other) not in found)
        found |= new
        todo += new.values()
    return list(found.values())


def tied(one: Occurrence, decided: Iterable[Decision]) -> set[str]:
    """Return the keys of what decisions tie to an occurrence."""
    pairs = ({each.left, each.right} for each in decided)
    return {key for pair in pairs if one.key in pair for key in pair} - {one.key}
