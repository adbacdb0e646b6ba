"""Let the pinned pipeline parse in less time, with the same outcome."""

from typing import Any

from spacy import about
from spacy.language import Language

from kg.language.component import instead
from kg.language.entities import RECOGNIZER
from kg.language.matrices import by_numpy
from kg.language.parser import PARSER
from kg.language.tokvecs import remembering

#: The components that have a model.
LEARNED = ("tok2vec", "tagger", "parser", "ner")
#: What is quick is made for: spaCy, and the version of the model and its components, whose layers are known.
MAKE = ("3.8.18", "3.7.1", ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"))
#: How many words tell the parser and the recognizer of a state.
TOLD_BY = {"parser": 8, "ner": 3}


def is_known(nlp: Language) -> bool:
    """Tell whether a pipeline is of the make that is known; another is left to spaCy."""
    if (about.__version__, nlp.meta["version"], tuple(nlp.pipe_names)) != MAKE:
        return False
    parts: list[tuple[Any, int]] = [(nlp.get_pipe(name), words) for name, words in TOLD_BY.items()]
    return all(
        part.cfg["beam_width"] == 1
        and not part.model.attrs["unseen_classes"]
        and part.model.get_ref("lower").get_param("W").shape[0] == words
        for part, words in parts
    )


def quicken(nlp: Language) -> None:
    """Give a pipeline of the pinned make what is quicker: products of matrices, words that are remembered."""
    parts = {name: nlp.get_pipe(name) for name in LEARNED}
    for part in parts.values():
        by_numpy(part.model)  # type: ignore[attr-defined]
    shared, entities = parts["tok2vec"], parts["ner"]
    shared.model = remembering(shared.model)  # type: ignore[attr-defined]
    read = entities.model.get_ref("tok2vec")  # type: ignore[attr-defined]
    read.layers[0] = remembering(read.layers[0])
    instead(nlp, "ner", RECOGNIZER)
    instead(nlp, "parser", PARSER)
