"""A parse selects the article's own characters, whatever its length and whatever is parsed beside it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.articles.article import Article
from kg.language import pipeline
from kg.language.layout import pieces, unwrap
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load, parse
from kg.language.sentences import LONGEST_SENTENCE

TEXTS = (
    "Ann Smith met Bob Jones in Paris.\n\nHe left on Monday.",
    "",
    " \n ",
    '"',
    "\u2028\x00\ufeff😀 \u202eabc",
    "Oslo. " * 40,
)


FRUIT = ["apple", "pear", "plum"]


def analysis(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.dep_, t.head.i, t.ent_type_, t.is_sent_start) for t in doc]


def test_a_parse_does_not_depend_on_what_is_parsed_beside_it():
    nlp = pipeline.load()
    articles = [Article(str(i), text) for i, text in enumerate(TEXTS)]
    together = [told for _, told in pipeline.parse(articles, nlp, analysis)]
    alone = [told for article in articles for _, told in pipeline.parse([article], nlp, analysis)]
    assert together == alone


def test_a_long_text_is_parsed_in_pieces_as_one_doc(monkeypatch):
    monkeypatch.setattr(pipeline, "PIECE", 60)
    text = "Ann Smith lives in Paris.\n\nBob Jones moved to Rome in May.\n\n" * 5

    def look(doc: Doc) -> None:
        assert doc.text == text
        assert [ent.text for ent in doc.ents].count("Bob Jones") == 5
        assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
        assert sum(not sentence.text.isspace() for sentence in doc.sents) == 10

    [(article, told)] = pipeline.parse([Article("long", text)], pipeline.load(), look)
    assert (article.text, told) == (text, None)


def test_a_dateline_is_no_part_of_the_sentence_after_it():
    text = "Ten die in raid\n\nBERGEN, March 3 (Agency) — Gunmen killed ten people, police said."

    def look(doc: Doc) -> None:
        assert doc.text == text
        assert [s.text.strip() for s in doc.sents if s.text.strip()][1:] == [
            "BERGEN, March 3 (Agency) —",
            "Gunmen killed ten people, police said.",
        ]
        assert [t.text for t in doc if t.dep_ == "nsubj"] == ["Ten", "Gunmen", "police"]
        assert not any(ent.text == "Gunmen" for ent in doc.ents)

    [(_, told)] = pipeline.parse([Article("raid", text)], pipeline.load(), look)
    assert told is None


@given(st.sampled_from(["OSLO (NTB) - ", ""]), st.text(max_size=200), st.integers(2, 30))
@settings(max_examples=200)
def test_pieces_joined_are_the_text(dateline, story, size):
    text = dateline + story
    cut = pieces(text, size)
    assert "".join(cut) == text
    assert all(len(piece) <= size for piece in cut)
    assert len(unwrap(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One line.\n\nTwo lines.\nThree.", "One line.\n\n"),
        ("One two. Three four five six", "One two. "),
        ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmno"),
    ],
)
def test_pieces_are_cut_at_the_strongest_break(text, first):
    assert pieces(text, 15)[0] == first


@pytest.mark.parametrize(
    "story",
    [
        "Death toll rises to four\n\nFour people were killed at a market in Corby on Tuesday.",
        "Correction\n\nOmar Reyes, 29, was arrested on Tuesday over the shooting in Corby.",
        "Twelve die in north\n\nGunmen killed twelve villagers in the north on Monday.",
    ],
)
def test_the_first_word_of_a_line_is_no_sentence_by_itself(story):
    headline, _, sentence = story.partition("\n\n")
    [(_, found)] = pipeline.parse(
        [Article("a", story)], pipeline.load(), lambda doc: [sent.text.strip() for sent in doc.sents]
    )
    assert found == [headline, sentence]


def test_a_sentence_that_does_not_end_is_cut():
    endless = "Ann Lee, " * 1000

    def look(doc: Doc) -> None:
        assert max(map(len, doc.sents)) <= LONGEST_SENTENCE
        assert doc.text.endswith(endless)

    assert [told for _, told in parse([Article("endless", f"Khan spoke.\n{endless}")], load(), look)] == [None]


def test_others_may_parse_between_two_articles():
    """Words are forgotten with their batch: none that is yielded may need them."""
    articles = [Article(f"a{n}", f"Mayor Tom Smith praised the {word} in London.") for n, word in enumerate(FRUIT)]
    stream = parses(articles, load())
    first = next(stream)
    alone = [*parses([Article("b", "The police arrested Ann Lee near Oldham.")], load())]
    told = [[token.text for token in doc] for _, doc in (first, *stream, *alone)]
    assert [words[5] for words in told[:-1]] == FRUIT
    assert told[-1][1] == "police"


@pytest.mark.filterwarnings("ignore:.*W095")
def test_a_pipeline_knows_all_that_its_parts_say_by_name():
    """The list of words that is left out is of what texts say."""
    nlp = pipeline._default()
    labels = {label for part in ("tagger", "parser", "ner") for label in nlp.get_pipe(part).labels}
    set_by_rules = {value for given in nlp.get_pipe("attribute_ruler").attrs for value in given.values()}
    assert len(labels) > 100
    assert all(label in nlp.vocab.strings for label in labels)
    assert all(value in nlp.vocab.strings for value in set_by_rules)
    assert "mayor" not in nlp.vocab.strings


@pytest.mark.filterwarnings("ignore:.*W095")
def test_suffixes_are_looked_for_near_the_end_of_a_word_and_cut_the_same_words():
    own, nlp = pipeline._default().tokenizer, pipeline.load().tokenizer
    texts = [
        'He said: "No!" (Sen. Lee\'s 5km, 30°C, $3m...)',
        "’s" * 300,
        "a.b.c,," * 90,
        "“No,”" * 90,
        "9%" * 150 + "!",
    ]
    for text in texts:
        plain = text.replace("Sen. ", "")
        assert [t.text for t in nlp(plain)] == [t.text for t in own(plain)]
    asked = []
    assert pipeline._near_end(lambda word, at: asked.append(at))("x" * 1_000) is None
    assert asked == [1_000 - pipeline.SUFFIX]
