"""What a word above makes of a word, as rows: "denied that", "failed to", "accused of", "foiled the attack".

The classes of governors are those of Saurí and Pustejovsky (2009, "FactBank").
"""

from functools import cache

from spacy.tokens import Token

from kg.extract.factuality.denials import nobody
from kg.extract.factuality.judging import SLOTS, Class, Link, by, framed, in_place, is_a
from kg.extract.factuality.own import own
from kg.extract.factuality.words import (
    ACCUSING,
    BELIEVING,
    CLEARING,
    DENYING,
    DOUBTING,
    FACTIVE,
    FALSELY,
    IMPLICATIVE,
    MISTELLING,
    PREVENTING,
    SAYING,
    UNTRUE,
)
from kg.extract.lexicon.words import words
from kg.extract.rules.conditions import Terms
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import Engine

#: What a rule gives under which a word is held as the verb above it is.
AS_ABOVE = "as above"
#: Nouns for what goes round, beside those of saying, whoever it comes from: "rumours spread that".
RUMOURS = SAYING | words("rumour rumor gossip talk word whisper hearsay innuendo chatter story")
#: What goes round and may be untrue.
TALES = RUMOURS | words("message post video clip image photo photograph screenshot alert hoax")
ANY = ""

INFINITIVES = (
    Rule(
        "prevented-to",
        DENYING | PREVENTING | words("fail refuse decline neglect forget"),
        "denied",
        pos=ANY,
        needs="frame:INFINITIVE",
        examples=("The rebels failed to attack the base.", "He denied killing the woman."),
        never=("The rebels managed to attack the base.", "He failed the test."),
    ),
    Rule(
        "intended-to",
        DOUBTING - BELIEVING,
        "planned",
        pos=ANY,
        needs="frame:INFINITIVE",
        examples=("They planned to attack the embassy.", "The plot to kill the judge failed."),
        never=("They began to attack the embassy.", "They planned the attack."),
    ),
    Rule(
        "going-to",
        frozenset({"go"}),
        "planned",
        pos=ANY,
        needs="frame:INFINITIVE self:ING",
        examples=("They were going to attack the embassy.",),
        never=("They went to attack the embassy.",),
    ),
    Rule(
        "said-to",
        SAYING | BELIEVING | ACCUSING,
        "reported",
        pos=ANY,
        needs="frame:INFINITIVE",
        examples=("He is believed to have attacked the shop.", "He is said to have fled."),
        never=("They planned to flee.", "He is believed."),
    ),
    Rule(
        "left-to-join",
        words("leave quit"),
        AS_ABOVE,
        pos=ANY,
        needs="frame:INFINITIVE self:PAST_TENSE frame:JOINING",
        unless="child:yet frame:OF_SUBJECT",
        examples=("She left the paper to join Acme.",),
        never=("She left the house to buy milk.", "She leaves the paper to join Acme."),
    ),
    Rule(
        "managed-to",
        IMPLICATIVE,
        AS_ABOVE,
        pos=ANY,
        needs="frame:INFINITIVE",
        unless="child:yet frame:OF_SUBJECT",
        examples=("He managed to flee from the building.", "They began to attack the base."),
        never=("He has yet to flee.", "He wants to flee."),
    ),
)
CLAUSES = (
    Rule(
        "no-evidence-that",
        words("evidence proof sign indication suggestion question"),
        "denied",
        pos=ANY,
        needs="frame:NOUN_CLAUSE self:NEGATED",
        examples=("There was no evidence that the man killed anybody.",),
        never=("There was evidence that the man killed two officers.",),
        kept="What is said not to be shown is told in every paper, and must not be told as so.",
    ),
    Rule(
        "falsely-denied-that",
        DENYING,
        "asserted",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE self:UNTRUE",
        examples=("He falsely denied that he killed the woman.",),
        never=("He denied that he killed the woman.",),
        kept="Without it a false denial would deny what it grants.",
    ),
    Rule(
        "misreported-that",
        MISTELLING,
        "denied",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE",
        examples=("They misstated that he had fled.",),
        never=("The paper reported that two men died.",),
        kept="Corrections are news, and say that something is not so.",
    ),
    Rule(
        "falsely-said-that",
        frozenset(),
        "denied",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE child:FALSELY",
        examples=("The paper wrongly said that two men died.", "He falsely confirmed that she fled."),
        never=("The paper said that two men died.",),
        kept="Corrections are news, and say that something is not so.",
    ),
    Rule(
        "untrue-tale-that",
        frozenset(),
        "denied",
        pos=ANY,
        needs="frame:NOUN_CLAUSE child:UNTRUTH",
        unless="self:DENIAL",
        examples=("They shared baseless claims that he fled.",),
        never=("The rumour that he fled spread.", "The false denial that he killed the woman surprised nobody."),
        kept="An untrue tale about a person told as so is the worst mistake about him.",
    ),
    Rule(
        "untrue-tale-told",
        frozenset(),
        "denied",
        pos=ANY,
        needs="frame:CLAUSE about:UNTRUE_TALE",
        unless="self:DENIAL",
        examples=("A fake message said that two men died.",),
        never=("A message said that two men died.", "A false friend said that two men died."),
        kept="An untrue tale about a person told as so is the worst mistake about him.",
    ),
    Rule(
        "denied-that",
        DENYING,
        "denied",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE",
        examples=("He denied that he killed the woman.",),
        never=("He said that he killed the woman.", "He denied the murder."),
    ),
    Rule(
        "knows-that",
        FACTIVE,
        "asserted",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE",
        examples=("Police confirmed that the man fled.", "The minister did not know that rebels attacked the town."),
        never=("Police said that the man fled.",),
    ),
    Rule(
        "not-believed-that",
        BELIEVING,
        "denied",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE self:NEGATED",
        examples=("Police do not believe that he fled.",),
        never=("Police believe that he fled.", "Police did not say that he fled."),
        kept="The police do not believe that a crime was one: what they rule out is not so.",
    ),
    Rule(
        "not-said-that",
        frozenset(),
        "planned",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE self:NEGATED",
        examples=("Police did not say that he fled.",),
        never=("Police said that he fled.", "Police did not know that he fled."),
    ),
    Rule(
        "feared-that",
        DOUBTING,
        "planned",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE",
        examples=("They hope that the rebels fled.", "The fear that a bomb exploded is great."),
        never=("They said that the rebels fled.",),
    ),
    Rule(
        "nobody-believes-that",
        BELIEVING,
        "planned",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE left:NOBODY",
        examples=("Few believe that he fled.",),
        never=("A few believe that he fled.", "Police believe that he fled."),
        kept="What nobody believes is not told as so.",
    ),
    Rule(
        "said-that",
        SAYING | BELIEVING | ACCUSING,
        "reported",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE",
        examples=("Police said that the man killed two officers.", "The man killed two officers, police said."),
        never=("Police confirmed that the man fled.", "Police falsely said that the man fled."),
    ),
    Rule(
        "fears-grew-that",
        frozenset(),
        "planned",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE|TORN about:FEAR",
        examples=("Fears grew that the rebels attacked the town.",),
        never=("Rumours spread that the rebels attacked the town.",),
        kept="What is feared is told in the days of any disaster.",
    ),
    Rule(
        "rumours-spread-that",
        frozenset(),
        "reported",
        pos=ANY,
        needs="frame:CLAUSE|NOUN_CLAUSE|TORN about:RUMOUR",
        examples=("Rumours spread that the rebels attacked the town.",),
        never=("Fears grew that the rebels attacked the town.", "The rumour killed him."),
        kept="Rumours are told in the days of any disaster.",
    ),
)
PREPOSITIONS = (
    Rule(
        "without",
        frozenset(),
        "denied",
        pos=ANY,
        needs="frame:PREPOSITION|GERUND frame:WITHOUT",
        examples=("They left without attacking anyone.",),
        never=("They left after attacking a man.",),
    ),
    Rule(
        "cleared-of",
        CLEARING,
        "denied",
        pos=ANY,
        needs="frame:PREPOSITION|GERUND frame:OF",
        examples=("She was cleared of the murder.", "He was acquitted in 2014 of killing two men."),
        never=("She was accused of the murder.",),
        kept="Verdicts come long after the attacks of which corpora tell.",
    ),
    Rule(
        "posed-as",
        words("pose masquerade disguise dress impersonate"),
        "denied",
        pos=ANY,
        needs="frame:PREPOSITION|GERUND frame:AS",
        examples=("He posed as a doctor.",),
        never=("He worked as a doctor.",),
        kept="Who poses as an officer is none, and attackers do.",
    ),
    Rule(
        "kept-from",
        PREVENTING,
        "denied",
        pos=ANY,
        needs="frame:GERUND frame:FROM",
        examples=("Police prevented them from attacking the bank.",),
        never=("Police stopped after they attacked the bank.",),
    ),
    Rule(
        "aimed-at",
        frozenset({"aim"}),
        "planned",
        pos=ANY,
        needs="frame:GERUND",
        examples=("The plan aims at killing the judge.",),
        never=("He aimed at the judge.",),
    ),
)
OBJECTS = (
    Rule(
        "called-a",
        frozenset({"call"}),
        "reported",
        pos=ANY,
        needs="frame:PREDICATE|NAME",
        examples=("He called the blast an attack.",),
        never=("He called for an attack.",),
    ),
    Rule(
        "called-so",
        frozenset({"call"}),
        "asserted",
        pos=ANY,
        needs="frame:OBJECT child:A_PREDICATE",
        examples=("He called the attack a crime.",),
        never=("He called an attack.",),
    ),
    Rule(
        "denied-object",
        DENYING,
        "denied",
        pos=ANY,
        needs="frame:OBJECT|PREDICATE|PREPOSITION|GERUND frame:DIRECT|ABOUT",
        examples=("He denied the murder.",),
        never=("He saw the murder.",),
    ),
    Rule(
        "foiled-object",
        PREVENTING | DOUBTING,
        "planned",
        pos=ANY,
        needs="frame:OBJECT|PREDICATE|PREPOSITION|GERUND frame:DIRECT|ABOUT",
        examples=("Police foiled an attack on the airport.", "Officials warned of an attack on the embassy."),
        never=("Police saw an attack on the airport.", "They planned for an hour."),
    ),
    Rule(
        "accused-of",
        ACCUSING,
        "reported",
        pos=ANY,
        needs="frame:OBJECT|PREDICATE|PREPOSITION|GERUND",
        examples=("She was accused of stealing the money.", "He was tried for the murder."),
        never=("She was cleared of stealing the money.",),
    ),
    Rule(
        "claimed-object",
        words("claim report"),
        "reported",
        pos=ANY,
        needs="frame:OBJECT|PREDICATE|PREPOSITION|GERUND frame:DIRECT|ABOUT",
        examples=("Villagers reported an attack.",),
        never=("Villagers saw an attack.",),
    ),
)
RULES = (*INFINITIVES, *CLAUSES, *PREPOSITIONS, *OBJECTS)
FRAMES = ("infinitive", "clause", "noun clause", "torn", "preposition", "gerund", "object", "predicate", "name")
#: As what somebody who leaves comes somewhere else.
JOINING = words("join become head lead")


def lemma_of(listed: frozenset[str]) -> Class:
    """Return the class of the words with one of these lemmas."""
    return is_a(lambda token: token.lemma_.lower() in listed)


def untruly(verb: Token) -> bool:
    """Tell whether the article itself says that what is said is untrue: "wrongly said", "misreported"."""
    return verb.lemma_.lower() in MISTELLING or any(c.lower_ in FALSELY for c in verb.children)


def untrue_tale(noun: Token) -> bool:
    """Tell whether a noun is a tale that the article calls untrue: "a fake message", "baseless claims"."""
    return noun.lemma_.lower() in TALES and any(c.lower_ in UNTRUE for c in noun.lefts)


CLASSES: dict[str, Class] = framed(*FRAMES) | {
    "OF": by("of"),
    "AS": by("as"),
    "FROM": by("from"),
    "WITHOUT": by("without", "instead"),
    "ABOUT": by("of", "with", "from", "about"),
    "DIRECT": by(""),
    "OF_SUBJECT": lambda link, _: link.word.dep_ == "csubj",
    "JOINING": lambda link, _: link.word.lemma_ in JOINING,
    "A_PREDICATE": in_place("oprd"),
    "ING": is_a(lambda token: token.tag_ == "VBG"),
    "PAST_TENSE": is_a(lambda token: token.tag_ == "VBD"),
    "NEGATED": is_a(lambda token: own(token) == "denied"),
    "NOBODY": is_a(nobody),
    "UNTRUE": is_a(untruly),
    "FALSELY": is_a(lambda token: token.lower_ in FALSELY),
    "UNTRUTH": is_a(lambda token: token.lower_ in UNTRUE),
    "UNTRUE_TALE": is_a(untrue_tale),
    "DENIAL": lemma_of(DENYING),
    "FEAR": lemma_of(DOUBTING),
    "RUMOUR": lemma_of(RUMOURS),
}
SUBJECTS = {"nsubj", "nsubjpass"}


@cache
def engine() -> Engine[Link]:
    """Return the rules, ready to run."""
    slots = SLOTS | {
        "about": lambda token: (c for c in token.children if c.dep_ in SUBJECTS and c.pos_ in {"NOUN", "PROPN"})
    }
    return Engine(RULES, Terms(slots, CLASSES))
