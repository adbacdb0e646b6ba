"""Words in capitals get the letters that they have elsewhere, so that headlines and wires are read as any text.

What a word looks like elsewhere is told by the order of the model's word vectors, which is that of their frequency
("Guatemala" stands before "guatemala"); what its neighbours tell besides is learned (docs/truecase_model.md).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from kg.articles.text import is_byline
from kg.language.ranks import Ranks, ranks

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
POSSESSIVE = re.compile(r"(?<=.)['’]s$")
#: How a word may be written; the columns of ranks and weights.
FORMS = (str.lower, str.capitalize, str.upper)
#: Features are counted by their hash modulo this.
SIZE = 1 << 16
#: Whole acronyms are rarer than what shouts: a form in capitals must be as much more frequent.
SHOUTED = 1.5
#: The least share of a line's words in capitals for the line to shout, and with a capital for it to be in Title Case.
LOUD, TITLED = 0.7, 0.8
#: Letters of a word that a headline in Title Case writes with a capital, and how many of them there must be.
LONG = 4
#: What the rest of the text is worth against the model.
SURE = 4.0
#: The widest difference of ranks, in doublings, that is told apart.
WIDEST = 8
_SENTENCES = re.compile(r"[.!?][\"”’)]? [^\W\d_]")
_LINE = re.compile(r"[^\n]+")
#: The first words of a paragraph in capitals, as papers set them, before others in small letters.
_SHOUTED = r"[A-ZÀ-Þ]{2,}(?:['’][A-ZÀ-Þ]+)?"
_LEAD = re.compile(
    rf"(?:\A|(?<=\n\n))[\"“‘']?(?:{_SHOUTED}|[AI]\b)(?:,? (?:{_SHOUTED}|[AI]\b))+"
    r"(?=,? [\"“‘']?[a-zß-ÿ]| [\"“‘']?[A-ZÀ-Þ][a-zß-ÿ])"
)
#: A line end starts no sentence by itself: lines in capitals may be hard-wrapped.
_STARTS = re.compile(r"(?:^|[.!?:\]][\s\"'“”‘’()\[]*|\n[ \t]*\n\s*|\n[ \t]+|--\s*)$")
#: How far before a word is looked for what starts a sentence.
_BEFORE = 8


def recased(text: str, nlp: Language, *, learned: bool = True) -> str:
    """Return the text with the words of lines in capitals, or in Title Case, as they are written elsewhere.

    No character moves. Words that the rest of the text writes in small letters, or with a capital, are so here. Unless
    what is `learned` may be used, neighbours tell nothing.
    """
    lines = [line for line in _LINE.finditer(text) if shouts(line.group()) or is_title(line.group())]
    begun = leads(text, lines)
    known = ranks(nlp) if lines or begun else None
    if known is None:
        return text
    rest = _written(text, [*lines, *begun])
    letters = list(text)
    for line in (*lines, *begun):
        loud = shouts(line.group())
        words = [word for word in WORD.finditer(text, *line.span()) if word.group()[0].isupper()]
        scores = judged(text, words, known) if learned else mostly(words, known)
        if line in begun:
            scores[[is_long(word.group()) for word in words], FORMS.index(str.upper)] = -np.inf
        for word, form in zip(words, forms(text, words, scores, rest), strict=True):
            written = FORMS[form](word.group())
            as_is = not loud and (form > 0 or word.group()[1:] != word.group()[1:].lower())
            if not as_is and len(written) == len(word.group()):  # "İ" has two small letters
                letters[word.start() : word.end()] = written
    return "".join(letters)


def leads(text: str, lines: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Return the first words of paragraphs that are in capitals, one of them too long for most acronyms."""
    spans = [line.span() for line in lines]
    shouting = (lead for lead in _LEAD.finditer(text) if any(map(is_long, WORD.findall(lead.group()))))
    return [lead for lead in shouting if not any(start <= lead.start() < end for start, end in spans)]


def shouts(line: str) -> bool:
    """Tell whether a line is in capitals: two words at least, and hardly a small letter."""
    words: list[str] = [word for word in WORD.findall(line) if len(word) > 1]
    loud = sum(word.isupper() for word in words)
    return loud > 1 and loud >= LOUD * len(words)


def is_long(word: str) -> bool:
    """Tell whether a word is longer than most acronyms."""
    return len(word) > LONG


def is_title(line: str) -> bool:
    """Tell whether a line is a headline in Title Case: four long words, nearly all with a capital; no byline."""
    long: list[str] = [word for word in WORD.findall(line) if len(word) >= LONG]
    titled = sum(word[0].isupper() for word in long)
    runs = len(long) >= LONG and titled >= TITLED * len(long) and line.rstrip()[-1:] not in ".!?"
    return runs and not _SENTENCES.search(line) and not ("," in line and is_byline(line.strip()))


def _written(text: str, lines: Sequence[re.Match[str]]) -> Counter[tuple[str, bool]]:
    """Count how the words of all other lines are written inside their sentences: in small letters or with a capital."""
    ends = [0, *(end for line in sorted(lines, key=re.Match.start) for end in line.span()), len(text)]
    words = (word for start, end in zip(ends[::2], ends[1::2], strict=True) for word in WORD.finditer(text, start, end))
    return Counter((w.group().lower(), w.group()[0].isupper()) for w in words if not starts(text, w.start()))


def forms(
    text: str,
    words: Sequence[re.Match[str]],
    scores: NDArray[np.float32],
    rest: Mapping[tuple[str, bool], int],
) -> NDArray[np.int64]:
    """Return the likeliest form of each word by its index in FORMS."""
    scores = scores.copy()
    for score, word in zip(scores, words, strict=True):
        small, titled = (rest.get((word.group().lower(), capital), 0) for capital in (False, True))
        score[0] += SURE * (small > titled)
        score[1] += SURE * (titled > small)
    likeliest: NDArray[np.int64] = scores.argmax(1)
    starting = np.array([starts(text, word.start()) for word in words], dtype=bool)
    return np.where(starting, np.maximum(likeliest, 1), likeliest)


def judged(text: str, words: Sequence[re.Match[str]], known: Ranks) -> NDArray[np.float32]:
    """Return the model's score of each form of each word."""
    weights = _weights()
    rows = ([crc32(name.encode()) % SIZE for name in seen] for seen in features(text, words, known))
    return np.array([weights[row].sum(0) for row in rows], dtype=np.float32).reshape(-1, len(FORMS))


def mostly(words: Sequence[re.Match[str]], known: Ranks) -> NDArray[np.float32]:
    """Return 1 for the form that each word mostly has, 0 for the others."""
    at = ["ltu".index(form) for form in Page.of(words, known).mostly]
    return np.eye(len(FORMS), dtype=np.float32)[at]


def features(text: str, words: Sequence[re.Match[str]], known: Ranks) -> Iterator[list[str]]:
    """Yield what tells how a word is written: how it mostly is, and how its neighbours are."""
    page = Page.of(words, known)
    for i, word in enumerate(words):
        own = page.mostly[i]
        gap_before = text[words[i - 1].end() : word.start()].strip() if i else "^"
        gap_after = text[word.end() : words[i + 1].start()].strip() if i + 1 < len(words) else "$"
        yield [
            "bias",
            f"t{page.titled[i]}",
            f"u{page.shouted[i]}",
            f"tu{page.titled[i]},{page.shouted[i]}",
            f"r{page.rare[i]}{own}",
            f"w{page.small[i]}",
            f"s{page.small[i][-3:]}{own}",
            f"n{len(page.small[i])}{own}",
            f"g{gap_before[:2]}{own}",
            f"h{gap_after[:2]}{own}",
            f"^{starts(text, word.start())}{own}",
            *page.beside(i, -1, gap_before),
            *page.beside(i, 1, gap_after),
            *page.beside(i, -2, ""),
            *page.beside(i, 2, ""),
        ]


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a text in small letters, with how each is mostly written: l, t or u, and by how much."""

    small: list[str]
    mostly: list[str]
    titled: NDArray[np.int64]
    shouted: NDArray[np.int64]
    rare: NDArray[np.int64]

    @classmethod
    def of(cls, words: Sequence[re.Match[str]], known: Ranks) -> "Page":
        """Look the words up."""
        small = [POSSESSIVE.sub("", word.group().lower()) for word in words]
        placed = np.stack([known.of([form(word) for word in small]) for form in FORMS]) * [[1], [1], [SHOUTED]]
        mostly = ["ltu"[form] for form in placed.argmin(0)]
        return cls(
            small, mostly, _doublings(placed[0], placed[1]), _doublings(placed[0], placed[2]), _doublings(placed.min(0))
        )

    def beside(self, i: int, step: int, gap: str) -> list[str]:
        """Return what a neighbour tells of a word, with what stands between them."""
        at, own = i + step, self.mostly[i]
        if not 0 <= at < len(self.small):
            return [f"{step:+}none{own}"]
        return [
            f"{step:+}t{self.titled[at]}{own}{gap[:1]}",
            f"{step:+}w{self.small[at]}{own}",
            f"{step:+}m{self.mostly[at]}{own}{gap[:2]}",
        ]


def _doublings(many: NDArray[np.float64], few: NDArray[np.float64] | None = None) -> NDArray[np.int64]:
    """Return how often a number is to be doubled to reach another, as far as that is told apart; or one, whole."""
    if few is None:
        return np.log2(many + 1).astype(np.int64)
    return np.clip(np.round(np.log2((many + 1) / (few + 1))), -WIDEST, WIDEST).astype(np.int64)


def starts(text: str, at: int) -> bool:
    """Tell whether a sentence starts at a place of a text."""
    return _STARTS.search(text, max(0, at - _BEFORE), at) is not None


@cache
def _weights() -> NDArray[np.float32]:
    """Return a row of weights, one for each form, for each hash of a feature."""
    with files("kg.language").joinpath("truecase.npz").open("rb") as file, np.load(file, allow_pickle=False) as stored:
        weights = np.zeros((SIZE, len(FORMS)), dtype=np.float32)
        weights[stored["rows"]] = stored["weights"].astype(np.float32)
        return weights
