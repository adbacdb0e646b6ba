"""spokeAt: where somebody spoke in public."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.extract.quotes import speaking
from kg.extract.relations.pattern import Found
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.facts import Mention
from kg.language.parsed import Token

#: What is said aloud, and so somewhere.
ALOUD = (
    "accuse acknowledge add admit allege announce appeal argue assert attack blame blast boast call claim comment"
    " complain concede condemn confirm contend criticise criticize cry declare defend demand denounce deny describe"
    " emphasise emphasize explain insist joke lament maintain mention note observe outline pledge praise proclaim"
    " promise recall reiterate remark remind repeat reply respond retort reveal say shout slam state stress suggest"
    " swear tell thank urge vow warn yell"
)


@dataclass(frozen=True, slots=True)
class Speech:
    """A way to tell that somebody speaks: the words for it, who it is, and from which word his place is reached."""

    name: str
    trigger: str
    pos: str
    speakers: Callable[[Token], Iterator[Token]]
    where: Callable[[Context, Token], Iterator[Mention]]
    examples: tuple[str, ...]
    never: tuple[str, ...] = ()

    def match(self, relation: str, context: Context, token: Token) -> Iterator[Found]:
        """Yield who speaks and the nearest place."""
        if token.pos_ not in self.pos.split():
            return
        place = next(self.where(context, token), None)
        if place is not None:
            for speaker in self.speakers(token):
                for one in grammar.spread(speaker):
                    yield Found(relation, one, place, token, f"{relation}-{self.name}")


PATTERNS = [
    Speech(
        "speak",
        "speak preach testify lecture",
        "VERB",
        speaking.speaker,
        speaking.spoken,
        examples=(
            "Jo Poe spoke in Leeds.",
            "Speaking in Leeds, Jo Poe vowed to stay.",
            "Jo Poe, speaking at a rally in Leeds, vowed to stay.",
            "Jo Poe spoke on the sidelines of a function in Leeds.",
            "Jo Poe testified at a hearing in Leeds.",
        ),
        never=(
            "Jo Poe lectures in law at the University of Leeds.",
            "Jo Poe spoke of a visit to Leeds.",
            "Jo Poe spoke about the war in Syria.",
            "Jo Poe speaks Welsh.",
        ),
    ),
    Speech(
        "address",
        "address brief rally",
        "VERB",
        grammar.actor,
        speaking.addressed,
        examples=(
            "Jo Poe addressed a series of rallies in Leeds.",
            "Jo Poe addressed a rally in east London.",
            "Jo Poe briefed reporters in Leeds.",
        ),
        never=("Jo Poe addressed the problems of Leeds.", "Jo Poe addressed Friday's attack in Leeds."),
    ),
    Speech(
        "give",
        "give deliver make hold host",
        "VERB",
        grammar.actor,
        speaking.given,
        examples=("Jo Poe gave a speech in Leeds.", "Jo Poe held a news conference in Leeds."),
        never=("Jo Poe gave money to Leeds.", "Jo Poe held a stake in Leeds."),
    ),
    Speech(
        "open",
        "open close begin start end kick conclude finish launch",
        "VERB",
        grammar.actor,
        speaking.opened,
        examples=("Jo Poe opened a conference in Leeds with a speech.",),
        never=("Jo Poe opened a conference in Leeds.",),
    ),
    Speech(
        "say",
        ALOUD,
        "VERB",
        grammar.actor,
        speaking.said,
        examples=(
            "Jo Poe told reporters in Leeds that he would stay.",
            "“I will stay,” Jo Poe said during a speech in Leeds.",
            "At a news conference in Leeds, Jo Poe said he would stay.",
            "Jo Poe told a crowd at the Union Theatre that he would stay.",
            "Jo Poe told the MPs at Union House that he would stay.",
            "“I will stay,” Jo Poe shouted to a crowd in Leeds.",
        ),
        never=(
            "Jo Poe told police in Leeds that he would stay.",
            "Jo Poe said the shops in Leeds would close.",
            "In Leeds, police said, two men were hurt.",
            "Jo Poe lashed out at France.",
        ),
    ),
    Speech(
        "speech",
        " ".join(sorted(speaking.SPEECHES)),
        "NOUN",
        speaking.owner,
        speaking.own,
        examples=("Many heard Jo Poe's speech in Leeds.", "After his speech in Leeds, Jo Poe left."),
        never=("Jo Poe's speech on the war in Syria was long.", "The speech in Leeds pleased Jo Poe."),
    ),
    Speech(
        "during",
        "speech address lecture sermon homily talk testimony remark remarks eulogy keynote",
        "NOUN",
        speaking.during,
        speaking.within,
        examples=(
            "In a speech to supporters in Leeds, Jo Poe barely touched on it.",
            "In an address to the Naval Academy, Jo Poe set out his plans.",
        ),
        never=("Jo Poe heard of it after a speech in Leeds.", "Jo Poe was shot during a speech in Leeds."),
    ),
]
