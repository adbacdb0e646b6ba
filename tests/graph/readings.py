"""Readings made by hand for the tests of the graph."""

from kg.articles.article import Article
from kg.facts import Argument, Entity, Event, Evidence, Fact, Mention, Quote, Reading, Span

TEXT = (
    "Home Secretary Amber Rudd spoke in Leeds. "
    'She told the Echo: "They will not win." Three people were killed in Leeds.'
)


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


class Maker:
    """Makes mentions and facts of one text by its words."""

    def __init__(self, text: str, name: str = "rudd", **known: str) -> None:
        self.article = Article(name, text, **known)
        self.mentions: list[Mention] = []
        self.entities: dict[str, Entity] = {}

    def mention(self, words: str, kind: str, key: str | None = None, **more: str) -> Mention:
        slug = words.lower().replace(" ", "-")
        made = Mention(find(self.article.text, words), words, kind, key or f"{kind.lower()}/{slug}", **more)
        if made not in self.mentions:
            self.mentions.append(made)
        if made.form != "value":
            self.entities.setdefault(made.entity, Entity(made.entity, kind, words))
        return made

    def evidence(self, words: str, modality: str = "asserted", sources: tuple[Mention, ...] = ()) -> Evidence:
        return Evidence(find(self.article.text, words), "hand", 0.93, modality, sources)

    def fact(
        self, relation: str, subject: Mention, object_: Mention, words: str, modality: str = "asserted", **more
    ) -> Fact:
        return Fact(relation, subject, object_, self.evidence(words, modality, more.pop("sources", ())), **more)

    def reading(self, facts=(), quotes=(), events=()) -> Reading:
        return Reading(
            self.article,
            tuple(self.mentions),
            tuple(self.entities.values()),
            tuple(facts),
            tuple(quotes),
            tuple(events),
        )


def rudd() -> Reading:
    """The worked example, with a quotation and an attack."""
    make = Maker(TEXT)
    rudd, leeds = make.mention("Amber Rudd", "Person"), make.mention("Leeds", "Place")
    role, echo = make.mention("Home Secretary", "Role"), make.mention("the Echo", "Organization")
    people = make.mention("Three people", "Group", "article/rudd/group/three-people")
    sentence = TEXT[:41]
    words = '"They will not win."'
    said = Quote(
        (find(TEXT, words),),
        "direct",
        make.evidence(f"She told the Echo: {words}"),
        cue=find(TEXT, "told"),
        speaker=find(TEXT, "She"),
        speakers=(rudd,),
        addressee=echo,
    )
    last = make.evidence("Three people were killed in Leeds.")
    attack = Event(
        "article/rudd/event/1",
        "Attack",
        find(TEXT, "killed"),
        (Argument("killed", people, last, "3"), Argument("place", leeds, last)),
        last,
    )
    facts = [make.fact("spokeAt", rudd, leeds, sentence), make.fact("holdsRole", rudd, role, sentence)]
    return make.reading(facts, [said], [attack])
