"""Headers of queries: kg's keys and grlc's are read or passed by, others are told, and none refuses the query."""

import pytest

from kg.query.saved import parse

GRLC = """#+ title: ignored
#+ summary: People: born in a place
#+ description:
#+   Who was born
#+   where.
#+ endpoint: http://e.org/sparql
#+ endpoint_in_url: False
#+ method: GET
#+ pagination: 100
#+ mime: text/csv
#+ tags:
#+   - people
#+   - places: all
#+ defaults:
#+   - place: Oslo
#+   - least_age: 5
#+ enumerate:
#+   - how
#+   - kind:
#+     - a
#+     - "1"
#+ transform: {"key": "?p", "$anchor": "key"}
#+ licence: http://example.org/licence
SELECT ?p { ?p news:bornIn ?_place_iri ; news:age ?_least_age_integer FILTER(?k = ?__kind) }
"""


def test_a_header_of_grlc():
    query = parse(GRLC, "born")
    assert (query.summary, query.description) == ("People: born in a place", "Who was born where.")
    assert query.told == ()
    assert [(each.name, each.required, each.default, each.choices) for each in query.parameters] == [
        ("place", False, "Oslo", ()),
        ("least-age", False, "5", ()),
        ("kind", False, None, ("a", "1")),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("#+ sumary: x", "q:1: no key 'sumary'; did you mean 'summary'?; it is ignored"),
        ("#+ no key at all", "q:1: no key 'no key at all'; it is ignored"),
        ("#+ defaults: [", "q: its header is ignored: "),
        ("#+\n#+ cache: 3", "q:2: no key 'cache'; it is ignored"),
    ],
)
def test_what_cannot_be_read_is_told(line, told):
    query = parse(f"{line}\n#+ summary: S\nASK {{}}", "q")
    assert [message.startswith(told) for message in query.told] == [True]
    assert query.summary == "S"


def test_no_header():
    assert parse("# summary: x\nASK {}", "q").summary == ""


def test_a_word_is_no_truth():
    assert parse("#+ summary: yes\n#+ inference: required\nASK {}", "q").summary == "yes"
    assert parse("#+ inference: required\nASK {}", "q").inference
    assert parse("#+ summary: 'a: b'\nASK {}", "q").summary == "a: b"
