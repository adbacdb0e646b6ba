"""Titles in what is told of long ago: "On 22 November 1963 President Kennedy was shot" makes nobody president today."""

from collections.abc import Iterable, Iterator
from datetime import date

from kg.extract.dates.beginnings import START
from kg.extract.dates.find import day_of
from kg.extract.factuality.attribution import aside
from kg.extract.lexicon.words import words
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.facts import Mention
from kg.language.parsed import Token

#: So many years after, who had an office has it no more, as far as an article that does not say so can tell.
LONG = 10
#: ... where the year stands first; behind the deed it may be one of many of a long time in office.
LONGER = 20
#: What is told of anybody's life, whom his title of now names.
LIVES = words("attend bear complete earn found graduate grow live meet raise receive serve study train win work")
#: By which the holder of one office gives another.
NAMING = words("appoint elect name nominate promote")
_YEAR = len("1963")


def long_ago(context: Context, title: Token, holder: Token) -> bool:
    """Tell whether a title beside a name stands only in a sentence of a year long before the article's."""
    return aside(title, holder) and historical(context, holder) and not any(again(context, title, holder))


def historical(context: Context, holder: Token) -> bool:
    """Tell whether what the holder did or suffered is dated years ago by the words that hang on its verb."""
    today = day_of(context.article.published)
    verb = next((word for word in holder.ancestors if word.pos_ in {"VERB", "AUX"}), None)
    if today is None or verb is None or not past(verb) or of_life(verb, holder):
        return False
    later = () if lately(context, holder, today) else behind(verb)
    ages = ((LONG, before(verb, holder)), (LONGER, later))
    years = [(int(value[:_YEAR]) + age) for age, points in ages for value in dated(context, points)]
    return bool(years) and max(years) <= today.year


def of_life(verb: Token, holder: Token) -> bool:
    """Tell whether a verb tells of anybody's life, or of how the holder came to his office, not of a deed in it."""
    lemma = verb.lemma_.lower()
    return lemma in LIVES or (lemma in START and not (lemma in NAMING and holder in grammar.actor(verb)))


def past(verb: Token) -> bool:
    """Tell whether a verb is in the past tense or is a bare participle: "opened", "was shot", "appointed by"."""
    helpers = {c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return "VBD" in {verb.tag_, *helpers} or (verb.tag_ == "VBN" and not helpers)


def before(verb: Token, holder: Token) -> Iterator[Token]:
    """Yield the words before a name by which its verb may be dated: "In 1998 Mayor Lee met".

    Who "founded Acme in 1998" is called by what he is now.
    """
    for child in (child for child in verb.lefts if child.i < holder.i):
        yield from points(child)


def behind(verb: Token) -> Iterator[Token]:
    """Yield the words behind a verb by which it may be dated: "opened the dam in 1998", "named him envoy in 1979"."""
    parts = verb.rights if verb.lemma_.lower() not in NAMING else (w for w in verb.subtree if w.i > verb.i)
    for child in parts:
        yield from points(child) if child.dep_ == "prep" else ()


def points(child: Token) -> Iterable[Token]:
    """Return the words of a day or a year that a word leads to."""
    return child.children if child.dep_ == "prep" and child.lower_ in {"in", "on"} else (child,)


def lately(context: Context, holder: Token, today: date) -> bool:
    """Tell whether the article dates in its own year, or the one before, something that it tells of the holder."""
    person = context.mention(holder)
    recent = [m for m in context.mentions if m.kind == "Date" and (m.value or "")[:_YEAR] in years_of(today)]
    told = [m.span for m in context.mentions if person and m.entity == person.entity] if recent else []
    sentences = [words.sent for span in told if (words := context.doc.char_span(*span, alignment_mode="expand"))]
    return any(s.start_char <= day.span.start < s.end_char for s in sentences for day in recent)


def years_of(today: date) -> tuple[str, str]:
    """Return the year of a day, and the year before."""
    return str(today.year), str(today.year - 1)


def dated(context: Context, words: Iterable[Token]) -> Iterator[str]:
    """Yield the ISO values of those words that are days and years."""
    for word in words:
        mention = context.mention(word)
        if mention is not None and mention.kind == "Date" and mention.value and mention.value[:_YEAR].isdigit():
            yield mention.value


def again(context: Context, title: Token, holder: Token) -> Iterator[Mention]:
    """Yield the names of the holder before which the title stands in what is told of now."""
    person = context.mention(holder)
    same = (m for m in context.mentions if person and m.entity == person.entity and m.form == "name" and m != person)
    for mention in same:
        name = context.doc.char_span(*mention.span)
        if name and name.start and name[0].nbor(-1).lower_ == title.lower_ and not historical(context, name.root):
            yield mention
