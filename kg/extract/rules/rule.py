"""What a rule is: a name, the words that set it off, what they must have beside them, what it gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: the lemmas of `trigger` mean what `gives` says where all of `needs` hold and nothing of `unless`.

    A rule without a trigger asks every word; one whose `pos` is "" asks words of every part of speech.
    `needs` and `unless` are conditions, `slot:word|CLASS`: some word in the slot is one of these, or of such a class;
    a slot alone is any word there, `!slot:…` is no such word. A rule that gives "" is a guard: it takes away.
    `slots` says which participant each slot holds: `object=killed subject=perpetrator`.
    Every rule fires on each of its `examples` and on none of `never`. `kept` says why a rule stays that fired on no
    corpus at hand; what has no reason goes.
    """

    name: str
    trigger: frozenset[str]
    gives: str = ""
    pos: str = "VERB"
    needs: str = ""
    unless: str = ""
    slots: str = ""
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    kept: str = ""

    @property
    def roles(self) -> dict[str, str]:
        """The participant that each slot holds."""
        return dict(pair.split("=") for pair in self.slots.split())
