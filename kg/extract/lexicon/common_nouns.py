"""What kinds of things common nouns stand for."""

from kg.extract.lexicon.gazetteer import words
from kg.extract.lexicon.words import words as listed
from kg.language.parsed import Token

SEVERAL = words("nouns of several")
PERSONS = words("nouns of persons") | words("nouns of men") | words("nouns of women")
ORGANIZATIONS = words("nouns of organizations")
PLACES = words("nouns of places")
KIN = words("nouns of kin")
#: Who has part in violence.
PEOPLE = listed(
    "person people man woman child boy girl youth teenager baby infant toddler civilian citizen resident "
    "villager peasant farmer worker employee student teacher professor doctor nurse engineer journalist "
    "reporter photographer cameraman editor lawyer judge prosecutor magistrate mayor governor minister "
    "president senator deputy congressman councilman councilor politician candidate leader activist "
    "militant protester demonstrator worshipper pilgrim priest nun bishop archbishop monk pastor imam "
    "rabbi jesuit policeman policewoman officer police guard bodyguard soldier troop sergeant lieutenant "
    "captain major colonel general commander marine airman sailor serviceman member official diplomat "
    "ambassador envoy aide adviser attache businessman banker manager director executive owner driver "
    "passenger pedestrian passer-by passerby bystander shopper tourist visitor customer guest hostage captive "
    "victim casualty survivor family wife husband son daughter mother father brother sister cousin "
    "relative parent couple friend neighbor neighbour colleague gunman attacker assailant bomber shooter "
    "terrorist guerrilla rebel insurgent extremist subversive fighter militiaman militia commando hitman "
    "assassin killer murderer kidnapper abductor hooligan gang mob group individual suspect perpetrator "
    "criminal robber thief trafficker drug-trafficker jihadist islamist separatist sniper knifeman "
    "knifewoman hijacker pirate arsonist paramilitary squad cell crowd refugee migrant settler foreigner "
    "national native other dozen score hundred thousand force army unit element personnel staff crew "
    "peacekeeper contractor agent detective inmate prisoner detainee nationalist unionist trade-unionist "
    "taxi-driver homeless cleric scholar singer musician artist actor writer poet blogger columnist "
    "lawmaker legislator counselor secretary chief head chairman spokesman spokeswoman party faction "
    "military brigade wing organization network front column somebody someone anyone militiamen men women "
    "gendarme hunter hiker jogger teen female male juvenile newborn adolescent schoolboy schoolgirl herder bandit "
    "hoodlum thug miscreant vigilante goon dacoit naxalite raider rustler looter rioter operative jawan trooper "
    "marshal recruit cadet devotee parishioner congregant churchgoer reveller clubber concertgoer roommate ex-wife "
    "ex-husband ex-girlfriend ex-boyfriend cashier janitor bartender barber laborer labourer farmhand rancher vendor "
    "mercenary warlord accomplice medic retiree pensioner attendant babysitter caretaker supervisor logger commuter "
    "motorcyclist instructor trainee chieftain schoolteacher headmaster headteacher lecturer deserter conscript "
    "defector draftee organizer organiser aid-worker classmate schoolmate"
)
PRONOUNS = frozenset({"he", "she", "him", "her", "who", "whom", "someone", "somebody", "anyone", "everyone", "nobody"})


#: How nouns end that stand for persons.
PERSON_ENDS = ("woman", "sman", "ceman", "ician", "ologist", "witness", "keeper", "rmaster", "nmaster", "tmaster")


def kind_of_noun(token: Token) -> str:
    """Return the kind of thing that a common noun stands for: Person, Group, Organization, Place, or else Thing."""
    word, lemma = token.lower_, token.lemma_.lower()
    person = lemma in PERSONS or lemma.endswith(PERSON_ENDS)
    if word in SEVERAL or (person and token.tag_ in {"NNS", "NNPS"}):
        return "Group"
    if person or word in PRONOUNS or token.ent_type_ == "PERSON":
        return "Person"
    if lemma in ORGANIZATIONS:
        return "Organization"
    if lemma in PLACES:
        return "Place"
    return "Group" if token.tag_ in {"NNS", "NNPS"} and token.ent_type_ in {"NORP", "CARDINAL"} else "Thing"
