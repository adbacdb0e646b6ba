"""Words beside a word that say how far it is so, as rows: "may", "allegedly", "planned", "if", "nearly"."""

from functools import cache

from kg.extract.factuality.judging import SLOTS, Class, Link, framed, in_place, written
from kg.extract.factuality.words import SAYING
from kg.extract.lexicon.words import words
from kg.extract.rules.conditions import Terms
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import Engine
from kg.language.parsed import Token

RULES = (
    Rule(
        "modal-verb",
        words("may might could can would should will shall must"),
        "planned",
        pos="",
        needs="self:MODAL_VERB",
        examples=("The group may attack the embassy.", "They'll attack the embassy."),
        never=("They met in May.",),
    ),
    Rule(
        "in-a-condition",
        words("if unless whether lest"),
        "planned",
        pos="",
        needs="self:MARK",
        examples=("If the rebels attack the town, people will flee.",),
        never=("When the rebels attacked the town, people fled.",),
    ),
    Rule(
        "said-between",
        SAYING,
        "reported",
        pos="",
        needs="self:PARENTHESIS",
        examples=("The bomb, police say, killed two.",),
        never=("Police say that the bomb killed two.",),
    ),
    Rule(
        "said-not-to-be-true",
        words("true correct so right case accurate"),
        "denied",
        pos="",
        needs="frame:NOT_SO",
        examples=("It is not true that he fled.",),
        never=("It is true that he fled.",),
        kept="A denial in so many words.",
    ),
    Rule(
        "said-to-be-untrue",
        words("wrong incorrect baseless unfounded nonsense"),
        "denied",
        pos="",
        needs="frame:SO",
        examples=("It is wrong that he fled.", "It is nonsense that he fled."),
        never=("It is true that he fled.", "It is not wrong that he fled."),
        kept="A denial in so many words.",
    ),
    Rule(
        "hedged-as-told",
        words(
            "allegedly reportedly purportedly supposedly apparently ostensibly seemingly presumably alleged "
            "suspected reported purported apparent claimed supposed unconfirmed rumoured rumored according"
        ),
        "reported",
        pos="",
        needs="frame:BESIDE|SO|NOT_SO",
        examples=("The man allegedly killed two officers.", "According to witnesses, gunmen attacked the hotel."),
        never=("The man killed two officers.",),
    ),
    Rule(
        "hedged-as-possible",
        words(
            "possibly perhaps maybe probably likely potentially hypothetically conceivably possible potential "
            "hypothetical doubtful unclear uncertain"
        ),
        "planned",
        pos="",
        needs="frame:BESIDE|SO|NOT_SO",
        examples=("The gunmen probably attacked the hotel.", "It is doubtful that he fled."),
        never=("The gunmen quickly attacked the hotel.",),
    ),
    Rule(
        "hedged-as-to-come",
        words(
            "planned future threatened imminent impending upcoming intended feared pending prospective proposed "
            "aspiring"
        ),
        "planned",
        pos="",
        needs="frame:BESIDE|SO|NOT_SO",
        examples=("The planned attack was on a bank.", "They fear an imminent attack."),
        never=("The deadly attack was on a bank.",),
    ),
    Rule(
        "hedged-as-undone",
        words("foil foils foiled thwarted attempted failed abortive aborted unsuccessful averted prevented botched"),
        "planned",
        pos="",
        needs="frame:BESIDE|SO|NOT_SO",
        examples=("The foiled attack was on a bank.", "The attempted murder shocked the town."),
        never=("The deadly attack was on a bank.", "He failed the test."),
    ),
    Rule(
        "undone-behind",
        words("foiled thwarted averted prevented aborted disrupted"),
        "planned",
        pos="",
        needs="frame:BEHIND",
        examples=("Attack foiled in the gulf", "Police spoke of an attack foiled on Monday."),
        never=("The attack shocked the town.", "Troops attacked a convoy on Monday."),
    ),
    Rule(
        "hedged-as-pretended",
        words(
            "imagined fictional mock simulated would-be self-styled self-proclaimed self-appointed self-declared "
            "so-called wannabe"
        ),
        "planned",
        pos="",
        needs="frame:BESIDE|SO|NOT_SO",
        examples=("The self-styled colonel fled.", "A would-be bomber fled.", "A mock attack was staged."),
        never=("The colonel fled.",),
    ),
    Rule(
        "hedged-as-untrue",
        words("nearly almost falsely wrongly fake nonexistent hoax untrue false"),
        "denied",
        pos="",
        needs="frame:BESIDE|SO|NOT_SO",
        examples=("The bomb nearly killed him.", "A fake doctor fled."),
        never=("The bomb killed him.",),
    ),
)
CLASSES: dict[str, Class] = framed("beside", "aside", "behind", "so", "not so") | {
    "MODAL_VERB": lambda _, token: token.dep_ == "aux" and token.tag_ == "MD",
    "MARK": in_place("mark"),
    "PARENTHESIS": in_place("parataxis"),
}
#: Labels of the words that may hedge the one they hang on.
PLACES = {"advmod", "amod", "compound", "prep", "acomp", "nmod", "case"}


@cache
def engine() -> Engine[Link]:
    """Return the rules, ready to run."""
    return Engine(RULES, Terms(SLOTS, CLASSES), keys)


def keys(token: Token) -> tuple[str, ...]:
    """Return under what words a hedge is listed: verbs in between by their lemma, "'ll" as "will"."""
    if token.dep_ == "parataxis":
        return (token.lemma_,)
    return (token.norm_, token.lower_) if token.dep_ in {"aux", "mark"} else (written(token),)


def beside(word: Token) -> list[Rule]:
    """Return the rules by which words beside a word say how far it is so."""
    # "Police foil bomb attack": a parser that takes the verb for a noun hangs it on the bomb.
    inner = (g for c in word.children if c.dep_ == "compound" for g in c.children if g.dep_ == "compound")
    asked = ((Link(word, frame_of(c)), c) for c in (*word.children, *inner))
    return [rule for link, child in asked if (rule := engine().of(link, child)) is not None]


def frame_of(child: Token) -> str:
    """Return how a word stands to the one it hangs on: a participle behind it says what became of it."""
    behind = child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}
    return "beside" if child.dep_ in PLACES else "behind" if behind else "aside"


def judging(copula: Token, *, negated: bool) -> list[Rule]:
    """Return the rules by which "it is (not) true that", "it is doubtful that" judge their clause."""
    link = Link(copula, "not so" if negated else "so")
    said = (c for c in copula.children if c.dep_ in {"acomp", "attr"})
    return [rule for adjective in said if (rule := engine().of(link, adjective)) is not None]
