"""Members of parties: what they are called is the only party of their country whose name begins so."""

from collections.abc import Iterator, Sequence

from kg.resolve import bodies, parties
from kg.resolve.evidence import NEEDED, Link
from kg.resolve.family import Family, Get, is_body, link
from kg.resolve.named import Sense
from kg.resolve.tally import COUNTRY, Tally

#: Of the articles that name a party, those of one country that make it that country's.
HOME = 0.5


def _first(tally: Tally) -> Iterator[str]:
    name = tally.sense.name
    if tally.profiles and is_body(tally.sense) and (parties.is_party(name) or bodies.are_members(name)):
        yield parties.first(name)


def _members(_: str, senses: Sequence[Sense], get: Get) -> Iterator[Link[Sense]]:
    members = [sense for sense in senses if bodies.are_members(sense.name)]
    named = [(sense, _country(get(sense))) for sense in senses if members and parties.is_party(sense.name)]
    for sense in members:
        for party in _only(sense, named):
            yield link(sense, party, NEEDED + 1, f"members of “{party.name}”, the only one there, are called so")


def _only(sense: Sense, named: Sequence[tuple[Sense, str]]) -> list[Sense]:
    """Return the party that members are of, if one alone has the name."""
    stems = parties.stems(sense.name)
    begun = [(party, country) for party, country in named if parties.begins(stems, party.name.split())]
    found = [party for party, country in begun if not sense.country or country == sense.country]
    return found if len(found) == 1 and (sense.country or len(stems) > 1) else []


def _country(tally: Tally) -> str:
    """Return the country of a party: told by its name, or by more than half of the articles that name it."""
    if told := tally.sense.country or bodies.body(tally.sense.name).country:
        return told
    found = tally.of(COUNTRY)
    (_, country), count = min(found.items(), key=lambda item: (-item[1], item[0]))
    return country if count > HOME * sum(found.values()) else ""


FAMILIES = (Family("members", _first, _members, counts=True),)
