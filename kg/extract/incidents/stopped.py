"""Police who stop somebody: what they do to who did an incident is none of it, nor are the other dead theirs."""

from collections.abc import Collection, Iterable, Sequence

from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.triggers import Trigger
from kg.extract.incidents.words import POLICE, SUSPECTS
from kg.extract.syntax import clause
from kg.language.parsed import Token


def stopping(doers: Collection[str], hit: Iterable[str]) -> bool:
    """Tell whether police hit those who did an incident, both by the words that they are called by."""
    return bool(doers) and POLICE.issuperset(doers) and SUSPECTS.issuperset(hit)


def stops(kinds: Kinds, found: Sequence[Trigger], verb: Token, hit: Sequence[Token]) -> bool:
    """Tell whether a verb tells that police hit who did one of the incidents: "the gunman", "him"."""
    doers = [agent.lemma_.lower() for agent in clause.agents(verb)]
    return bool(hit) and stopping(doers, (called(kinds, found, one) for one in hit))


def did(kinds: Kinds, found: Sequence[Trigger], one: Token) -> bool:
    """Tell whether a word stands for one who did an incident."""
    return called(kinds, found, one) in SUSPECTS


def called(kinds: Kinds, found: Sequence[Trigger], one: Token) -> str:
    """Return the word for somebody; a pronoun that stands for who did one of the incidents is the suspect."""
    mention = kinds.context.mention(one) if one.pos_ == "PRON" else None
    if mention is None:
        return one.lemma_.lower()
    agents = (agent for trigger in found for agent in clause.agents(trigger.token) if agent != one)
    same = (m for agent in agents if (m := kinds.context.mention(agent)) and m.entity == mention.entity)
    return "suspect" if any(same) else one.lower_
