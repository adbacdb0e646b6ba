"""On whom an incident is put: "blamed the attack on X", "was attributed to X", "X is accused of the murder"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.parts import Part, as_agent
from kg.extract.syntax import clause
from kg.extract.syntax.participants import complements

#: Verbs whose object is the incident, with the preposition that says on whom they put it.
PUTTING = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to", "impute": "to"}
#: Verbs whose object is the author, with the incident after "for" or "of".
ACCUSING = {"blame", "accuse", "suspect", "charge", "condemn", "implicate", "convict"}


def blamed(kinds: Kinds, noun: Token) -> Iterator[Part]:
    """Yield those who are said to have done it, no more than reported unless a court has found so."""
    verbs = [noun.head] if noun.dep_ in {"dobj", "nsubjpass"} else []
    verbs += [c for c in noun.children if c.dep_ in {"acl", "relcl"}]
    put = [n for v in verbs for word in (v, noun) for _, n in complements(word, PUTTING.get(v.lemma_.lower(), "-"))]
    yield from (part._replace(held="reported") for who in put for part in as_agent(kinds, who, "blamed"))
    over = clause.charged(noun.head.head)
    suspected = over != noun.head.head or over.lemma_.lower() in ACCUSING
    if noun.dep_ == "pobj" and noun.head.lower_ in {"for", "of", "with"} and suspected:
        found = over.lemma_ == "convict"
        parts = (part for who in clause.patients(over) for part in as_agent(kinds, who, "blamed"))
        yield from (part if found else part._replace(held="reported") for part in parts)
