"""Who the dead, the wounded and the suspects are, told apart from the deed: "The victim was identified as Jo Poe"."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.extract.incidents import rows
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.parts import Part
from kg.extract.incidents.words import CRIMES, SUSPECTS
from kg.extract.lexicon.law import TERMS
from kg.extract.lexicon.words import words
from kg.extract.syntax import clause, joined
from kg.extract.syntax.columns import lemmaed
from kg.extract.syntax.participants import complements
from kg.language.parsed import Token

RULE = "identified"
#: The role of whom only an incident that tells of him can say more: "He was identified as Jo Poe".
UNTOLD = ""
#: What those are called whom it hit, by their roles.
CALLED = {
    "dead": "killed",
    "deceased": "killed",
    "killed": "killed",
    "fatality": "killed",
    "victim": "victim",
    "casualty": "victim",
    "injured": "injured",
    "wounded": "injured",
    "hostage": "victim",
}
#: Participles that say of "those" what was done to them.
DONE = {"kill": "killed", "die": "killed", "slay": "killed", "murder": "killed"} | dict.fromkeys(
    words("injure wound hurt"), "injured"
)
#: Verbs under which somebody stands in suspicion, with the crime after a preposition.
CHARGING = words("charge arrest accuse indict convict sentence jail detain try")
FOUND = words("convict sentence jail")


class Identified(NamedTuple):
    """Somebody named for what an incident did to him or he to it; `called` is the word that he was told by, if any."""

    part: Part
    called: Token | None = None


def identified(kinds: Kinds) -> Iterator[Identified]:
    """Yield those whom the article names as dead, wounded or suspected, in the order of the text."""
    others = (Identified(part) for part in (*among(kinds), *charged(kinds)))
    named = (*named_as(kinds), *suspects(kinds), *being(kinds), *sentenced(kinds))
    yield from sorted((*named, *others), key=lambda each: each.part.token.i)


def role_of(noun: Token) -> str | None:
    """Return the role of those whom a noun stands for: "the victim", "those killed", "the gunman", "the dead man"."""
    done = next((DONE[c.lemma_] for c in noun.children if c.dep_ in {"acl", "amod"} and c.lemma_ in DONE), None)
    done = done or ("killed" if any(c.lower_ in {"dead", "slain"} and c.i < noun.i for c in noun.children) else None)
    role = done or CALLED.get(noun.lemma_.lower()) or CALLED.get(noun.lower_)
    return "perpetrator" if role is None and noun.lemma_.lower() in SUSPECTS else role


def named(kinds: Kinds, token: Token) -> bool:
    """Tell whether the word belongs to the name of a person."""
    return kinds.context.person(token) is not None


def part(role: str, token: Token, verb: Token, *, sure: bool = False, speaker: Token | None = None) -> Part:
    """Return somebody identified; who is only suspected is told as reported."""
    return Part(role, token, RULE, verb, "reported" if role == "perpetrator" and not sure else "asserted", speaker)


def named_as(kinds: Kinds) -> Iterator[Identified]:
    """Yield who is "identified as", "named as"."""
    for verb in lemmaed(kinds.context.doc, {"identify", "name"}):
        if verb.pos_ == "VERB":
            names = names_given(verb)
            if any(map(suspect_in, names)):
                # "identified a 32-year-old man as the suspect in the stabbing"
                whom = (who for who in clause.patients(verb) if kinds.person(who))
                yield from (Identified(part("perpetrator", who, verb)) for who in whom)
            yield from called(kinds, verb, names)


def names_given(verb: Token) -> list[Token]:
    """Return the words by which somebody is called: "named as Jo Poe", "identified by police as the suspect"."""
    agents = (p for c in verb.children if c.dep_ == "agent" for p in c.children)
    names = [n for word in (verb, *agents) for _, n in complements(word, "as")]
    return [*names, *(c for c in verb.children if c.dep_ == "oprd")]


def suspect_in(name: Token) -> bool:
    """Tell whether words say of what somebody is suspected: "the suspect in the stabbing"."""
    return name.lemma_.lower() in SUSPECTS and any(c.lower_ == "in" for c in name.children)


def called(kinds: Kinds, verb: Token, names: Iterable[Token]) -> Iterator[Identified]:
    """Yield who gets a name, each as what he was called: "The dead man was named as Al Roe, the attacker as Jo Poe"."""
    those = [*clause.patients(verb)]
    listed = (each for first in names if those for each in (first, *rows.row(kinds.context, first)))
    for name in listed:
        before = max((word for word in those if word.i < name.i), key=lambda word: word.i, default=those[0])
        if named(kinds, name):
            role = role_of(before) or UNTOLD
            yield Identified(part(role, name, verb, sure=True, speaker=naming(kinds, verb)), before)


def naming(kinds: Kinds, verb: Token) -> Token | None:
    """Return who names somebody: "Police named the suspect as Jo Poe"."""
    return next((who for who in clause.agents(verb) if kinds.person(who) or kinds.organization(who)), None)


def being(kinds: Kinds) -> Iterator[Identified]:
    """Yield who is what an incident made of him: "The victim was Jo Poe", "The dead student is Al Roe"."""
    for verb in lemmaed(kinds.context.doc, {"be"}):
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        role = role_of(subject) if subject is not None else None
        if subject is not None and role is not None:
            those = (c for c in verb.children if c.dep_ == "attr" and named(kinds, c))
            listed = (each for first in those for each in (first, *rows.row(kinds.context, first)))
            yield from (Identified(part(role, name, verb), subject) for name in listed)


def among(kinds: Kinds) -> Iterator[Part]:
    """Yield who is "among the dead", whom "those killed included"."""
    for verb in lemmaed(kinds.context.doc, {"be", "include"}):
        groups = list(clause.agents(verb)) if verb.lemma_ == "include" else [n for _, n in complements(verb, "among")]
        role = next((role for noun in groups if (role := role_of(noun)) and role != "perpetrator"), None)
        if role:
            members = clause.patients(verb) if verb.lemma_ == "include" else clause.agents(verb)
            yield from (part(role, member, verb) for member in members if kinds.person(member))


def suspects(kinds: Kinds) -> Iterator[Identified]:
    """Yield whom a noun beside the name calls the suspect or the victim: "the suspect, Omar Reyes"."""
    for noun in lemmaed(kinds.context.doc, SUSPECTS | {"victim", "deceased"}):
        beside = [*joined.conjuncts(c for c in noun.children if c.dep_ == "appos")]
        beside += [noun.head] if noun.dep_ in {"appos", "compound"} else []
        role = role_of(noun) or "perpetrator"
        yield from (Identified(part(role, name, noun), noun) for name in beside if named(kinds, name))


def charged(kinds: Kinds) -> Iterator[Part]:
    """Yield who stands in suspicion of a crime that no further words tell: "was charged with murder"."""
    for verb in lemmaed(kinds.context.doc, CHARGING | {"find"}):
        if verb.pos_ != "VERB":
            continue
        guilty = [c for c in verb.children if c.lemma_ == "guilty"]
        if verb.lemma_ == "find" and not guilty:
            continue
        of = [n for word in (verb, *guilty) for _, n in complements(word, "with", "of", "for", "on", "over")]
        of += [inner for noun in of for _, inner in complements(noun, "of")]
        if any(crime(noun) for noun in of):
            found = verb.lemma_ in FOUND | {"find"}
            yield from (
                part("perpetrator", who, verb, sure=found) for who in clause.patients(verb) if named(kinds, who)
            )


def sentenced(kinds: Kinds) -> Iterator[Identified]:
    """Yield who is named as his sentence is told, as the one told to be convicted: "A nurse was convicted of ..."."""
    found: Token | None = None
    for verb in lemmaed(kinds.context.doc, FOUND):
        whom = next(iter(clause.patients(verb)), None) if verb.pos_ == "VERB" else None
        if whom is None:
            continue
        if not named(kinds, whom) and verb.lemma_ == "convict" and whom.pos_ == "NOUN":
            found = whom
        elif named(kinds, whom) and found is not None and term(verb):
            yield Identified(part("perpetrator", whom, verb, sure=True), found)


def term(verb: Token) -> bool:
    """Tell whether a verb gives somebody a term in prison, and says for nothing new: "sentenced to 30 years"."""
    years = any(noun.lemma_ in TERMS for _, noun in complements(verb, "to", "for"))
    return years and not any(noun.lemma_ not in TERMS for _, noun in complements(verb, "for", "over"))


def crime(noun: Token) -> bool:
    """Tell whether the noun names a crime of violence and nobody whom it hit."""
    if any(c.lower_ == "of" for c in noun.children):
        return False
    return noun.lemma_.lower() in CRIMES or any(
        c.dep_ == "compound" and c.lemma_.lower() in CRIMES for c in noun.children
    )
