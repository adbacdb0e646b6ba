"""What a pipeline tells of a word by its letters and its tags alone is worked out once, and looked up from then on.

spaCy tries each of 179 patterns, and then its rules of lemmas, on each word anew: a fifth of a pipeline's time. What a
word gets is the same to the byte.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from kg.language.rows import Keys, Remembered

#: What patterns of one word may ask, for what they find to be remembered; blanks are told by their letters.
ASKED = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
#: Words that are remembered at most.
MOST = 40_000
RULER, LEMMATIZER = "remembering_attribute_ruler", "remembering_lemmatizer"


def remembering(nlp: Language) -> None:
    """Let a pipeline remember what its attribute ruler and its lemmatizer find, where these can."""
    for name, part in nlp.components:
        if type(part) is AttributeRuler and all(ASKED.issuperset(*rule) for rule in _single(part)):
            nlp.replace_pipe(name, RULER)
            nlp.get_pipe(name).add_patterns(part.patterns)  # type: ignore[attr-defined]
        elif type(part) is EnglishLemmatizer and part.mode == "rule":
            nlp.replace_pipe(name, LEMMATIZER, config={"overwrite": part.overwrite})
            nlp.get_pipe(name).initialize(lookups=_indexed(part.lookups))  # type: ignore[attr-defined]


def _indexed(lookups: Lookups) -> Lookups:
    """Return the tables of a lemmatizer with sets of known words, for lists of tens of thousands."""
    index = lookups.get_table("lemma_index", {})
    for part, known in list(index.items()):
        index[part] = frozenset(known)
    return lookups


def _single(ruler: AttributeRuler) -> Iterator[list[Mapping[str, Any]]]:
    """Yield the patterns of one word."""
    rules: Iterable[Any] = ruler.patterns
    yield from (pattern for rule in rules for pattern in rule["patterns"] if len(pattern) == 1)


@Language.factory(RULER)
def _ruler(nlp: Language, name: str) -> "Ruler":
    return Ruler(nlp.vocab, name)


@Language.factory(LEMMATIZER, default_config={"overwrite": False})
def _lemmatizer(nlp: Language, name: str, overwrite: bool) -> "Lemmatizer":
    return Lemmatizer(nlp.vocab, None, name, mode="rule", overwrite=overwrite)


class Ruler(AttributeRuler):
    """Sets what patterns of words tell, as the ruler that it has them of."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        super().__init__(vocab, name)
        self._found: dict[tuple[int, int, str], tuple[int, ...]] = {}
        self._telling: dict[int, str] = {}
        self._longer = Matcher(vocab)

    def add(self, patterns: Iterable[Any], attrs: dict[Any, Any], index: int = 0) -> None:
        """Add patterns with what they tell of one of their words."""
        listed = list(patterns)
        super().add(listed, attrs, index)
        if longer := [pattern for pattern in listed if len(pattern) > 1]:
            self._longer.add(str(len(self.attrs) - 1), longer)

    def __call__(self, doc: Doc) -> Doc:
        """Set what the patterns tell of the words of a text."""
        try:
            return self._ruled(doc)
        except Exception as error:  # noqa: BLE001 (as spaCy's own do)
            self.get_error_handler()(self.name, self, [doc], error)
            return doc

    def _ruled(self, doc: Doc) -> Doc:
        """Return the words with what the patterns of each give it; the later has precedence."""
        asked: Any = doc.to_array([*self._columns, "TAG", "DEP", "LOWER"])
        keys: Keys = asked.reshape(len(doc), len(self._columns) + 3)
        rows = self._known(keys, lambda places: self._rows_of(doc, keys, dict.fromkeys(places, ())))
        if longer := self._longer_rules(doc):
            rows[list(longer)] = self._rows_of(doc, keys, longer)
        ruled: Any = rows
        return doc.from_array(self._columns, ruled)

    def _rows_of(self, doc: Doc, keys: Keys, rules: Mapping[int, Sequence[int]]) -> Keys:
        """Return what the words at some places are told, by the rules of one word and by others."""
        return np.array([self._row(doc[i], keys[i].tolist(), longer) for i, longer in rules.items()], np.uint64)

    def _row(self, word: Token, told: list[int], longer: Sequence[int]) -> list[int]:
        """Return what a word is told, of what it had."""
        *row, tag, dep, lower = told
        key = (tag, dep, self._tells(lower))
        found = self._found.get(key)
        if found is None:
            alone: Any = word.doc[word.i : word.i + 1]
            found = self._found[key] = tuple(sorted({rule for rule, *_ in self.match(alone)}))
        for rule in sorted({*found, *longer}):
            for column, value in self._values[rule]:
                row[column] = value
        return row

    def _longer_rules(self, doc: Doc) -> Mapping[int, list[int]]:
        """Return the rules whose patterns have several words, by the words that they are about."""
        rules: defaultdict[int, list[int]] = defaultdict(list)
        for name, start, end in self._longer(doc, allow_missing=True):
            rule = int(self.vocab.strings[name])
            rules[range(start, end)[self.indices[rule]]].append(rule)
        return rules

    def _tells(self, lower: int) -> str:
        """Return the letters of a word where a pattern may ask for them, and otherwise whether it is a blank."""
        if lower not in self._telling:
            if len(self._telling) == MOST:
                self._telling.clear()
            word = self.vocab.strings[lower]
            named = word in self._words or any(found.search(word) for found in self._expressions)
            self._telling[lower] = word if named else " " * word.isspace()
        return self._telling[lower]

    @cached_property
    def _letters(self) -> list[str | Mapping[str, Any]]:
        return [word["LOWER"] for pattern in _single(self) for word in pattern if "LOWER" in word]

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words that patterns of one word name."""
        listed = (word for each in self._letters if not isinstance(each, str) for word in each.get("IN", ()))
        return frozenset((*listed, *(each for each in self._letters if isinstance(each, str))))

    @cached_property
    def _expressions(self) -> list[re.Pattern[str]]:
        asked = (each for each in self._letters if not isinstance(each, str))
        return [re.compile(each["REGEX"]) for each in asked if "REGEX" in each]

    @cached_property
    def _known(self) -> Remembered[np.uint64]:
        return Remembered(len(self._columns), np.uint64, MOST)

    @cached_property
    def _columns(self) -> list[int | str]:
        return sorted({attribute for given in self.attrs for attribute in given})

    @cached_property
    def _values(self) -> list[list[tuple[int, int]]]:
        """What each rule sets, by column."""
        return [[(self._columns.index(name), value) for name, value in given.items()] for given in self.attrs]


class Lemmatizer(EnglishLemmatizer):
    """Gives words their lemmas: a function of letters, part of speech and morphology."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a text."""
        try:
            return self._lemmatized(doc)
        except Exception as error:  # noqa: BLE001 (as spaCy's own do)
            self.get_error_handler()(self.name, self, [doc], error)
            return doc

    def _lemmatized(self, doc: Doc) -> Doc:
        add = self.vocab.strings.add
        lemmas = [
            given if given and not self.overwrite else add(self._lemma((orth, pos, morph), doc[i]))
            for i, (orth, pos, morph, given) in enumerate(doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"]).tolist())
        ]
        values: Any = np.array(lemmas, np.uint64).reshape(-1, 1)
        return doc.from_array(["LEMMA"], values)

    def _lemma(self, key: tuple[int, int, int], token: Token) -> str:
        if key not in self.cache:
            if len(self.cache) >= MOST:
                self.cache.clear()
            self.cache[key] = self.lemmatize(token)
        found: str = self.cache[key][0]
        return found
