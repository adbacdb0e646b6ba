"""Teams that are called by their town or country: what plays, wins and has strikers is no place."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from kg.extract.lexicon import gazetteer
from kg.facts import Span

#: Characters beside a name that tell what it is.
BESIDE = 40
_GO = r"(?:tr[ai][vp]\w*|went|goes|going|came|comes|coming|flew|fly|moved?|returned?|back|journey) to"
#: What the town alone has: "the mayor of Leeds".
_OF = re.compile(r"\b(?:mayor|people|city|town|residents|streets|outskirts) of $")
_WHERE = re.compile(rf"\b(?:in|from|near|outside|across|throughout|inside|around|{_GO}) (?:the )?$")
_VERSUS_WORD, _GAME_WORDS = r"(?:versus|vs?\.?)", r"(?: [a-z]+)? (?:game|match|derby|fixture|final|semifinal)\b"
_VERSUS = re.compile(rf" {_VERSUS_WORD} [A-Z][\w.]*(?: [A-Z][\w.]*)*{_GAME_WORDS}")
_AFTER_VERSUS, _GAME = re.compile(rf"\b{_VERSUS_WORD} (?:the )?$"), re.compile(_GAME_WORDS)
#: What stands before one of several, or before where something is: "fans in Leeds were".
_NOT_ALONE = re.compile(r"(?:\b(?:and|or|in|of|from|to|for|near|at|by|with|around)|,) (?:the )?$")
#: Papers give the players of a team a verb of many: "Leeds were second".
_MANY = re.compile(r" (?:were|are|have)\b")
_FIRST = re.compile(r"[a-z,] [A-Z][a-z]{3,} $")
#: Of the mentions of a place, those that must be of a team.
SHARE = 0.5
#: Different words of sport that the article of a team has, at least.
ENOUGH = 3
#: Characters for each of them in a shorter text.
PER_WORD = 500


def is_team(text: str, said: Iterable[Span], *, has_club: bool = False) -> bool:
    """Tell whether an article about sport means a team by the name of a place; `has_club` if it names a club of it."""
    found = list(said)
    if any(_meets(text, place) for place in found):
        return not any(_is_where(text, place) for place in found)
    places = found if is_sport(text) else []
    plays = sum(_plays(text, place) for place in places)
    named = has_club or any(_is_end_of_name(text, place) for place in places)
    if not places or not (plays or named):
        return False
    return (plays > 0 and plays >= SHARE * len(places)) or not any(_is_where(text, place) for place in places)


def _meets(text: str, place: Span) -> bool:
    """Tell whether a team meets another in whatever article: "Leeds versus Oslo football game"."""
    before = text[max(0, place.start - BESIDE) : place.start]
    after = text[place.end : place.end + BESIDE]
    return bool(_VERSUS.match(after) or (_AFTER_VERSUS.search(before) and _GAME.match(after)))


def may_play(text: str, said: Iterable[Span]) -> bool:
    """Tell whether a text is so much about sport, and so little of where, that a place's name may well be a team's."""
    enough = min(ENOUGH, 1 + len(text) // PER_WORD)
    return _words_of_sport(text) >= enough and not any(_is_where(text, place) for place in said)


def plays_once(text: str, said: Iterable[Span]) -> bool:
    """Tell whether an article about sport means a team by a place's name at least once: "Alabama's coach"."""
    return is_sport(text) and any(_plays(text, place) for place in said)


def apart(text: str, said: Iterable[Span]) -> frozenset[Span]:
    """Return the mentions of a place's name that are its team's, where an article about sport has both.

    What is left is the town: "Leeds's striker was held in Leeds".
    """
    found = list(said) if is_sport(text) else []
    towns = frozenset(
        place
        for place in found
        if _is_where(text, place) or _OF.search(text[max(0, place.start - BESIDE) : place.start])
    )
    plays = frozenset(place for place in found if place not in towns and _plays(text, place))
    if not towns or not plays:
        return frozenset()
    return frozenset(found) - towns if len(plays) >= len(towns) else plays


def _is_end_of_name(text: str, place: Span) -> bool:
    """Tell whether a word of a name stands before a town: "facing Arminia Bielefeld"."""
    return bool(_FIRST.search(text[max(0, place.start - BESIDE) : place.start]))


def _is_where(text: str, place: Span) -> bool:
    return bool(_WHERE.search(text[max(0, place.start - BESIDE) : place.start]))


def is_sport(text: str) -> bool:
    """Tell whether an article is about a match, a league or a race."""
    return _words_of_sport(text) >= ENOUGH


@lru_cache(maxsize=8)
def _words_of_sport(text: str) -> int:
    return len({word.lower() for word in _sport().findall(text)})


def _plays(text: str, place: Span) -> bool:
    before = text[max(0, place.start - BESIDE) : place.start]
    after = text[place.end : place.end + BESIDE]
    many = _MANY.match(after) and not _NOT_ALONE.search(before)
    return bool(many or _behind().match(after) or _ahead().search(before) or _score().search(before + "|" + after))


@cache
def _sport() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(gazetteer.words('words of sport')))})\b", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    """Return what follows the name of a team: "beat", "'s striker", "midfielder", "3-1"."""
    nouns = "|".join(sorted(gazetteer.words("nouns of players") | gazetteer.words("what teams have")))
    often = "(?: (?:have|has|had|also|then|will|could|were|was|are))*"
    return re.compile(rf"{often}(?: (?:{_verbs()})|(?:['’]s?)? (?:{nouns}))\b")


@cache
def _ahead() -> re.Pattern[str]:
    """Return what stands before the name of a team: "against", "win over", "beat", "hosts"."""
    ends = "(?:victory|win|defeat|loss|draw) (?:over|against|to|by|at|with)"
    return re.compile(rf"\b(?:against|versus|vs\.?|{ends}|hosts|visitors|champions|rivals|side|{_verbs()})(?: the)? $")


def _verbs() -> str:
    return "|".join(sorted(gazetteer.words("what teams do")))


@cache
def _score() -> re.Pattern[str]:
    return re.compile(r"^\d+[-–]\d+ |\|,? \d+[-–]\d+\b| \d+[-–]\d+ (?:against|over|at|to) \|")
