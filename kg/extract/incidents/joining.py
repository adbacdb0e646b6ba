"""Which mentions of incidents speak of one incident."""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.incidents import days
from kg.extract.incidents.incident import NEAR, Incident, Things, distance, real
from kg.extract.incidents.told import Told
from kg.extract.incidents.words import NOUNS
from kg.extract.syntax import clause
from kg.extract.syntax.participants import complements, definite

#: What sets an incident apart from another.
OTHER = {"another", "other", "previous", "earlier", "similar", "separate", "past", "further", "fresh", "second"}
#: Sentences after the headline in which an article tells what the headline told.
LEAD = 2
#: Tokens after the headline within which those sentences end.
OPENING = 120
#: How one is assassinated.
DEADLY = {"Assassination", "Bombing", "Shooting", "Stabbing"}
#: A mention goes on with one of so many incidents told last: no reader looks back further, and time stays linear.
LATEST = 50


def join(found: Iterable[Told]) -> list[list[Told]]:
    """Return the mentions in groups, one an incident, in the order of their first mentions."""
    incidents: list[Incident] = []
    for told in found:
        mention = Incident(told)
        first = max(0, len(incidents) - LATEST)
        ranked = [
            (closeness(incident, mention), len(incident.mentions), first + i)
            for i, incident in enumerate(incidents[first:])
            if not clash(incident, mention)
        ]
        best, _, home = max(ranked, default=(0, 0, 0))
        if best:
            incidents[home].add(told)
        else:
            incidents.append(mention)
    return [incident.mentions for incident in incidents]


def closeness(incident: Incident, mention: Incident) -> int:
    """Return how much speaks for the mention to go on with the incident, 0 for nothing."""
    token = mention.first.token
    shared = sum(
        overlap(one, other)
        for one, other in (
            (incident.harmed, mention.harmed),
            (incident.targets, mention.targets),
            (incident.places, mention.places),
        )
    )
    known = (
        (definite(token) and not introduced(token))
        or within_known(mention.first)
        or same_authors(incident.last, mention.first)
        or headed(incident.last.token, token)
    )
    untold = not incident.whom and not incident.first.trigger.general
    bare = not mention.whom and distance(incident.last.token, token) <= NEAR
    if mention.first.trigger.general and not (shared or known or bare or untold):
        return 0
    word = token.lemma_ in incident.lemmas
    kind = mention.first.trigger.type in incident.types
    last = bare and definite(token) and incident.whom and distance(incident.last.token, token) <= 1
    # "the ambush" is the one that was called so, "the bombing" the one with a bomb.
    named = 10 if bare and definite(token) else 1
    typed = named if mention.first.trigger.type != "Attack" else 1
    return 1 + 8 * shared + 8 * last + 4 * ("real" in incident.held) + (1 + named) * word + typed * kind


def clash(incident: Incident, mention: Incident) -> bool:
    """Tell whether the two cannot be one: other types, places, names, or a victim of one is author of the other."""
    token = mention.first.token
    if any(c.lower_ in OTHER for c in token.children) or days.apart(incident.days, mention.days):
        return True
    other = not mention.held <= incident.held or (not real(mention.first) and "real" in incident.held)
    if other and (introduced(token) or not definite(token)):
        return True
    kinds, kind = incident.types - {"Attack"}, mention.first.trigger.type
    if kinds and kind not in kinds | {"Attack"} and not assassination(kinds | {kind}):
        return True
    if incident.authors & mention.harmed.entities or incident.harmed.entities & mention.authors:
        return True
    elsewhere = incident.places and mention.places and not overlap(incident.places, mention.places)
    # A headline names the country, the words after it the town.
    if elsewhere and not (headed(incident.last.token, token) and kind in incident.types):
        return True
    return apart(incident.harmed_names, mention.harmed_names)


def assassination(kinds: set[str]) -> bool:
    """Tell whether the types go together because the assassination is the shooting."""
    return "Assassination" in kinds and kinds <= DEADLY


def apart(some: set[str], others: set[str]) -> bool:
    """Tell whether both name something, and nothing in common."""
    return bool(some and others and some.isdisjoint(others))


def overlap(some: Things, others: Things) -> bool:
    """Tell whether the two speak of one thing, by entity or by the last word of their phrases."""
    if some.entities & others.entities or some.heads & others.heads:
        return True
    # "Westminster" and "Westminster Bridge".
    return any(one <= other or other <= one for one in some.names for other in others.names)


def within_known(told: Told) -> bool:
    """Tell whether the verb tells of an incident that the reader knows: "shot two guards in the attack"."""
    return any(n.lemma_.lower() in NOUNS and definite(n) for _, n in complements(told.token, "in", "during"))


def introduced(noun: Token) -> bool:
    """Tell whether a noun says itself whom it means: "the murder of a priest"."""
    return any(child.lower_ == "of" for child in noun.children)


def headed(last: Token, token: Token) -> bool:
    """Tell whether the headline has told of the incident, and the words after it tell it in full."""
    if last.sent.start or last.tag_ == "NNS" or clause.ended(last.sent) or token.i - last.i > OPENING:
        return False
    # A byline and a dateline are no sentences of the article.
    starts = (t for t in token.doc[last.sent.end : token.sent.start] if t.is_sent_start)
    return last.sent != token.sent and sum(clause.ended(start.sent) for start in starts) < LEAD


def same_authors(last: Told, told: Told) -> bool:
    """Tell whether those who did it are taken up again right away: "three gunmen", "the gunmen"."""
    taken_up = [a for a in told.of("perpetrator") if a.mention.text.lower().startswith(("the ", "they"))]
    return (
        bool(taken_up)
        and overlap(Things(last.of("perpetrator")), Things(taken_up))
        and distance(last.token, told.token) <= 1
    )
