"""Which mentions of incidents speak of one incident."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.incidents.mentions import Told
from kg.extract.incidents.participants import complements
from kg.extract.incidents.words import NOUNS
from kg.facts import Argument, Mention

#: What sets an incident apart from another.
OTHER = {"another", "other", "previous", "earlier", "similar", "separate", "past", "further", "fresh", "second"}
DEFINITE = {"the", "this", "that", "these", "those"}
#: Sentences after which a mention without participants of its own no longer goes on with the last incident.
NEAR = 3
HARMED = ("victim", "killed", "injured")
#: What tells one incident from another.
WHOM = (*HARMED, "target", "place")


def join(found: Iterable[Told]) -> list[list[Told]]:
    """Return the mentions in groups, one an incident, in the order of their first mentions."""
    incidents: list[list[Told]] = []
    for mention in found:
        ranked = [(closeness(group, mention), i) for i, group in enumerate(incidents) if not clash(group, mention)]
        best, home = max(ranked, default=(0, 0))
        if best:
            incidents[home].append(mention)
        else:
            incidents.append([mention])
    return incidents


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


def closeness(incident: list[Told], mention: Told) -> int:
    """Return how much speaks for the mention to go on with the incident, 0 for nothing."""
    shared = sum(overlap(all_of(incident, *roles), mention.of(*roles)) for roles in (HARMED, ("target",), ("place",)))
    known = definite(mention.token) or within_known(mention.token) or same_authors(incident[-1], mention)
    untold = not any(t.of(*WHOM) for t in incident) and not generic(incident[0].token)
    bare = not mention.of(*WHOM) and distance(incident[-1].token, mention.token) <= NEAR
    if not (shared or known or bare or untold):
        return 0
    word = any(t.token.lemma_ == mention.token.lemma_ for t in incident)
    kind = any(t.trigger.type == mention.trigger.type for t in incident)
    held = any(real(t) for t in incident)
    return 1 + 8 * shared + 4 * held + 2 * word + kind


def generic(token: Token) -> bool:
    """Tell whether the noun speaks of such incidents in general: a plural without anything before it."""
    return token.tag_ == "NNS" and not any(c.dep_ in {"det", "nummod", "poss"} for c in token.children)


def clash(incident: list[Told], mention: Told) -> bool:
    """Tell whether the two cannot be one: other types, places, names, or a victim of one is author of the other."""
    if another(mention.token) or years_apart(incident, mention):
        return True
    if real(mention) not in {real(t) for t in incident} and not definite(mention.token):
        return True
    kinds = {t.trigger.type for t in incident} - {"Attack"}
    if mention.trigger.type not in kinds | {"Attack"} and kinds:
        return True
    if shares(all_of(incident, "perpetrator"), mention.of(*HARMED)) or shares(
        all_of(incident, *HARMED), mention.of("perpetrator")
    ):
        return True
    places, here = all_of(incident, "place"), mention.of("place")
    if places and here and not overlap(places, here):
        return True
    return named_apart(all_of(incident, *HARMED), mention.of(*HARMED))


def another(token: Token) -> bool:
    """Tell whether the words set the incident apart from those told before: "a similar attack"."""
    return any(c.lower_ in OTHER for c in token.children)


def years_apart(incident: list[Told], mention: Told) -> bool:
    """Tell whether the dates of the two are of other years."""
    mine, theirs = ({a.value[:4] for a in side if a.value} for side in (all_of(incident, "date"), mention.of("date")))
    return bool(mine and theirs and not mine & theirs)


def real(mention: Told) -> bool:
    """Tell whether the incident is held to have happened, by whomever."""
    return mention.modality in {"asserted", "reported"}


def named_apart(some: list[Argument], others: list[Argument]) -> bool:
    """Tell whether both name people, and none in common."""
    names = {a.mention.entity for a in some if a.mention.form != "nominal"}
    others_names = {a.mention.entity for a in others if a.mention.form != "nominal"}
    return bool(names and others_names and not names & others_names)


def all_of(incident: list[Told], *roles: str) -> list[Argument]:
    """Return the arguments of some roles over all mentions."""
    return [a for told in incident for a in told.of(*roles)]


def shares(some: list[Argument], others: list[Argument]) -> bool:
    """Tell whether one entity stands in both."""
    return bool({a.mention.entity for a in some} & {a.mention.entity for a in others})


def overlap(some: list[Argument], others: list[Argument]) -> bool:
    """Tell whether the two speak of one thing, by entity or by the last word of their phrases."""
    if shares(some, others) or {head(a.mention) for a in some} & {head(a.mention) for a in others}:
        return True
    # "Westminster" and "Westminster Bridge".
    names = [[set(a.mention.text.split()) for a in side if a.role == "place"] for side in (some, others)]
    return any(one <= other or other <= one for one in names[0] for other in names[1])


def head(mention: Mention) -> str:
    """Return the last word of the first noun phrase of the mention."""
    words = mention.text.split(" of ")[0].split()
    return words[-1].lower() if words else ""


def definite(token: Token) -> bool:
    """Tell whether the noun points back to an incident that the reader knows."""
    return token.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in DEFINITE for c in token.children)


def within_known(verb: Token) -> bool:
    """Tell whether the verb tells of an incident that the reader knows: "shot two guards in the attack"."""
    return any(n.lemma_.lower() in NOUNS and definite(n) for _, n in complements(verb, "in", "during"))


def same_authors(last: Told, mention: Told) -> bool:
    """Tell whether those who did it are taken up again right away: "three gunmen", "the gunmen"."""
    taken_up = [a for a in mention.of("perpetrator") if a.mention.text.lower().startswith(("the ", "they"))]
    return overlap(last.of("perpetrator"), taken_up) and distance(last.token, mention.token) <= 1


def distance(one: Token, other: Token) -> int:
    """Return how many sentences lie between two words."""
    return sum(1 for t in one.doc[one.i + 1 : other.i + 1] if t.is_sent_start)
