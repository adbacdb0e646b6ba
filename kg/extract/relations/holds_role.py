"""holdsRole: the office, profession or function that a person has."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.relations import leads, member_of, predicated, predicates, roles, works_for
from kg.extract.relations.jobs import JOBS
from kg.extract.relations.pattern import Found
from kg.extract.syntax import grammar
from kg.extract.syntax.columns import worded
from kg.extract.syntax.context import Context
from kg.language.parsed import Token


@dataclass(frozen=True, slots=True)
class RoleName:
    """Nouns that name a role, whether or not the text says where it is held.

    `capital` are those that name one with a capital only, `after` words of which one must stand right before.
    """

    trigger: str
    capital: bool = False
    after: str = ""

    def match(self, relation: str, context: Context, token: Token) -> Iterator[Found]:
        """Yield who holds the role."""
        if token.pos_ == "VERB" or (self.capital and not token.text[0].isupper()):
            return
        if self.after and (not token.i or token.nbor(-1).lower_ not in self.after.split()):
            return
        for role in roles.roles(context, token):
            yield Found(relation, role.holder, role.title, token, f"{relation}-title", role.scope)


#: Offices, ranks and functions that no other relation has among its titles.
OTHER = (
    "founder co-founder sen. rep. gov. sens. reps. govs."
    " councilwoman councilman alderman assemblyman assemblywoman speaker"
    " capt. col. const. cmdr. cpl. det. dep. gen. insp. lt. maj. pc. sgt. supt. brigadier corporal trooper"
    " deputy alderwoman assistant chaplain commentator comptroller congressperson coordinator coroner"
    " correspondent councilmember counselor dean diplomat inspector-general lieutenant lobbyist magistrate"
    " missionary moderator negotiator ombudsman organizer organiser parliamentarian patrolman policeman"
    " policewoman pollster postmaster presenter principal producer proprietor provost publisher ranger"
    " rapporteur registrar sheriff skipper steward superintendent undersecretary usher warden contributor"
    " promoter co-chairman co-chairwoman co-chair co-host co-anchor co-owner curator campaigner custodian"
    " prosecutor defender ombudswoman legislator conductor consul collector referee substitute umpire driver"
    " administrator backbencher frontbencher prefect"
)
TITLES = [
    RoleName(
        " ".join(
            dict.fromkeys(
                " ".join(
                    [OTHER, *sorted(JOBS), *(t.trigger for m in (leads, works_for, member_of) for t in m.TITLES)]
                ).split()
            )
        )
    ),
    # Of these many are none by trade.
    RoleName("advocate counsel trustee cardinal", capital=True),
    # "Supt Jo Poe", "Det Insp Ann Lee"
    RoleName("insp supt sgt cpl capt lt maj col cmdr dsp ssp dcp acp asp dgp igp dig adgp", capital=True),
    # "Energy CS Ann Lee", "Kikuyu MCA Jo Poe"
    RoleName("cs ps mca mla", capital=True),
    RoleName("partner", after="managing senior founding general lead executive"),
    RoleName("counsel", after="general special chief senior lead legal"),
]


def match(context: Context) -> Iterator[Found]:
    """Yield the author of a byline, "Jo Poe, News Reporter", and who is named a successor."""
    for person, title in roles.byline(context):
        yield Found("holdsRole", person, title, person, "holdsRole-byline")
    for noun in worded(context.doc, {"successor"}):
        yield from succeeding(context, noun)


def succeeding(context: Context, noun: Token) -> Iterator[Found]:
    """Yield who is to have the office of another that the sentence names: "Mayor Jo Poe named Al Roe her successor"."""
    owner = next(filter(None, map(context.mention, grammar.children(noun, "poss"))), None)
    words = (token for token in noun.sent if token.i < noun.i and token.lemma_.lower() in TITLES[0].trigger.split())
    held = (role for word in words for role in roles.roles(context, word))
    office = next((r for r in held if (m := context.mention(r.holder)) and owner and m.entity == owner.entity), None)
    verb = noun.head.head if noun.head.lower_ == "as" else noun.head
    if office is not None and verb.lemma_.lower() in predicates.NAMING | CHOOSING:
        for person in predicated.named_by(verb, noun):
            yield Found("holdsRole", person, office.title, noun, "holdsRole-title", office.scope)


#: Verbs beside those of naming by which somebody is made a successor.
CHOOSING = frozenset({"choose", "nominate", "pick", "select"})
