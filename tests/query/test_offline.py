"""No query asks another endpoint, however it is written and wherever it comes from: a real listener hears nothing."""

import sys
import threading
from contextlib import suppress
from io import BytesIO, TextIOWrapper
from socket import create_server

import pytest
from pyoxigraph import Store

from kg import api
from kg.cli.main import main
from kg.errors import KgError, UsageError
from kg.query.run import is_empty, parsed, run


class Listener:
    """A socket on loopback that counts who knocks."""

    def __init__(self) -> None:
        self._socket = create_server(("127.0.0.1", 0))
        self.iri = f"<http://127.0.0.1:{self._socket.getsockname()[1]}/sparql>"
        self.heard = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            guest, _ = self._socket.accept()
            self.heard += 1
            guest.close()


@pytest.fixture(scope="module")
def listener() -> Listener:
    return Listener()


@pytest.fixture(autouse=True)
def silence(listener):
    before = listener.heard
    yield
    assert listener.heard == before


SERVICE = "SERVICE @ { ?s ?p ?o }"
#: Each asks the endpoint @ when Oxigraph runs it.
ASKING = {
    "plain": f"SELECT * {{ {SERVICE} }}",
    "small": "select * { service @ { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT @ { ?s ?p ?o } }",
    "ask": f"ASK {{ {SERVICE} }}",
    "construct": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {SERVICE} }}",
    "no blanks": "SELECT * {SERVICE@{?s ?p ?o}}",
    "exists": f"SELECT * {{ FILTER EXISTS {{ {SERVICE} }} }}",
    "optional": f"SELECT * {{ OPTIONAL {{ {SERVICE} }} }}",
    "subselect": f"SELECT * {{ {{ SELECT * {{ {SERVICE} }} }} }}",
    **{
        f"comment ended by {end!r}": f"SELECT * {{ # quiet {end}{SERVICE}\n }}"
        for end in ("\n", "\r", "\r\n", "\n\r", "\r\r")
    },
    "comment before": f"# SELECT\rSELECT * {{ {SERVICE} }}",
    "comment within": "SELECT * { SERVICE#\r@{ ?s ?p ?o } }",
    "iri with a wide blank": f"SELECT * {{ VALUES ?x {{ <a:\xa0#b> }} {SERVICE}\n }}",
    "iri with another blank": f"SELECT * {{ VALUES ?x {{ <a:\u3000#b> }} {SERVICE}\n }}",
    "iri with an escape": f"SELECT * {{ VALUES ?x {{ <a:\\u00e9#b> }} {SERVICE}\n }}",
    "iri with a long escape": f"SELECT * {{ VALUES ?x {{ <a:\\U000000e9#b> }} {SERVICE}\n }}",
    "string with a backslash": f"SELECT * {{ BIND('\\\\' AS ?x) {SERVICE} BIND('' AS ?y) }}",
    "string with a quote": f"SELECT * {{ BIND('\\'' AS ?x) {SERVICE} BIND('' AS ?y) }}",
    "string with an escape": f"SELECT * {{ BIND('\\\\u0027' AS ?x) {SERVICE} BIND('' AS ?y) }}",
    "double quotes": f'SELECT * {{ BIND("\'" AS ?x) {SERVICE} BIND("\'" AS ?y) }}',
    "long string": f"SELECT * {{ BIND('''''\\'''' AS ?x) {SERVICE} BIND('' AS ?y) }}",
    "long double string": f'SELECT * {{ BIND("""""\\"""" AS ?x) {SERVICE} BIND("" AS ?y) }}',
    "less than": f"SELECT * {{ FILTER(1<2) {SERVICE} FILTER(2>1) }}",
    "name with an escape": f"PREFIX a: <a:> SELECT * {{ VALUES ?x {{ a:\\# }} {SERVICE}\n }}",
    "prefix": "PREFIX a: @ SELECT * { SERVICE a: { ?s ?p ?o } }",
    "base": "BASE @ SELECT * { SERVICE <> { ?s ?p ?o } }",
    "only called so, too": f"SELECT * {{ BIND('service' AS ?service) {SERVICE} }}",
}
#: Each is refused for another reason, or may be SERVICE to another reader than Oxigraph.
REFUSED = {
    "escaped keyword": "SELECT * { \\u0053ERVICE @ { ?s ?p ?o } }",
    "escaped line end": f"SELECT * {{ # quiet \\u000a {SERVICE} }}",
    "escaped quote": f"SELECT * {{ BIND('\\u0027 AS ?x) {SERVICE} }}",
    "vertical tab": "SELECT * {\x0bSERVICE @ { ?s ?p ?o } }",
    "long s": "SELECT * { \u017fERVICE @ { ?s ?p ?o } }",
    "wide letters": "SELECT * { \uff33ERVICE @ { ?s ?p ?o } }",
    "broken": f"SELECT * {{ {SERVICE}",
    "nul": f"SELECT * {{ \0 {SERVICE} }}",
    "a prefix that is not declared": "PREFIX : @ SELECT * { SERVICE:x { ?s ?p ?o } }",
    "a prefix of the other spelling": "PREFIX sqrvice: <a:> PREFIX service: <a:> PREFIX : @ SELECT * { SERVICE:x {} }",
    "an object of the other spelling": "PREFIX sqrvice: <a:> PREFIX : @ SELECT * { ?s ?p ?o ; SERVICE:x {} }",
    "load": "LOAD @",
    "load behind a comment": "# SELECT\rLOAD SILENT @ INTO GRAPH <a:b>",
    "insert": f"INSERT {{ ?s ?p ?o }} WHERE {{ {SERVICE} }}",
    "two": f"SELECT * {{ }} ; INSERT {{ ?s ?p ?o }} WHERE {{ {SERVICE} }}",
}
ALL = ASKING | REFUSED
#: The word where it is no keyword.
ONLY_CALLED_SO = (
    "?service",
    "'service'",
    "'''SERVICE <a:b> {}'''",
    "<urn:SERVICE>",
    "_:service",
    "news:service",
    "?x # SERVICE",
    "'x'@service",
    "'a' #\r\n#SERVICE <a:b> {}\r",
    "'' # \u2028 SERVICE <a:b> {}",
)


@pytest.mark.parametrize("text", ASKING.values(), ids=ASKING)
def test_a_listener_hears(text):
    """Else the tests below proved nothing."""
    knocked = Listener()
    with suppress(OSError, RuntimeError):
        is_empty(Store().query(text.replace("@", knocked.iri)))
    assert knocked.heard


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_run(text, listener):
    with pytest.raises(UsageError):
        run(Store(), text.replace("@", listener.iri))


@pytest.mark.parametrize("text", ASKING.values(), ids=ASKING)
def test_it_is_told_why(text, listener):
    with pytest.raises(UsageError, match="SERVICE asks another endpoint"):
        run(Store(), text.replace("@", listener.iri))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("offline")
    api.Store(folder / "kg-store").close()
    return folder


def test_the_python_interface(folder, listener):
    with api.Store(folder / "kg-store") as store:
        for text in ALL.values():
            with pytest.raises(KgError):
                api.query(store, text.replace("@", listener.iri))


ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-7")
CARRIAGE_RETURN = "comment ended by '\\r'"


@pytest.mark.parametrize(
    "how",
    [
        *(("-", "utf-8", name) for name in ALL),
        *((way, "utf-8", name) for way in ("query.rq", "no-extension") for name in ("plain", CARRIAGE_RETURN)),
        *((way, encoding, CARRIAGE_RETURN) for way in ("-", "query.rq") for encoding in ENCODINGS),
    ],
    ids=str,
)
def test_the_command_line(folder, listener, monkeypatch, how):
    way, encoding, name = how
    written = ALL[name].replace("@", listener.iri).encode(encoding)
    (folder / way).write_bytes(written)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["kg", "query", way])
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(written)))
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code in (2, 3)


@pytest.mark.parametrize("thing", ONLY_CALLED_SO)
def test_what_is_only_called_service_is_no_endpoint(thing):
    assert len(list(run(Store(), f"SELECT * {{ OPTIONAL {{ ?s ?p {thing}\n }} }}"))) == 1


@pytest.mark.parametrize("word", ["", "'service'"])
def test_what_is_only_parsed_is_never_evaluated(word):
    numbers = " ".join(map(str, range(200)))
    # 200 to the fifth rows would be looked through.
    rows = " ".join(f"VALUES ?v{each} {{ {numbers} }}" for each in range(5))
    text = f"ASK {{ {rows} FILTER(?v0 + ?v1 + ?v2 + ?v3 + ?v4 < 0) }}"
    assert parsed(f"{text} # {word}") == f"{text} # {word}"


def test_a_relative_iri_is_parsed_against_a_base():
    assert parsed("ASK { <a> ?p ?o }", "https://example.org/")
    with pytest.raises(UsageError, match="not SPARQL"):
        parsed("ASK { <a> ?p ?o }")
