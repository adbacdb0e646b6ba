"""Nouns for what is made up or only played, as rows: "film", "comic book", "drill"."""

from functools import cache

from kg.extract.factuality.judging import SLOTS, Class, Link, by, framed, is_a
from kg.extract.lexicon.words import words
from kg.extract.rules.conditions import Terms
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import Engine
from kg.language.parsed import Token

NOUN = "NOUN PROPN"
#: What can be made up, or not.
TOLD = words("series show game book story tale serial saga sketch soap programme program")
RULES = (
    Rule(
        "film",
        words("film movie drama novel thriller episode sitcom opera musical fiction cartoon comedy screenplay sequel"),
        "story",
        pos=NOUN,
        examples=("In the film, a nurse is killed.", "A novel about a murder won the prize."),
        never=("In the bank, a nurse is killed.",),
    ),
    Rule(
        "stage-play",
        words("play ballet pantomime operetta telenovela fable fairytale"),
        "story",
        pos=NOUN,
        examples=("In the play, a nurse is killed.",),
        never=("The children play in the yard.",),
        kept="Reviews stand in every paper, in corpora of attacks few.",
    ),
    Rule(
        "comic-book",
        TOLD,
        "story",
        pos=NOUN,
        needs="child:drama|comic|fictional|comedy|fantasy|soap|animated",
        examples=("In the comic book, a nurse is killed.", "The drama series shows the murder."),
        never=("In the book, a nurse is killed.",),
        kept="Reviews stand in every paper, in corpora of attacks few.",
    ),
    Rule(
        "television-series",
        TOLD,
        "story",
        pos=NOUN,
        needs="child:tv|television|video|computer|crime|horror|short self:PLOTTED",
        examples=("In the video game, the hero kills a guard.", "A television series about the murder won."),
        never=("He told of the murder in a television programme.",),
        kept="Reviews stand in every paper, in corpora of attacks few.",
    ),
    Rule(
        "drill",
        frozenset({"drill"}),
        "drill",
        pos="",
        needs="frame:WITHIN",
        examples=("Two gunmen were shot during a drill.",),
        never=("He was killed with a drill.",),
        kept="A drill is told in the words of an attack.",
    ),
    Rule(
        "exercise",
        words("exercise simulation rehearsal re-enactment reenactment"),
        "drill",
        pos="",
        needs="frame:WITHIN frame:IN",
        examples=("Two gunmen were shot in an exercise.",),
        never=("Two soldiers were shot during an exercise.",),
        kept="A drill is told in the words of an attack.",
    ),
    Rule(
        "himself-in-a-story",
        words("play star portray appear feature act direct sing voice perform cast return write interview film"),
        "himself",
        pos="VERB AUX",
        needs="frame:TELLS",
        examples=("In the film, Ann Lee plays a nun.",),
        never=("In the film, Ann Lee is a nun.",),
    ),
    Rule(
        "if-confirmed",
        words("confirmed proven true verified"),
        "open",
        pos="",
        needs="before:if",
        examples=("The attack, if confirmed, would be the first.",),
        never=("The confirmed attack was the first.",),
        kept="What is open must not be told as so.",
    ),
)


def plotted(noun: Token) -> bool:
    """Tell whether the words around a noun are a plot, which is told in the present, or it is "about" something."""
    verb = next((word for word in noun.ancestors if word.pos_ in {"VERB", "AUX"}), noun)
    return verb.tag_ in {"VBZ", "VBP"} or any(c.lower_ == "about" for c in noun.rights)


CLASSES: dict[str, Class] = framed("within", "tells") | {"IN": by("in"), "PLOTTED": is_a(plotted)}


@cache
def engine() -> Engine[Link]:
    """Return the rules, ready to run."""
    return Engine(RULES, Terms(SLOTS, CLASSES), lambda token: (token.lemma_.lower(), token.lower_))


def given(token: Token, frame: str = "", by: str = "") -> str:
    """Return what the rule of a word gives: "story", "drill", or "" where none reads it."""
    rule = engine().of(Link(token, frame, by), token)
    return "" if rule is None else rule.gives
