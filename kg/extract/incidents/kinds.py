"""What kind of thing a noun stands for: people, a weapon, a building, a place, an organization."""

from functools import cached_property

from kg.extract.incidents.words import (
    BOMBS,
    BUILDINGS,
    DEFENDERS,
    LINES,
    MEASURES,
    PORTIONS,
    RIGHTS,
    RIGHTS_AT_LEAST,
    WEAPONS,
)
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import PEOPLE, kind_of_noun
from kg.extract.lexicon.words import words
from kg.extract.syntax.columns import lemmaed, lemmas
from kg.extract.syntax.context import Context
from kg.extract.syntax.participants import complements
from kg.facts import Mention
from kg.language.parsed import Token

PRONOUNS = {"he", "she", "him", "her", "they", "them", "who", "whom", "himself", "themselves", "we", "us", "i", "me"}
#: What is full of what explodes: "sticks of dynamite", "dynamite sticks".
CHARGES = {"stick", "pack", "package", "parcel", "load", "canister", "cylinder"}
#: What people dig for: "a gold mine".
DUG_FOR = words("gold coal copper diamond cobalt silver iron zinc tin salt gem gemstone jade lithium uranium artisanal")
SOME = {"many", "several", "others", "those", "all", "some"}
CORE = {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}
LABELS = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "NORP": "Group"}


class Kinds:
    """The kinds of the nouns of one article: by their mentions first, then by their words."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def name(self, token: Token) -> str:
        """Return the kind of the name that the token ends, "" where it ends none."""
        mention = self.context.mention(token)
        if token.ent_type_ == "NORP" and token.pos_ != "ADJ" and not town(token, mention):
            return "Group"
        if mention is None:
            return LABELS.get(token.ent_type_, "")
        return mention.kind if mention.form != "nominal" and mention.span.end <= token.idx + len(token) else ""

    def person(self, token: Token) -> bool:
        """Tell whether the noun or pronoun stands for people."""
        if token.pos_ == "PRON":
            return token.lower_ in PRONOUNS | SOME
        name = self.name(token)
        if name:
            return name in {"Person", "Group"} and token.pos_ != "ADJ"
        lemma = token.lemma_.lower()
        if (
            lemma in PEOPLE
            or aged(token)
            or (lemma.endswith(("ian", "ist", "man", "men", "woman")) and token.pos_ == "NOUN")
        ):
            return True
        if token.pos_ == "NOUN" and kind_of_noun(token) in {"Person", "Group"}:
            return True
        counted = token.dep_ in CORE or any(c.dep_ == "acl" for c in token.children)
        return token.pos_ == "NUM" and counted and token.ent_type_ in {"CARDINAL", ""}

    def defender(self, token: Token) -> bool:
        """Tell whether the noun stands for somebody who speaks for others, or for one of whom the article says so."""
        if token.lemma_.lower() in DEFENDERS or self._beside_defender(token):
            return True
        mention = self.context.mention(token)
        if mention is None or mention.kind != "Person":
            return False
        return mention.entity in self._defenders or (self._of_rights and mention.form != "nominal")

    def _beside_defender(self, noun: Token) -> bool:
        """Tell whether an apposition says of a noun that it stands for one: "our friend, blogger Ann Lee"."""
        beside = [c for c in noun.children if c.dep_ == "appos"] if noun.pos_ == "NOUN" else []
        return any(c.lemma_.lower() in DEFENDERS or self.defender(c) for c in beside)

    @cached_property
    def _of_rights(self) -> bool:
        """Whether the article is of those who speak for others and of those who keep them from it."""
        return len(lemmas(self.context.doc) & RIGHTS) >= RIGHTS_AT_LEAST

    @cached_property
    def _defenders(self) -> frozenset[str]:
        """The persons whom a noun of DEFENDERS stands beside: "journalist Ann Lee", "Ann Lee, an activist"."""
        found = set()
        for noun in lemmaed(self.context.doc, DEFENDERS):
            said_of = [noun, noun.head] if noun.dep_ in {"compound", "appos", "nmod", "amod"} else [noun]
            said_of += [c for c in noun.children if c.dep_ == "appos"]
            if noun.dep_ == "attr":
                said_of += [c for c in noun.head.children if c.dep_ == "nsubj"]
            found |= {m.entity for word in said_of if (m := self.context.mention(word)) and m.kind == "Person"}
        return frozenset(found)

    def actor(self, token: Token) -> bool:
        """Tell whether the noun stands for somebody who can act: people, an organization, a state."""
        return self.person(token) or self.name(token) in {"Organization", "Place"}

    def place(self, token: Token) -> bool:
        """Tell whether the token ends the name of a place."""
        return self.name(token) == "Place"

    def organization(self, token: Token) -> bool:
        """Tell whether the token ends the name of an organization."""
        return self.name(token) == "Organization"

    def concrete(self, token: Token) -> bool:
        """Tell whether the noun stands for something that can be attacked: people, a place, a building."""
        return self.actor(token) or building(token)


def town(token: Token, mention: Mention | None) -> bool:
    """Tell whether a name is a place's by the whole article, whatever NER takes it for here: "in Kindu"."""
    if mention is None or (mention.kind, mention.form) != ("Place", "name") or gazetteer.demonym(mention.text):
        return False
    return token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "near"}


def aged(token: Token) -> bool:
    """Tell whether the word ends what somebody is called by his age: "a 16-year-old shot two classmates"."""
    before = [t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]]
    return token.lower_ == "old" and token.dep_ in CORE and before in (["-", "year", "-"], ["-", "month", "-"])


def weapon(token: Token) -> bool:
    """Tell whether the noun stands for a weapon or for what it shoots."""
    lemma = token.lemma_.lower()
    named = lemma in WEAPONS or lemma.rpartition("-")[2] in WEAPONS
    return (named and not dug(token)) or measured_bomb(token)


def dug(token: Token) -> bool:
    """Tell whether a mine is one where people work: "at a gold mine"."""
    return token.lemma_.lower() == "mine" and any(c.lemma_.lower() in DUG_FOR for c in token.lefts)


def bomb(token: Token) -> bool:
    """Tell whether the noun stands for something that explodes."""
    lemma = token.lemma_.lower()
    if lemma == "charge":
        # Others are before a court: "an assault charge".
        return any(c.lemma_.lower() in BOMBS for c in token.lefts)
    charge = lemma in CHARGES and any(c.lemma_.lower() in BOMBS for c in token.lefts)
    return (charge or lemma in BOMBS or measured_bomb(token)) and not dug(token)


def measured_bomb(measure: Token) -> bool:
    """Tell whether a word measures explosives: "five kilos of dynamite"."""
    return measure.lemma_.lower() in MEASURES and any(n.lemma_.lower() in BOMBS for _, n in complements(measure, "of"))


def bomb_before(word: Token) -> Token:
    """Return the bomb that "it" or "they" takes up from its sentence or the one before, or else the word itself."""
    if word.lower_ not in {"it", "they", "them"}:
        return word
    start = word.doc[max(0, word.sent.start - 1)].sent.start
    near = (t for t in reversed(word.doc[start : word.i]) if bomb(t) and t.dep_ in {"nsubj", "nsubjpass", "dobj"})
    return next(near, word)


def building(token: Token) -> bool:
    """Tell whether the noun stands for a building, a vehicle, a road or the like, or for a part of one."""
    lemma = token.lemma_.lower()
    if lemma == "line":
        return any(c.lemma_.lower() in LINES for c in token.lefts)
    return (
        lemma in BUILDINGS
        or dug(token)
        or (lemma in PORTIONS and any(building(n) for _, n in complements(token, "of")))
    )


def acronym(token: Token) -> bool:
    """Tell whether the word stands in capitals among words that do not."""
    return token.is_upper and len(token) > 1 and not token.head.is_upper
