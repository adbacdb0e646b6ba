"""Titles in what is told of long ago: "On 22 November 1963 President Kennedy was shot" makes nobody president today."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.dates.beginnings import START
from kg.extract.dates.find import day_of
from kg.extract.factuality.attribution import aside
from kg.extract.lexicon.words import words
from kg.extract.syntax.context import Context
from kg.facts import Mention

#: So many years after, who had an office has it no more, as far as an article that does not say so can tell.
LONG = 10
#: What is told of anybody's life, whom his title of now names.
LIVES = words("attend bear complete earn found graduate grow live meet raise receive serve study train win work")
_YEAR = len("1963")


def long_ago(context: Context, title: Token, holder: Token) -> bool:
    """Tell whether a title beside a name stands only in a sentence of a year long before the article's."""
    return aside(title, holder) and historical(context, holder) and not any(again(context, title, holder))


def historical(context: Context, holder: Token) -> bool:
    """Tell whether what the holder did or suffered is dated years ago by the words that hang on its verb."""
    today = day_of(context.article.published)
    verb = next((word for word in holder.ancestors if word.pos_ in {"VERB", "AUX"}), None)
    if today is None or verb is None or not past(verb) or verb.lemma_.lower() in START | LIVES:
        return False
    years = [int(value[:_YEAR]) for value in dated(context, verb, holder) if value[:_YEAR].isdigit()]
    return bool(years) and max(years) + LONG <= today.year


def past(verb: Token) -> bool:
    """Tell whether a verb is in the past tense: "opened", "was shot"."""
    return "VBD" in {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"})}


def dated(context: Context, verb: Token, holder: Token) -> Iterator[str]:
    """Yield the ISO values of the days and years before a name on which something happened: "In 1998 Mayor Lee met".

    Who "founded Acme in 1998" is called by what he is now.
    """
    for child in (child for child in verb.lefts if child.i < holder.i):
        points = child.children if child.dep_ == "prep" and child.lower_ in {"in", "on"} else (child,)
        for word in points:
            mention = context.mention(word)
            if mention is not None and mention.kind == "Date" and mention.value:
                yield mention.value


def again(context: Context, title: Token, holder: Token) -> Iterator[Mention]:
    """Yield the names of the holder before which the title stands in what is told of now."""
    person = context.mention(holder)
    same = (m for m in context.mentions if person and m.entity == person.entity and m.form == "name" and m != person)
    for mention in same:
        name = context.doc.char_span(*mention.span)
        if name and name.start and name[0].nbor(-1).lower_ == title.lower_ and not historical(context, name.root):
            yield mention
