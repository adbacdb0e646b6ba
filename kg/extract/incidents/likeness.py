"""What speaks for one more mention to go on with an incident, and what against it: named features, each a question."""

from collections.abc import Callable, Iterator

from kg.extract.incidents.apart import inside
from kg.extract.incidents.incident import NEAR, Things, real
from kg.extract.incidents.pair import LEAD, Pair, headed, other_type, overlap
from kg.extract.incidents.parts import HARMED
from kg.extract.incidents.told import Told
from kg.extract.incidents.triggers import attempted
from kg.extract.incidents.words import NOUNS
from kg.extract.syntax.participants import complements, definite
from kg.language.parsed import Token


def by_the_same(pair: Pair) -> bool:
    """Tell whether a verb goes on with what its subject does in the clause above: "opened fire before blowing up"."""
    verb, last = pair.token, pair.last
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    joined = above == last and verb.dep_ in {"advcl", "conj", "xcomp", "pcomp"} and last.pos_ == verb.pos_ == "VERB"
    alone = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    return joined and alone and bool(pair.incident.authors & pair.mention.authors)


def within_known(told: Told) -> bool:
    """Tell whether the verb tells of an incident that the reader knows: "shot two guards in the attack"."""
    return any(n.lemma_.lower() in NOUNS and definite(n) for _, n in complements(told.token, "in", "during"))


def introduced(noun: Token) -> bool:
    """Tell whether a noun says itself whom it means: "the murder of a priest"."""
    return any(child.lower_ == "of" for child in noun.children)


def taken_up(pair: Pair) -> bool:
    """Tell whether those who did it are taken up again right away: "three gunmen", "the gunmen"."""
    again = [a for a in pair.mention.first.of("perpetrator") if a.mention.text.lower().startswith(("the ", "they"))]
    return bool(again) and overlap(Things(pair.incident.last.of("perpetrator")), Things(again)) and pair.away <= 1


def names_apart(pair: Pair) -> bool:
    """Tell whether both name whom they hit, and nobody in common."""
    some, others = pair.incident.harmed_names, pair.mention.harmed_names
    return bool(some and others and some.isdisjoint(others))


def in_town(pair: Pair) -> bool:
    """Tell whether the one names only a town, the other only a part of one: "in Wolverhampton", "in East Park"."""
    one, other = pair.incident, pair.mention
    alone = (bool(each.sites) and not each.towns for each in (one, other))
    return sum(alone) == 1 and bool(one.towns) != bool(other.towns)


def other_author(pair: Pair) -> bool:
    """Tell whether the mention says anew who did it, and the incident has somebody else: "three gunmen", "a bomber"."""
    some, others = pair.incident.authors, pair.mention.authors
    anew = [a for a in pair.mention.first.of("perpetrator") if a.mention.form != "pronoun"]
    return bool(some and anew) and some.isdisjoint(others) and not taken_up(pair)


def new_name(pair: Pair) -> bool:
    """Tell whether the mention names somebody as the author of whom the incident does not know."""
    return any(
        a.mention.form == "name" and a.mention.entity not in pair.incident.authors
        for a in pair.mention.first.of("perpetrator")
    )


def thing_and_people(pair: Pair) -> bool:
    """Tell whether the one hit only people, the other only a thing."""
    incident, mention = pair.incident, pair.mention
    people, things = (incident, mention) if incident.harmed else (mention, incident)
    return bool(people.harmed and things.targets) and not (people.targets or things.harmed)


def told_anew(pair: Pair) -> bool:
    """Tell whether the mention brings in what it hits as new, in another place, though the like was hit: "a bank"."""
    hit = [a.mention.text.lower() for a in pair.mention.first.of("target", *HARMED)]
    alike = pair.shared("harmed") or pair.shared("targets")
    return alike and pair.apart("places") and any(text.startswith(("a ", "an ")) for text in hit)


def same_word(pair: Pair) -> bool:
    """Tell whether the incident was called so before."""
    return pair.token.lemma_ in pair.incident.lemmas


def same_type(pair: Pair) -> bool:
    """Tell whether the incident was told as of this very type, and not only as an attack."""
    kind = pair.mention.first.trigger.type
    return kind != "Attack" and kind in pair.incident.types


def unreal(pair: Pair) -> bool:
    """Tell whether only one of the two is held to have happened."""
    return not attempted(pair.token) and real(pair.mention.first) != ("real" in pair.incident.held)


def noun(pair: Pair) -> bool:
    """Tell whether a noun names the mention."""
    return pair.mention.first.trigger.nominal


FEATURES: dict[str, Callable[[Pair], bool]] = {
    "always": lambda _: True,
    "harmed: same": lambda pair: pair.shared("harmed"),
    "harmed: others": lambda pair: pair.apart("harmed"),
    "harmed: other names": names_apart,
    "target: same": lambda pair: pair.shared("targets"),
    "target: another": lambda pair: pair.apart("targets"),
    "hit: told anew": told_anew,
    "place: same": lambda pair: pair.shared("places"),
    "place: another": lambda pair: pair.apart("places") and not (inside(pair) or in_town(pair)),
    "author: same": lambda pair: bool(pair.incident.authors & pair.mention.authors),
    "author: taken up": taken_up,
    "author: another": other_author,
    "author: a name not known": new_name,
    "people, and a thing": thing_and_people,
    "date: same": lambda pair: bool(pair.incident.days & pair.mention.days),
    "type: same": same_type,
    "type: another": lambda pair: other_type(pair) and not (by_the_same(pair) or taken_up(pair)),
    "word: same": same_word,
    "word: same, the": lambda pair: same_word(pair) and definite(pair.token),
    "the": lambda pair: definite(pair.token),
    "the, says nothing else": lambda pair: definite(pair.token) and pair.bare,
    "the, says of whom": lambda pair: definite(pair.token) and introduced(pair.token),
    "says nothing else": lambda pair: pair.bare,
    "says nothing else, nor did the incident": lambda pair: pair.bare and not pair.incident.whom,
    "incident: says nothing": lambda pair: not pair.incident.whom,
    "noun": noun,
    "in the known one": lambda pair: within_known(pair.mention.first),
    "general": lambda pair: pair.mention.first.trigger.general,
    "headline": lambda pair: headed(pair.last, pair.token),
    "happened: one of two": unreal,
    "near: same sentence": lambda pair: pair.away == 0,
    "near: next sentence": lambda pair: pair.away == 1,
    "near: soon": lambda pair: 1 < pair.away <= NEAR,
    "near: told last": lambda pair: pair.latest,
    "told often": lambda pair: len(pair.incident.mentions) > LEAD,
}


def features(pair: Pair) -> Iterator[str]:
    """Yield the names of the features that hold."""
    return (name for name, holds in FEATURES.items() if holds(pair))
