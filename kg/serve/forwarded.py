"""Users' queries of a graph at an endpoint: parsed here, evaluated there, and bounded as those of a store are."""

from itertools import chain

from pyoxigraph import RdfFormat, Triple, parse

from kg.errors import NetworkError
from kg.link.remote import rows
from kg.query.limit import limited
from kg.query.run import parsed
from kg.query.scan import form
from kg.serve.elsewhere import Endpoint, Looker
from kg.serve.evaluating import ROWS, Bounded, Question, bound, graph
from kg.serve.problems import busy
from kg.serve.remembered import Remembered
from kg.serve.settings import Settings
from kg.serve.snapshot import Fingerprint


class Forwarded:
    """Sends queries on to an endpoint, in the place of a pool of processes on this machine."""

    def __init__(self, settings: Settings, endpoint: Endpoint, looker: Looker) -> None:
        self._settings, self._endpoint, self._looker = settings, endpoint, looker
        self._remembered = Remembered()

    def ask(self, question: Question, state: Fingerprint = ()) -> bytes:
        """Return the answer of a query; one that was given lately is given again.

        Raises:
            UsageError: the query is wrong.
            NetworkError: the endpoint does not answer, or not in time.
            Problem: the answer is too long, or too many ask.

        """
        if state and (held := self._remembered.get(state, question)) is not None:
            return held
        try:
            found = self._answer(question, self._looker().store.base)
        except MemoryError as error:
            raise busy(str(error)) from None
        if state:
            self._remembered.keep(state, question, found)
        return found

    def _answer(self, question: Question, base: str) -> bytes:
        most, out = self._settings.most_rows, Bounded(self._settings.most_bytes)
        # What is wrong is told before the endpoint is asked, as it is told of a store.
        query = f"BASE <{base}>\n{limited(parsed(question.text, base), most + 1)}"
        if form(question.text) in {"CONSTRUCT", "DESCRIBE"}:
            graph(_triples(self._endpoint.triples(query, _graphs(question))), question.media, out, most, base)
        else:
            # No name is given to the rows: an error would carry them to another thread, which may not let them go.
            rows(self._endpoint.rows(query, _graphs(question))).serialize(out, ROWS[question.media])
            bound(out, question.media, most)
        return out.getvalue()

    def close(self) -> None:
        """Nothing is held open."""


def _graphs(question: Question) -> tuple[tuple[str, str], ...]:
    default = (("default-graph-uri", each) for each in question.default_graphs or ())
    return (*chain(default, (("named-graph-uri", each) for each in question.named_graphs or ())),)


def _triples(body: bytes) -> list[Triple]:
    """Return the triples of a reply, read to its end."""
    try:
        return [quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES)]
    except (SyntaxError, ValueError) as error:
        told = str(error)
    raise NetworkError(f"the endpoint answered with broken N-Triples: {told}")
