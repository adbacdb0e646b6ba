"""A parse in plain Python tells of each word what spaCy tells of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc as SpacyDoc

from kg.articles.article import Article
from kg.language.parsed import Doc
from kg.language.parsed.off_spacy import off_spacy, parses
from kg.language.pipeline import load

#: What is told of a word by itself ...
SAME = [
    *("i", "idx", "text", "lower_", "norm_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "whitespace_"),
    *("text_with_ws", "is_sent_start", "n_lefts", "is_alpha", "is_digit", "is_lower", "is_upper", "is_title"),
    *("is_punct", "is_space", "is_quote", "is_bracket", "is_currency", "like_num"),
]
#: ... and of the words about it.
WORDS = ["children", "lefts", "rights", "subtree", "ancestors", "conjuncts"]
TEXTS = [
    "",
    " \n ",
    "Ann Lee, 52, can't pay $5 (or more), she said: \"No, and I won't try.\"\n\nACME Corp. fell, rose and fell again.",
    "What he said he thought she wanted to do, Jo Poe of Leeds never told the two or three people he met in May 2019.",
]


def told(doc: Doc | SpacyDoc) -> list[tuple[object, ...]]:
    """All that is told of the words of a text, with words by their numbers."""
    return [
        (
            *(getattr(token, name) for name in SAME),
            *([word.i for word in getattr(token, name)] for name in WORDS),
            *(token.head.i, token.sent.start, token.sent.end),
        )
        for token in doc
    ]


def spans(doc: Doc | SpacyDoc) -> list[tuple[object, ...]]:
    """All that is told of runs of some words."""
    runs = [doc[start : start + many] for start in range(len(doc)) for many in (1, 2, 3, 7)]
    return [
        (
            *(run.start, run.end, run.start_char, run.end_char, run.text, run.root.i, run.sent.start, len(run[1:])),
            *((ent.start, ent.end, ent.label_) for ent in run.ents),
        )
        for run in runs
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_words_runs_of_words_sentences_and_names_are_those_of_spacy(text):
    spacys = load()(text)
    doc = off_spacy(spacys)
    assert (doc.text, told(doc), spans(doc)) == (text, told(spacys), spans(spacys))
    assert [(t.left_edge.i, t.right_edge.i) for t in doc] == [(t.left_edge.i, t.right_edge.i) for t in spacys]
    for mine, its in ((doc.sents, spacys.sents), (doc.ents, spacys.ents)):
        assert [(s.start, s.end, s.label_) for s in mine] == [(s.start, s.end, s.label_) for s in its]


@given(st.data())
def test_trees_that_cross_and_chains_are_walked_as_by_spacy(data):
    size = data.draw(st.integers(1, 9))
    order = data.draw(st.permutations(range(size)))
    heads = [0] * size
    for rank, word in enumerate(order):
        heads[word] = order[data.draw(st.integers(0, rank - 1))] if rank else word
    deps = data.draw(st.lists(st.sampled_from(["conj", "dep"]), min_size=size, max_size=size))
    spacys = SpacyDoc(English().vocab, [f"w{n}" for n in range(size)], heads=heads, deps=deps)
    doc = off_spacy(spacys)
    assert told(doc) == told(spacys)
    # spaCy does not find all edges where branches cross.
    ends = [(min(t.subtree).i, max(t.subtree).i) for t in spacys]
    assert [(t.left_edge.i, t.right_edge.i) for t in doc] == ends
    assert [[other.is_ancestor(word) for word in doc] for other in doc] == [
        [other.is_ancestor(word) for word in spacys] for other in spacys
    ]


@given(st.sampled_from(TEXTS[2:]), st.integers(-3, 130), st.integers(-3, 130), st.sampled_from(["strict", "expand"]))
def test_offsets_lead_to_the_words_that_spacy_finds(text, start, end, how):
    spacys, doc = PARSES.setdefault(text, both(text))
    try:
        wanted = spacys.char_span(start, end, alignment_mode=how)
    except IndexError:
        return
    found = doc.char_span(start, end, alignment_mode=how)
    assert (found is None) == (wanted is None)
    assert found is None or (found.start, found.end) == (wanted.start, wanted.end)


PARSES: dict[str, tuple[SpacyDoc, Doc]] = {}


def both(text: str) -> tuple[SpacyDoc, Doc]:
    spacys = load()(text)
    return spacys, off_spacy(spacys)


def test_a_word_is_one_object_and_runs_of_the_same_words_are_equal():
    doc = off_spacy(load()("Ann Lee runs Acme. Jo Poe left."))
    assert all(token.head is doc[token.head.i] for token in doc)
    assert all(child.head is token for token in doc for child in token.children)
    assert doc[0:2] == doc[0:2] != doc[0:3]
    assert {doc[0:2], doc[0:2]} == {doc[0:2]}
    assert doc.ents[0] != doc[doc.ents[0].start : doc.ents[0].end]  # one has a label
    other = off_spacy(load()("Ann Lee runs Acme. Jo Poe left."))
    assert doc[0:2] != other[0:2]
    assert doc[0] != other[0]


def test_words_beyond_the_text_are_an_error_and_runs_end_with_it():
    doc = off_spacy(load()("Ann runs."))
    for beyond in (lambda: doc[3], lambda: doc[0:2][2], lambda: doc[0:2][-3], lambda: doc[0].nbor(-1), doc[2].nbor):
        with pytest.raises(IndexError):
            beyond()
    assert [len(run) for run in (doc[1:9], doc[5:9], doc[2:1], doc[-2:], doc[0:3][1:][:9])] == [2, 0, 0, 2, 2]
    assert (doc[-1].text, doc[0:3][-1].text) == (".", ".")


def test_a_chain_of_thousands_of_words_has_them_all_below_its_first():
    size = 5_000
    vocab = English().vocab
    chain = SpacyDoc(vocab, ["w"] * size, heads=[max(0, n - 1) for n in range(size)], deps=["conj"] * size)
    doc = off_spacy(chain)
    assert len(doc[0].subtree) == len(doc[1].conjuncts) + 1 == size
    assert sum(1 for _ in doc[-1].ancestors) == size - 1


def test_a_parse_stays_valid_when_spacy_forgets_its_words():
    texts = [f"Zz{n}qwv met Jo Poe." for n in range(40)]
    docs = [doc for _, doc in parses([Article(text, text) for text in texts], load())]
    assert [doc[0].text + doc[0].lower_ for doc in docs] == [f"Zz{n}qwvzz{n}qwv" for n in range(40)]
