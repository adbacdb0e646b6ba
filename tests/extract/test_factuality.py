"""How the text holds what a word states."""

import pytest

from kg.articles.article import Article
from kg.extract.factuality.modality import modality
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load

ASSERTED = [
    ("Gunmen *attacked* a police station in the capital on Monday.", "verb in the past"),
    ("Three people were *killed* when a bomb exploded.", "passive"),
    ("The man who *attacked* the bridge will appear in court.", "a relative clause under a modal verb"),
    ("The *attack* will be investigated by the police.", "a definite noun under a modal verb"),
    ("The fact that the man *killed* two officers was known.", "the fact that"),
    ("There was evidence that the man *killed* two officers.", "evidence that"),
    ("He managed to *escape* from the building.", "implicative verb"),
    ("Police confirmed that the man *killed* two officers.", "factive verb"),
    ("The minister did not know that rebels *attacked* the town.", "a factive verb under negation"),
    ("Not only did they *attack* the village, they burned it.", "not only"),
    ("She is the *president* of the club.", "predicate noun"),
    ("The mayor condemned the *attack*.", "an object that is presupposed"),
    ("Rebels *attacked* the town after talks failed.", "an adverbial clause below does not matter"),
    ("He could not walk after rebels *attacked* him.", "negation above a temporal clause"),
]
REPORTED = [
    ("Rumours that the man *killed* two officers spread.", "rumours that"),
    ("Police said that the man *killed* two officers.", "that-clause of a verb of saying"),
    ("The man *killed* two officers, police said.", "trailing cue"),
    ("The man allegedly *killed* two officers.", "adverb"),
    ("He is suspected of *killing* two officers.", "suspected of"),
    ("She was accused of *stealing* the money.", "accused of"),
    ("He was tried for the *murder*.", "tried for"),
    ("According to witnesses, gunmen *attacked* the hotel.", "according to"),
    ("The group claimed that its fighters *bombed* the market and *shot* the guards.", "both conjuncts"),
    ("The alleged *attack* took place in March.", "adjective"),
    ("He is believed to have *attacked* the shop.", "believed to"),
]
DENIED = [
    ("The rebels did not *attack* the village.", "not"),
    ("Rumours that the man *killed* two officers were false.", "false rumours"),
    ("Claims that the man *killed* two officers were denied by the army.", "denied claims"),
    ("He dismissed reports that the man *killed* two officers.", "dismissed reports"),
    ("There was no evidence that a second man *killed* anybody.", "no evidence that"),
    ("No one was *killed* in the explosion.", "no one"),
    ("Nobody was *injured*.", "nobody"),
    ("He denied that he *killed* the woman.", "denied that"),
    ("He denied *killing* the woman.", "denied with a gerund"),
    ("The rebels failed to *attack* the base.", "failed to"),
    ("They left without *attacking* anyone.", "without"),
    ("There was no *attack* on the embassy.", "no as determiner"),
    ("She is not the *president* of the club.", "predicate noun under negation"),
    ("They never *attacked* or *robbed* civilians.", "both conjuncts"),
    ("He denied the *murder*.", "denied with a noun"),
    ("Police said the gunmen did not *attack* the school.", "negation under a verb of saying"),
]
PLANNED = [
    ("The group may *attack* the embassy.", "modal verb"),
    ("He will *lead* the party into the election.", "future"),
    ("They planned to *attack* the embassy.", "plan to"),
    ("He threatened to *kill* the judge.", "threaten to"),
    ("If the rebels *attack* the town, people will flee.", "if-clause"),
    ("Police foiled an *attack* on the airport.", "foiled"),
    ("The attempted *murder* shocked the town.", "attempted"),
    ("Did the rebels *attack* the town?", "question"),
    ("Officials warned of an *attack* on the embassy.", "warned of"),
    ("The plot to *kill* the president was discovered.", "infinitive of a noun"),
    ("He wants to *become* the president.", "want to"),
    ("For any person to *attack* children is outrageous.", "infinitive as subject"),
    ("The aim is to *attack* the embassy.", "is to"),
    ("An *attack* could happen at any time.", "an indefinite noun under a modal verb"),
    ("Anyone who *attacks* an officer goes to prison.", "free choice"),
    ("Police said they might *arrest* him.", "modal verb under a verb of saying"),
]


def held(marked: str) -> set[str]:
    """Return the modalities of the words between stars."""
    pieces = marked.split("*")
    places = [len("".join(pieces[:i])) for i in range(1, len(pieces), 2)]
    for _, doc in parses([Article("a", "".join(pieces))], load()):
        return {modality(t) for t in doc if t.idx in places}
    raise AssertionError


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(expected, text, id=f"{expected}: {what}")
        for expected, table in (
            ("asserted", ASSERTED),
            ("reported", REPORTED),
            ("denied", DENIED),
            ("planned", PLANNED),
        )
        for text, what in table
    ],
)
def test_how_the_text_holds_it(expected: str, text: str) -> None:
    assert held(text) == {expected}
