"""What the words around a mention say of its being another incident: its scene, a case of its own, a comparison."""

from collections.abc import Callable

from kg.extract.incidents import days, scenes
from kg.extract.incidents.blame import AFTERMATH, FOUND
from kg.extract.incidents.incident import Incident
from kg.extract.incidents.pair import Pair, headed
from kg.extract.incidents.triggers import attempted
from kg.extract.lexicon.words import words
from kg.extract.syntax.participants import definite
from kg.language.parsed import Token

#: For what somebody was jailed before: "was jailed in 2012 for stabbing a driver".
TRYING = FOUND | words("charge arrest detain release free")
#: What is of long ago though an article begins with it.
REMEMBERING = words("anniversary remember commemorate commemoration memorial mourn honour honor remembrance")


def shares(one: Incident, other: Incident) -> bool:
    """Tell whether somebody or something has part in both."""
    people = one.authors & other.authors or one.harmed.entities & other.harmed.entities
    return bool(people or one.targets.entities & other.targets.entities)


def other_scene(pair: Pair) -> bool:
    """Tell whether the head of a sentence sets another day: "On Friday thousands marched. Soldiers shot a student"."""
    one, other = pair.incident, pair.mention
    some, others = one.days or one.scenes, other.days or other.scenes
    scene = (one.scenes and not one.days) or (other.scenes and not other.days)
    return bool(scene) and pair.away > 0 and days.apart(some, others) and not shares(one, other)


def other_case(pair: Pair) -> bool:
    """Tell whether the sentence turns to another case: "Separately, a missile hit a house in Ulm"."""
    points_back = definite(pair.token) and pair.bare
    return pair.away > 0 and scenes.another_case(pair.token) and not points_back


def told_after(pair: Pair) -> bool:
    """Tell whether the article only says that what it tells came after it: "It comes a week after a boy was shot"."""
    return pair.away > 0 and scenes.told_after(pair.token) and not pair.bare and not shares(pair.incident, pair.mention)


def likened(pair: Pair) -> bool:
    """Tell whether what the article tells is only likened to it: "was compared to the murder of Ann Lee in 1998"."""
    return scenes.likened(pair.token) and not pair.bare and not shares(pair.incident, pair.mention)


def aside(pair: Pair) -> bool:
    """Tell whether a clause says beside of somebody what he once did: "Jo Poe, who killed five in the 1980s"."""
    verb, one, other = pair.token, pair.incident, pair.mention
    named = any(a.mention.form == "name" for a in other.first.of("perpetrator"))
    own = verb.dep_ == "relcl" and named and bool(other.harmed) and other.first.old
    return own and pair.away > 0 and not one.first.old and not shares(one, other)


def over(pair: Pair) -> bool:
    """Tell whether an older incident told beside the news is over, as another paragraph goes on with the news."""
    one, other = pair.incident, pair.mention
    beside = pair.news and one.first.old and not pair.lead and not other.first.old
    again = pair.away <= 1 and definite(pair.token) and pair.token.lemma_ in one.lemmas
    return beside and not again and not shares(one, other) and paragraphs(pair.last, pair.token)


def paragraphs(one: Token, other: Token) -> bool:
    """Tell whether a paragraph ends between two words."""
    return any("\n" in token.text for token in one.doc[one.i : other.i])


def attempt_on_another(pair: Pair) -> bool:
    """Tell whether it was tried to kill somebody else than the incident hit: "the attempted murder of a fifth"."""
    hit = bool(pair.incident.harmed and pair.mention.harmed)
    return attempted(pair.token) and hit and not pair.shared("harmed")


def tried_before(pair: Pair) -> bool:
    """Tell whether somebody was tried for it before the incident was done: "jailed in 2012 for stabbing a driver"."""
    if pair.away == 0 or headed(pair.last, pair.token):
        return False
    verb = next((t for t in pair.token.ancestors if t.lemma_.lower() in TRYING), None)
    trials = list(filter(None, map(days.days, pair.mention.first.sentence))) if verb is not None else []
    deeds = list(filter(None, map(days.days, pair.incident.days or pair.incident.first.sentence)))
    return bool(trials and deeds) and all(last < first for _, last in trials for first, _ in deeds)


def of_old(incident: Incident) -> bool:
    """Tell whether an incident is told as what somebody is tried for, or what is remembered."""
    return any(in_court(told.token) or remembered(told.token) for told in incident.mentions)


def in_court(word: Token) -> bool:
    """Tell whether a word stands under one of the court or the police."""
    return any(t.lemma_.lower() in AFTERMATH for t in word.ancestors)


def remembered(word: Token) -> bool:
    """Tell whether the sentence of a word is one of remembering."""
    return any(t.lemma_.lower() in REMEMBERING for t in word.sent)


#: What keeps two apart by the words around.
OTHERWISE: dict[str, Callable[[Pair], bool]] = {
    "another scene": other_scene,
    "another case": other_case,
    "told as before it": told_after,
    "likened": likened,
    "told aside": aside,
    "an older one that is over": over,
    "tried before": tried_before,
    "an attempt on another": attempt_on_another,
}
