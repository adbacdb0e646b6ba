"""What keeps a mention from an incident whatever else speaks for it: named reasons, each a question."""

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from itertools import islice, product

from kg.extract.factuality.own import own
from kg.extract.incidents import days
from kg.extract.incidents.causes import earlier
from kg.extract.incidents.incident import Incident, head
from kg.extract.incidents.otherwise import OTHERWISE, of_old
from kg.extract.incidents.pair import Pair, headed, other_type
from kg.extract.incidents.parts import HARMED
from kg.extract.incidents.words import POLICE, SUSPECTS
from kg.extract.lexicon import gazetteer
from kg.extract.syntax.participants import definite
from kg.extract.syntax.tree import dependents
from kg.language.parsed import Doc

#: What sets an incident apart from another.
OTHER = {"another", "other", "previous", "earlier", "similar", "separate", "past", "further", "fresh", "second"}
#: What is said of two incidents that have to do with each other, or have not.
LINKED, UNLINKED = (
    {"connect", "connected", "link", "linked", "relate", "related", "tie"},
    {"unrelated", "unconnected", "unlinked"},
)
#: What begins a sentence of what others did then.
ANSWERS = (["response"], ["retaliation"], ["revenge"], ["turn"])
#: What stands between a place and the one that it lies in.
BETWEEN = (
    r"(,? (is|lies|an?|the|in|of|near|outside|city|town|capital|district|area|suburb|part|province|region|state"
    r"|\w+ern)\b)*,? "
)
#: What does not come after it: "in Kaduna, Kano and Abuja" are three.
NO_ROW = r"(?!(, [A-Z]\w+)*,? (and|or) )"


def another(pair: Pair) -> bool:
    """Tell whether the mention sets itself apart: "another attack", "another gang attacked"."""
    doers = (a.mention.text.lower() for a in pair.mention.first.of("perpetrator"))
    return any(c.lower_ in OTHER for c in pair.token.children) or any(d.startswith("another ") for d in doers)


def turned(pair: Pair) -> bool:
    """Tell whether somebody hit by the one is author of the other: a gunman who shot, and "police shot the gunman"."""
    incident, mention = pair.incident, pair.mention
    shot_by_others = incident.called & mention.hit_called and mention.authors - incident.authors
    same = incident.authors & mention.harmed.entities or incident.harmed.entities & mention.authors
    return bool(same or shot_by_others or hit_in_headline(incident, mention))


def hit_in_headline(one: Incident, other: Incident) -> bool:
    """Tell whether who was hit in the one is called as who did the other is: "driver shot", "a driver rammed a bus"."""
    hit = {head(a.mention) for a in one.first.of(*HARMED) if a.mention.form == "nominal"}
    return bool(hit & other.called & (SUSPECTS | {"driver", "motorist"}))


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


def in_answer(pair: Pair) -> bool:
    """Tell whether the mention tells how others answered the incident: "In response, fighters fired rockets"."""
    start = pair.token.sent.start
    opening = [t.lower_ for t in pair.token.doc[start : start + 2]]
    return pair.away > 0 and opening[:1] == ["in"] and opening[1:] in ANSWERS and bool(pair.mention.authors)


def prevented(pair: Pair) -> bool:
    """Tell whether the one is only some incident that did not happen, and the other did: "An attack was averted"."""
    some = pair.token.tag_ == "NN" and any(c.lower_ in {"a", "an", "any"} for c in dependents(pair.token, "det"))
    return some and pair.mention.first.modality in {"planned", "denied"} and "real" in pair.incident.held


def other_harm(pair: Pair) -> bool:
    """Tell whether the one is an arrest, and the other hit others, or killed: "after his arrest five were killed"."""
    one, other = pair.incident, pair.mention
    arrests = [each.types == {"Detention"} for each in (one, other)]
    hurt = (a for each in (one, other) for told in each.mentions for a in told.of("killed", "injured"))
    others = bool(one.harmed and other.harmed) and one.harmed.entities.isdisjoint(other.harmed.entities)
    return arrests[0] != arrests[1] and (others or any(hurt))


def one_more(pair: Pair) -> bool:
    """Tell whether a later sentence brings in an incident at a place of its own: "a bombing in Ankara"."""
    where = pair.mention.places.entities - pair.incident.places.entities
    return bool(where and pair.incident.whom) and brought_in(pair)


def not_that(pair: Pair) -> bool:
    """Tell whether "that attack" points at what was told last, which is another."""
    return (
        not pair.latest and pair.token.tag_ == "NN" and any(c.lower_ == "that" for c in dependents(pair.token, "det"))
    )


def long_before(pair: Pair) -> bool:
    """Tell whether the mention is dated weeks before, and shares nothing with the incident, which is told as news."""
    one, other = pair.incident, pair.mention
    again = one.types | other.types == {"Detention"}  # Nobody is killed twice, but many are jailed again.
    people = () if again else ((one.harmed, other.harmed),)
    of_both = (*people, (one.targets, other.targets), (one.places, other.places))
    shared = one.authors & other.authors or any(a.entities & b.entities for a, b in of_both)
    told = one.fresh or other_numbers(one, other) or others_anew(pair) or brought_in(pair) or in_news(pair)
    return other.first.old and told and not one.days and not shared


def in_news(pair: Pair) -> bool:
    """Tell whether the article is one of news, and tells the incident undated, as it tells what is new."""
    return pair.news and pair.away > 0 and not pair.incident.first.old and not of_old(pair.incident)


def brought_in(pair: Pair) -> bool:
    """Tell whether a later sentence brings in an incident of its own: "The town was the scene of a bombing in 2016"."""
    new = pair.token.tag_ == "NN" and any(c.lower_ in {"a", "an"} for c in dependents(pair.token, "det"))
    return new and pair.away > 0 and not headed(pair.last, pair.token)


def others_anew(pair: Pair) -> bool:
    """Tell whether the mention brings in as new who did it, to others: "last year, when a man stabbed a passenger"."""
    doers = (a.mention.text.lower() for a in pair.mention.first.of("perpetrator"))
    hit = bool(pair.incident.harmed and pair.mention.harmed)
    return hit and any(d.startswith(("a ", "an ")) for d in doers) and not headed(pair.last, pair.token)


def other_numbers(one: Incident, other: Incident) -> bool:
    """Tell whether both count many dead, and not so many: "killed eight", "killed 148"."""
    some, others = (
        {a.value for told in each.mentions for a in told.of("killed") if a.value and a.value.strip("-").isdecimal()}
        - {"1"}
        for each in (one, other)
    )
    return bool(some and others) and some.isdisjoint(others)


#: What keeps two apart whatever else speaks for them.
NEVER: dict[str, Callable[[Pair], bool]] = {
    "another": another,
    "victim and author": turned,
    "by police": by_police,
    "not linked": unconnected,
    "after it, by others": after_it,
    "other towns": elsewhere,
    "in answer": in_answer,
    "an attack that was prevented": prevented,
    "an arrest, and deaths": other_harm,
    "a, at a place of its own": one_more,
    "weeks before": long_before,
    "that, and not the last": not_that,
    "other days": lambda pair: days.apart(pair.incident.days, pair.mention.days),
    **OTHERWISE,
}
