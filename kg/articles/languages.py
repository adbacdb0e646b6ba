"""Whether an article is in English, the language that kg reads."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from kg.articles.article import Article

#: What is read: English, or all at one's own risk.
Language = Literal["en", "any"]
#: Words that English has in every sentence, and that mean nothing or little elsewhere.
ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "that",
        "is",
        "was",
        "for",
        "it",
        "with",
        "on",
        "as",
        "at",
        "by",
        "he",
        "she",
        "from",
        "his",
        "her",
        "has",
        "have",
        "had",
        "be",
        "been",
        "are",
        "were",
        "not",
        "this",
        "which",
        "they",
        "their",
        "who",
        "will",
        "would",
        "its",
        "after",
        "said",
        "an",
        "or",
        "but",
        "we",
        "you",
    ]
)
#: The least share of them in a text that is English, and different words in one that is long enough to tell.
LEAST, LONG = 0.15, 25
#: A shorter text is foreign if it has none of them, some words at all, and is as surely in another language: of 8,000
#: English sentences and headlines none was surer than 0.42.
FEWEST, SURE = 4, 0.7
#: Of a text so long in other letters one word in two is none of English's.
LETTERS = 20
#: Of so many words not one is in small letters where all are capitals.
CAPITALS = 10
#: So many characters tell the language.
ENOUGH = 20_000
NAMES = {
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "sv": "Swedish",
    "no": "Norwegian",
    "nb": "Norwegian",
    "da": "Danish",
    "fi": "Finnish",
    "pl": "Polish",
    "ru": "Russian",
    "uk": "Ukrainian",
    "tr": "Turkish",
    "ar": "Arabic",
    "he": "Hebrew",
    "fa": "Persian",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "hi": "Hindi",
    "el": "Greek",
    "cs": "Czech",
    "hu": "Hungarian",
}
#: What stands aside: a name in its own letters, dates of a life.
_ASIDE = re.compile(r"\([^()]*\)|-LRB-.*?-RRB-")
_WORD = re.compile(r"[^\W\d_]+")


def other(article: Article) -> str | None:
    """Return the language of an article that is not in English; None where it is, or is too short to be sure."""
    # Letters in bold, in circles or as wide as Chinese signs are letters.
    text = unicodedata.normalize("NFKC", _ASIDE.sub(" ", article.text[:ENOUGH]))
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    foreign = sum(len(word) for word in words if not word.isascii() and max(word) > "ɏ")
    if letters >= LETTERS and foreign * 2 > letters:
        return _named(text)
    different = {word.casefold() for word in words}
    if len(different) >= LONG:
        return None if _is_english(words) else _named(text)
    return _surely(text) if len(different) >= FEWEST and different.isdisjoint(ENGLISH) else None


def _is_english(words: Sequence[str]) -> bool:
    """Tell whether words are English's, by those that are no names: where many foreign names stand, few tell."""
    plain = [word for word in words if word.islower()]
    if len(plain) * CAPITALS < len(words):
        plain = [word.casefold() for word in words]
    return sum(word in ENGLISH for word in plain) >= LEAST * len(plain)


def _named(text: str) -> str | None:
    """Return the name of a text's language, None for English."""
    from py3langid.langid import classify

    code = str(classify(text)[0])
    return None if code == "en" else NAMES.get(code, f"the language {code}")


def _surely(text: str) -> str | None:
    """Return the name of a short text's language, None where it is English or not sure."""
    code, share = _identifier().classify(text)
    return NAMES.get(code) if share >= SURE else None


@cache
def _identifier() -> Any:
    """Return what tells languages, each with how sure it is."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
