"""spouseOf: who is or was married to whom."""

from collections.abc import Iterator

from kg.extract.factuality.leaving import happened
from kg.extract.lexicon import gazetteer
from kg.extract.relations.pattern import Found, Pattern
from kg.extract.relations.title import Title
from kg.extract.syntax import grammar
from kg.extract.syntax.columns import lemmaed
from kg.extract.syntax.context import Context
from kg.language.parsed import Token

KIN = gazetteer.words("nouns of kin")
PATTERNS = [
    # Anna married Ben. / Anna was married to Ben.
    Pattern("marry wed", subject="subject", object="dobj"),
    Pattern("marry wed married", subject="subject", object="prep:to pobj", pos="VERB ADJ"),
    Pattern("married", subject="^acomp nsubj", object="prep:to pobj", pos="ADJ"),
]
TITLES = [Title("wife husband spouse widow widower ex-wife ex-husband bride", prepositions="of")]


def match(context: Context) -> Iterator[Found]:
    """Yield those who marry each other: "Anna and Ben married", "they married"."""
    yield from _divorced(context)
    for verb in lemmaed(context.doc, {"marry", "wed", "divorce"}):
        if verb.lemma_.lower() == "divorce" and not _done(verb):
            continue
        if verb.pos_ == "VERB" and not _marries_another(verb):
            people = [(w, m) for s in grammar.subject(verb) for w in grammar.spread(s) if (m := context.mention(w))]
            members = [(word, meant) for word, mention in people for meant in context.meanings(mention)]
            related = any(t.lower_ in KIN for word, _ in members for t in word.subtree)
            if len(members) == 2 and not related:  # noqa: PLR2004 - a couple, and no "Ann Bell and her son Tom"
                yield Found("spouseOf", members[0][0], members[1][1], verb, "spouseOf-marry")


def _divorced(context: Context) -> Iterator[Found]:
    """Yield who has divorced whom: "she divorced the banker Jo Poe last year"."""
    for verb in lemmaed(context.doc, {"divorce"}):
        for one in grammar.subject(verb) if verb.pos_ == "VERB" and _done(verb) else ():
            for other in grammar.children(verb, "dobj"):
                yield Found("spouseOf", one, other, verb, "spouseOf-divorce")


def _done(verb: Token) -> bool:
    """Tell whether a divorce is over; who is divorcing, or wants to, is married."""
    return verb.tag_ in {"VBD", "VBN"} and happened(verb)


def _marries_another(verb: Token) -> bool:
    """Tell whether the verb has an object, or "to" somebody."""
    return any(child.dep_ in {"dobj", "agent"} or child.lower_ in {"to", "with", "by"} for child in verb.children)
