"""What prepositions and nouns add to an incident's words: their complements, what is definite, what counts them."""

from collections.abc import Iterator

from kg.extract.lexicon.words import words
from kg.extract.syntax.joined import conjuncts
from kg.language.parsed import Token

DEFINITE = {"the", "this", "that", "these", "those"}
#: Nouns that count or stage incidents.
SERIES = words("series wave string spate number campaign attempt act kind sort pair rash operation")

#: Behind "not", what denies nobody: "not only soldiers but clerks", "not all of them", "not less than nine".
MERELY = frozenset({"only", "just", "merely", "all", "every", "everybody", "everyone", "many", "even", "less", "fewer"})


def complements(word: Token, *prepositions: str) -> Iterator[tuple[str, Token]]:
    """Yield (preposition, head) for the prepositional phrases of a word, and of a preposition among them."""
    for child in word.children:
        if child.dep_ in {"prep", "agent", "dative"} and (not prepositions or child.lower_ in prepositions):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from ((placed(child), n) for n in conjuncts([noun]))
            yield from complements(child)
            # "at the house of a judge and at the offices of a lawyer"
            for other in (c for c in child.children if c.dep_ == "conj" and c.pos_ == "ADP"):
                yield from ((other.lower_, n) for c in other.children if c.dep_ == "pobj" for n in conjuncts([c]))


def placed(preposition: Token) -> str:
    """Return the preposition, or the one before it that "of" only goes on with: "out of", "outside of"."""
    before = preposition.head
    return before.lower_ if preposition.lower_ == "of" and before.dep_ == "prep" else preposition.lower_


def around(word: Token, depth: int = 3) -> Iterator[tuple[str, Token]]:
    """Yield (preposition, head) as `complements` does, and those of the nouns found, nearest first."""
    level = [word]
    for _ in range(depth):
        found = [pair for noun in level for pair in complements(noun)]
        yield from found
        level = [noun for _, noun in found]


def definite(noun: Token) -> bool:
    """Tell whether the noun points back to what the reader knows: "the attack", "the gunmen"."""
    return noun.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in DEFINITE for c in noun.children)


def of_death(word: Token) -> bool:
    """Tell whether a word only says how somebody died: "the shooting death of a boy", "a stabbing death"."""
    return word.dep_ in {"compound", "amod", "nmod"} and word.head.lemma_.lower() == "death" and word.i < word.head.i


def death_told(word: Token) -> Token | None:
    """Return the death of which a word says how it came, also where the parser takes the word for a verb."""
    if of_death(word):
        return word.head
    after = [c for c in word.children if c.dep_ == "dobj" and c.i == word.i + 1 and c.lemma_.lower() == "death"]
    return after[0] if after and word.tag_ == "VBG" else None


def whole(noun: Token) -> Token:
    """Return the noun that stands for more of it: "a series of attacks", "an assassination attempt"."""
    head = noun.head
    if of_death(noun):
        return head
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in SERIES:
        return head.head
    return head if noun.dep_ == "compound" and head.lemma_.lower() in SERIES else noun


def set_against(token: Token) -> bool:
    """Tell whether a phrase only says who or what it was not: "by the Front, not by the army", "not A but B did it"."""
    start, doc = token.left_edge.i, token.doc
    if doc[start].lower_ == "not":
        return doc[start + 1].lower_ not in MERELY
    start -= start > 0 and doc[start - 1].dep_ in {"agent", "prep"}
    return start > 1 and doc[start - 1].lower_ == "not" and doc[start - 2].is_punct and doc[start].lower_ not in MERELY
