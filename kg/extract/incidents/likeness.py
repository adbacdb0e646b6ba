"""What speaks for one more mention to go on with an incident, and what against it: named features, each a question."""

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.factuality.own import own
from kg.extract.incidents import days
from kg.extract.incidents.causes import earlier
from kg.extract.incidents.incident import NEAR, Incident, Things, distance, real
from kg.extract.incidents.parts import HARMED
from kg.extract.incidents.told import Told
from kg.extract.incidents.words import NOUNS
from kg.extract.lexicon import gazetteer
from kg.extract.syntax import clause
from kg.extract.syntax.participants import complements, definite
from kg.extract.syntax.tree import dependents

#: What sets an incident apart from another.
OTHER = {"another", "other", "previous", "earlier", "similar", "separate", "past", "further", "fresh", "second"}
#: Sentences after the headline in which an article tells what the headline told.
LEAD = 2
#: Tokens after the headline within which those sentences end.
OPENING = 120
#: How one is assassinated.
DEADLY = {"Assassination", "Bombing", "Shooting", "Stabbing"}


#: Last words of those who shoot who shot.
POLICE = {"police", "policeman", "policemen", "officer", "officers", "deputies", "troopers", "marksmen", "marshals"}
#: What is said of two incidents that have to do with each other, or have not.
LINKED, UNLINKED = (
    {"connect", "connected", "link", "linked", "relate", "related", "tie"},
    {"unrelated", "unconnected", "unlinked"},
)
#: What stands between a place and the one that it lies in.
BETWEEN = (
    r"(,? (is|lies|an?|the|in|of|near|outside|city|town|capital|district|area|suburb|part|province|region|state"
    r"|\w+ern)\b)*,? "
)
#: What does not come after it: "in Kaduna, Kano and Abuja" are three.
NO_ROW = r"(?!(, [A-Z]\w+)*,? (and|or) )"


class Pair(NamedTuple):
    """An incident told so far, and the mention that may go on with it."""

    incident: Incident
    mention: Incident
    #: Whether no other incident was told since.
    latest: bool = False

    @property
    def token(self) -> Token:
        """The word of the mention."""
        return self.mention.first.token

    @property
    def last(self) -> Token:
        """The word by which the incident was told last."""
        return self.incident.last.token

    @property
    def bare(self) -> bool:
        """Whether the mention says neither whom nor what nor where."""
        return not self.mention.whom

    @property
    def away(self) -> int:
        """How many sentences lie between the two."""
        return distance(self.last, self.token)

    def shared(self, what: str) -> bool:
        """Tell whether both speak of one thing among the harmed, the targets, the places."""
        one, other = getattr(self.incident, what), getattr(self.mention, what)
        return overlap(one, other)

    def apart(self, what: str) -> bool:
        """Tell whether both say whom, what or where, and not the same."""
        one, other = getattr(self.incident, what), getattr(self.mention, what)
        return bool(one and other) and not overlap(one, other)


def another(pair: Pair) -> bool:
    """Tell whether the mention sets itself apart: "another attack"."""
    return any(c.lower_ in OTHER for c in pair.token.children)


def turned(pair: Pair) -> bool:
    """Tell whether somebody hit by the one is author of the other: a gunman who shot, and "police shot the gunman"."""
    incident, mention = pair.incident, pair.mention
    shot_by_others = incident.called & mention.hit_called and mention.authors - incident.authors
    return bool(
        incident.authors & mention.harmed.entities or incident.harmed.entities & mention.authors or shot_by_others
    )


def by_police(pair: Pair) -> bool:
    """Tell whether only one of the two was done by police, and the other by somebody else."""
    one, other = pair.incident, pair.mention
    lawful = [each.doers <= POLICE for each in (one, other)]
    return bool(one.doers and other.doers) and lawful[0] != lawful[1] and one.authors.isdisjoint(other.authors)


def unconnected(pair: Pair) -> bool:
    """Tell whether the mention is told to be another than the incident: "was not linked to the bombing of May"."""
    above = [*islice(pair.token.ancestors, 2)]
    if len(above) < len(("to", "linked")) or above[0].lower_ not in {"to", "with"}:
        return False
    word = above[1].lemma_.lower()
    apart = word in UNLINKED or (word in LINKED and (own(above[1]) == "denied" or own(above[1].head) == "denied"))
    return apart and (pair.latest or pair.away == 0)


def after_it(pair: Pair) -> bool:
    """Tell whether the one came after the other, by others: "a mob attacked after a boy was shot by police"."""
    one, other = pair.incident, pair.mention
    apart = bool(one.authors and other.authors) and one.authors.isdisjoint(other.authors)
    return apart and pair.away == 0 and (earlier(pair.last, pair.token) or earlier(pair.token, pair.last))


def elsewhere(pair: Pair) -> bool:
    """Tell whether both name towns, and of no two the one is the other or told to lie in it: "in Karrada, Baghdad"."""
    incident, mention = pair.incident.towns, pair.mention.towns
    return bool(incident and mention) and not (pair.shared("places") or inside(pair))


def inside(pair: Pair) -> bool:
    """Tell whether a town of the one lies in a town of the other, as the article says or as "the blast" in it does."""
    towns = [*product(pair.incident.towns, pair.mention.towns)]
    told = text(pair.token.doc)
    return any(within(told, *names) or within(told, *reversed(names)) or quarter(pair, names) for names in towns)


def quarter(pair: Pair, names: Collection[str]) -> bool:
    """Tell whether what was just told at an unknown place is told again of a known town: "The blast in Baghdad"."""
    again = pair.latest and pair.away <= 1 and pair.token.tag_ == "NN" and definite(pair.token)
    return again and not other_type(pair) and sum(gazetteer.known(name) is not None for name in names) == 1


def text(doc: Doc) -> str:
    """Return the text of a parse, put together once."""
    known: str | None = doc.user_data.get("kg.text")
    if known is None:
        known = doc.user_data["kg.text"] = doc.text
    return known


@lru_cache(maxsize=256)
def within(text: str, inner: str, outer: str) -> bool:
    """Tell whether words say of one place that it lies in another."""
    return re.search(rf"(?<!\w){re.escape(inner)}{BETWEEN}{re.escape(outer)}{NO_ROW}", text) is not None


def other_harm(pair: Pair) -> bool:
    """Tell whether the one is an arrest, and the other killed or wounded: "after his arrest five were killed"."""
    one, other = pair.incident, pair.mention
    arrests = [each.types == {"Detention"} for each in (one, other)]
    hurt = (a for each in (one, other) for told in each.mentions for a in told.of("killed", "injured"))
    return arrests[0] != arrests[1] and any(hurt)


def one_more(pair: Pair) -> bool:
    """Tell whether a later sentence brings in an incident at a place of its own: "a bombing in Ankara"."""
    new = pair.token.tag_ == "NN" and any(c.lower_ in {"a", "an"} and c.dep_ == "det" for c in pair.token.children)
    where = pair.mention.places.entities - pair.incident.places.entities
    return bool(new and where and pair.incident.whom) and pair.away > 0 and not headed(pair.last, pair.token)


def not_that(pair: Pair) -> bool:
    """Tell whether "that attack" points at what was told last, which is another."""
    return (
        not pair.latest and pair.token.tag_ == "NN" and any(c.lower_ == "that" for c in dependents(pair.token, "det"))
    )


def long_before(pair: Pair) -> bool:
    """Tell whether the mention is dated weeks before, and shares nothing with the incident, which is told as news."""
    one, other = pair.incident, pair.mention
    of_both = ((one.harmed, other.harmed), (one.targets, other.targets), (one.places, other.places))
    shared = one.authors & other.authors or any(a.entities & b.entities for a, b in of_both)
    return other.first.old and one.fresh and not one.days and not shared


def by_the_same(pair: Pair) -> bool:
    """Tell whether a verb goes on with what its subject does in the clause above: "opened fire before blowing up"."""
    verb, last = pair.token, pair.last
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    joined = above == last and verb.dep_ in {"advcl", "conj", "xcomp", "pcomp"} and last.pos_ == verb.pos_ == "VERB"
    alone = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    return joined and alone and bool(pair.incident.authors & pair.mention.authors)


def other_type(pair: Pair) -> bool:
    """Tell whether the two are of types of which none is the other: a stabbing and a bombing."""
    kinds, kind = pair.incident.types - {"Attack"}, pair.mention.first.trigger.type
    return bool(kinds) and kind not in kinds | {"Attack"} and not assassination(kinds | {kind})


def assassination(kinds: set[str]) -> bool:
    """Tell whether the types go together because the assassination is the shooting."""
    return "Assassination" in kinds and kinds <= DEADLY


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


def taken_up(pair: Pair) -> bool:
    """Tell whether those who did it are taken up again right away: "three gunmen", "the gunmen"."""
    again = [a for a in pair.mention.first.of("perpetrator") if a.mention.text.lower().startswith(("the ", "they"))]
    return bool(again) and overlap(Things(pair.incident.last.of("perpetrator")), Things(again)) and pair.away <= 1


def names_apart(pair: Pair) -> bool:
    """Tell whether both name whom they hit, and nobody in common."""
    some, others = pair.incident.harmed_names, pair.mention.harmed_names
    return bool(some and others and some.isdisjoint(others))


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
    return real(pair.mention.first) != ("real" in pair.incident.held)


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
    "place: another": lambda pair: pair.apart("places") and not inside(pair),
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
#: What keeps two apart whatever else speaks for them.
NEVER: dict[str, Callable[[Pair], bool]] = {
    "another": another,
    "victim and author": turned,
    "by police": by_police,
    "not linked": unconnected,
    "after it, by others": after_it,
    "other towns": elsewhere,
    "an arrest, and deaths": other_harm,
    "a, at a place of its own": one_more,
    "weeks before": long_before,
    "that, and not the last": not_that,
    "other days": lambda pair: days.apart(pair.incident.days, pair.mention.days),
}


def features(pair: Pair) -> Iterator[str]:
    """Yield the names of the features that hold."""
    return (name for name, holds in FEATURES.items() if holds(pair))
