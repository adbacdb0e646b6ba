"""Readings of made-up articles, of any number: who speaks, attacks and holds office is drawn, the same each time."""

from collections.abc import Iterable, Iterator
from random import Random

from kg.articles.article import Article
from kg.build import build
from kg.facts import Argument, Entity, Event, Evidence, Fact, Mention, Quote, Reading, Span
from kg.graph.store import Store

FIRST = ["Ann", "John", "Mary", "Omer", "Li", "Juan", "Ada", "Kofi", "Nils", "Rosa"]
LAST = ["Lee", "Roe", "Doe", "Khan", "Wu", "Diaz", "Byron", "Annan", "Berg", "Luna", "Ekwall", "Moreau"]
HEADS, TAILS = ["North", "South", "East", "West", "Old", "New"], ["ham", "ton", "wick", "ford"]
TOWNS = [head + tail for head in HEADS for tail in TAILS]


class Made:
    """A reader that has read its articles already."""

    signature = "made"

    def __init__(self, number: int) -> None:
        self.readings = {each.article.id: each for each in readings(number)}

    def __call__(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return (self.readings[article.id] for article in articles)


def fill(store: Store, number: int) -> None:
    """Build a store of made-up articles, with what follows from them."""
    made = Made(number)
    build(store, [each.article for each in made.readings.values()], made)


def readings(number: int) -> Iterator[Reading]:
    """Yield readings of four facts, a quotation and an attack each."""
    random = Random(1)
    for index in range(number):
        yield reading(f"made-{index}", random)


def reading(name: str, random: Random) -> Reading:
    speaker, other = (f"{random.choice(FIRST)} {random.choice(LAST)} {random.randrange(40)}" for _ in range(2))
    town, city = random.choice(TOWNS), random.choice(TOWNS)
    body, dead = f"{town} Council", str(random.randrange(1, 9))
    text = (
        f"Mayor {speaker} of {body} spoke in {town}, in {city}. “We will rebuild after {dead} deaths,” said he.\n"
        f"{other}, who was born in {city}, bombed a bus in {town} and killed {dead} people."
    )

    def mention(words: str, kind: str, **more: str) -> Mention:
        start = text.index(words)
        return Mention(
            Span(start, start + len(words)), words, kind, f"{kind}/{words}".lower().replace(" ", "-"), **more
        )

    def evidence(words: str) -> Evidence:
        start = text.index(words)
        return Evidence(Span(start, text.index(".", start) + 1), "made", 0.9)

    who, attacker = mention(speaker, "Person"), mention(other, "Person")
    where, within = mention(town, "Place"), mention(city, "Place")
    office, council = mention("Mayor", "Role"), mention(body, "Organization")
    number = mention(f"{dead} people", "Number", form="value", value=dead)
    first, said, second = evidence("Mayor"), evidence("“We"), evidence(other)
    facts = (
        Fact("spokeAt", who, where, first),
        Fact("holdsRole", who, office, first, scope=council),
        Fact("locatedIn", where, within, first),
        Fact("bornIn", attacker, within, second),
    )
    quote = Quote((Span(text.index("“We"), text.index(" said he")),), "direct", said, speakers=(who,))
    parts = (Argument("perpetrator", attacker, second), Argument("place", where, second))
    killed = Argument("killed", number, second, dead)
    event = Event(f"article/{name}/event/1", "Bombing", attacker.span, (*parts, killed), second)
    mentions = (who, attacker, where, within, office, council)
    entities = tuple(Entity(each.entity, each.kind, each.text) for each in dict.fromkeys(mentions))
    return Reading(Article(name, text, title=f"News of {town}"), mentions, entities, facts, (quote,), (event,))
