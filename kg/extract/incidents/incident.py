"""What all the mentions of one incident tell of it, kept in sets, so that a mention is compared in little time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from kg.extract.factuality.attribution import of_untrue_tale
from kg.extract.incidents.days import value
from kg.extract.incidents.parts import HARMED
from kg.extract.incidents.told import DOERS, Told
from kg.extract.incidents.triggers import attempted
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.words import words
from kg.extract.syntax import clause
from kg.extract.syntax.participants import definite
from kg.facts import Argument, Mention
from kg.language.parsed import Token

#: Sentences after which a mention without participants of its own no longer goes on with the last incident.
NEAR = 3


class Things:
    """What some arguments stand for: entities, last words, and for places the words of their names."""

    def __init__(self, arguments: Iterable[Argument] = ()) -> None:
        self.entities: set[str] = set()
        self.heads: set[str] = set()
        self.names: set[frozenset[str]] = set()
        self.add(arguments)

    def add(self, arguments: Iterable[Argument]) -> None:
        """Take in more arguments."""
        for argument in arguments:
            self.entities.add(argument.mention.entity)
            self.heads.add(head(argument.mention))
            if argument.role == "place" and argument.mention.form == "name":
                self.names.add(frozenset(argument.mention.text.split()))

    def __bool__(self) -> bool:
        return bool(self.entities)


class Incident:
    """The mentions of one incident in the order of the text, with all that they tell."""

    def __init__(self, told: Told) -> None:
        self.mentions: list[Told] = []
        self.harmed, self.targets, self.places = Things(), Things(), Things()
        self.harmed_names: set[str] = set()
        self.authors: set[str] = set()
        #: Towns by name, and what lies in towns: parks, roads.
        self.towns: set[str] = set()
        self.sites: set[str] = set()
        #: The last words for those who did it, of those of them who are not named, and of "the" people hit.
        self.doers: set[str] = set()
        self.called: set[str] = set()
        self.hit_called: set[str] = set()
        self.days: set[str] = set()
        #: The days that heads of sentences set.
        self.scenes: set[str] = set()
        self.types: set[str] = set()
        self.lemmas: set[str] = set()
        self.held: set[str] = set()
        #: Whether it is told as news: "has been stabbed", "gunmen kill".
        self.fresh = False
        self.add(told)

    def add(self, told: Told) -> None:
        """Take in one more mention."""
        self.mentions.append(told)
        self._add_hit(told)
        self._add_doers(told.of("perpetrator"))
        self._add_places(told.of("place"))
        self.days.update(day for a in told.of("date") if (day := value(a.mention)))
        self.scenes.update(told.scene)
        self.types.add(told.trigger.type)
        self.lemmas.add(told.token.lemma_)
        self.fresh = self.fresh or told.late or news(told.token)
        self.held.add("real" if real(told) else told.modality)

    def _add_hit(self, told: Told) -> None:
        # "The children were not hurt" makes them no victims of what was told last.
        harmed = [a for a in told.of(*HARMED) if told.modality == "denied" or a.evidence.modality != "denied"]
        self.harmed.add(harmed)
        self.targets.add(told.of("target"))
        self.harmed_names.update(a.mention.entity for a in harmed if a.mention.form != "nominal")
        self.hit_called.update(head(a.mention) for a in harmed if a.mention.text.lower().startswith("the "))

    def _add_doers(self, doers: Sequence[Argument]) -> None:
        self.authors.update(a.mention.entity for a in doers)
        self.doers.update(head(a.mention) for a in doers)
        self.called.update(head(a.mention) for a in doers if a.mention.form == "nominal")

    def _add_places(self, places: Sequence[Argument]) -> None:
        self.places.add(places)
        for place in places:
            if place.mention.form == "name" and place.mention.entity not in gazetteer.territories():
                (self.sites if site(place.mention.text) else self.towns).add(place.mention.text)

    @property
    def first(self) -> Told:
        """The first mention."""
        return self.mentions[0]

    @property
    def last(self) -> Told:
        """The last mention so far."""
        return self.mentions[-1]

    @property
    def whom(self) -> bool:
        """Whether anything tells the incident from another: whom, what or where it hit."""
        return bool(self.harmed or self.targets or self.places)


#: Words of the names of what lies in a town, last ones and first ones.
SITES = words(
    "airport avenue bridge centre center church close college court crescent district drive estate field gardens "
    "green hospital hotel lane mall market mosque park place road school square stadium station street terrace "
    "university way"
)
FIRST = words("barangay brgy calle rue via")


def site(name: str) -> bool:
    """Tell whether a name is that of a part of a town: "Jack Lane", "East Park"."""
    first, *rest = name.lower().split() or [""]
    return bool(rest) and (rest[-1] in SITES or first in FIRST)


def news(verb: Token) -> bool:
    """Tell whether a verb tells what has just happened: "has been stabbed", in headlines "kill"."""
    perfect = any(c.lower_ in {"has", "have"} and c.dep_ == "aux" for c in verb.children)
    return perfect or (verb.tag_ in {"VBZ", "VBP"} and verb.dep_ == "ROOT")


def one_name(incident: list[Told]) -> None:
    """Let unnamed participants told again ("three gunmen", "the gunmen") be one entity."""
    first: dict[tuple[str, str], Argument] = {}
    for told in incident:
        for i, argument in enumerate(told.arguments):
            if argument.mention.form != "nominal":
                continue
            group = "harmed" if argument.role in HARMED else argument.role
            known = first.setdefault((group, head(argument.mention)), argument)
            if argument.value is None or argument.value == known.value:
                mention = replace(argument.mention, entity=known.mention.entity, kind=known.mention.kind)
                told.arguments[i] = replace(argument, mention=mention)


#: Words for anybody, by what may be said of the same person before, if anything is: "an off-duty officer", "the man".
ANYBODY = {"man": "m", "boy": "m", "woman": "f", "girl": "f", "person": "", "victim": "", "teenager": "", "child": ""}
FEMALE = gazetteer.words("nouns of women") | {"her", "she"}
MALE = gazetteer.words("nouns of men") | {"him", "he"}


def one_person(incident: list[Told]) -> None:
    """Let "the man" who is hit be the one person of whom the incident tells so: "an off-duty officer was shot"."""
    known: dict[str, Argument] = {}
    for told in incident:
        for i, argument in enumerate(told.arguments):
            if argument.role not in HARMED:
                continue
            if len(known) == 1 and anybody(argument.mention, (only := next(iter(known.values()))).mention):
                mention = replace(argument.mention, entity=only.mention.entity, kind=only.mention.kind)
                told.arguments[i] = replace(argument, mention=mention)
            elif argument.mention.entity not in known:
                known[argument.mention.entity] = argument


def anybody(mention: Mention, known: Mention) -> bool:
    """Tell whether words for anybody may stand for one person told before."""
    article, _, noun = mention.text.lower().rpartition(" ")
    if mention.form != "nominal" or article != "the" or noun not in ANYBODY or known.kind != "Person":
        return False
    before = head(known)
    gender = "f" if before in FEMALE else "m" if before in MALE else ""
    return not (gender and ANYBODY[noun]) or gender == ANYBODY[noun]


def hold(incident: list[Told]) -> None:
    """Hold an incident as the mention that introduces it does, where later ones only point back to it.

    "No one has claimed the attack" asserts nothing of the attack that police report.
    """
    introduced = incident[0]
    if any(map(real, incident)):
        for told in incident:
            as_charged(told)
    for told in incident:
        by_somebody = told.of(*DOERS) or (not told.trigger.nominal and any(clause.agents(told.token)))
        if told.modality == "denied" and real(introduced) and by_somebody and not untrue(told.token):
            only_who(told, introduced)
        if told.modality == "asserted" and not told.arguments and definite(told.token):
            told.modality, told.sources = introduced.modality, introduced.sources


def as_charged(told: Told) -> None:
    """Let "attempted murder" of what happened be what somebody is said to have done, not what was only to happen."""
    if attempted(told.token) and told.modality == "planned":
        told.modality = "reported"
        told.arguments = [replace(a, evidence=replace(a.evidence, modality="reported")) for a in told.arguments]


def untrue(word: Token) -> bool:
    """Tell whether all is untrue that a word tells: "a false rumour said that two men were killed"."""
    return any(map(of_untrue_tale, word.ancestors))


def only_who(told: Told, introduced: Told) -> None:
    """Let a mention deny only who did it: "denied that Jo Poe planted the bomb" grants that it was planted."""
    told.modality, told.sources = introduced.modality, introduced.sources
    told.arguments = [a if a.role in DOERS else granted(a, introduced) for a in told.arguments]


def granted(argument: Argument, introduced: Told) -> Argument:
    """Return an argument that was denied as the incident is held."""
    if argument.evidence.modality != "denied":
        return argument
    evidence = replace(argument.evidence, modality=introduced.modality, sources=introduced.sources)
    return replace(argument, evidence=evidence)


def real(told: Told) -> bool:
    """Tell whether the incident is held to have happened, by whomever."""
    return told.modality in {"asserted", "reported"}


def head(mention: Mention) -> str:
    """Return the last word of the first noun phrase of the mention."""
    words = mention.text.split(" of ")[0].split()
    return words[-1].lower() if words else ""


def distance(one: Token, other: Token) -> int:
    """Return how many sentences lie between two words, at most one more than NEAR."""
    starts = (token for token in one.doc[one.i + 1 : other.i + 1] if token.is_sent_start)
    return sum(1 for _ in islice(starts, NEAR + 1))
