"""From a word that a rule points at to the mention that it stands for."""

from collections.abc import Iterator

from kg import naming
from kg.extract.syntax.context import Context
from kg.facts import Mention, Span
from kg.language.parsed import Span as Words
from kg.language.parsed import Token
from kg.vocabulary import vocabulary

RELATIVE = {"WP", "WDT", "WP$", "WRB"}
PEOPLE = {"he", "she", "him", "her", "his", "who", "whom", "i", "me", "my", "himself", "herself"}
THINGS = {"it", "its", "itself", "which", "that"}
#: Pronouns that may be several people or an organization.
EITHER = {"we", "our", "us", "they", "their", "them"}
POSSIBLE_GROUPS = {"its", "their", "it", "they"}


def argument(context: Context, token: Token, wanted: str | None) -> Mention | None:
    """Return what a word stands for: a name, a pronoun with or without an antecedent, a date; None for other nouns."""
    found = context.mention(token) or introduced(context, token) or explained(context, token)
    if found is not None:
        return found
    if token.tag_ in RELATIVE:
        return relative(context, token)
    if token.tag_ in {"PRP", "PRP$"}:
        return unresolved(context, token, wanted)
    return None


def introduced(context: Context, noun: Token) -> Mention | None:
    """Return the name right after the noun that says what it is: "the actor Carl Boone", "the carmaker Acme"."""
    following = (c for c in noun.children if c.dep_ == "appos" and c.left_edge.i == noun.i + 1)
    name = next(following, None) if noun.pos_ == "NOUN" else None
    mention = None if name is None else context.mention(name)
    return mention if mention and mention.form == "name" else None


def explained(context: Context, noun: Token) -> Mention | None:
    """Return the name right before the noun that explains it: "Acme, a firm founded by Poe"."""
    near = noun.dep_ == "appos" and noun.left_edge.i - noun.head.i == len((noun.head, ","))
    mention = context.mention(noun.head) if near and noun.pos_ == "NOUN" else None
    return mention if mention and mention.form == "name" else None


def relative(context: Context, token: Token) -> Mention | None:
    """Return "who", "which" or "where" as a mention of the name before its clause."""
    verb = token.head
    while verb.dep_ not in {"relcl", "acl", "ROOT"}:
        verb = verb.head
    before = verb.head if verb.dep_ in {"relcl", "acl"} else None
    antecedent = None if before is None else context.mention(before) or person_said(context, token, before)
    if antecedent is None:
        return None
    return Mention(context.span(token), token.text, antecedent.kind, antecedent.entity, "pronoun")


def person_said(context: Context, who: Token, noun: Token) -> Mention | None:
    """Return the person of whom a copula says what a noun before "who" is: "Jo Poe is a lawyer who"."""
    only = noun.dep_ == "attr" and noun.head.lemma_ == "be" and noun.tag_ == "NN" and who.lower_ == "who"
    subjects = [c for c in noun.head.children if c.dep_ == "nsubj"] if only else []
    person = context.mention(subjects[0]) if len(subjects) == 1 and not list(subjects[0].conjuncts) else None
    return person if person is not None and person.kind == "Person" else None


def unresolved(context: Context, token: Token, wanted: str | None) -> Mention | None:
    """Return a pronoun whose antecedent is not known as somebody that only this sentence knows."""
    word = token.lower_
    kind = next((kind for kind in pronoun_kinds(word) if vocabulary().is_a(kind, wanted)), None)
    if kind is None:
        return None
    subject = speaking(context, token) if kind == "Organization" and word in POSSIBLE_GROUPS else None
    if subject is not None:
        return Mention(context.span(token), token.text, subject.kind, subject.entity, "pronoun")
    key = naming.local(context.article.id, kind, f"{word} {token.sent.start_char}")
    return Mention(context.span(token), token.text, kind, key, "pronoun")


def pronoun_kinds(word: str) -> tuple[str, ...]:
    """Return what a pronoun without a known antecedent may stand for."""
    if word in EITHER:
        return ("Person", "Organization")
    if word in PEOPLE:
        return ("Person",)
    return ("Organization", "Place") if word == "where" else ("Organization",) if word in THINGS else ()


def speaking(context: Context, token: Token) -> Mention | None:
    """Return the organization that is the subject of the sentence before the pronoun: "Acme said it …"."""
    for before in reversed(context.doc[token.sent.start : token.i]):
        mention = context.mention(before)
        if mention and mention.kind == "Organization" and before.dep_ in {"nsubj", "nsubjpass"}:
            return mention
    return None


def echoes(context: Context, mention: Mention, trigger: Token) -> Iterator[Mention]:
    """Yield the mention and the others of the same thing in the sentence: what is said of one is said of all."""
    yield mention
    if mention.form in {"name", "pronoun"}:
        for token in trigger.sent:
            other = context.mention(token) or (relative(context, token) if token.tag_ in RELATIVE else None)
            if other and other.entity == mention.entity and other != mention and other.span.start == token.idx:
                yield other


def places_after(context: Context, mention: Mention) -> Iterator[Mention]:
    """Yield the larger places that follow a place after commas: "Pawtucket, Rhode Island, USA"."""
    words = context.doc.char_span(*mention.span, alignment_mode="expand")
    at = words.end if words is not None else len(context.doc)
    while at + 1 < len(context.doc) and context.doc[at].text == ",":
        larger = context.mention(context.doc[at + 1])
        if larger is None or larger.kind != "Place" or larger.span.start != context.doc[at + 1].idx:
            return
        yield larger
        after = context.doc.char_span(*larger.span, alignment_mode="expand")
        at = after.end if after is not None else len(context.doc)


def word(context: Context, mention: Mention) -> Token:
    """Return the word of a mention that the parse hangs on."""
    return cover(context, mention.span).root


def day(context: Context, span: Span) -> Token | Mention:
    """Return the date that a span is: of "1875–1900", one word, there are two."""
    return next((m for m in context.mentions if m.kind == "Date" and m.span == span), at(context, span))


def at(context: Context, span: Span) -> Token:
    """Return the first word inside a span."""
    return cover(context, span)[0]


def cover(context: Context, span: Span) -> Words:
    """Return the words that a span touches; the span lies in the text, so that there are some."""
    words = context.doc.char_span(*span, alignment_mode="expand")
    return context.doc[0:0] if words is None else words
