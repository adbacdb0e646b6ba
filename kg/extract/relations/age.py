"""age: how old a person is, or was when he died, at the article's date."""

from collections.abc import Iterator

from kg.extract.relations import predicated, predication
from kg.extract.relations.pattern import Found
from kg.extract.syntax import grammar
from kg.extract.syntax.columns import numbers
from kg.extract.syntax.context import Context
from kg.extract.syntax.numbers import number
from kg.facts import Mention
from kg.language.parsed import Token

OLDEST = 122
#: What closes an age between commas. Behind a surname, brackets and semicolons also close goals, votes and points.
CLOSING = {",", ".", "–", "—", "--", "and", "said"}
CLOSING_FULL_NAME = {")", ";"}
JUST = {"aged", "age", "just", "only", "now", "about", "around"}
DYING = {"die", "dead", "death", "kill", "murder", "pass", "succumb", "drown"}


def match(context: Context) -> Iterator[Found]:
    """Yield who is how old."""
    for token in numbers(context.doc):
        if context.mention(token) is None and (value := years(token)):
            age = Mention(context.span(token), token.text, "Number", value, "value", value)
            for rule, find in RULES.items():
                holders = list(find(context, token))
                if holders:
                    yield from (Found("age", holder, age, token, f"age-{rule}") for holder in holders)
                    break


def years(token: Token) -> str | None:
    """Return a number that may be an age."""
    value = number([token])
    return value if value and int(value) <= OLDEST and "." not in token.text else None


def word(token: Token, step: int) -> str:
    """Return the word so many places from the token, or nothing beyond the ends of the text."""
    at = token.i + step
    return token.doc[at].lower_ if 0 <= at < len(token.doc) else ""


def old(token: Token) -> Token | None:
    """Return "old" of "52-year-old" and "52 years old"."""
    words = [other for other in token.doc[token.i + 1 : token.i + 5] if other.text not in {"-", "–"}][:2]
    return words[1] if [w.lower_ for w in words] in (["year", "old"], ["years", "old"]) else None


def beside(context: Context, token: Token) -> Iterator[Token]:
    """Yield the name before "Mark Low, 52, …", "Mark Low, aged 52," and "Mark Low (52)"."""
    at = token.i - 1
    while at > 0 and token.doc[at].lower_ in JUST:
        at -= 1
    if at < 1 or token.doc[at].text not in {",", "("}:
        return
    last = token.doc[at - 1]
    person = context.mention(last)
    if person is None or person.form == "pronoun" or person.span.end != last.idx + len(last):
        return
    after = (old(token) or token).i + 1
    then = "aged" in {t.lower_ for t in token.doc[at : token.i]} and dated(token)
    full = person.form == "nominal" or len(person.text.split()) > 1
    if not listed(token, after) and not then and closes(context, after, full=full):
        yield last


def closes(context: Context, at: int, *, full: bool) -> bool:
    """Tell whether what stands behind an age ends it; more does behind the age of somebody of a `full` name."""
    word = context.doc[at].lower_ if at < len(context.doc) else "."
    return word in CLOSING or word.isspace() or (full and word in CLOSING_FULL_NAME)


def listed(token: Token, after: int) -> bool:
    """Tell whether the number is one of several, as goals and votes are: "Lee (12) and Hall (7)", "Poe, 21, 19"."""
    next_words = token.doc[after + 1 : after + 2]
    brackets = [t for t in token.sent if t.like_num and 0 < t.i < len(t.doc) - 1 and t.nbor(-1).text == "("]
    return (len(next_words) > 0 and next_words[0].like_num) or (token in brackets and len(brackets) > 1)


def dated(token: Token) -> bool:
    """Tell whether the sentence names a year: what age somebody had then is none of now."""
    return any(len(other.text) == len("2000") and other.text.isdecimal() for other in token.sent)


def adjective(context: Context, token: Token) -> Iterator[Token]:
    """Yield whom "52-year-old" describes: "52-year-old Mark Low", "Low, a 52-year-old teacher", "is 52 years old"."""
    end = old(token)
    if end is None:
        return
    if end.dep_ == "acomp":
        yield from copula(context, end)
    elif end.dep_ in {"amod", "nmod", "compound"} and end.head.i > end.i:
        noun = end.head
        if not once(noun.head):
            yield from [noun] if context.mention(noun) else predication.holders(context, noun)
    elif context.mention(end) is not None:
        yield end
    elif not once(end.head):
        yield from predication.holders(context, end)


def once(verb: Token) -> bool:
    """Tell whether the clause speaks of another time or of the speaker: "when he was 17", "I was 22", "hired as"."""
    if verb.lower_ == "as" and verb.head.tag_ in {"VBD", "VBN"}:
        return True
    past = verb.tag_ in {"VBD", "VBN"}
    subjects = {c.lower_ for c in verb.children if c.dep_ == "nsubj"}
    return past and (verb.dep_ in {"advcl", "relcl"} or not subjects.isdisjoint({"i", "we"}))


def copula(_: Context, token: Token) -> Iterator[Token]:
    """Yield the subject of "is 52", "was 52", "turned 52": of the past only where nothing dates it."""
    verb, after = token.head, word(token, 1)
    if verb.lemma_ not in {"be", "turn"} or token.dep_ not in {"attr", "acomp", "dobj", "oprd"}:
        return
    if once(verb):
        return
    closed = not after or after.isspace() or after in {",", ".", "and", "but", "when", "on", "old", "–", "—"}
    if verb.tag_ in {"VBD", "VBN"}:
        late = {"be": {"advcl", "prep"}, "turn": {"advcl"}}[verb.lemma_]
        told = [c for c in verb.children if c.dep_ in late and c.lemma_ not in DYING]
        closed = closed and not told and not dated(token)
    elif verb.lemma_ == "turn":
        closed = False  # "turns 53 on Friday": not yet
    if closed and after != "of":
        yield from predicated.subjects(verb)


def at_death(_: Context, token: Token) -> Iterator[Token]:
    """Yield who died "at the age of 52", "at 52" or "aged 52"."""
    node = token
    while node.head != node and node.lower_ not in {"at", "aged"}:
        if node.pos_ in {"VERB", "AUX"} or node.head.i > token.i:
            return
        node = node.head
    died = node.head
    if died.lemma_.lower() not in DYING:
        return
    if died.pos_ == "NOUN":
        yield from grammar.children(died, "poss")
    elif died.lemma_ in {"kill", "murder"}:
        yield from (end for who in grammar.patient(died) for end in grammar.spread(who))
    else:
        yield from predicated.subjects(died)


RULES = {"beside": beside, "old": adjective, "copula": copula, "death": at_death}
