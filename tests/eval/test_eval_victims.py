"""`kg eval victims`: persons by name, once each, whatever mention says that they were hit."""

from kg.articles.article import Article
from kg.eval.sheet import Sheet
from kg.eval.tasks import task
from kg.eval.verdicts import Score
from kg.facts import Argument, Entity, Event, Evidence, Form, Mention, Reading, Span

TEXT = "Ann Lee was shot. She and Bo Ek, a friend, were hit; so was a dog of Cy Roe."


def argument(role: str, words: str, key: str, form: Form = "name") -> Argument:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Argument(role, Mention(span, words, "Person", key, form), Evidence(span, "made up", 0.5))


def sheet(names: list[str | None], *arguments: Argument) -> Sheet:
    event = Event("e", "Attack", Span(0, 3), arguments, Evidence(Span(0, 3), "made up", 0.5))
    entities = (Entity("ann", "Person", "Ann Lee"), Entity("bo", "Person", "Bo Ek"), Entity("a", "Person", "a friend"))
    made = Sheet(task("victims").MEASURES)
    gold = {"id": "one", "text": TEXT, "events": [{"victims": [{"victim_name": name} for name in names]}]}
    article = Article("one", TEXT)
    made.add(article, task("victims").judge(gold, Reading(article, entities=entities, events=(event,))))
    return made


def test_a_person_counts_once_and_descriptions_and_authors_do_not():
    found = sheet(
        ["Ann B. Lee", "Cy Roe"],
        argument("victim", "Ann Lee", "ann"),
        argument("killed", "She", "ann", "pronoun"),
        argument("injured", "Bo Ek", "bo"),
        argument("victim", "a friend", "a", "nominal"),
        argument("perpetrator", "Cy Roe", "bo"),
    )
    assert found.scores() == {"named victims": Score(50.0, 50.0, 50.0, 2)}
    assert [judged.right for judged in found.judged] == [True, True, False]
    assert [error.kind for _, error in found.errors] == ["wrong victim", "missed victim"]


def test_an_article_without_a_named_victim_is_not_judged():
    found = sheet([None], argument("victim", "Ann Lee", "ann"))
    assert not found.judged
    assert not found.counts
