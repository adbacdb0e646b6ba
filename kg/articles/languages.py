"""Whether an article is in English, the language that kg reads."""

import re
from typing import Literal

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
        "i",
    ]
)
#: The least share of them in a text that is English, and different words in one that is long enough to tell.
LEAST, LONG = 0.15, 25
#: Of a text so long in other letters one word in two is none of English's.
LETTERS = 20
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
_WORD = re.compile(r"[^\W\d_]+")


def other(article: Article) -> str | None:
    """Return the language of an article that is not in English; None where it is, or is too short to tell."""
    words = [word.casefold() for word in _WORD.findall(article.text[:ENOUGH])]
    letters = sum(map(len, words))
    foreign = sum(len(word) for word in words if not word.isascii() and max(word) > "ɏ")
    if letters >= LETTERS and foreign * 2 > letters:
        return _named(article.text[:ENOUGH])
    if len(set(words)) < LONG or sum(word in ENGLISH for word in words) >= LEAST * len(words):
        return None
    return _named(article.text[:ENOUGH])


def _named(text: str) -> str | None:
    """Return the name of a text's language, None for English."""
    from py3langid.langid import classify

    code = str(classify(text)[0])
    return None if code == "en" else NAMES.get(code, f"the language {code}")
