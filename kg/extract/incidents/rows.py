"""Names in a row, however the parser hangs them: "Ann Lee, her husband Jo Poe, and their colleague Dan Fox"."""

from collections.abc import Iterator

from kg.extract.lexicon.common_nouns import PEOPLE
from kg.extract.syntax.context import Context
from kg.language.parsed import Token

JOINING = {",", "and", "&", ";"}
#: What stands between a group and the names of its members.
OPENING = {",", ":", "-", "–", "—", "(", "namely", "including"}
#: Words of a description between two names of a row.
BETWEEN = {"NOUN", "ADJ", "DET", "NUM"}
#: The longest description between two names of a row, in words.
LONGEST = 7


def row(context: Context, token: Token) -> Iterator[Token]:
    """Yield the last words of the names of persons that go on from a name, or that say who a group are."""
    if context.person(token) is not None:
        yield from after(context, token)
    elif token.tag_ in {"NNS", "NNPS"} and (first := introduced(context, token)) is not None:
        yield token.doc[end(context, first, bare=True) - 1]
        yield from after(context, first)


def introduced(context: Context, group: Token) -> Token | None:
    """Return the first word of the name right after a group: "journalists Ann Lee and", "two men, namely: Jo Poe,"."""
    i = group.i + 1
    while i < len(group.doc) and group.doc[i].lower_ in OPENING:
        i += 1
    person = context.person(group.doc[i]) if i < len(group.doc) else None
    return group.doc[i] if person is not None and person is not context.mention(group) else None


def after(context: Context, token: Token) -> Iterator[Token]:
    """Yield the last words of the names of persons that follow a name in its row."""
    at, joined = end(context, token), False
    while (found := following(context, at)) is not None:
        first, name = found
        joined = joined or "and" in {t.lower_ for t in token.doc[at:first]}
        at = end(context, name)
        if not joined and not goes_on(token.doc[at : at + 1].text):
            return  # "killed Ann Lee, Jo Poe said"
        yield token.doc[end(context, name, bare=True) - 1]


def goes_on(mark: str) -> bool:
    """Tell whether a row goes on after a name that only a comma joins to it."""
    return mark in JOINING


def end(context: Context, token: Token, *, bare: bool = False) -> int:
    """Return where the name that a token belongs to ends, with its age, its home and what brackets say unless bare."""
    mention, i, doc = context.mention(token), token.i, token.doc
    while i < len(doc) and context.mention(doc[i]) is mention:
        i += 1
    if bare:
        return i
    if doc[i : i + 1].text == "," and doc[i + 1 : i + 2].text.isdigit():
        i += 2
    if doc[i : i + 1].text == "(":
        i = next((t.i + 1 for t in doc[i : i + LONGEST] if t.text == ")"), i)
    if doc[i : i + 1].text in {"of", "from"} and i + 1 < len(doc) and (home := context.mention(doc[i + 1])):
        i = end(context, doc[i + 1], bare=True) if home.kind == "Place" else i
    return i


def following(context: Context, at: int) -> tuple[int, Token] | None:
    """Return where the next name of a row begins, and its first word: after a comma or "and", and a description."""
    doc, i = context.doc, at
    # Between semicolons a description may be a clause: "; a boy known as Carlo; Dan Fox".
    apart = doc[at : at + 1].text == ";"
    while i < len(doc) and doc[i].lower_ in JOINING:
        i += 1
    if i == at:
        return None
    for token in doc[i : i + LONGEST]:
        mention = context.mention(token)
        name = mention is not None and mention.form == "name"
        if mention is not None and mention.is_named_person:
            return token.i, token
        title = mention is None and token.pos_ == "PROPN" and token.lemma_.lower() in PEOPLE
        if title or (apart and token.text not in {";", "."}):
            continue
        if not name and token.pos_ not in BETWEEN and token.tag_ != "PRP$" and token.text != ",":
            return None
    return None
