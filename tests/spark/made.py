"""Readings of made-up articles, whose things are one by all that makes things one."""

from collections.abc import Iterator
from random import Random

from kg import naming
from kg.articles.article import Article
from kg.facts import Argument, Entity, Event, Evidence, Fact, Mention, Reading, Span

PEOPLE = ["Mike Pence", "Michael Pence", "John Smith", "John Q. Smith", "François Meyer", "Francois Meyer", "Ann Lee"]
BODIES = ["World Grain Council", "WGC", "Senate", "Chrysler Group", "Chrysler", "US Federal Reserve", "Federal Reserve"]
PLACES = ["Leeds", "York", "Oslo", "Mount Cook", "Mt Cook", "Italy", "India"]
ROLES = ["mayor", "judge", "coach"]


#: Who are killed: one in each attack, of which several articles tell.
DEAD = [
    f"{first} {last}" for first in ("Bo", "Cid", "Ida", "Nils") for last in ("Day", "Ekwall", "Roe", "Tolland", "Wu")
]


def readings(number: int) -> Iterator[Reading]:
    """Yield readings that name a person with an office, a body and a place, and tell of an attack."""
    random = Random(7)
    for index in range(number):
        yield _reading(f"made-{index}", random)


class _Text:
    """A text with what it names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.evidence = Evidence(Span(0, text.index(".")), "made", 0.9)

    def mention(self, words: str, kind: str, **more: str) -> Mention:
        start = self.text.index(words)
        return Mention(Span(start, start + len(words)), words, kind, naming.shared(kind, words), **more)

    def argument(self, role: str, mention: Mention) -> Argument:
        return Argument(role, mention, self.evidence, mention.value)


def _reading(name: str, random: Random) -> Reading:
    person, body, role = map(random.choice, (PEOPLE, BODIES, ROLES))
    number = random.randrange(len(DEAD))
    place, day = PLACES[number % len(PLACES)], f"20{10 + number}-03-11"
    made = _Text(f"{person}, the {role} of {body}, spoke. {DEAD[number]} died in {place} in an attack on Friday.")
    mentions = tuple(
        made.mention(words, kind)
        for words, kind in (
            (person, "Person"),
            (role, "Role"),
            (body, "Organization"),
            (DEAD[number], "Person"),
            (place, "Place"),
        )
    )
    who, office, of, dead, where = mentions
    when = made.mention("Friday", "Date", form="value", value=day)
    told = zip(("killed", "place", "date"), (dead, where, when), strict=True)
    trigger = made.mention("attack", "Group").span
    parts = tuple(made.argument(role, each) for role, each in told)
    event = Event(f"{naming.article(name)}/event/1", "Attack", trigger, parts, made.evidence)
    fact = Fact("holdsRole", who, office, made.evidence, scope=of)
    entities = tuple(Entity(each.entity, each.kind, each.text) for each in mentions)
    return Reading(Article(name, made.text, published=day), mentions, entities, (fact,), (), (event,))
