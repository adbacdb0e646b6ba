"""Which words name an incident, and of what type."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.senses import WEAK, bodily, judicial, violent
from kg.extract.incidents.verbs import PHRASES
from kg.extract.incidents.words import (
    ANIMALS,
    GRAVE,
    KILLING_NOUNS,
    MEANS,
    NOT_VIOLENT,
    NOT_VIOLENT_HEADS,
    NOUNS,
    SPORT,
    VERBS,
    VIOLENCE,
)
from kg.extract.syntax.columns import lemmas
from kg.extract.syntax.participants import complements, whole
from kg.facts import Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names an incident, and the type that it gives."""

    token: Token
    type: str

    @property
    def nominal(self) -> bool:
        """Whether a noun names the incident."""
        return self.token.pos_ in {"NOUN", "PROPN"}

    @property
    def general(self) -> bool:
        """Whether the noun speaks of such incidents in general: a plural without anything before it."""
        bare = not any(c.dep_ in {"det", "nummod", "poss"} for c in self.token.children)
        return self.token.tag_ == "NNS" and bare

    @property
    def span(self) -> Span:
        """The trigger's word, with "fatally" before it and "up", "dead" after it."""
        first = last = self.token
        doc, i = self.token.doc, self.token.i
        if i and doc[i - 1].head == self.token and doc[i - 1].lower_ in {"fatally", "mortally"}:
            first = doc[i - 1]
        after = doc[i + 1] if i + 1 < len(doc) else self.token
        # "shot dead six people": the parser hangs "dead" on the people.
        if after.lower_ in {"dead", "up", "off", "down"} and after.dep_ != "prep" and self.token in after.ancestors:
            last = after
        return Span(first.idx, last.idx + len(last))


#: Types whose words need another word of violence in the article.
LOOSE = {"Attack", "Shooting", "Arson", "VehicleAttack"}
#: Different words of a match that make a report of one.
MATCH = 4


def triggers(kinds: Kinds) -> Iterator[Trigger]:
    """Yield the incidents that the words name, in the order of the text."""
    words = None
    for token in () if sporting(kinds.context.doc) else kinds.context.doc:
        lemma = token.lemma_.lower()
        test = TESTS.get(lemma)
        kind = test(kinds, token, lemma) if test else None
        if kind is None:
            continue
        if words is None:
            words = len({t.lemma_.lower() for t in kinds.context.doc} & VIOLENCE)
        if words > (kind in LOOSE):
            yield Trigger(token, kind)


def sporting(doc: Doc) -> bool:
    """Tell whether an article tells of a match, in which teams attack, shoot and kill games."""
    said = lemmas(doc)
    return len(said & SPORT) >= MATCH and said.isdisjoint(GRAVE)


def noun(kinds: Kinds, token: Token, lemma: str) -> str | None:
    """Return the type of an incident that a noun names."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.ent_type_ in {"LAW", "ORG", "PERSON", "WORK_OF_ART"}:
        return None
    if token.dep_ == "compound" and token.head.lemma_.lower() in NOT_VIOLENT_HEADS | NOUNS.keys():
        return None
    if (lemma in WEAK and not bodily(kinds, token)) or (lemma == "execution" and judicial(token)):
        return None
    said = whole(token)
    bare = not any(c.dep_ in {"det", "poss", "prep", "amod", "nummod"} for c in said.children)
    if lemma in KILLING_NOUNS and bare and said.tag_ == "NN":
        return None
    before = {c.lemma_.lower() for c in token.children if c.dep_ in {"compound", "amod", "nmod"}}
    of = {n.lemma_.lower() for _, n in complements(token, "of", "by", "on")}
    if before & (NOT_VIOLENT | ANIMALS) or of & ANIMALS:
        return None
    return next((MEANS[word] for word in sorted(before & MEANS.keys())), NOUNS[lemma])


def verb(kinds: Kinds, token: Token, lemma: str) -> str | None:
    """Return the type of an incident that a verb names by itself."""
    return VERBS[lemma] if token.pos_ == "VERB" and violent(kinds, token, lemma) else None


def either(kinds: Kinds, token: Token, lemma: str) -> str | None:
    """Return the type of a lemma that is a noun or a verb."""
    return noun(kinds, token, lemma) if token.pos_ in {"NOUN", "PROPN"} else verb(kinds, token, lemma)


TESTS = {
    **dict.fromkeys(NOUNS, noun),
    **dict.fromkeys(VERBS, verb),
    **dict.fromkeys(NOUNS.keys() & VERBS.keys(), either),
    **PHRASES,
}
