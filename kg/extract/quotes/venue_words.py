"""Words of audiences, occasions and places to be heard at, and the questions about one such word."""

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.courtesy import bare
from kg.extract.lexicon.words import words
from kg.extract.quotes import cues
from kg.extract.syntax.context import Context
from kg.facts import Mention
from kg.language.parsed import Token

#: What joins a place to what is done there; "to" the house of a body that is spoken to comes last.
LOCATIVE = ("in", "at", "on", "outside", "inside", "near", "to")
#: What joins a body or a building to who speaks there: "at Harvard", "outside the Ministry of Justice".
INDOORS = frozenset({"at", "inside", "outside", "from"})
#: Who is there to hear: "told reporters in Ankara". Police, officials and voters are told things from afar.
AUDIENCES = words(
    "activist attendee audience committee congregation councillor court crowd delegate demonstrator fan gathering "
    "graduate guest inquest inquiry jury journalist lawmaker legislator marcher member mourner mp mps panel "
    "parishioner participant pilgrim press protester reporter student subcommittee supporter tribunal troop veteran "
    "volunteer worker worshipper worshiper"
)
#: What has a place without being one: "a rally in Ohio".
OCCASIONS = cues.OCCASIONS | words(
    "address announcement assembly banquet breakfast commemoration commencement congress exhibition expo fair festival "
    "forum function fundraiser graduation inauguration launch lecture luncheon lunch mass meet presser prayer "
    "reception remark remarks seminar sermon service session show speech stop symposium talk testimony workshop"
)
#: Parts and neighbourhoods of a place, which is named after "of" or before: "the steps of the Capitol".
PARTS = words(
    "campus capital centre center city corner courtyard doorstep east entrance foot front gate ground heart hometown "
    "headquarters headquarter lawn lobby north office outskirt premise residence sideline site south stage step suburb "
    "town village west"
)
#: Buildings and grounds that are named with a name before: "the Union Theatre".
VENUES = cues.PLACES | words(
    "academy airport arena auditorium ballroom base bridge building campus casino cathedral cemetery center centre "
    "chapel clinic club college complex consulate court courthouse embassy factory garden gymnasium hospital hotel "
    "house institute island library lodge mansion market memorial ministry monument museum palace parliament pavilion "
    "plant plaza port prison pub restaurant resort school seminary shrine stadium station studio street synagogue "
    "temple tower university winery"
)
#: What there are several of: "a series of rallies".
SERIES = words("series number string round couple")
#: What is heard elsewhere than where it is given: "a televised address from the palace".
SENT = frozenset({"address", "broadcast", "message", "speech"})
SURFACES = gazetteer.words("ends of places") | {"plaza", "campus", "green", "lawn", "boulevard", "terrace"}


def is_paper(context: Context, noun: Token, place: Mention) -> bool:
    """Tell whether words after "The" are a paper's name: "noted in The Intercept", not "in The Villages, Ohio"."""
    the = context.article.text[: place.span.start].endswith(" The ")
    state = in_state(context, noun)
    return the and gazetteer.known(place.text) is None and not is_venue(place) and not state


def in_state(context: Context, noun: Token) -> bool:
    """Tell whether a comma and another place stand behind a word, as behind a town's name: "The Villages, Ohio"."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    state = context.mention(behind[1]) if len(behind) > 1 and behind[0].text == "," else None
    return state is not None and state.kind == "Place"


def is_occasion(noun: Token) -> bool:
    """Tell whether a noun is of an occasion to speak; a "town hall" is one, and another hall a place."""
    hall = noun.lower_ == "hall" and noun.i > 0 and noun.nbor(-1).text == "town"
    return hall or noun.lemma_.lower() in OCCASIONS


def stands(preposition: str, place: Mention) -> bool:
    """Tell whether one speaks there: "at" and "on" a country is against it or about it, "on" a street is there."""
    if place.entity in gazetteer.territories() or gazetteer.demonym(place.text):
        return preposition in {"in", "outside", "inside", "from"} and not gazetteer.demonym(place.text)
    return preposition not in {"on", "before"} or place.text.split()[-1].lower() in SURFACES


def is_venue(body: Mention) -> bool:
    """Tell whether a name is as those of buildings are: "Union Theatre"."""
    return not VENUES.isdisjoint(body.text.lower().split())


def as_place(body: Mention) -> Mention:
    """Return the place that a body's name stands for too, which is another thing than the body."""
    text = bare(body.text)
    return Mention(body.span, body.text, "Place", naming.shared("Place", text), body.form)
