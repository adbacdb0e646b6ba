"""One place in the text that speaks of an incident: its trigger, its parts, how it is held."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.extract.factuality.attribution import belied
from kg.extract.factuality.fiction import staged
from kg.extract.factuality.modality import cleared, modality, taken_for_granted
from kg.extract.factuality.own import STRENGTH, stronger
from kg.extract.incidents.casualties import caused
from kg.extract.incidents.days import is_length, lately, long_before, told_in, value
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.parts import HARMED, Part
from kg.extract.incidents.phrases import date, described, named_after, quantity, resolved
from kg.extract.incidents.rule_names import UNMEASURED, of_argument
from kg.extract.incidents.scenes import set_day
from kg.extract.incidents.slots import PASSENGERS, parts
from kg.extract.incidents.sums import sums
from kg.extract.incidents.triggers import Trigger, triggers
from kg.extract.lexicon.words import words
from kg.extract.quotes.lookup import SaidBy, said_by
from kg.extract.syntax.context import Context
from kg.extract.syntax.participants import set_against
from kg.facts import Argument, Evidence, Mention, Modality, Quote
from kg.language.parsed import Doc, Token

#: Whom an acquittal clears.
DOERS = ("perpetrator", "perpetratorOrganization")


@dataclass(slots=True)
class Told:
    """A mention of an incident with what its own sentence gives."""

    trigger: Trigger
    arguments: list[Argument]
    modality: Modality
    sources: tuple[Mention, ...]
    #: Whether its words date it weeks before the article.
    old: bool = False
    #: Whether its sentence names a day of the last weeks.
    late: bool = False
    #: The days that the head of its sentence sets, where its own words have none.
    scene: frozenset[str] = frozenset()
    #: The days that its sentence names.
    sentence: frozenset[str] = frozenset()

    @property
    def token(self) -> Token:
        """The word that names the incident."""
        return self.trigger.token

    def of(self, *roles: str) -> list[Argument]:
        """Return the arguments of some roles."""
        return [a for a in self.arguments if a.role in roles]


def tell_all(kinds: Kinds, quotes: Sequence[Quote]) -> list[Told]:
    """Return the mentions of incidents in an article in the order of the text, with the casualties they caused."""
    found = list(triggers(kinds))
    if not found:
        return []
    extra, results = caused(kinds, found)
    speech = said_by(quotes)
    return [
        tell(kinds.context, speech, trigger, [*extra.get(trigger.token.i, ()), *parts(kinds, trigger)])
        for trigger in found
        if trigger.token.i not in results
    ]


def tell(context: Context, speech: SaidBy, trigger: Trigger, found: Iterable[Part]) -> Told:
    """Return the mention with its parts as arguments."""
    mention = Told(trigger, [], *how(speech, trigger.token))
    add_arguments(context, speech, mention, found)
    if any(a.mention.form == "name" for a in mention.of("place")):
        # "a road in Kandahar": the name says more.
        mention.arguments = [a for a in mention.arguments if a.role != "place" or a.mention.form == "name"]
    dates = {day for a in mention.of("date") if (day := value(a.mention))}
    mention.scene = frozenset() if dates else set_day(context, trigger.token)
    mention.old = long_before(dates or mention.scene, context.article.published)
    mention.sentence = frozenset(told_in(context, trigger.token.sent))
    mention.late = lately(mention.sentence, context.article.published)
    return mention


def add_arguments(context: Context, speech: SaidBy, mention: Told, found: Iterable[Part]) -> None:
    """Add parts to a mention, each words once in a role, and the sums of those that are counted."""
    seen: set[tuple[str, str]] = set()
    counted: list[tuple[Token, Argument]] = []
    for part in found:
        if not resolved(context, part.token) or set_against(part.token):
            continue
        if part.rule == PASSENGERS and mention.of(*HARMED):
            continue  # "ripped through a bus carrying nurses, killing five": these are told already
        argument = held(context, speech, mention, part)
        if is_length(argument.mention) or dead_speaks(argument) or only_speaks(argument, mention.token):
            continue
        whom = "harmed" if part.role in HARMED else part.role
        if (whom, str(argument.mention.span)) not in seen:
            seen.add((whom, str(argument.mention.span)))
            mention.arguments.append(argument)
            counted.append((part.token, argument))
    mention.arguments.extend(sums(context, counted))


def dead_speaks(argument: Argument) -> bool:
    """Tell whether who says so would be the one who is dead: "Poe said that he was killed" is of somebody else."""
    return argument.role == "killed" and argument.mention.entity in {s.entity for s in argument.evidence.sources}


def only_speaks(argument: Argument, trigger: Token) -> bool:
    """Tell whether who did it would be who says so behind it: "They beat her, tortured her," Ann Lee told them."""
    saying = argument.mention.span in {source.span for source in argument.evidence.sources}
    return argument.role == "perpetrator" and saying and argument.mention.span.start > trigger.idx


def held(context: Context, speech: SaidBy, mention: Told, part: Part) -> Argument:
    """Return a part as an argument, held as its own words hold it, by those who say it."""
    argument = argument_of(context, part.role, part.token, mention, part.rule)
    evidence = argument.evidence
    if part.role in DOERS and cleared(mention.token) is not None:
        evidence = replace(evidence, modality="denied")
    if STRENGTH[part.held] > STRENGTH[evidence.modality]:
        evidence = replace(evidence, modality=part.held)
    if part.teller is not None:
        evidence = elsewhere(speech, part.teller, evidence)
    if part.teller is not None and apart(speech, mention, part.teller):
        evidence = by_itself(part, evidence)
    if part.speaker is not None:
        said = stronger("reported", evidence.modality)
        evidence = replace(evidence, modality=said, sources=(described(context, part.speaker),))
    return replace(argument, evidence=evidence)


def by_itself(part: Part, evidence: Evidence) -> Evidence:
    """Return the evidence of what the article tells itself of an incident that others tell of, in their words or not.

    "Police said a bomb went off. Fifteen were injured": that it went off is of the police, the fifteen of the article.
    """
    if part.role in HARMED and part.teller is not None and evidence.modality == "reported":
        return replace(evidence, modality=staged(part.teller, modality(part.teller)), sources=())
    return replace(evidence, sources=()) if part.role in DOERS else evidence


def apart(speech: SaidBy, mention: Told, teller: Token) -> bool:
    """Tell whether a verb stands in no speech and in another sentence: who told of the incident does not say this."""
    return speech(teller.idx) is None and teller.sent.start != mention.token.sent.start


def how(speech: SaidBy, token: Token) -> tuple[Modality, tuple[Mention, ...]]:
    """Return how what a word tells is held, and who say so where it stands in somebody's speech."""
    # Who is acquitted of a murder did not do it; somebody is dead all the same.
    charge = cleared(token)
    quote, held = speech(token.idx), staged(token, "reported" if charge is not None else modality(token))
    if quote is None or taken_for_granted(token) or grants(token.doc, quote):
        return held, ()
    return stronger(held, "reported"), () if belied(token, quote) else quote.speakers


#: Verbs that tell of what was, not of what somebody says: "The village remembers the victims of the bombing".
REMEMBERING = words("remember commemorate honor honour mourn mark")


def grants(doc: Doc, quote: Quote) -> bool:
    """Tell whether the verb of a seeming speech tells what happened: "remembers", "Dozens feared dead"."""
    cue = doc.char_span(quote.cue.start, quote.cue.end) if quote.cue else None
    verb = cue.root if cue is not None else None
    if verb is None:
        return False
    feared = verb.lemma_ == "fear" and any(c.lower_ == "dead" and c.dep_ in {"oprd", "acomp"} for c in verb.children)
    clause = any(c.dep_ == "ccomp" for c in verb.children)
    # "Gunmen suspected to be bandits have abducted": it is others who suspect them.
    suspected = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return feared or suspected or (verb.lemma_ in REMEMBERING and not clause)


def elsewhere(speech: SaidBy, teller: Token, evidence: Evidence) -> Evidence:
    """Return the evidence of what another verb tells of the incident: by who says that, and no surer than the verb."""
    told, sources = how(speech, teller)
    held_as = max(evidence.modality, told, key=STRENGTH.__getitem__)
    if speech(teller.idx) is not None and not taken_for_granted(teller):
        return replace(evidence, modality=held_as, sources=sources)
    return evidence if held_as == evidence.modality else replace(evidence, modality=held_as, sources=())


def argument_of(context: Context, role: str, token: Token, told: Told, rule: str) -> Argument:
    """Return the words of a participant as an argument of the incident."""
    evidence = Evidence(context.sentence(token), of_argument(role, rule), UNMEASURED, told.modality, told.sources)
    if role == "date":
        day = date(context, token)
        return Argument("date", day, evidence, day.value)
    mention = named_after(context, token) or described(context, token, "Place" if role == "place" else None)
    return Argument(role, mention, evidence, quantity(role, token, mention))
