"""Which words name an incident, of what type, by which rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.incidents.acts import NOUN_RULES
from kg.extract.incidents.classes import TERMS, killing
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.verbs import VERB_RULES
from kg.extract.incidents.vetoes import GUARDS
from kg.extract.incidents.words import GRAVE, KILLING_NOUNS, SPORT, VIOLENCE
from kg.extract.lexicon.words import words as listed
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import Engine
from kg.extract.syntax.columns import lemmas
from kg.extract.syntax.participants import of_death
from kg.facts import Span
from kg.language.parsed import Doc, Token

RULES = (*VERB_RULES, *NOUN_RULES, *GUARDS)


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names an incident, and the rule that gives its type."""

    token: Token
    rule: Rule

    @property
    def type(self) -> str:
        """The type of the incident."""
        return self.rule.gives

    @property
    def nominal(self) -> bool:
        """Whether a noun names the incident."""
        return self.token.pos_ in {"NOUN", "PROPN"} or of_death(self.token)

    @property
    def general(self) -> bool:
        """Whether the noun speaks of such incidents in general: a plural without anything before it."""
        told = any(c.dep_ in {"det", "nummod"} and c.lower_ not in SUCH for c in self.token.children)
        return self.token.tag_ in {"NNS", "NNPS"} and not told

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


def attempted(noun: Token) -> bool:
    """Tell whether somebody is accused of having tried to kill, whom he may have wounded: "attempted murder"."""
    beside = noun.i > 0 and noun.nbor(-1).lower_ == "attempted"
    return noun.lemma_.lower() in KILLING_NOUNS and (beside or any(c.lower_ == "attempted" for c in noun.children))


#: Determiners of what is only general: "such attacks", "all attacks".
SUCH = {"such", "all", "any", "most", "some", "no", "many"}
#: Types whose words need another word of violence in the article.
LOOSE = {"Attack", "Shooting", "Arson", "VehicleAttack"}
#: Rules that need no such company.
PLAIN = listed("verb-kill verb-die-in-unrest verb-killed-in-unrest verb-to-death verb-torture noun-strike-that-kills")
#: Different words of a match that make a report of one.
MATCH = 4


@cache
def engine() -> Engine[Kinds]:
    """Return the rules of incidents, ready to run."""
    return Engine(RULES, TERMS)


def triggers(kinds: Kinds) -> Iterator[Trigger]:
    """Yield the incidents that the words name, in the order of the text."""
    doc = kinds.context.doc
    found = [Trigger(token, rule) for rule, token in engine().run(kinds, doc)]
    if found and not sporting(doc):
        words = len(lemmas(doc) & VIOLENCE)
        yield from (t for t in found if words > needs_company(kinds, t))


def needs_company(kinds: Kinds, trigger: Trigger) -> bool:
    """Tell whether a word needs another one of violence in the article, as an attack that killed people does not."""
    return trigger.type in LOOSE and trigger.rule.name not in PLAIN and not killing(kinds, trigger.token)


def sporting(doc: Doc) -> bool:
    """Tell whether an article tells of a match, in which teams attack, shoot and kill games."""
    said = lemmas(doc)
    return len(said & SPORT) >= MATCH and said.isdisjoint(GRAVE)
