"""holdsRole: the office, profession or function that a person has."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.relations import leads, member_of, roles, works_for
from kg.extract.relations.pattern import Found
from kg.extract.syntax.context import Context


@dataclass(frozen=True, slots=True)
class RoleName:
    """Nouns that name a role, whether or not the text says where it is held."""

    trigger: str

    def match(self, relation: str, context: Context, token: Token) -> Iterator[Found]:
        """Yield who holds the role."""
        for role in roles.roles(context, token):
            yield Found(relation, role.holder, role.title, token, f"{relation}-title", role.scope)


OTHER = (
    "actor actress artist author singer writer painter composer philosopher architect historian photographer"
    " founder co-founder sen. rep. gov. councilwoman councilman alderman assemblyman assemblywoman speaker"
)
TITLES = [
    RoleName(
        " ".join(
            dict.fromkeys(
                " ".join([OTHER, *(t.trigger for m in (leads, works_for, member_of) for t in m.TITLES)]).split()
            )
        )
    )
]


def match(context: Context) -> Iterator[Found]:
    """Yield the author of a byline: "Jo Poe, News Reporter"."""
    for person, title in roles.byline(context):
        yield Found("holdsRole", person, title, person, "holdsRole-byline")
