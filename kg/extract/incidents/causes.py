"""What words of harm give as the cause of death and wounds."""

from collections.abc import Iterable, Iterator

from kg.extract.incidents.words import DYING, NOUNS, WOUNDING
from kg.extract.lexicon.words import words
from kg.extract.syntax import clause
from kg.extract.syntax.participants import around, complements
from kg.language.parsed import Token

#: Prepositions that say what did the harm.
CAUSING = ("in", "by", "during", "after", "from", "with", "following", "of", "at", "as")
HARM = WOUNDING | DYING | {"kill"}
#: What one dies of after violence.
HURTS = words("wound injury burn bleeding blast explosion bullet shot gunshot smoke loss gas")
#: Words that a clause of what came before begins with: "the deadliest shooting since nine were killed in 2019".
BEHIND = {"after", "since"}
#: Words that a clause of what came later begins with.
AHEAD = {"before", "until", "till"}


def causes(word: Token, harmed: Iterable[Token]) -> Iterator[Token]:
    """Yield what did the harm: the subject, "in an attack", "by a bomb", "when a bomb exploded"."""
    if word.lemma_.lower() not in DYING:
        yield from clause.agents(word)
    verbs = (word, *(c for c in beside(word) if c.lemma_.lower() in HARM))
    yield from (noun for verb in verbs for _, noun in complements(verb, *CAUSING))
    yield from (c for verb in verbs for c in verb.children if c.dep_ == "advcl" and not ahead(c))
    yield from above(word)
    # "were killed in the village of Ulm in an attack": the parser hangs the attack on the village.
    yield from (n for p, n in around(word) if p in {"in", "during"} and n.lemma_.lower() in NOUNS)
    # "kill six in attack on hotel": the parser hangs the attack on the six.
    yield from (noun for one in harmed for _, noun in complements(one, "in", "during", "after"))


def beside(word: Token) -> Iterator[Token]:
    """Yield the words that go with a verb of harm, with one of which its cause may stand."""
    # "two were killed and four wounded in an attack"
    yield from (c for c in word.children if c.dep_ == "conj")
    # "Two guards killed, 19 hurt in raid", whichever hangs on the other
    yield from (c for number in word.children if number.dep_ == "dobj" for c in number.children if c.dep_ == "acl")
    if word.dep_ == "ccomp":
        yield word.head


def above(word: Token) -> Iterator[Token]:
    """Yield what a clause of harm hangs on."""
    if word.dep_ == "relcl" and word.head.ent_type_ in {"DATE", "TIME"}:
        return  # "the deadliest shooting since 2011, when a man killed seven": that was another
    if word.dep_ == "relcl" and word.head.dep_ == "pobj":
        # "the attack on a church in Manila that left 20 dead", "attacked by gunmen who killed 20"
        yield from (t for t in word.head.ancestors if t.pos_ == "NOUN")
        yield from (t.head for t in (word.head.head,) if t.dep_ == "agent")
    if word.dep_ in {"advcl", "relcl", "acl", "conj", "xcomp"} and not ahead(word) and not earlier(word, word.head):
        yield word.head


def earlier(word: Token, head: Token) -> bool:
    """Tell whether a word tells of what came before its head: "a mob attacked after a boy was killed by police"."""
    chain = (word, *word.ancestors)
    clauses = (t for t in chain if t.dep_ == "advcl" and (t.head == head or t.head in head.ancestors))
    return any(c.lower_ in BEHIND and c.dep_ == "mark" for t in clauses if head not in t.subtree for c in t.children)


def ahead(clause: Token) -> bool:
    """Tell whether the clause tells what came later: "killed six before he was shot dead"."""
    return clause.dep_ == "advcl" and any(c.lower_ in AHEAD for c in clause.children)


def natural(word: Token) -> bool:
    """Tell whether who died died of an illness: "of a heart attack", "from cancer"."""
    ills = (noun for _, noun in complements(word, "of", "from") if noun.pos_ == "NOUN" and noun.ent_type_ != "DATE")
    return word.lemma_.lower() in DYING and any(noun.lemma_.lower() not in HURTS for noun in ills)
