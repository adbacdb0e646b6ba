"""A component of a pipeline that stands in the place of spaCy's, and does the work of many texts at once."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

from kg.language.scores import WORDS
from kg.language.tokvecs import together

#: thinc's types of arrays are not numpy's.
Layer = Model[Any, Any]


class Component:
    """Sets what it finds in texts; what it does with them is said by those that are one."""

    def __init__(self, name: str) -> None:
        self.name = name

    def begin(self, part: Any) -> None:
        """Take over what spaCy's has learned."""
        raise NotImplementedError

    def __call__(self, doc: Doc) -> Doc:
        """Set what is found in a text."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Set what is found in texts."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            for some in together((doc for doc in batch if len(doc)), WORDS):
                self._set(some)
            yield from batch

    def _set(self, docs: list[Doc]) -> None:
        """Set what is found in texts, none of which is empty."""
        raise NotImplementedError


def instead(nlp: Language, name: str, factory: str) -> None:
    """Let a component of ours do the work of one of spaCy's."""
    theirs = nlp.get_pipe(name)
    nlp.replace_pipe(name, factory)
    nlp.get_pipe(name).begin(theirs)  # type: ignore[attr-defined]
