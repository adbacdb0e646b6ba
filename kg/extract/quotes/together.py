"""All who speak in one phrase: Khan, Mackey and Rudd said X."""

from collections.abc import Iterator

from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.syntax.context import Context
from kg.language.parsed import Token

#: "Khan or Rudd said": one of the two, who knows which.
EITHER = frozenset({"or", "nor", "either", "neither"})


def together(context: Context, head: Token) -> list[Token]:
    """Return the head of the phrase and of each other that it names; of "the singer and poet Ann Low" one."""
    found = [head, *_joined(head)]
    for word in head.rights:
        if word.dep_ == "appos" and (others := [noun for noun in _joined(word) if _somebody(context, noun)]):
            # The parser also takes the second of a list for an apposition.
            named = [word] if context.person(word) and (_plural(head) or context.person(head)) else []
            found = [*([] if named and _plural(head) else found), *named, *others]
    return sorted({noun for noun in found if not _bare(noun)} or {head}, key=lambda noun: noun.i)


def _joined(noun: Token) -> Iterator[Token]:
    either = any(child.lower_ in EITHER for child in noun.children)
    yield from (word for word in noun.conjuncts if word.i > noun.i and word.pos_ in NOUNS and not either)


def _bare(noun: Token) -> bool:
    """Tell whether a noun is only the description of a person who is named beside it: "poet" in "poet and mother"."""
    determined = any(child.dep_ in {"det", "poss", "nummod"} for child in noun.lefts)
    return noun.tag_ == "NN" and not determined and kind_of_noun(noun) == "Person"


def _somebody(context: Context, noun: Token) -> bool:
    """Tell whether a noun after "and" is somebody else: "Low" and "his father, Joe Webb", not "and a mother"."""
    apposed = (child for child in noun.rights if child.dep_ == "appos")
    return any(context.person(word) is not None for word in (noun, *apposed))


def _plural(noun: Token) -> bool:
    return noun.tag_ == "NNS"


NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
