"""Hostile values for the parameters of queries: the rows are those that Python finds, and no others."""

from collections.abc import Iterator
from random import Random

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import KgError
from kg.naming import slug
from kg.query.bind import bound
from kg.query.run import run
from kg.query.saved import SavedQuery, parse, saved

MANY, FEW = 5_000, 200
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
SAYS = NamedNode("urn:says")
SECRET = "what nobody asked for"
#: What ends a term, a pattern, a comment or a query, begins another, or is half of something.
_PIECES = r"""
    } { ) ( ] [ > < " ' ''' \""" \ \" \' \\ \n \u0022 \u0027 \U00000022 # ? $ ?_words ?s ; . , * | ^ ^^ @en a
    ?s?p?o UNION SERVICE service <http://127.0.0.1:9/> VALUES BIND FILTER(true) WHERE SELECT DROP ALL <urn:says>
    http://e.org/ urn:x javascript:alert(1) %00 %22 é 東京 𝄞 -1 1e400 true NaN 2017-03-23 2017-02-30 0000 Khan
"""
BLANKS = ["", " ", "\t", "\n", "\r", "\r\n", "\x0b", "\x0c", "\x00", "\x1b", "\x7f", "\x85", "\xa0", "\u2028", "\u202e"]
PIECES = [*_PIECES.split(), *BLANKS, "} UNION { ?s ?p ?words } #", '") } UNION { ?s <urn:says> ?words FILTER("" = "']
CONTAINS = parse("SELECT ?words WHERE { ?s <urn:says> ?words FILTER(CONTAINS(?words, ?_words)) }", "contains")
EQUALS = parse("SELECT ?words WHERE { ?s <urn:says> ?words FILTER(?words = ?_words) } # ?_no", "equals")
ENTITY = parse("SELECT ?words WHERE { ?_who_iri <urn:says> ?words }", "entity")


def trials(*, quick: bool, random: Random) -> Iterator[str | None]:
    known = {f"urn:{number}": hostile(random) for number in range(60)}
    store = Store()
    for iri, text in known.items():
        store.extend([Quad(NamedNode(iri), LABEL, Literal(text)), Quad(NamedNode(iri), SAYS, Literal(text))])
    store.add(Quad(NamedNode("urn:secret"), SAYS, Literal(SECRET)))
    ours = list(saved().values())
    for _ in range(FEW if quick else MANY):
        value = random.choice([hostile(random), random.choice(list(known.values()))])
        try:
            lost = _answered(store, known, value, random.choice([CONTAINS, EQUALS, ENTITY, random.choice(ours)]))
        except KgError:
            lost = None
        except Exception as error:  # noqa: BLE001 (whatever it is, it is lost)
            lost = f"{type(error).__name__}: {error}"
        yield lost and f"{value!r}: {lost}"


def _answered(store: Store, known: dict[str, str], value: str, query: SavedQuery) -> str | None:
    """Ask a query with the value for all of its parameters, and say what of the answer is wrong."""
    rows = list(run(store, bound(query, {each.name: value for each in query.parameters}, store)))
    if query not in (CONTAINS, EQUALS, ENTITY):
        return None if not query.parameters or SECRET not in str(rows) else f"{query.name} tells {SECRET}"
    wanted = {
        "contains": [text for text in [*known.values(), SECRET] if value in text],
        "equals": [text for text in [*known.values(), SECRET] if value == text],
        "entity": [text for text in known.values() if text == value and "://" not in text],
    }[query.name]
    found = sorted(row["words"].value for row in rows)
    folded = {slug(each) for each in found} == {slug(value)}
    # A name is found whatever its capitals, blanks and marks where no other is so written.
    right = found == sorted(wanted) or (query is ENTITY and not wanted and folded)
    return None if right else f"{query.name} gives {found}, not {sorted(wanted)}"


def hostile(random: Random) -> str:
    return "".join(random.choice(PIECES) + random.choice(["", "", " "]) for _ in range(random.choice([1, 2, 4, 9])))
