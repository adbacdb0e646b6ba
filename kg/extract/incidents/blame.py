"""On whom an incident is put: "blamed the attack on X", "was attributed to X", "X is accused of the murder"."""

from collections.abc import Iterator

from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.parts import Part, as_agent
from kg.extract.incidents.words import CRIMES
from kg.extract.lexicon.law import PROSECUTING, SERVING, TERMS
from kg.extract.lexicon.words import words
from kg.extract.syntax import clause, joined
from kg.extract.syntax.participants import complements
from kg.language.parsed import Token

#: Verbs whose object is the incident, with the preposition that says on whom they put it.
PUTTING = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to", "impute": "to"}
#: Verbs whose object is the author, with the incident after "for" or "of".
ACCUSING = words(
    "blame accuse suspect charge condemn implicate indict try prosecute arrest detain convict jail imprison sentence "
    "want guilty"
)
#: Verbs of the police, which also say after what somebody is arrested.
ARRESTING = words("arrest detain jail imprison charge")
#: What comes days or years after the deed, and has a day of its own.
AFTERMATH = ACCUSING | words(
    "trial charge arrest custody court hearing verdict appeal inquest funeral plead guilty admit deny"
)
#: Those under which a court has found so.
FOUND = words("convict jail imprison sentence guilty")
#: Verbs and adjectives by which somebody takes a deed on himself: "pleaded guilty to the murder".
CONFESSING = words("guilty confess admit")


def accused_of(trigger: Token) -> bool:
    """Tell whether a deed is told as that for which somebody was arrested, charged or tried."""
    return any(word.lemma_.lower() in AFTERMATH for word in trigger.ancestors)


def of_verdict(trigger: Token, day: Token) -> bool:
    """Tell whether a bare year may be the verdict's, not the deed's: "was convicted of killing two men in 1988"."""
    if trigger.tag_ == "VBD":
        return False  # "the sentence of Jo Poe, who shot two guards in 2009"
    found = any(word.lemma_.lower() in FOUND for word in trigger.ancestors)
    year = day.text.isdigit() and day.head.lower_ == "in" and day.i > trigger.i
    return found and year and not any(t.ent_type_ == "DATE" and t != day for t in trigger.sent)


def blamed(kinds: Kinds, noun: Token) -> Iterator[Part]:
    """Yield those who are said to have done it, no more than reported unless a court has found so."""
    yield from (part._replace(held="reported") for who in put_on(noun) for part in as_agent(kinds, who, "blamed"))
    verb = charging(noun)
    if verb is not None:
        parts = (part for who in accused(kinds, verb) for part in as_agent(kinds, who, "blamed"))
        yield from (part if verb.lemma_ in FOUND or serving(verb) else part._replace(held="reported") for part in parts)
    yield from (part for who in confessing(noun) for part in as_agent(kinds, who, "confessed"))
    yield from (part._replace(teller=noun.head) for who in work_of(noun) for part in as_agent(kinds, who, "blamed"))


def work_of(noun: Token) -> Iterator[Token]:
    """Yield whose work an incident was: "The attack was the work of rebels"."""
    works = (c for c in noun.head.children if c.dep_ == "attr" and c.lemma_.lower() in {"work", "doing", "handiwork"})
    yield from (who for work in works if noun.dep_ == "nsubj" for _, who in complements(work, "of"))


def put_on(noun: Token) -> Iterator[Token]:
    """Yield on whom an incident is put: "blamed the attack on a gang", "an attack attributed to rebels"."""
    verbs = [noun.head] if noun.dep_ in {"dobj", "nsubjpass"} else []
    verbs += [c for c in noun.children if c.dep_ in {"acl", "relcl"}]
    yield from (
        n for v in verbs for word in (v, noun) for _, n in complements(word, PUTTING.get(v.lemma_.lower(), "-"))
    )


def charging(noun: Token) -> Token | None:
    """Return the verb by which somebody is charged with an incident: "arrested over the attack", "guilty of it"."""
    above = crime_above(noun)
    on_what = clause.timed(above.head)
    over = clause.charged(on_what)
    suspected = over != on_what or over.lemma_.lower() in ACCUSING or serving(over)
    on = {"for", "of", "with"} | ({"in"} if over.lemma_ in PROSECUTING | {"guilty"} else set())
    on |= {"over", "following"} if over.lemma_ in ARRESTING else set()
    return over if above.dep_ == "pobj" and above.head.lower_ in on and suspected else None


def serving(verb: Token) -> bool:
    """Tell whether somebody has a sentence from a court: "gets life", "is serving 20 years"."""
    return verb.lemma_ in SERVING and any(c.dep_ == "dobj" and c.lemma_ in TERMS for c in verb.children)


def crime_above(noun: Token) -> Token:
    """Return the crime as which an incident is put to somebody: "charged with murder in the shooting", or the noun."""
    crime = noun.head.head
    guilty = (c for c in crime.children if c.lemma_ == "guilty") if crime.lemma_ == "find" else ()
    # "was found guilty of murder in the shooting"
    crime = next((of for word in guilty for _, of in complements(word, "of")), crime)
    named = noun.dep_ == "pobj" and noun.head.lower_ == "in" and crime.lemma_.lower() in CRIMES
    return crime if named and crime.dep_ == "pobj" else noun


def accused(kinds: Kinds, verb: Token) -> Iterator[Token]:
    """Yield whom a verb accuses; in "the trial of Jo Poe, accused of murder" it hangs on the trial."""
    if serving(verb):
        yield from clause.agents(verb)
        return
    for who in found_guilty(verb) if verb.lemma_ == "guilty" else clause.patients(verb):
        inside = [n for _, n in complements(who, "of", "against") if n.i < verb.i and kinds.person(n)]
        yield from inside if inside and verb.dep_ == "acl" and not kinds.person(who) else [who]


def found_guilty(guilty: Token) -> Iterator[Token]:
    """Yield whom a court finds guilty: "A jury found Jo Poe guilty of", "Poe was found guilty of"."""
    own = [c for c in guilty.children if c.dep_ == "nsubj"]
    yield from joined.conjuncts(own) if own else clause.patients(guilty.head) if guilty.head.lemma_ == "find" else ()


def confessing(noun: Token) -> Iterator[Token]:
    """Yield who confesses the deed: "pleaded guilty to the murder", "admitted the attack"."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "to" else noun.head
    if over.lemma_.lower() in CONFESSING and noun.dep_ in {"pobj", "dobj"}:
        yield from clause.agents(over.head if over.pos_ == "ADJ" else over)
