"""Which words name an entity, and which entity: names first, then pronouns."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.articles.article import Article
from kg.facts import Mention, Span
from kg.resolve import naming

KINDS = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "NORP": "Group"}
HE = {"he", "him", "his", "himself"}
SHE = {"she", "her", "hers", "herself"}


def mentions(article: Article, doc: Doc) -> Iterator[Mention]:
    """Yield the names of the article and the pronouns that stand for one of its persons."""
    full: dict[str, str] = {}
    last: Mention | None = None
    by_token = {ent.start: ent for ent in doc.ents if ent.label_ in KINDS}
    for token in doc:
        ent = by_token.get(token.i)
        if ent is not None:
            kind = KINDS[ent.label_]
            name = ent.text.removeprefix("the ").removeprefix("The ")
            if kind == "Person":
                surname = name.split()[-1]
                name = full.setdefault(surname, name)
            mention = Mention(Span(ent.start_char, ent.end_char), ent.text, kind, naming.shared(kind, name))
            if kind == "Person":
                last = mention
            yield mention
        elif last and token.lower_ in HE | SHE:
            yield pronoun(token, last)


def pronoun(token: Token, antecedent: Mention) -> Mention:
    """Return the pronoun as a mention of what it stands for."""
    return Mention(Span(token.idx, token.idx + len(token)), token.text, antecedent.kind, antecedent.entity, "pronoun")
