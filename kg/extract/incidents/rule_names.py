"""The rules of incidents and of their participants, named by what their agreement with annotators depends on.

`tools/calibrate.py` measures each: the share that annotators marked too. What nobody annotated keeps UNMEASURED.
"""

from collections.abc import Iterable

from kg.extract.incidents.parts import HARMED
from kg.extract.incidents.triggers import Trigger
from kg.extract.incidents.words import AUTHORS, COMBATANTS
from kg.facts import Argument, Modality

#: About the mean of what is measured.
UNMEASURED = 0.6


def of_event(trigger: Trigger, held: Modality, hit: Iterable[Argument], mentions: int) -> str:
    """Return the rule of one mention of an incident that has so many, where some are hit."""
    if held in {"planned", "denied"}:
        frame = "-unreal"
    elif trigger.general:
        frame = "-general"
    else:
        frame = "-armed" if any(armed(argument.mention.text) for argument in hit) else ""
    return trigger.rule.name + frame + ("-once" if mentions == 1 else "")


def armed(words: str) -> bool:
    """Tell whether the words stand for people under arms."""
    return any(word.removesuffix("s") in COMBATANTS | AUTHORS for word in words.lower().split())


def of_argument(role: str, rule: str) -> str:
    """Return the rule of a participant; the killed and injured are of one kind with other victims."""
    return f"{'harmed' if role in HARMED else role}-{rule.replace(' ', '-')}"
