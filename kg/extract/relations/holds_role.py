"""holdsRole: the office, profession or function that a person has."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.relations import leads, member_of, roles, works_for
from kg.extract.relations.pattern import Found
from kg.extract.syntax.context import Context


@dataclass(frozen=True, slots=True)
class RoleName:
    """Nouns that name a role, whether or not the text says where it is held."""

    trigger: str
    capital: bool = False

    def match(self, relation: str, context: Context, token: Token) -> Iterator[Found]:
        """Yield who holds the role."""
        if token.pos_ == "VERB" or (self.capital and not token.text[0].isupper()):
            return
        for role in roles.roles(context, token):
            yield Found(relation, role.holder, role.title, token, f"{relation}-title", role.scope)


OTHER = (
    "actor actress artist author singer writer painter composer philosopher architect historian photographer"
    " founder co-founder sen. rep. gov. councilwoman councilman alderman assemblyman assemblywoman speaker"
    # ranks as they are written before names
    " capt. col. const. cmdr. cpl. det. dep. gen. insp. lt. maj. pc. sgt. supt. brigadier corporal trooper deputy"
    # other work that people do
    " accountant alderwoman anchorwoman anthropologist archaeologist assistant astronomer auditor baker"
    " barrister bartender biographer blogger bodyguard bookkeeper botanist boxer"
    " butcher cameraman cardiologist carpenter cartoonist cashier caretaker chef chaplain choreographer clerk"
    " comedian commentator comptroller congressperson coordinator coroner correspondent councilmember"
    " counselor criminologist critic cyclist dean dentist dermatologist diplomat dramatist electrician entrepreneur"
    " epidemiologist essayist farmer filmmaker financier firefighter fisherman gardener golfer hairdresser handyman"
    " hairstylist illustrator innkeeper inspector-general interpreter inventor investigator ironworker janitor jockey"
    " jeweller jurist landscaper librarian lieutenant lifeguard lobbyist lyricist magistrate magician mason mechanic"
    " meteorologist midwife miner missionary moderator naturalist negotiator neurologist neurosurgeon newscaster"
    " novelist nurse nutritionist oceanographer ombudsman organizer organiser painter paramedic parliamentarian"
    " patrolman pediatrician pharmacist pianist playwright plumber policeman policewoman pollster postman postmaster"
    " presenter priest principal producer proprietor provost psychiatrist psychotherapist publicist publisher rabbi"
    " rancher ranger rapper rapporteur realtor receptionist registrar salesman salesperson saleswoman"
    " screenwriter sculptor seamstress sheriff shopkeeper skipper solicitor songwriter sprinter statistician steward"
    " stockbroker superintendent surveyor swimmer tailor technician theologian therapist toxicologist translator"
    " tutor undersecretary undertaker usher veterinarian violinist virologist waiter waitress warden welder"
    " worker wrestler contributor pundit promoter co-chairman co-chairwoman co-chair co-host co-anchor co-owner"
    " curator critic freelancer campaigner custodian prosecutor defender ombudswoman principal legislator"
    " choreographer conductor consul"
)
TITLES = [
    RoleName(
        " ".join(
            dict.fromkeys(
                " ".join([OTHER, *(t.trigger for m in (leads, works_for, member_of) for t in m.TITLES)]).split()
            )
        )
    ),
    # Of these many are none by trade.
    RoleName("advocate counsel trustee", capital=True),
]


def match(context: Context) -> Iterator[Found]:
    """Yield the author of a byline: "Jo Poe, News Reporter"."""
    for person, title in roles.byline(context):
        yield Found("holdsRole", person, title, person, "holdsRole-byline")
