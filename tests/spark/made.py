"""Readings of made-up articles, whose things are one by all that makes things one."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from kg import naming
from kg.articles.article import Article
from kg.facts import Argument, Entity, Event, Evidence, Fact, Mention, Reading, Span

PEOPLE = ["Mike Pence", "Michael Pence", "John Smith", "John Q. Smith", "François Meyer", "Francois Meyer", "Ann Lee"]
BODIES = ["World Grain Council", "WGC", "Senate", "Chrysler Group", "Chrysler", "US Federal Reserve", "Federal Reserve"]
PLACES = ["Leeds", "York", "Oslo", "Mount Cook", "Mt Cook", "Italy", "India"]
ROLES = ["mayor", "judge", "coach"]


FIRST = ["Bo", "Cid", "Ida", "Nils", "Ada", "Olaf", "Una", "Ezra", "Mina", "Hugo", "Tess", "Ivo", "Greta", "Saul"]
LAST = ["Day", "Ekwall", "Roe", "Tolland", "Wu", "Brandt", "Okri", "Pell", "Quist", "Varga", "Lund", "Meade", "Nash"]
#: Who are killed: one in each attack, of which several articles tell; and more who hold offices.
NAMES = [f"{first} {last}" for first in FIRST for last in LAST]
#: Articles that tell of one attack, in the mean.
EACH = 10


def readings(number: int) -> Iterator[Reading]:
    """Yield readings that name a person with an office, a body and a place, and tell of an attack."""
    random = Random(7)
    people, dead = PEOPLE + NAMES[: number // 20], NAMES[-(number // EACH) :]
    for index in range(number):
        yield _reading(f"made-{index}", random, people, dead)


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


def _reading(name: str, random: Random, people: Sequence[str], all_dead: Sequence[str]) -> Reading:
    person, body, role = map(random.choice, (people, BODIES, ROLES))
    number = random.randrange(len(all_dead))
    dead, place = all_dead[number], PLACES[number % len(PLACES)]
    day = (date(2010, 3, 11) + timedelta(days=40 * number)).isoformat()
    made = _Text(f"{person}, the {role} of {body}, spoke. {dead} died in {place} in an attack on Friday.")
    mentions = tuple(
        made.mention(words, kind)
        for words, kind in (
            (person, "Person"),
            (role, "Role"),
            (body, "Organization"),
            (dead, "Person"),
            (place, "Place"),
        )
    )
    who, office, of, killed, where = mentions
    when = made.mention("Friday", "Date", form="value", value=day)
    told = zip(("killed", "place", "date"), (killed, where, when), strict=True)
    trigger = made.mention("attack", "Group").span
    parts = tuple(made.argument(role, each) for role, each in told)
    event = Event(f"{naming.article(name)}/event/1", "Attack", trigger, parts, made.evidence)
    fact = Fact("holdsRole", who, office, made.evidence, scope=of)
    entities = tuple(Entity(each.entity, each.kind, each.text) for each in mentions)
    return Reading(Article(name, made.text, published=day), mentions, entities, (fact,), (), (event,))
