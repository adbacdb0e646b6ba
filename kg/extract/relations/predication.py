"""What a noun is said of: "chief executive Tim Cook", "she became head of the bank", "resigned as mayor"."""

from collections.abc import Iterator

from kg.extract.lexicon.common_nouns import KIN
from kg.extract.relations.before_names import after_honorifics, before_name, jointly, last_word
from kg.extract.relations.predicated import predicated
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.extract.syntax.titles import serves, until_now
from kg.language.parsed import Token

#: "one of their soldiers"
ONE = {"one", "some", "two", "three", "many", "several"}
#: What leads from a noun to what it is a noun of.
OF = ("of", "for", "at", "in", "with", "from", "to", "on", "within")
#: Whose land the parser may take for somebody: "the Emir of Zazzau, Nuhu Poe".
RULERS = frozenset({"emir", "sultan", "oba", "king", "queen", "bishop", "archbishop", "mayor", "governor"})
#: Who go by a title in the plural are others than who is named behind it.
PLURAL = frozenset({"NNS", "NNPS"})


def holders(context: Context, noun: Token, depth: int = 3) -> Iterator[Token]:
    """Yield the words that the noun is said of; coordinated ones each. Every rule asks that of a noun again."""
    if (noun, depth) not in context.holders:
        context.holders[noun, depth] = tuple(_holders(context, noun, depth))
    yield from context.holders[noun, depth]


def _holders(context: Context, noun: Token, depth: int) -> Iterator[Token]:
    if (elect := whole(noun)) != noun:
        yield from holders(context, elect, depth)
        return
    yield from before_name(context, noun)
    torn = list(after_complement(context, noun))
    yield from torn
    if noun.dep_ == "appos" and context.mention(noun) is None:
        yield from explained(context, noun, depth)
    beside = [] if torn or serves(noun) else [name for end in explaining(noun) for name in named(context, end)]
    yield from beside or set_off(context, noun)
    yield from predicated(noun)
    if until_now(noun):
        yield from named(context, noun.head.head)  # "Jo Poe, until now head of sales,"
    yield from identified(context, noun)
    if depth:
        yield from shared(context, noun, depth - 1)


def identified(context: Context, noun: Token) -> Iterator[Token]:
    """Yield who a noun turns out to be: "her father was Karl Lee", "the mayor of Leeds is Ann Lee"."""
    verb = noun.head
    owned = any(True for _ in grammar.children(noun, "poss", "prep"))
    now = (verb.tag_ == "VBZ" or noun.lower_ in KIN) and not any(True for _ in grammar.children(verb, "neg"))
    if noun.dep_ == "nsubj" and verb.lemma_ == "be" and owned and now:
        for end in grammar.children(verb, "attr"):
            if context.person(end) is not None:
                yield end


def explaining(noun: Token) -> Iterator[Token]:
    """Yield what stands in apposition to a noun: all of several behind a plural, "his parents, Ann and Bob Lee".

    Capitals in brackets are short for a body: "the Leader of the House (GRC)".
    """
    for end in grammar.children(noun, "appos"):
        if not (end.is_upper and noun.doc[end.left_edge.i - 1].text == "("):
            yield from grammar.spread(end) if noun.tag_ == "NNS" else (end,)


def explained(context: Context, noun: Token, depth: int) -> Iterator[Token]:
    """Yield whom an apposition explains: "Ann Lee, the mayor", "Ann Lee and Jo Poe, both professors"."""
    first = noun.head
    while noun.tag_ == "NNS" and first.dep_ == "conj" and first.head.i < first.i:
        first = first.head  # the parse may hang it on the last of several
    sharers = grammar.spread(first) if noun.tag_ == "NNS" else (nearest(context, noun),)
    found = [name for each in sharers if each != noun for name in named(context, each)]
    yield from found or (holders(context, noun.head, depth - 1) if depth else ())


def nearest(context: Context, noun: Token) -> Token:
    """Return what an apposition explains, which the parse may hang on the first of several: "and Bob Poe, a baker"."""
    comma = noun.left_edge.i - 1
    last = noun.doc[comma - 1] if comma > 0 and noun.doc[comma].text == "," else noun.head
    person = context.person(last)
    beside = person is not None and " " in person.text and noun.head in last.ancestors
    return last if beside and context.mention(noun.head) is not None and last.dep_ in {"conj", "appos"} else noun.head


def shared(context: Context, noun: Token, depth: int) -> Iterator[Token]:
    """Yield the holders of the word that a noun goes with: "one of the directors", "founder and chairman"."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in ONE:
        yield from holders(context, head.head, depth)
    elif noun.dep_ == "conj" and head.i < noun.i and shares(context, noun):
        yield from holders(context, head, depth)
    else:
        yield from jointly(context, noun)


def whole(noun: Token) -> Token:
    """Return the word that ends a title: "elect" of "president-elect", or else the noun itself."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return after[-1] if after.text.lower() in {"-elect", "-designate"} else noun


def shares(context: Context, noun: Token) -> bool:
    """Tell whether a coordinated noun is said of the same as the one before: not "his wife Ann and their daughter"."""
    own = any(True for _ in grammar.children(noun, "poss", "appos"))
    return not own and context.mention(noun.head) is None and not any(True for _ in before_name(context, noun))


def named(context: Context, token: Token) -> list[Token]:
    """Return the token if a name or pronoun stands there."""
    found = context.mention(token)
    if (found and found.form != "nominal") or token.tag_ in {"PRP", "WP"}:
        return [token]
    # "her wife, the potter Ann Lee"
    inner = [c for c in grammar.children(token, "appos") if c.left_edge.i == token.i + 1 and token.tag_ == "NN"]
    return [c for c in inner if context.person(c) is not None][:1]


def after_complement(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the person whom the parse tore from a title before: "a meeting with the head of the SSC, Jo Poe"."""
    comma = comma_behind(noun)
    if comma is None or noun.nbor().lower_ not in OF or fronted(noun) or serves(noun) or between(context, noun, comma):
        return
    first = noun.doc[after_honorifics(context, noun, comma.i + 1)]
    person = context.person(first)
    if person is not None and person.span.start in {first.idx, comma.nbor().idx}:
        name = last_word(context, first)
        known = noun.dep_ == "appos" or name.head == noun
        if not known and ends_phrase(name):
            yield name


def comma_behind(noun: Token) -> Token | None:
    """Return the comma that ends what a title is of, before any verb."""
    ends = (t for t in noun.doc[noun.i + 1 : noun.i + 14] if t.text == "," or t.pos_ in {"VERB", "AUX"})
    end = next(ends, noun)
    return end if end.text == "," and end.i + 1 < len(noun.doc) else None


def between(context: Context, noun: Token, comma: Token) -> bool:
    """Tell whether somebody of whom a name may be said stands before the comma: "a friend of Ann Lee, Jo Poe"."""
    if any(map(serves, noun.doc[noun.i + 1 : comma.i])):
        return False
    found = map(context.mention, noun.doc[noun.i + 1 + 2 * (noun.lower_ in RULERS) : comma.i])
    return any(m is not None and m.kind == "Person" for m in found)


def ends_phrase(name: Token) -> bool:
    """Tell whether a mark or a verb stands behind a name, or nothing."""
    after = name.doc[name.i + 1 : name.i + 2]
    return not len(after) or after.text in {",", ".", ";"} or after[0].pos_ in {"VERB", "AUX"}


def fronted(noun: Token) -> bool:
    """Tell whether a noun is the object of what somebody does who is named behind: "Addressing students, Ann Lee"."""
    return noun.dep_ == "dobj" and (
        noun.tag_ in PLURAL or (noun.head.tag_ == "VBG" and noun.head.is_sent_start is True)
    )


def set_off(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the person between commas after an owned noun, however that is parsed: "her husband, Per Lind, died"."""
    words = noun.doc[noun.i + 1 : noun.i + 3]
    owned = any(True for _ in grammar.children(noun, "poss"))
    person = context.person(words[1]) if owned and len(words) > 1 and words[0].text == "," else None
    if person and person.span.start == words[1].idx:
        last = last_word(context, words[1])
        if noun.doc[last.i + 1 : last.i + 2].text in {",", "."}:
            yield last
