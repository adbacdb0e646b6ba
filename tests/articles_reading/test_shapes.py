"""JSON as tools and publishers write it, each shape with the very article that it gives."""

import io
import json
from pprint import pformat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import lenient
from kg.articles.article import Article
from kg.articles.files import STDIN
from kg.articles.record import Named
from kg.articles.text import digest
from kg.errors import DataError, LeftOut, Notice
from tests.articles_reading.test_readers import all_of, write

TEXT = "Mayor Ilse Brandt spoke in Hartwick on Monday."
URL = "https://news.example/a"
DAY = "2020-05-01"
MOMENT = "2020-05-01T09:00:00+00:00"

#: A tool or publisher, an object as it writes it, and the article.
SHAPES = [
    (
        "newspaper3k",
        {"url": URL, "title": "T", "authors": ["A B", "C D"], "publish_date": MOMENT, "text": TEXT, "summary": "S"},
        Article(URL, TEXT, "T", "A B, C D", MOMENT, URL),
    ),
    (
        "news-please",
        {"authors": [], "date_download": "2021-01-01", "date_publish": None, "language": "en", "maintext": TEXT}
        | {"source_domain": "news.example", "title": "T", "url": URL, "filename": "a.json"},
        Article(URL, TEXT, "T", None, None, URL, "en"),
    ),
    (
        "trafilatura",
        {"title": "T", "author": "A B; C D", "date": DAY, "id": None, "raw_text": "raw", "text": TEXT, "source": URL}
        | {"fingerprint": "f", "hostname": "news.example", "source-hostname": "News", "language": None},
        Article(URL, TEXT, "T", "A B; C D", DAY, URL),
    ),
    (
        "CC-News",
        {"title": "T", "text": TEXT, "domain": "d", "date": "2018-02-26 15:22:01", "description": "d", "url": URL},
        Article(URL, TEXT, "T", None, "2018-02-26T15:22:01", URL),
    ),
    (
        "RealNews",
        {"url": URL, "url_used": "u", "title": "T", "text": TEXT, "summary": "s", "authors": ["A B"]}
        | {"publish_date": "05-31-2019", "domain": "news.example", "status": "success", "split": "train"},
        Article(URL, TEXT, "T", "A B", "2019-05-31", URL),
    ),
    ("CNN/DM", {"article": TEXT, "highlights": "H .", "id": "0001"}, Article("0001", TEXT)),
    ("XSum", {"document": TEXT, "summary": "S", "id": "29"}, Article("29", TEXT)),
    ("Multi-News", {"document": TEXT, "summary": "S"}, Article(digest(f"\n{TEXT}"), TEXT)),
    ("AG News", {"text": TEXT, "label": 2}, Article(digest(f"\n{TEXT}"), TEXT)),
    (
        "Guardian",
        {"id": "world/a", "type": "article", "webPublicationDate": "2020-05-01T09:00:00Z", "webTitle": "T"}
        | {"webUrl": URL, "fields": {"bodyText": TEXT, "byline": "A B", "headline": "H"}},
        Article("world/a", TEXT, "T", "A B", MOMENT, URL),
    ),
    (
        "NYT",
        {"_id": "nyt://article/1", "headline": {"main": "T", "kicker": None}, "pub_date": "2020-05-01T09:00:00+0000"}
        | {"web_url": URL, "byline": {"original": "By A B", "person": []}, "lead_paragraph": TEXT},
        Article("nyt://article/1", TEXT, "T", "By A B", MOMENT, URL),
    ),
    (
        "NewsAPI",
        {"source": {"id": None, "name": "News"}, "author": None, "title": "T", "description": "d", "url": URL}
        | {"publishedAt": "2020-05-01T09:00:00Z", "content": TEXT},
        Article(URL, TEXT, "T", None, MOMENT, URL),
    ),
    (
        "GDELT with its text",
        {"url": URL, "title": "T", "seendate": "20200501T090000Z", "language": "English", "content": TEXT},
        Article(URL, TEXT, "T", None, MOMENT, URL, "English"),
    ),
    (
        "ninjs",
        {"uri": URL, "versioncreated": "2020-05-01T09:00:00Z", "byline": "A B", "headline": "T", "language": "en-GB"}
        | {"body_text": TEXT},
        Article(URL, TEXT, "T", "A B", MOMENT, URL, "en-GB"),
    ),
    (
        "ninjs 3",
        {"uri": URL, "headlines": [{"role": "main", "value": "T"}], "bodies": [{"role": "main", "value": TEXT}]},
        Article(URL, TEXT, "T", None, None, URL),
    ),
    (
        "WordPress",
        {"id": 7, "date_gmt": "2020-05-01T09:00:00", "link": URL, "title": {"rendered": "T"}}
        | {"content": {"rendered": TEXT, "protected": False}},
        Article("7", TEXT, "T", None, "2020-05-01T09:00:00", URL),
    ),
    (
        "schema.org",
        {"@type": "NewsArticle", "headline": "T", "articleBody": TEXT, "datePublished": DAY, "url": URL}
        | {"author": [{"@type": "Person", "name": "A B"}, {"@type": "Person", "name": "C D"}], "inLanguage": "en"},
        Article(URL, TEXT, "T", "A B, C D", DAY, URL, "en"),
    ),
    (
        "mongoexport",
        {"_id": {"$oid": "5e"}, "text": TEXT, "date": {"$date": "2020-05-01T09:00:00Z"}},
        Article("5e", TEXT, None, None, MOMENT),
    ),
    ("Elasticsearch", {"_id": "e1", "_source": {"text": TEXT, "title": "T"}}, Article("e1", TEXT, "T")),
    ("paragraphs", {"id": "p", "text": ["One.", "", "Two."]}, Article("p", "One.\n\nTwo.")),
    ("pandas", {"id": 12.0, "text": TEXT, "author": float("nan")}, Article("12", TEXT)),
    (
        "names in words",
        {"ID": "a", "Full Text": TEXT, "Publication Date": "May 1, 2020"},
        Article("a", TEXT, published=DAY),
    ),
    (
        "Arc XP",
        {
            "_id": "A7",
            "headlines": {"basic": "T"},
            "display_date": "2020-05-01T09:00:00Z",
            "credits": {"by": [{"name": "A B"}]},
        }
        | {
            "content_elements": [{"type": "text", "content": "One."}, {"type": "image", "caption": "c", "url": "a.png"}]
        },
        Article("A7", "One.", "T", "A B", MOMENT),
    ),
    (
        "JSON Feed's item",
        {"id": "1", "url": URL, "title": "T", "content_html": f"<p>{TEXT}</p>", "authors": [{"name": "A B"}]},
        Article("1", f"<p>{TEXT}</p>", "T", "A B", None, URL),
    ),
    (
        "AYLIEN's story",
        {"id": 12, "title": "T", "body": TEXT, "author": {"id": 3, "name": "A B"}, "links": {"permalink": URL}},
        Article("12", TEXT, "T", "A B", None, URL),
    ),
    (
        "LexisNexis",
        {"HEADLINE": "T", "BODY": TEXT, "LOAD-DATE": "May 1, 2020"},
        Article(digest(f"T\n{TEXT}"), TEXT, "T", published=DAY),
    ),
    (
        "paragraphs as objects",
        {"id": "a", "paragraphs": [{"text": "One."}, {"text": "Two."}]},
        Article("a", "One.\n\nTwo."),
    ),
    ("nothing known", {"id": "a", "text": TEXT, "author": "None", "date": "N/A"}, Article("a", TEXT)),
    ("a paper's name", {"id": "a", "text": TEXT, "source": "The Echo"}, Article("a", TEXT, source="The Echo")),
]


@pytest.mark.parametrize(("line", "article"), [shape[1:] for shape in SHAPES], ids=[name for name, *_ in SHAPES])
@pytest.mark.parametrize("form", ["lines", "array", "pretty", "page", "standard input"])
def test_a_shape_gives_its_article(tmp_path, monkeypatch, line, article, form):
    other = {"id": "other", "text": "Ann Lee spoke in Leeds."}
    raw = {
        "lines": f"{json.dumps(line)}\n{json.dumps(other)}\n",
        "array": json.dumps([line, other]),
        "pretty": f"{json.dumps(line, indent=2)}\n{json.dumps(other, indent=2)}\n",
        "page": json.dumps({"status": "ok", "totalResults": 2, "articles": [line, other]}, indent=1),
        "standard input": json.dumps([line, other], indent=4),
    }[form]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw.encode())))
    found, reported = all_of(STDIN if form == "standard input" else write(tmp_path / "a.json", raw))
    assert found == [article, Article("other", "Ann Lee spoke in Leeds.")]
    assert len(reported) == isinstance(line.get("text"), list)
    assert all("'text' is a list, read as paragraphs" in str(notice) for notice in reported)


#: What is wrong in a line, what is left of it, and what is told.
WRONG = [
    ({"date": "March 23"}, Article("a", TEXT), "date 'March 23' is no date with year and month"),
    ({"date": "2017-02-30"}, Article("a", TEXT), "'2017-02-30' is no date"),
    ({"date": "03/04/2017"}, Article("a", TEXT), "may be read in two ways (day or month first)"),
    ({"author": {"twitter": "@ab"}}, Article("a", TEXT), "author {'twitter': '@ab'} is an object of twitter"),
]


@pytest.mark.parametrize(("field", "article", "said"), WRONG, ids=[said for *_, said in WRONG])
def test_a_field_that_is_wrong_costs_itself(tmp_path, field, article, said):
    file = write(tmp_path / "a.jsonl", json.dumps({"id": "a", "text": TEXT} | field))
    [found], [notice] = all_of(file)
    assert found == article
    assert isinstance(notice, Notice)
    assert str(notice).startswith(f"{file}:1: ")
    assert said in str(notice)
    assert str(notice).endswith(": left out")


def test_a_field_that_goes_by_two_names_is_told_once(tmp_path):
    [made], [told] = all_of(write(tmp_path / "a.jsonl", json.dumps({"id": {"a": 1}, "text": TEXT})))
    assert (made.text, type(told)) == (TEXT, Notice)
    assert ": id {'a': 1} " in str(told)


def test_fields_of_ones_own(tmp_path):
    line = {"nr": 7, "Volltext": TEXT, "text": "teaser", "kopf": "T", "tag": DAY, "von": "A B"}
    named = Named(text="volltext", id="nr", title="kopf", published="tag", author="von")
    [found], _ = all_of(write(tmp_path / "a.jsonl", json.dumps(line)), named=named)
    assert found == Article("7", TEXT, "T", "A B", DAY)


def test_a_field_that_a_line_has_not_is_told_with_those_that_it_has(tmp_path):
    file = write(tmp_path / "a.jsonl", json.dumps({"id": 7, "volltext": TEXT}))
    found, [error] = all_of(file, named=Named(text="voltext"))
    assert not found
    assert str(error) == (f"{file}:1: no field 'voltext'; did you mean 'volltext'?: its fields are 'id', 'volltext'")


def test_one_article_twice_is_one_and_another_of_its_id_is_told(tmp_path):
    line = {"id": "a", "text": TEXT}
    lines = [line, line | {"text": "Another."}, line]
    [found], [error, twice] = all_of(write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, lines))))
    assert found == Article("a", TEXT)
    assert isinstance(error, DataError)
    assert ":2: the article in " in str(error)
    assert isinstance(twice, LeftOut)
    assert ":3: the same article as in " in str(twice)


def test_files_of_one_stem_are_called_by_their_folders(tmp_path):
    for name in ("business/001.txt", "sport/001.txt", "sport/002.txt", "both/a.txt", "both/a.TXT", "003.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, f"{name} says so.")
    found, reported = all_of(tmp_path)
    assert {article.id for article in found} == {"business/001", "sport/001", "002", "both/a.txt", "both/a.TXT", "003"}
    assert not reported


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.ndjson", "a.json"])
def test_json_under_any_name(tmp_path, name):
    lines = [{"id": "a", "text": "One."}, {"id": "b", "text": "Two."}]
    found, reported = all_of(write(tmp_path / name, "\n".join(map(json.dumps, lines))))
    assert found == [Article("a", "One."), Article("b", "Two.")]
    assert not reported


def test_pretty_json_that_is_broken_is_told_once(tmp_path):
    file = write(tmp_path / "a.json", json.dumps([{"id": "a", "text": TEXT}], indent=1)[:-4] + "}")
    [found], [error] = all_of(file)
    assert found.text == TEXT
    assert str(error).startswith(f"{file}:5: cut off: the array does not end")


ONE, OTHER = {"id": "a", "title": "T", "text": TEXT}, {"id": "b", "title": "U", "text": "Ann Lee left."}
#: Where two articles are inside other JSON.
INSIDE = [
    {"status": "ok", "data": {"articles": [ONE, OTHER]}},
    {"articles": {"results": [ONE, OTHER], "totalResults": 2}},
    {"stories": [ONE, OTHER]},
    {"response": {"content": [ONE, OTHER]}},
    {"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "description": "d", "items": [ONE, OTHER]},
    {
        "@context": "https://schema.org",
        "@graph": [{"@type": "WebSite", "name": "Gazette"}, ONE | {"@type": "Article"}, OTHER],
    },
    {"a": {"title": "T", "text": TEXT}, "b": {"title": "U", "text": "Ann Lee left."}},
    {"columns": ["id", "title", "text"], "index": [0, 1], "data": [list(ONE.values()), list(OTHER.values())]},
    {name: {"0": ONE[name], "1": OTHER[name]} for name in ONE},
    {"rows": [{"row_idx": 0, "row": ONE}, {"row_idx": 1, "row": OTHER}]},
]


@pytest.mark.parametrize("value", INSIDE, ids=[", ".join(value) for value in INSIDE])
@pytest.mark.parametrize("broken", ["nowhere", "between objects"])
def test_articles_inside_other_json(tmp_path, value, broken):
    raw = json.dumps(value)
    file = write(tmp_path / "a.json", raw if broken == "nowhere" else raw.replace("}, ", "},\n"))
    found, reported = all_of(file)
    assert found == [Article("a", TEXT, "T"), Article("b", "Ann Lee left.", "U")]
    assert not reported


@pytest.mark.parametrize("name", ["content", "data", "story", "Full Text", "doc"])
def test_a_field_s_name_is_no_id(tmp_path, name):
    files = [
        write(tmp_path / f"{n}.json", json.dumps({name: {"title": n, "text": f"{n} {TEXT}"}})) for n in ("One", "Two")
    ]
    found, reported = all_of(*files)
    assert found == [Article(digest(f"{n}\n{n} {TEXT}"), f"{n} {TEXT}", n) for n in ("One", "Two")]
    assert not reported


def test_an_article_by_its_id_may_be_alone(tmp_path):
    [found], _ = all_of(write(tmp_path / "a.json", json.dumps({"x-1": {"title": "T", "text": TEXT}})))
    assert found == Article("x-1", TEXT, "T")


#: How articles are laid out, one on a line, that are no lines of JSON.
LAID_OUT = [
    '{{"status": "ok", "articles": [{},\n{}]}}',
    "[{},\n{}]",
    '{{"data": {{"articles": [\n{},\n{}\n]}}}}',
    '{{"one": {},\n"other": {}}}',
    '{{\n"one": {},\n"other": {}\n}}\n',
]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt"])
@pytest.mark.parametrize("layout", LAID_OUT, ids=map(str, range(len(LAID_OUT))))
def test_an_article_on_a_line_of_one_value(tmp_path, name, layout):
    found, reported = all_of(write(tmp_path / name, layout.format(json.dumps(ONE), json.dumps(OTHER))))
    assert [(each.title, each.text) for each in found] == [("T", TEXT), ("U", "Ann Lee left.")]
    assert not reported


#: What has a list that is none of articles: comments, paragraphs, tags of an article whose text goes by another name.
OTHERS = [
    {"id": "a", "Volltext": TEXT, "comments": [{"text": "So what.", "title": "t"}]},
    {"id": "a", "Volltext": TEXT, "tags": [{"name": "harbour", "text": "harbour"}]},
]


@pytest.mark.parametrize("value", OTHERS, ids=[", ".join(value) for value in OTHERS])
def test_what_stands_beside_a_text_is_no_article(tmp_path, value):
    found, [error] = all_of(write(tmp_path / "a.json", json.dumps(value)))
    assert not found
    assert ": no text: its fields are 'id', 'Volltext'" in str(error)


def test_an_article_of_which_only_a_summary_is_given_is_that_and_it_is_told(tmp_path):
    page = {
        "articles": [{"title": "T", "description": TEXT, "content": None, "url": URL}, {"id": "b", "summary": "None"}]
    }
    found, [told, error] = all_of(write(tmp_path / "a.json", json.dumps(page)))
    assert found == [Article(URL, TEXT, "T", source=URL)]
    assert str(told).endswith(":1, article 1: no text: its description is read")
    assert "article 2: no text: its fields are 'id', 'summary'" in str(error)


A, B = f'"id": "a", "text": "{TEXT}"', '"id": "b", "text": "Ann Lee left, she said // here, [one,] and {two,}"'
#: JSON that is nearly right.
NEARLY = [
    f"[{{{A},}}, {{{B}}},]",
    f"{{{A}}},\n{{{B}}},\n",
    f"// of the Gazette\n[{{{A}, /* more */}},\n{{{B}}}]",
    f"{{\n{A},\n}}\n{{\n{B}\n}}",
    "\n".join(repr(json.loads(f"{{{each}}}")) for each in (A, B)),
    ",\n".join(repr(json.loads(f"{{{each}}}")) for each in (A, B)),
    repr([json.loads(f"{{{each}}}") for each in (A, B)]),
    "\n" + pformat([json.loads(f"{{{each}}}") for each in (A, B)], width=20),
    repr({"status": "ok", "articles": (json.loads(f"{{{A}}}"), json.loads(f"{{{B}}}") | {7: b"x"})}),
]


#: Under which names; a comment begins no text that is JSON.
UNDER = [(raw, name) for name in ("a.json", "a.txt") for raw in NEARLY if name == "a.json" or raw[0] != "/"]


@pytest.mark.parametrize(("raw", "name"), UNDER, ids=[f"{n} {name}" for n, (_, name) in enumerate(UNDER)])
def test_json_that_is_nearly_right_is_read_as_it_is_meant_and_told(tmp_path, raw, name):
    found, [told] = all_of(write(tmp_path / name, raw))
    assert found == [Article("a", TEXT), Article("b", json.loads(f"{{{B}}}")["text"])]
    assert "no strict JSON" in str(told)
    assert isinstance(told, Notice)


@pytest.mark.parametrize("raw", ["[{'id': 'a', 'text': open('x')}]", "{'id': 'a',\n'text': 'One.'"])
def test_what_python_does_not_print_of_a_value_is_told(tmp_path, raw):
    found, [error] = all_of(write(tmp_path / "a.json", raw))
    assert not found
    assert ": no valid JSON at column" in str(error)


def test_words_in_curly_brackets_are_a_text(tmp_path):
    [found], reported = all_of(write(tmp_path / "a.txt", "{'Tis the season}\n\nAnn Lee spoke in Leeds."))
    assert found.text.startswith("{'Tis")
    assert not reported


def test_a_line_end_may_stand_in_a_string(tmp_path):
    [found], [told] = all_of(write(tmp_path / "a.json", '{\n"id": "a",\n"text": "One.\n\tTwo."\n}'))
    assert found.text == "One.\n\tTwo."
    assert "no strict JSON" in str(told)


@given(st.text().map(json.dumps), st.sampled_from(['{{"a": {},}}', "[{}, ]", '{{"a": {} /* , */}}']))
def test_mending_changes_no_string_and_no_place(string, around):
    raw = around.format(string)
    mended = lenient.mended(raw)
    assert len(mended) == len(raw)
    assert mended.count(string) >= 1
    assert json.loads(string) in (json.loads(mended) if raw[0] == "[" else json.loads(mended).values())
