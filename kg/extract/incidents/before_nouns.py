"""What a word right before a noun of violence is: who did it, with what, where, whom or what it hit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.extract.incidents.clauses import HITTING
from kg.extract.incidents.kinds import Kinds, acronym, building, weapon
from kg.extract.incidents.parts import Part
from kg.extract.incidents.triggers import Trigger
from kg.extract.incidents.words import FORCES, FROM_AFAR, KILLING_NOUNS
from kg.extract.lexicon import gazetteer
from kg.extract.syntax.participants import complements
from kg.language.parsed import Token

Test = Callable[[Kinds, Trigger, Token], bool]


@dataclass(frozen=True, slots=True)
class Modifier:
    """The role of a word of which a test holds, with an example, in which the word is in brackets."""

    role: str
    holds: Test
    example: str


def compound(kinds: Kinds, token: Token, trigger: Trigger) -> Iterator[Part]:
    """Yield what stands before the noun, by the first row that holds."""
    role = next((row.role for row in MODIFIERS if row.holds(kinds, trigger, token)), None)
    if role is not None:
        yield Part(role, token, "compound")


def from_afar(kinds: Kinds, trigger: Trigger, name: Token) -> bool:
    """Tell whether a state's arms strike from afar: "a U.S. drone strike", "a US airstrike in Lanto"."""
    noun = trigger.token
    armed = noun.lemma_.lower() == "airstrike" or any(c.lemma_.lower() in FROM_AFAR for c in noun.lefts)
    mention = kinds.context.mention(name) if armed else None
    return mention is not None and mention.entity in gazetteer.countries()


def arms(_kinds: Kinds, _trigger: Trigger, token: Token) -> bool:
    """Tell whether a word is a weapon."""
    return weapon(token)


def place(kinds: Kinds, _trigger: Trigger, token: Token) -> bool:
    """Tell whether a word ends the name of a place."""
    return token.pos_ == "PROPN" and kinds.name(token) == "Place"


def killer(kinds: Kinds, trigger: Trigger, token: Token) -> bool:
    """Tell whether a state kills those of whom the noun is."""
    killed = trigger.token.lemma_.lower() in KILLING_NOUNS and any(complements(trigger.token, "of"))
    return killed and place(kinds, trigger, token)


def house(_kinds: Kinds, trigger: Trigger, token: Token) -> bool:
    """Tell whether a building stands right before a noun of what hits buildings."""
    return building(token) and trigger.type in HITTING | {"Attack"} and token.i + 1 == trigger.token.i


def force(_kinds: Kinds, trigger: Trigger, token: Token) -> bool:
    """Tell whether a word for those under arms stands right before the noun."""
    return token.lemma_.lower() in FORCES and token.i + 1 == trigger.token.i


def body(kinds: Kinds, _trigger: Trigger, token: Token) -> bool:
    """Tell whether a word ends the name of a body, or is its initials."""
    return kinds.name(token) == "Organization" or acronym(token)


def claimant(kinds: Kinds, trigger: Trigger, token: Token) -> bool:
    """Tell whether the parser took the verb of a headline into a noun, behind a body."""
    claims = token.i + 1 < len(token.doc) and token.nbor().lower_ in {"claims", "claimed"}
    return claims and body(kinds, trigger, token)


def attacker(kinds: Kinds, trigger: Trigger, token: Token) -> bool:
    """Tell whether a body stands before a noun of attack, which others do of themselves."""
    return trigger.type == "Attack" and body(kinds, trigger, token)


#: In the order in which they are asked; the first that holds counts.
MODIFIERS = (
    Modifier("perpetrator", from_afar, "A [U.S.] drone strike killed two nurses."),
    Modifier("weapon", arms, "A [knife] attack shook Orsa."),
    Modifier("perpetrator", killer, "The [U.S.] killing of two nurses shook Orsa."),
    Modifier("place", place, "The [London] bombing killed two nurses."),
    Modifier("target", house, "The [pub] bombings killed two nurses."),
    Modifier("perpetrator", force, "A [rebel] attack killed two nurses."),
    Modifier("claimedBy", claimant, "[Daesh] claims attack that killed two nurses in Orsa"),
    Modifier("perpetrator", attacker, "An [ISIS] attack killed two nurses."),
    Modifier("target", body, "The [CNN] bombing shook Orsa."),
)
