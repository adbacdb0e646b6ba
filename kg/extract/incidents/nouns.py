"""What the phrase of a noun says of the incident."""

from collections.abc import Iterator

from kg.extract.incidents.before_nouns import compound
from kg.extract.incidents.blame import PUTTING, blamed
from kg.extract.incidents.carrying import from_verbs
from kg.extract.incidents.clauses import INSIDE, WHERE, where
from kg.extract.incidents.generalities import is_ordinal
from kg.extract.incidents.kinds import Kinds, acronym, weapon
from kg.extract.incidents.parts import Part, as_agent, as_patient, taken, unknown
from kg.extract.incidents.triggers import Trigger, attempted
from kg.extract.incidents.where import places
from kg.extract.incidents.words import (
    AUTHORS,
    COMBATANTS,
    KILLING,
    KILLING_NOUNS,
    POLICE,
    WOUNDING,
)
from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.syntax import clause, joined
from kg.extract.syntax.participants import complements, whole
from kg.language.parsed import Token

#: What stands before whom an incident was aimed at, dead or not: "a deadly attack on soldiers".
AT = {"on", "upon", "against", "targeting"}
#: What those do of whom an incident was to make victims.
WITHSTANDING = {"survive", "escape", "repel", "repulse"}


def of_noun(kinds: Kinds, trigger: Trigger) -> Iterator[Part]:
    """Yield the participants of a noun: its own phrase, its light verb, the verbs that say what it did."""
    noun, phrase = trigger.token, whole(trigger.token)
    deadly = noun.lemma_.lower() in KILLING_NOUNS and not attempted(noun)
    role = "killed" if deadly or leaves_dead(noun) else "victim"
    yield from before(kinds, trigger, role)
    yield from behind(kinds, trigger, role)
    yield from around(kinds, noun, phrase)
    yield from from_verbs(kinds, trigger)
    yield from blamed(kinds, phrase)
    yield from survivors(kinds, phrase)


def before(kinds: Kinds, trigger: Trigger, role: str) -> Iterator[Part]:
    """Yield what stands before a noun: "the rebels' killing of two clerks", "knife-and-gun attack"."""
    noun = trigger.token
    suffered = any(kinds.person(hit) for _, hit in complements(noun, "of"))
    for child in noun.children:
        if child.dep_ == "poss":
            whose = relative_owner(child)
            hit = not suffered and (suffers(trigger) or befell(kinds, trigger, whose))
            yield from owner(kinds, whose, role if hit else None)
        elif child.dep_ in {"compound", "amod", "nmod"} or acronym(child):
            yield from (part for word in joined.conjuncts([child]) for part in compound(kinds, word, trigger))


def behind(kinds: Kinds, trigger: Trigger, role: str) -> Iterator[Part]:
    """Yield what prepositions behind a noun introduce, but not whom one is blamed on: "blamed the attack on a gang"."""
    noun = trigger.token
    put = PUTTING.get(whole(noun).head.lemma_.lower())
    for preposition, inner in (*complements(noun), *behind_date(noun)):
        if preposition != put:
            aimed = preposition in AT and noun.lemma_.lower() not in KILLING_NOUNS
            yield from complement(kinds, preposition, inner, trigger.type, "victim" if aimed else role)


def around(kinds: Kinds, noun: Token, phrase: Token) -> Iterator[Part]:
    """Yield the places of a noun, and of what it is of: "an assassination attempt in X", "a series of attacks in X"."""
    yield from places(kinds, noun, "noun phrase")
    if phrase != noun:
        yield from places(kinds, phrase, "noun phrase")


def survivors(kinds: Kinds, phrase: Token) -> Iterator[Part]:
    """Yield who came away from what a noun tells of, or withstood it."""
    verb = withstanding(phrase)
    if verb is not None:
        yield from (part for who in clause.agents(verb) for part in as_patient(kinds, who, "victim", "survived"))


def withstanding(noun: Token) -> Token | None:
    """Return the verb of those whom an incident was to make victims: "repelled it", "escaped unharmed from it"."""
    if noun.dep_ == "dobj":
        return noun.head if noun.head.lemma_ in WITHSTANDING else None
    out = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "from" else noun
    return next((word for word in (out, out.head) if word.lemma_ == "escape" and any(map(unhurt, word.children))), None)


def unhurt(word: Token) -> bool:
    """Tell whether a word says that somebody came away whole."""
    return word.lower_ in {"unharmed", "unhurt", "uninjured", "unscathed"}


def leaves_dead(noun: Token) -> bool:
    """Tell whether whose shooting or stabbing it was is dead: "the fatal shooting of Ann Lee"."""
    return noun.tag_ == "NN" and any(c.lower_ in {"fatal", "deadly", "lethal"} for c in noun.children)


def relative_owner(owner: Token) -> Token:
    """Return whom "whose" takes up: "Ann Lee, whose murder shocked Orsa"."""
    clauses = (word for word in owner.ancestors if word.dep_ == "relcl") if owner.lower_ == "whose" else ()
    return next((clause.head for clause in clauses), owner)


def behind_date(noun: Token) -> Iterator[tuple[str, Token]]:
    """Yield what the parser hung on a date before it: "the murder in May of two nurses"."""
    over = ("in", "on", "during", "over", "within")
    dates = (inner for _, inner in complements(noun, *over) if inner.ent_type_ in {"DATE", "TIME"})
    yield from (pair for date in dates for pair in complements(date, "of", "by") if pair[1].ent_type_ != "DATE")


def suffers(trigger: Trigger) -> bool:
    """Tell whether the owner of an incident is whom it hit: "the judge's murder", "her abduction"."""
    return trigger.token.lemma_.lower() in KILLING_NOUNS or trigger.type in {"Kidnapping", "Assassination", "Detention"}


def befell(kinds: Kinds, trigger: Trigger, owner: Token) -> bool:
    """Tell whether a shooting or stabbing is that of whom it hit: "the boy's shooting", but "the gunman's"."""
    forces = AUTHORS | COMBATANTS | POLICE
    own = trigger.type in {"Shooting", "Stabbing"} and owner.lemma_.lower() not in forces
    return own and kinds.person(owner) and not hits_others(kinds, trigger.token)


def hits_others(kinds: Kinds, noun: Token) -> bool:
    """Tell whether a verb of the noun says whom else it hit: "The pupil's shooting left two teachers dead"."""
    verbs = [*([noun.head] if noun.dep_ == "nsubj" else []), *(c for c in noun.children if c.dep_ == "relcl")]
    hitting = (verb for verb in verbs if verb.lemma_.lower() in KILLING | WOUNDING | {"leave"})
    return any(kinds.person(hit) and hit.pos_ != "PRON" for verb in hitting for hit in clause.patients(verb))


def owner(kinds: Kinds, token: Token, role: str | None) -> Iterator[Part]:
    """Yield the possessor: the victim of a murder, the author of an attack."""
    if role and (kinds.person(token) or kind_of_noun(token) == "Person"):
        yield Part(role, token, "possessor")
    elif kinds.place(token) and any(c.tag_ in {"JJS", "RBS"} or is_ordinal(c) for c in token.head.children):
        yield Part("place", token, "possessor")  # "Kenya's worst school attack"
    elif token.ent_type_ not in {"DATE", "TIME"}:
        yield from as_agent(kinds, token, "possessor")


def complement(kinds: Kinds, preposition: str, noun: Token, kind: str, role: str) -> Iterator[Part]:
    """Yield what a preposition after the noun introduces."""
    inside = preposition == "on" and (role == "killed" or kind in INSIDE)
    if preposition == "by":
        yield from as_agent(kinds, noun, "by-phrase")
        # "the killing by troops of two nurses"
        behind = (hit for _, hit in complements(noun, "of") if taken(noun, hit))
        yield from (part for hit in behind for part in as_patient(kinds, hit, role, "of-phrase"))
    elif preposition in {"of", "on", "against", "targeting", "upon"} and not inside:
        yield from hit_by(kinds, preposition, noun, role)
    elif preposition == "with" and weapon(noun):
        yield Part("weapon", noun, "with-phrase")
    elif preposition in WHERE or inside:
        # "the murder on the second floor", "a stabbing on a train"
        yield from where(kinds, noun, preposition, kind, "noun phrase")


def hit_by(kinds: Kinds, preposition: str, noun: Token, role: str) -> Iterator[Part]:
    """Yield whom or what it was done to: "of two nurses", "on a bank", but not "on Friday", "on Leeds"."""
    when = preposition == "on" and (noun.ent_type_ in {"DATE", "TIME"} or kinds.place(noun))
    if when and not kinds.person(noun):
        return
    if role == "killed" and unknown(kinds, noun):
        yield Part(role, noun, "of-phrase")
    else:
        yield from as_patient(kinds, noun, role, "of-phrase")
