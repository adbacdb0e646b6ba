"""Whose people those who did it are: "FMLN guerrillas", "members of the ELN", "a gang belonging to it"."""

from collections.abc import Iterator

from kg.extract.incidents.kinds import Kinds, acronym
from kg.extract.incidents.parts import Part
from kg.extract.syntax.participants import complements
from kg.language.parsed import Token

#: Verbs after a noun that say to whom it belongs.
FORCES = {"army", "military", "police", "navy"}
BELONGING = {"belong", "link", "affiliate", "ally", "serve"}
RULE = "their organization"


def organizations(kinds: Kinds, author: Token) -> Iterator[Part]:
    """Yield the organizations that the phrase of an unnamed author names."""
    if kinds.name(author) or author.pos_ not in {"NOUN", "PROPN"}:
        return
    yield from (Part("perpetratorOrganization", token, RULE) for token in named(kinds, author))
    of = [noun for _, noun in complements(author, "of", "from")]
    clauses = [c for c in author.children if c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in BELONGING]
    for noun in (*of, *(n for clause in clauses for _, n in complements(clause, "to", "with", "in"))):
        if kinds.organization(noun) or forces(noun):
            yield Part("perpetratorOrganization", noun, RULE)
        else:
            yield from (Part("perpetratorOrganization", token, RULE) for token in named(kinds, noun))


def forces(noun: Token) -> bool:
    """Tell whether the words are the forces of a state: "the army", "the armed forces"."""
    lemma = noun.lemma_.lower()
    armed = lemma in FORCES or (lemma == "force" and any(c.lower_ in {"armed", "security", "air"} for c in noun.lefts))
    return armed and any(c.lower_ == "the" for c in noun.lefts)


def named(kinds: Kinds, noun: Token) -> Iterator[Token]:
    """Yield the names of organizations that stand before a noun or in apposition to it."""
    for child in noun.children:
        beside = child.dep_ in {"compound", "nmod", "amod", "poss", "appos"} and child.pos_ != "PRON"
        if beside and (kinds.organization(child) or acronym(child)):
            yield child
