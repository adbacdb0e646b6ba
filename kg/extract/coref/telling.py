"""What the text around a pronoun tells of a candidate: who is named next, and who tells what of whom."""

from bisect import bisect_right
from math import log
from operator import attrgetter

from kg.extract.coref.candidates import Candidate, Place
from kg.extract.coref.structure import FAR
from kg.extract.factuality.words import ACCUSING, BELIEVING, DENYING, DOUBTING, FACTIVE, SAYING
from kg.extract.lexicon.words import words as listed
from kg.extract.syntax.position import Syntax
from kg.language.parsed import Token

#: Where nobody names a candidate again; more than the logarithm of any distance.
NEVER = 2 * FAR + 1
#: Mentions after the pronoun that are looked at.
AHEAD = 2 * FAR
#: Verbs of which a clause may hang that tells what somebody holds.
TELLING = SAYING | FACTIVE | {"warn", "promise", "vow", "urge", "announce", "tweet"}
#: What who has just told something does next.
SPEAKING = TELLING | ACCUSING | BELIEVING | DENYING | DOUBTING | listed(
    "answer apologize apologise appeal applaud ask blame congratulate criticize criticise decline defend "
    "encourage give honor honour insist invite lament pay plead point praise refer refuse remind reply respond "
    "speak talk thank welcome wonder"
)  # fmt: skip


def coming(pronoun: Place, candidate: Candidate) -> list[float]:
    """Return how soon, and as what, a candidate is named after the pronoun."""
    first = bisect_right(candidate.places, pronoun.start, key=attrgetter("start"))
    after = candidate.places[first : first + AHEAD]
    named = next((p for p in after if p.form == "name"), None)
    following = [p for p in after if p.sentence == pronoun.sentence + 1]
    return [
        log(1 + named.start - pronoun.start) if named else NEVER,
        min(named.sentence - pronoun.sentence, FAR) if named else FAR + 1,
        any(p.role == "subject" for p in following),
        bool(following),
        log(1 + len(candidate.places) - first),
        named is not None and named.role == "possessor",
        named is not None and named.role == "subject",
        named is not None and named.end - named.start > 1,
    ]


def telling(syntax: Syntax, pronoun: Place, near: Place) -> list[float]:
    """Return whether a candidate tells something or is one of whom another tells it, and what the pronoun does."""
    doc = syntax.doc
    verb, other = doc[pronoun.verb], doc[near.verb]
    tells = near.role == "subject" and other.lemma_ in TELLING
    told = _told(other)
    ago = pronoun.sentence - near.sentence
    says = speaks(syntax, pronoun)
    subject = near.role == "subject"
    bare = near.form == "nominal"
    return [
        tells,
        told,
        told and subject,
        tells and ago == 1,
        tells and says,
        told and subject and ago == 1 and not says,
        tells and ago == 1 and not says and not pronoun.quoted,
        tells and ago == 0 and pronoun.quoted,
        says,
        pronoun.head.dep_ == "nsubjpass" or verb.tag_ == "VBN",
        bare and any(child.lower_ in {"a", "an"} for child in near.head.lefts),
        bare and subject,
        bare and ago == 0,
        bare and says,
    ]


def speaks(syntax: Syntax, place: Place) -> bool:
    """Tell whether a mention is the subject of a verb that who has something to say is the subject of."""
    return place.role == "subject" and syntax.doc[place.verb].lemma_ in SPEAKING


def _told(verb: Token) -> bool:
    """Tell whether a clause is what somebody says: "the bomber died, the mayor said"."""
    clause = verb
    while clause.head.i != clause.i:
        below, clause = clause, clause.head
        if below.dep_ in {"ccomp", "parataxis"} and clause.lemma_ in TELLING:
            return any(child.dep_ == "nsubj" for child in clause.children)
    return any(child.dep_ == "parataxis" and child.lemma_ in TELLING for child in verb.rights)
