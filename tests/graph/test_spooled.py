"""Triples that are set aside in a file come back as they were, and nothing of where they came from is half read."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.spooled import spooled

NODE = NamedNode("urn:t:a")


def made(texts):
    return [Triple(NODE, NODE, Literal(text)) for text in texts]


@given(st.lists(st.text(), unique=True))
def test_triples_come_back_in_portions_as_they_were(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("spooled")
    with spooled(made(texts), 3, folder) as found:
        portions = list(found)
    assert [len(portion) for portion in portions] == [3] * (len(texts) // 3) + [len(texts) % 3] * (len(texts) % 3 > 0)
    assert set().union(*portions) == set(made(texts))
    assert list(folder.iterdir()) == []


def test_all_are_read_before_the_first_is_asked_for_and_none_is_held(tmp_path):
    passed = []

    def triples():
        yield from made("abcd")
        passed.append("all")

    source = triples()
    with spooled(source, 1, tmp_path) as portions:
        assert passed == ["all"]
        assert source.gi_frame is None
        assert next(portions) == {*made("a")}
