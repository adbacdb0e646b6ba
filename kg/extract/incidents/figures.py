"""Words of violence that are a way of speaking: of matches, shares, films, drills, of what two sides say."""

import re
from collections.abc import Callable

from kg.extract.incidents import words
from kg.extract.lexicon.words import words as listed
from kg.extract.syntax.participants import whole
from kg.extract.syntax.tree import dependents
from kg.language.parsed import Token

#: Tokens to each side in which words of the market or of a match stand, and how many of these make its company.
FIELD, MARKETS, MATCH = 30, 2, 3
#: How a match ended: "4-0".
SCORE = re.compile(r"(?<![\d-])\d ?[-\u2013] ?\d(?![\d-])")
#: What is called a massacre in a way of speaking.
GAMES = listed("derby match game final semi-final debate election exam race set quarter half session play-off")


def mutual(token: Token) -> bool:
    """Tell whether a deed is only what two sides accuse each other of, again and again."""
    over = next((t for t in token.ancestors if t.lemma_ == "accuse"), None)
    return over is not None and any(
        t.lower_ == "other" and t.dep_ == "dobj" and t.nbor(-1).lower_ == "each" for t in over.children
    )


def of_field(field: frozenset[str], company: int) -> Callable[[Token], bool]:
    """Return what tells whether words of a field stand near, where violence is a way of speaking, and nothing grave."""

    def told(token: Token) -> bool:
        near_by = token.doc[max(0, token.i - FIELD) : token.i + FIELD]
        return len({t.lemma_.lower() for t in near_by} & field) >= company and not any(map(grave, near_by))

    return told


def grave(token: Token) -> bool:
    """Tell whether a word is of none but real violence: "a gunman", "killed two", but not "killed off the game"."""
    lemma = token.lemma_.lower()
    return lemma in words.GRAVE | words.AUTHORS or (lemma == "kill" and not ended(token))


def ended(verb: Token) -> bool:
    """Tell whether a verb of killing only ends a match: "killed off the visitors", "to kill the game"."""
    off = any(c.lower_ == "off" and c.dep_ in {"prt", "prep", "advmod"} for c in verb.children)
    return off or any(c.lemma_.lower() in GAMES for c in dependents(verb, "dobj"))


def of_match(token: Token) -> bool:
    """Tell whether words of a match stand near; where an article opens with the score, one fewer tells it."""
    opened = SCORE.search(token.doc[: 2 * FIELD].text) is not None
    return of_field(words.SPORT, MATCH - opened)(token)


def scored(token: Token) -> bool:
    """Tell whether the sentence gives the score of a match, and nothing grave."""
    sentence = token.sent
    return SCORE.search(sentence.text) is not None and {t.lemma_.lower() for t in sentence}.isdisjoint(words.GRAVE)


def of_a_game(token: Token) -> bool:
    """Tell whether a match or the like is called so: "the derby was a massacre"."""
    return token.dep_ == "attr" and any(s.lemma_.lower() in GAMES for s in dependents(token.head, "nsubj"))


def drilled(token: Token) -> bool:
    """Tell whether something is only played: "will simulate a bomb attack"."""
    noun = whole(token)
    over = noun.head if noun.dep_ in {"dobj", "nsubjpass", "xcomp"} else token
    return over.lemma_ in {"simulate", "rehearse", "re-enact", "reenact", "mimic"} and over != token


def box_office(token: Token) -> bool:
    """Tell whether the word counts who came to see something: "at the box office", "in the ratings"."""
    boxed = token.lemma_.lower() == "office" and any(c.lower_ == "box" for c in token.lefts)
    return boxed or token.lower_ in {"box-office", "ratings", "charts"}
