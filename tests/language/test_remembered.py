"""What a pipeline remembers of words is what spaCy works out anew: same parts of speech, morphology and lemmas."""

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.language import pipeline, remembered

ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
#: Words that patterns name, those of patterns of two words, and others.
WORDS = (
    "gon na got ta Let 's c'm on Y'all y' all ain't ai n't n't there were is nuthin' that whether did 've her him "
    'left leaves Smiths better Paris 12 , " running been \n'
)
TAGS = "NN NNS NNP VBD VBZ VBP VB VBG JJ JJR RB PRP PRP$ DT IN TO EX MD CD , '' _SP WDT RP"
DEPS = "ROOT nsubj dobj pobj aux auxpass expl det mark advmod attr conj relcl dep punct"


@pytest.fixture(scope="module")
def spacys() -> Language:
    """Return the pipeline as its package gives it."""
    with warnings.catch_warnings(action="ignore"):
        return pipeline._default()


@pytest.fixture(scope="module")
def ours() -> Language:
    with warnings.catch_warnings(action="ignore"):
        nlp = pipeline._default()
    remembered.remembering(nlp)
    return nlp


def tagged(nlp: Language, words: list[tuple[str, str, str]]) -> list[list[int]]:
    """Return what the two components tell of words with these tags and labels of the parse."""
    letters, tags, deps = ([word[part] for word in words] for part in range(3))
    doc = Doc(nlp.vocab, words=letters, tags=tags, deps=deps, heads=[0] * len(words))
    for name in ("attribute_ruler", "lemmatizer"):
        doc = nlp.get_pipe(name)(doc)
    found: list[list[int]] = doc.to_array(ATTRIBUTES).tolist()
    return found


def test_the_two_parts_are_in_the_pipeline() -> None:
    kinds = dict(pipeline.load().pipeline)
    assert isinstance(kinds["attribute_ruler"], remembered.Ruler)
    assert isinstance(kinds["lemmatizer"], remembered.Lemmatizer)


@settings(deadline=None, max_examples=300)
@given(
    words=st.lists(
        st.tuples(
            st.one_of(st.sampled_from(WORDS.split(" ")), st.text(st.characters(codec="utf-8"), min_size=1, max_size=6)),
            st.sampled_from(TAGS.split()),
            st.sampled_from(DEPS.split()),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_words_get_what_spacy_gives_them(spacys: Language, ours: Language, words: list[tuple[str, str, str]]) -> None:
    assert tagged(ours, words) == tagged(spacys, words)


def test_whole_texts_get_what_spacy_gives_them_also_where_words_are_forgotten(spacys: Language, ours: Language) -> None:
    texts = [
        "Let's see what y'all ain't gonna tell: c'mon, there's nothin' in it.\n\nThere were two. You gotta go.",
        "Ministers met in Paris on Friday. Acme Corp., which Ann Lee leads, has been running better factories.",
        "",
    ]
    wanted = [doc.to_array(ATTRIBUTES).tolist() for doc in spacys.pipe(texts)]
    for _ in range(2):
        with ours.memory_zone():
            assert [doc.to_array(ATTRIBUTES).tolist() for doc in ours.pipe(texts)] == wanted
            assert [token.lemma_ for token in ours(texts[1])] == [token.lemma_ for token in spacys(texts[1])]


def test_what_was_said_of_a_word_before_stays(spacys: Language, ours: Language) -> None:
    for nlp in (spacys, ours):
        doc = Doc(nlp.vocab, words=["Meetings", "ended"], tags=["NNS", "VBD"], lemmas=["gathering", ""])
        nlp.get_pipe("lemmatizer")(nlp.get_pipe("attribute_ruler")(doc))
        assert [token.lemma_ for token in doc] == ["gathering", "end"]
