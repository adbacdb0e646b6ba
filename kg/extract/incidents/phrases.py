"""The words of a participant as a mention: what its noun phrase stands for, its date, its count."""

from kg.extract.incidents.kinds import SOME
from kg.extract.incidents.parts import taken
from kg.extract.incidents.words import STATES
from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.lexicon.words import words as listed
from kg.extract.syntax.context import Context
from kg.extract.syntax.numbers import count, ordinal
from kg.facts import Mention
from kg.language.parsed import Token

#: Prepositions that say where or when rather than who.
BESIDE = listed("in on at near during after before by outside inside when while including")


#: Words that count on.
MORE = {"more", "another", "further", "additional"}


def resolved(context: Context, token: Token) -> bool:
    """Tell whether the word is more than a pronoun that nothing resolves."""
    if any(
        c.lower_ in {"any", "every", "no", "which", "what"} or any(g.lower_ == "how" for g in c.children)
        for c in token.children
    ):
        return False
    if token.lower_ in {"you", "i", "we", "perpetrators", "perpetrator", "culprits"}:
        return False
    if token.lower_ == "one" and not partitive(token):
        return False
    return token.pos_ != "PRON" or context.mention(token) is not None or token.lower_ in SOME


def named_after(context: Context, token: Token) -> Mention | None:
    """Return the person whose name follows the title or description directly: "attacker Ali Reza"."""
    known = context.mention(token)
    if token.i + 1 >= len(context.doc) or (known and known.kind not in {"Role", "Person"}):
        return None
    after = context.person(context.doc[token.i + 1])
    return after if after != known else None


def beside(noun: Token, preposition: Token) -> bool:
    """Tell whether a preposition no longer says who: "a man in Leeds", "by police of a boy"."""
    return preposition.lower_ in BESIDE or any(taken(noun, hit) for hit in preposition.children if hit.dep_ == "pobj")


def left_so(noun: Token, state: Token) -> bool:
    """Tell whether a word behind a noun says how an incident left them: "left 60 people dead"."""
    return state.head == noun and state.lower_ in STATES and noun.head.lemma_ == "leave"


def described(context: Context, token: Token, kind: str | None = None) -> Mention:
    """Return what the noun stands for, of a kind if that is known; a noun after a name is its own thing."""
    known = context.mention(token)
    if known is not None and known.span.end >= token.idx + len(token):
        return known
    words = context.noun_phrase(token)
    behind = (t for t in words if t.i > token.i)
    cut = next((t.i for t in behind if left_so(token, t) or (t.dep_ == "prep" and beside(token, t))), words.end)
    kind = kind or ("Group" if token.tag_ == "NNS" else kind_of_noun(token))
    return context.describe(context.doc[beginning(token) : cut], kind)


def beginning(noun: Token) -> int:
    """Return where the phrase of a noun begins, behind brackets, marks and prepositions: "at least", "up to" stay."""
    doc, start = noun.doc, noun.i
    while start > noun.left_edge.i and not (doc[start - 1].is_bracket or doc[start - 1].is_space):
        start -= 1
    while start < noun.i and (doc[start].pos_ in {"PUNCT", "ADP"} or doc[start].lower_ == "dead"):
        if doc[start + 1].lower_ in {"least", "most", "to"} or doc[start].lower_ == "between":
            break
        start += 1
    return start


def date(context: Context, token: Token) -> Mention:
    """Return the words of a date, with its ISO value where it has one."""
    # "the night of 3 November 2023" is a time that holds a date.
    timed = [t for t in token.subtree if t.ent_type_ in {"DATE", "TIME"}]
    words = [t for t in timed if t.ent_type_ == "DATE"] or [token]
    known = next((m for t in timed if (m := context.mention(t)) and m.kind == "Date"), None)
    if known is not None:
        return known
    span = context.span(context.doc[words[0].i : words[-1].i + 1])
    text = context.article.text[span.start : span.end]
    return Mention(span, text, "Date", text, "value")


def quantity(role: str, token: Token, mention: Mention) -> str | None:
    """Return how many are killed, injured or taken."""
    if role not in {"killed", "injured", "victim"}:
        return None
    number = "1" if mention.kind == "Person" or ordinal(mention.text) is not None else count(token)
    # Of some that are counted elsewhere others may have died before.
    part = partitive(token) or (role == "killed" and further(token)) or (mention.form != "name" and included(token))
    return f"{number}-" if part and number and number.isdecimal() else number


def partitive(number: Token) -> bool:
    """Tell whether a number is of some who are told of before: "one of them", "two of the six"."""
    if any(c.dep_ == "nummod" for c in number.children):
        return False  # "15 students of the college"
    whom = [noun for child in number.children if child.lower_ == "of" for noun in child.children]
    return any(
        noun.pos_ == "PRON" or any(c.lower_ in {"the", "those", "these"} or c.dep_ == "poss" for c in noun.children)
        for noun in whom
    )


def included(noun: Token) -> bool:
    """Tell whether the words name some of a greater number: "the dead included six children", "among them were two"."""
    while noun.dep_ == "conj":
        noun = noun.head
    verb = noun.head
    if verb.lemma_ == "include":
        return noun.dep_ == "dobj"
    return verb.lemma_ == "be" and noun.dep_ in {"nsubj", "attr"} and any(c.lower_ == "among" for c in verb.children)


def further(noun: Token) -> bool:
    """Tell whether the words count on from what was told before: "two more", "another nurse", "a third victim"."""
    words = [t for child in noun.children for t in (child, *child.children) if t.i < noun.i or t.lower_ in MORE]
    ordinal = any(t.ent_type_ == "ORDINAL" and t.lower_ != "first" and t.dep_ == "amod" for t in noun.children)
    than = any(t.lower_ == "than" for t in noun.subtree)
    return not than and (ordinal or any(t.lower_ in MORE for t in words))
