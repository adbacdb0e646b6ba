"""`kg eval templates`: an incident once with all that its mentions tell, each thing once in its slot."""

import pytest

from kg.articles.article import Article
from kg.eval.sheet import Sheet
from kg.eval.tasks import task
from kg.eval.verdicts import Score
from kg.facts import Argument, Event, Evidence, Form, Mention, Reading, Span

TEXT = (
    "Gunmen shot two guards in Bergen. The gunmen fled. The attack on the men shocked Bergen. A bomb went off in Oslo."
)
GOLD = {
    "id": "one",
    "text": TEXT,
    "events": [
        {
            "slots": {"INCIDENT: LOCATION": [{"set": "NORWAY: BERGEN (CITY)"}]},
            "arguments": [
                {"role": "PerpInd", "alternatives": ["GUNMEN"], "optional": False},
                {"role": "Victim", "alternatives": ["TWO GUARDS"], "optional": False},
            ],
        }
    ],
}


def argument(role: str, words: str, key: str, form: Form = "nominal") -> Argument:
    start = TEXT.index(words)
    mention = Mention(Span(start, start + len(words)), words, "Thing", key, form)
    return Argument(role, mention, Evidence(Span(0, 1), "made up", 0.5))


def event(key: str, word: str, *arguments: Argument) -> Event:
    start = TEXT.index(word)
    return Event(key, "Attack", Span(start, start + len(word)), arguments, Evidence(Span(0, 1), "made up", 0.5))


EVENTS = (
    event("a", "shot", argument("perpetrator", "Gunmen", "gunmen"), argument("killed", "two guards", "guards")),
    event("a", "attack", argument("victim", "the men", "guards"), argument("place", "Bergen", "bergen", "name")),
    event("b", "bomb", argument("place", "Oslo", "oslo", "name")),
)


@pytest.mark.parametrize(
    ("name", "slots", "found"),
    [
        ("templates", Score(75.0, 100.0, 85.7, 3), Score(50.0, 100.0, 66.7, 1)),
        ("incidents", Score(40.0, 66.7, 50.0, 3), Score(33.3, 100.0, 50.0, 1)),
    ],
)
def test_all_that_mentions_of_an_incident_tell_counts_together(name: str, slots: Score, found: Score) -> None:
    sheet = Sheet(task(name).MEASURES)
    article = Article("one", TEXT)
    sheet.add(article, task(name).judge(GOLD, Reading(article, events=EVENTS)))
    scores = sheet.scores()
    assert (scores["all slots"], scores["incidents found"]) == (slots, found)


def test_of_a_thing_the_name_is_told() -> None:
    from kg.eval.tasks.templates import wholes

    named = argument("perpetrator", "Bergen", "x", "name")
    told = [argument("perpetrator", "Gunmen", "x"), named, argument("target", "the men", "x")]
    (whole,) = wholes([event("a", "shot", told[0]), event("a", "attack", *told[1:])])
    assert [(a.role, a.mention.text) for a in whole.arguments] == [("perpetrator", "Bergen"), ("target", "the men")]
