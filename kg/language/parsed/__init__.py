"""A parse in plain Python: what rules read, with the names that spaCy gives, and no spaCy below it.

A word is one object: it is known by identity, and what is asked of it is at hand, where spaCy makes an object anew for
each step from word to word.
"""

from kg.language.parsed.doc import Doc
from kg.language.parsed.span import Span
from kg.language.parsed.token import Token

__all__ = ["Doc", "Span", "Token"]
