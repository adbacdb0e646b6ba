"""One office by several words: "finance minister of Norland" and "Finance Minister" of one country in one article."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.facts import Fact, Mention

#: What an office is of: what its words are without that, and the body or place.
Office = tuple[str, str]


def joined(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts; offices of one name in one body are one, and so is that of a holder whose body is left out."""
    facts = tuple(facts)
    of_body: dict[Office, list[Mention]] = defaultdict(list)
    held: dict[tuple[str, str], set[Office]] = defaultdict(set)
    scopes: dict[Office, Mention | None] = {}
    for fact in facts:
        if (office := bodied(fact)) is not None:
            of_body[office].append(fact.object)
            scopes.setdefault(office, fact.scope)
            held[fact.subject.entity, office[0]].add(office)
    for fact in facts:
        office = bodied(fact)
        offices = held.get((fact.subject.entity, bare(fact)), set()) if office is None else {office}
        if fact.relation != "holdsRole" or len(offices) != 1:
            yield fact
            continue
        title = max(of_body[next(iter(offices))], key=lambda mention: (len(mention.entity), mention.entity))
        scope = fact.scope or scopes[next(iter(offices))]
        yield replace(fact, object=replace(fact.object, entity=title.entity), scope=scope)


def bodied(fact: Fact) -> Office | None:
    """Return an office by its words and its body, where the article tells that."""
    return (bare(fact), fact.scope.entity) if fact.relation == "holdsRole" and fact.scope is not None else None


def bare(fact: Fact) -> str:
    """Return the words of an office without its body: "finance minister" of "Finance Minister of Norland"."""
    title = " ".join(fact.object.text.lower().split())
    body = "" if fact.scope is None else " ".join(fact.scope.text.lower().split())
    for end in (f" of {body}", f" of the {body}", f" for {body}", f" at {body}"):
        title = title.removesuffix(end) if body else title
    return title.removeprefix(f"{body} ") if body else title
