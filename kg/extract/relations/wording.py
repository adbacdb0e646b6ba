"""The words of a title: where it starts before its noun, and how far it reaches behind."""

from kg import naming
from kg.extract.factuality.status import is_year
from kg.extract.factuality.words import ENDED
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.lexicon.courtesy import title_of
from kg.extract.relations import belonging, predicated, predication
from kg.extract.relations.before_names import SUBJECTS
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.extract.syntax.grammar import modifiers
from kg.extract.syntax.titles import managed
from kg.facts import Mention, Span
from kg.language.parsed import Token

#: "president of Acme from 2010": the years are no part of the title.
WHEN = {"from", "since", "until", "till", "in", "between"}
#: Words of a title that may stand in small letters before it: "vice President".
QUALIFIERS = gazetteer.words("qualifiers of titles")
#: What joins a rank to its service: "army Brigadier General".
SERVICES = frozenset({"army", "navy", "police", "marine", "guard"})
#: Who sits for the place that he is from: "congressman from Illinois".
LEGISLATORS = frozenset({"congressman", "congresswoman", "lawmaker", "legislator", "representative", "senator"})
#: Holders of offices that are of no town.
STATESMEN = frozenset({"president", "minister", "premier", "chancellor", "king", "queen"})
#: What tells when, before a title: "now a pundit".
NOW = frozenset({"now", "currently", "then", "once", "again", "still", "next"})
#: What a writer thinks of a holder, which is no part of the title: "the outspoken minister".
PRAISE = gazetteer.words("adjectives of praise")
LEFT = {"det", "poss", "punct", "case", "predet", "nummod"}


def words(context: Context, noun: Token) -> Mention:
    """Return the whole title without its article: "Metropolitan Police Acting Commissioner", "head of the bank"."""
    last = predication.whole(noun)
    end = last.i + 1
    for prep in last.children:
        if prep.dep_ == "prep" and prep.i == end and prep.lower_ in predication.OF:
            tail = next((t for t in prep.children if t.dep_ == "pobj"), None)
            if tail is not None and belongs(context, prep, tail):
                end = subjects_end(context, tail, max(context.noun_phrase(tail)[-1].i + 1, name_end(context, tail)))
    end = hyphened_end(noun, end)
    when = (i for i in range(noun.i + 1, end - 1) if noun.doc[i].lower_ in WHEN and is_year(noun.doc[i + 1].text))
    people = (start for i in range(last.i + 1, end) if (start := somebody(context, noun, noun.doc[i])) is not None)
    span = context.span(noun.doc[first(noun) : min(next(when, end), next(people, end))])
    return role(context, span)


def hyphened_end(noun: Token, end: int) -> int:
    """Return where a title ends whose last word goes on behind a hyphen: "head of Miami|-Dade County"."""
    doc = noun.doc
    while (
        doc[end : end + 1].text == "-" and end + 1 < len(doc) and not (doc[end].whitespace_ or doc[end - 1].whitespace_)
    ):
        end += 2
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end - 1].pos_ == "PROPN":
            end += 1
    return end


def subjects_end(context: Context, tail: Token, end: int) -> int:
    """Return where the subjects of a ministry end: "minister of finance | and planning"."""
    doc, other = tail.doc, next((t for t in tail.conjuncts if t.i > tail.i), None)
    office = tail.head.head.lower_ in belonging.PORTFOLIO_HOLDERS and tail.lower_ in SUBJECTS
    joined = end + 1 < len(doc) and doc[end].lower_ in {"and", "&"} and other is not None
    if not office or not joined or other is None or other.left_edge.i != end + 1 or context.mention(other) is not None:
        return end
    return other.i + 1 if kind_of_noun(other) != "Person" else end


def name_end(context: Context, tail: Token) -> int:
    """Return where the name ends that a word stands in, which a parse may cut: "North Rhine | -Westphalia"."""
    mention, end = context.mention(tail), tail.i + 1
    while (
        mention is not None and mention.form == "name" and end < len(tail.doc) and tail.doc[end].idx < mention.span.end
    ):
        end += 1
    return end


def somebody(context: Context, noun: Token, token: Token) -> int | None:
    """Return where a person begins whom a title ends before: "Director of Intelligence | Gen. Jo Poe".

    Not so whose it is: "spokesman for Mrs. Poe", "press secretary to President Poe".
    """
    person = context.person(token)
    if person is None or person.span.start != token.idx:
        return None
    start = token.i
    while start > noun.i + 1 and (title_of(noun.doc[start - 1].text) or noun.doc[start - 1].text == "."):
        start -= 1
    before = noun.doc[start - 1]
    ends = before.text[0].isupper() or before.text == ")" or (before.text in SUBJECTS and start == token.i)
    return start if ends and before.i > noun.i and (noun.text[0].isupper() or before.text in SUBJECTS) else None


def belongs(context: Context, preposition: Token, tail: Token) -> bool:
    """Tell whether a phrase after a title is a part of it: not "minister on Thursday", "governor with a record"."""
    if preposition.lower_ in {"with", "in", "on", "at"} and context.mention(tail) is None:
        charge = preposition.lower_ == "in" and tail.lower_ in {"charge", "chief", "residence"}
        return charge or (preposition.lower_ == "at" and kind_of_noun(tail) == "Organization")
    office = preposition.head.lemma_.lower()
    if preposition.lower_ == "in" and office in STATESMEN and tail.ent_type_ in {"GPE", "LOC"}:
        return False  # "the president in Lisbon" is one there
    seat = office in LEGISLATORS
    home = preposition.lower_ == "from" and tail.ent_type_ in {"GPE", "LOC"} and not seat
    return tail.ent_type_ not in {"DATE", "TIME"} and not home


def first(noun: Token) -> int:
    """Return where a title starts: after articles, ages ("78-year-old"), and what is no part of "angry President"."""
    start = leftmost(noun)
    start = max((token.i + 1 for token in noun.doc[start : noun.i] if breaks(token, noun, start)), default=start)
    for holder in predicated.run_together(noun.head, noun) if noun.dep_ in {"oprd", "dobj"} else ():
        start = holder.i + 1
    while start < noun.i and (no_part(noun.doc[start]) or counted(noun.doc[start], noun)):
        start += 1
    return portfolio(noun, start) if noun.lower_ in belonging.PORTFOLIO_HOLDERS else start


def leftmost(noun: Token) -> int:
    """Return where the words before a title start: of "Home Secretary Amber Rudd" some hang on the name beside it."""
    start = noun.left_edge.i
    if managed(noun):
        start = noun.head.i
    if noun.dep_ in grammar.MODIFIERS or (noun.i and grammar.hyphened(noun.nbor(-1))):
        start = min([start, *(t.i for t in modifiers(noun))])
    return start


def breaks(token: Token, noun: Token, start: int) -> bool:
    """Tell whether a title only starts after a word: "78-year-old", "angry", "Ann Lee and", a dash."""
    doc, at = token.doc, token.i
    capital = noun.text[0].isupper() and not noun.is_sent_start
    aged = token.lower_ == "old" and doc[at - 1].text == "-"
    small = capital and token.text[0].islower() and not goes_on(token)
    # "vice-president Ann Lee and party president Jo Poe"
    another = token.lower_ in {"and", "&", ","} and at > start and doc[at - 1].ent_type_ == "PERSON"
    return aged or small or another or belonging.opens(token) or belonging.dashed(token, noun)


def goes_on(word: Token) -> bool:
    """Tell whether a word in small letters belongs to a title in capitals: "vice President", "army General"."""
    joined = grammar.hyphened(word) or (word.i > 0 and grammar.hyphened(word.nbor(-1))) or word.lower_ == "non"
    return joined or word.lower_ in QUALIFIERS or word.lower_ in SERVICES


def no_part(token: Token) -> bool:
    """Tell whether a word before a title is none of it: an article, "former", "ex-", a date, a sum."""
    if token.text == "-":
        return True
    if (token.lower_ in NOW and not token.is_upper) or praises(token) or given(token):
        return True
    sums = token.is_currency or (token.pos_ in {"NOUN", "PROPN", "ADJ"} and not grammar.runs_on(token))
    return token.dep_ in LEFT or token.lower_ in ENDED or token.is_space or sums or token.ent_type_ == "DATE"


def counted(token: Token, noun: Token) -> bool:
    """Tell whether a word counts those who did something: "the second minister to resign", "a Second Minister"."""
    deed = (c for c in grammar.children(noun, "acl", "relcl", "xcomp") if any(t.lower_ == "to" for t in c.lefts))
    return token.ent_type_ == "ORDINAL" and token.is_lower and any(deed)


def given(token: Token) -> bool:
    """Tell whether the parse takes a verb for a word of the title behind: "and appointed | director Jo Poe"."""
    return token.text in GIVEN and (token.i == 0 or token.nbor(-1).text != "-")


GIVEN = frozenset({"appointed", "named", "promoted"})


def praises(token: Token) -> bool:
    """Tell whether a word praises the holder, and is of no name: not "Popular Front leader"."""
    small = token.is_lower or (token.is_sent_start and token.nbor().is_lower)
    return token.lower_ in PRAISE and bool(small) and not token.ent_type_


def portfolio(noun: Token, start: int) -> int:
    """Return where the first of several subjects of a ministry starts: "Energy, Water and Climate Minister"."""
    doc, at, found = noun.doc, start, start
    joined = False
    while at > noun.sent.start:
        before = doc[at - 1]
        if before.lower_ in {"and", "&"} and not joined:
            joined = True
        elif before.text == "," and joined and doc[at].text[0].isupper():
            pass
        elif before.lower_ in SUBJECTS and (before.text[0].isupper() or (noun.is_lower and joined)):
            found = at - 1
        else:
            break
        at -= 1
    return found


def role(context: Context, span: Span) -> Mention:
    """Return the words of a title as a mention."""
    text = " ".join(context.article.text[span.start : span.end].split())
    return Mention(span, context.article.text[span.start : span.end], "Role", naming.shared("Role", text), "nominal")
