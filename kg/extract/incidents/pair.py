"""An incident told so far beside one more mention, and what both or neither of the two tell."""

from typing import NamedTuple

from kg.extract.incidents.incident import Incident, Things, distance
from kg.extract.syntax import voice
from kg.language.parsed import Token

#: Sentences after the headline in which an article tells what the headline told.
LEAD = 2
#: Tokens after the headline within which those sentences end.
OPENING = 120
#: Words for whom an incident hit, whoever that was.
ANYBODY = {"victim", "victims", "deceased"}
#: How one is assassinated.
DEADLY = {"Assassination", "Bombing", "Shooting", "Stabbing"}


class Pair(NamedTuple):
    """An incident told so far, and the mention that may go on with it."""

    incident: Incident
    mention: Incident
    #: Whether no other incident was told since.
    latest: bool = False
    #: Whether the article tells of something as news of these days.
    news: bool = False
    #: Whether the incident is the first that the article tells of.
    lead: bool = False

    @property
    def token(self) -> Token:
        """The word of the mention."""
        return self.mention.first.token

    @property
    def last(self) -> Token:
        """The word by which the incident was told last."""
        return self.incident.last.token

    @property
    def bare(self) -> bool:
        """Whether the mention says neither whom nor what nor where."""
        return not self.mention.whom

    @property
    def away(self) -> int:
        """How many sentences lie between the two."""
        return distance(self.last, self.token)

    def shared(self, what: str) -> bool:
        """Tell whether both speak of one thing among the harmed, the targets, the places."""
        one, other = getattr(self.incident, what), getattr(self.mention, what)
        return overlap(one, other)

    def apart(self, what: str) -> bool:
        """Tell whether both say whom, what or where, and not the same."""
        one, other = getattr(self.incident, what), getattr(self.mention, what)
        # "The victim" may be anybody who was told of.
        anybody = any(things.heads and things.heads <= ANYBODY for things in (one, other))
        return bool(one and other) and not (anybody or overlap(one, other))


def overlap(some: Things, others: Things) -> bool:
    """Tell whether the two speak of one thing, by entity or by the last word of their phrases."""
    if some.entities & others.entities or some.heads & others.heads:
        return True
    # "Westminster" and "Westminster Bridge".
    return any(one <= other or other <= one for one in some.names for other in others.names)


def headed(last: Token, token: Token) -> bool:
    """Tell whether the headline has told of the incident, and the words after it tell it in full."""
    if last.sent.start or last.tag_ == "NNS" or voice.ended(last.sent) or token.i - last.i > OPENING:
        return False
    # A byline and a dateline are no sentences of the article.
    starts = (t for t in token.doc[last.sent.end : token.sent.start] if t.is_sent_start)
    return last.sent != token.sent and sum(voice.ended(start.sent) for start in starts) < LEAD


def other_type(pair: Pair) -> bool:
    """Tell whether the two are of types of which none is the other: a stabbing and a bombing."""
    kinds, kind = pair.incident.types - {"Attack"}, pair.mention.first.trigger.type
    return bool(kinds) and kind not in kinds | {"Attack"} and not assassination(kinds | {kind})


def assassination(kinds: set[str]) -> bool:
    """Tell whether the types go together because the assassination is the shooting."""
    return "Assassination" in kinds and kinds <= DEADLY
