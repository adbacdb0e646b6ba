"""One place in the text that speaks of an incident: its trigger, its parts, how it is held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.context import Context, kind_of_noun
from kg.extract.factuality import modality, stronger
from kg.extract.incidents.arguments import Part, as_agent, parts
from kg.extract.incidents.casualties import Harm, accidental, harms, weapons
from kg.extract.incidents.kinds import SOME, Kinds
from kg.extract.incidents.numbers import count
from kg.extract.incidents.participants import subjects
from kg.extract.incidents.triggers import Trigger, triggers
from kg.facts import Argument, Evidence, Mention, Modality, Quote, Span

#: The share of such arguments that are right on annotated news (MUC-4, WikiEvents; `docs/accuracy.md`).
CONFIDENCE = {"perpetrator": 0.6, "killed": 0.8, "injured": 0.8, "victim": 0.7, "target": 0.6, "weapon": 0.8}


@dataclass(slots=True)
class Told:
    """A mention of an incident with what its own sentence gives."""

    trigger: Trigger
    arguments: list[Argument]
    modality: Modality
    source: Mention | None

    @property
    def token(self) -> Token:
        """The word that names the incident."""
        return self.trigger.token

    def of(self, *roles: str) -> list[Argument]:
        """Return the arguments of some roles."""
        return [a for a in self.arguments if a.role in roles]


def tell_all(kinds: Kinds, quotes: Sequence[Quote]) -> list[Told]:
    """Return the mentions of incidents in an article in the order of the text, with the casualties they caused."""
    context = kinds.context
    found = list(triggers(kinds))
    if not found:
        return []
    by_token = {t.token.i: t for t in found}
    extra: dict[int, list[Part]] = {}
    results = {}
    for harm in harms(kinds):
        cause = caused_by(harm, by_token, found)
        if cause is not None and not accidental(harm):
            extra.setdefault(cause.token.i, []).extend([*harm.parts, *weapons(harm), *authors(kinds, harm, cause)])
            if cause.token.i != harm.token.i:
                results[harm.token.i] = cause
    return [
        tell(context, quotes, trigger, [*parts(kinds, trigger), *extra.get(trigger.token.i, ())])
        for trigger in found
        if trigger.token.i not in results
    ]


def authors(kinds: Kinds, harm: Harm, cause: Trigger) -> Iterator[Part]:
    """Yield the people who did the harm, where it is part of a larger attack."""
    if harm.token != cause.token and harm.token.lemma_ not in {"die", "perish"}:
        for agent in subjects(harm.token):
            yield from as_agent(kinds, agent, "harm")


def caused_by(harm: Harm, by_token: dict[int, Trigger], found: list[Trigger]) -> Trigger | None:
    """Return the incident that did the harm: the one that the words name, or the last one told shortly before."""
    for cause in harm.causes:
        for token in (cause, *cause.children):
            if token.i in by_token and token.i != harm.token.i:
                return by_token[token.i]
    if harm.token.i in by_token:
        return by_token[harm.token.i]
    start = harm.token.sent.start
    before = [t for t in found if t.token.i < harm.token.i and start - t.token.i < REACH]
    return before[-1] if before else None


#: Tokens back to the start of a sentence in which an incident may be told whose victims are now counted.
REACH = 60


def tell(context: Context, quotes: Sequence[Quote], trigger: Trigger, found: list[Part]) -> Told:
    """Return the mention with its parts as arguments."""
    held = modality(trigger.token)
    quote = next((q for q in quotes if any(f.start <= trigger.token.idx < f.end for f in q.fragments)), None)
    if quote is not None:
        held = stronger(held, "reported")
    source = quote.speaker_mention if quote else None
    mention = Told(trigger, [], held, source)
    seen: set[tuple[str, Span]] = set()
    for part in found:
        argument = argument_of(context, part.role, part.token, mention, part.rule)
        if resolved(context, part.token) and (argument.role, argument.mention.span) not in seen:
            seen.add((argument.role, argument.mention.span))
            mention.arguments.append(argument)
    return mention


def resolved(context: Context, token: Token) -> bool:
    """Tell whether the word is more than a pronoun that nothing resolves."""
    if any(c.lower_ in {"any", "every", "no"} for c in token.children):
        return False
    return token.pos_ != "PRON" or context.mention(token) is not None or token.lower_ in SOME


def argument_of(context: Context, role: str, token: Token, told: Told, rule: str) -> Argument:
    """Return the words of a participant as an argument of the incident."""
    span = context.sentence(token)
    evidence = Evidence(span, rule, CONFIDENCE.get(role, 0.7), told.modality, told.source)
    if role == "date":
        return Argument("date", date(context, token), evidence)
    mention = named_after(context, token) or described(context, token)
    return Argument(role, mention, evidence, quantity(role, token, mention))


def named_after(context: Context, token: Token) -> Mention | None:
    """Return the person whose name follows the title or description directly: "attacker Ali Reza"."""
    if context.mention(token) is not None or token.i + 1 >= len(context.doc):
        return None
    after = context.mention(context.doc[token.i + 1])
    return after if after is not None and after.kind == "Person" and after.form == "name" else None


def described(context: Context, token: Token) -> Mention:
    """Return what the noun stands for; a noun after a name is its own thing: "FMLN guerrillas"."""
    known = context.mention(token)
    if known is not None and known.span.end >= token.idx + len(token):
        return known
    words = context.noun_phrase(token)
    cut = next((t.i for t in words if t.i > token.i and t.dep_ == "prep" and t.lower_ in BESIDE), words.end)
    return context.describe(context.doc[words.start : cut], "Group" if token.tag_ == "NNS" else kind_of_noun(token))


#: Prepositions that say where or when rather than who.
BESIDE = {"in", "on", "at", "near", "during", "after", "before", "by", "outside", "inside", "when", "while"}


def date(context: Context, token: Token) -> Mention:
    """Return the words of a date."""
    words = [t for t in token.subtree if t.ent_type_ == "DATE"] or [token]
    span = context.span(context.doc[words[0].i : words[-1].i + 1])
    return Mention(span, context.article.text[span.start : span.end], "Date", "", "value")


def quantity(role: str, token: Token, mention: Mention) -> str | None:
    """Return how many are killed, injured or taken."""
    if role not in {"killed", "injured", "victim"}:
        return None
    return "1" if mention.kind == "Person" else count(token)
