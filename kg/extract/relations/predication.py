"""What a noun is said of: "chief executive Tim Cook", "she became head of the bank", "resigned as mayor"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.lexicon.common_nouns import KIN
from kg.extract.relations.before_names import after_honorifics, before_name, jointly, last_word
from kg.extract.relations.predicates import FRAMES, given
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.extract.syntax.voice import passive

#: "one of their soldiers"
ONE = {"one", "some", "two", "three", "many", "several"}
#: What leads from a noun to what it is a noun of.
OF = ("of", "for", "at", "in", "with", "from", "to", "on", "within")
#: Who leaves after years "as" something: "the resignation of Jo Poe after two years as mayor".
DEPARTURES = frozenset(
    {"departure", "death", "dismissal", "exit", "ouster", "removal", "resignation", "retirement", "sacking"}
)
#: Whose land the parser may take for somebody: "the Emir of Zazzau, Nuhu Poe".
RULERS = frozenset({"emir", "sultan", "oba", "king", "queen", "bishop", "archbishop", "mayor", "governor"})
#: Offices of those who work for the holder of another.
ASSISTANTS = frozenset({"adviser", "advisor", "secretary", "assistant", "aide", "counsel", "deputy", "chief"})


def holders(context: Context, noun: Token, depth: int = 3) -> Iterator[Token]:
    """Yield the words that the noun is said of; coordinated ones each."""
    if (elect := whole(noun)) != noun:
        yield from holders(context, elect, depth)
        return
    yield from before_name(context, noun)
    torn = list(after_complement(context, noun))
    yield from torn
    if noun.dep_ == "appos" and context.mention(noun) is None:
        yield from explained(context, noun, depth)
    beside = [] if torn else [name for end in explaining(noun) for name in named(context, end)]
    yield from beside or set_off(context, noun)
    yield from predicated(noun)
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
            person = context.mention(end)
            if person is not None and (person.kind, person.form) == ("Person", "name"):
                yield end


def explaining(noun: Token) -> Iterator[Token]:
    """Yield what stands in apposition to a noun: all of several behind a plural, "his parents, Ann and Bob Lee"."""
    for end in grammar.children(noun, "appos"):
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
    mention = context.mention(last)
    named_one = mention is not None and (mention.kind, mention.form) == ("Person", "name") and " " in mention.text
    beside = named_one and noun.head in last.ancestors
    return last if beside and context.mention(noun.head) is not None and last.dep_ in {"conj", "appos"} else noun.head


def predicated(noun: Token) -> Iterator[Token]:
    """Yield of whom a verb says what the noun says: "is the mayor", "named Ann Lee mayor", "resigned as mayor"."""
    as_noun = noun.dep_ == "pobj" and noun.head.lower_ == "as"
    verb = noun.head.head if as_noun else noun.head
    match given(verb, "as" if as_noun else FRAMES.get(noun.dep_, ""), noun):
        case "subject":
            yield from subjects(verb)
        case "named":
            yield from named_by(verb, noun)
        case "both":
            yield from (each for end in (*grammar.actor(verb), *grammar.patient(verb)) for each in grammar.spread(end))
        case "doer":
            yield from doers(verb)
        case "beside":
            yield from grammar.children(verb, "appos")
        case "owner":
            yield from owner_of_time(verb)
    yield from replaced(noun)


def replaced(noun: Token) -> Iterator[Token]:
    """Yield whom somebody replaces in the office that he is given: "was named mayor, replacing Jo Poe"."""
    as_noun = noun.dep_ == "pobj" and noun.head.lower_ == "as"
    verb = noun.head.head if noun.head.lower_ == "as" else noun.head
    given_one = (as_noun or noun.dep_ in {*FRAMES, "pobj"}) and given(verb, "office", noun)
    torn = any(t.ent_type_ == "PERSON" for t in noun.lefts) and not run_together(verb, noun)
    if given_one and not (torn or noun.conjuncts):
        for clause in grammar.children(verb, "advcl"):
            if given(clause, "meanwhile", noun):
                yield from grammar.patient(clause)


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
    return after[1] if after.text.lower() in {"-elect", "-designate"} else noun


def shares(context: Context, noun: Token) -> bool:
    """Tell whether a coordinated noun is said of the same as the one before: not "his wife Ann and their daughter"."""
    own = any(True for _ in grammar.children(noun, "poss", "appos"))
    return not own and context.mention(noun.head) is None and not any(True for _ in before_name(context, noun))


def named(context: Context, token: Token) -> list[Token]:
    """Return the token if a name or pronoun stands there."""
    found = context.mention(token)
    return [token] if (found and found.form != "nominal") or token.tag_ in {"PRP", "WP"} else []


def after_complement(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the person whom the parse tore from a title before: "a meeting with the head of the SSC, Jo Poe"."""
    comma = next((t for t in noun.doc[noun.i + 1 : noun.i + 14] if t.text == "," or t.pos_ in {"VERB", "AUX"}), noun)
    if comma.text != "," or comma.i + 1 >= len(noun.doc) or noun.nbor().lower_ not in OF:
        return
    between = filter(None, map(context.mention, noun.doc[noun.i + 1 + 2 * (noun.lower_ in RULERS) : comma.i]))
    first = noun.doc[after_honorifics(context, noun, comma.i + 1)]
    person = None if any(m.kind == "Person" for m in between) or is_whose(noun) else context.mention(first)
    if (
        person
        and person.kind == "Person"
        and person.form == "name"
        and person.span.start in {first.idx, comma.nbor().idx}
    ):
        name = last_word(context, first)
        after = noun.doc[name.i + 1 : name.i + 2]
        known = noun.dep_ == "appos" or name.head == noun
        ends = not len(after) or after.text in {",", ".", ";"} or after[0].pos_ in {"VERB", "AUX"}
        if not known and ends:
            yield name


def is_whose(noun: Token) -> bool:
    """Tell whether an office only tells whom another works for: "the Special Adviser to the President on Energy"."""
    to = noun.head
    return noun.dep_ == "pobj" and to.lower_ == "to" and to.head.lemma_.lower() in ASSISTANTS


def set_off(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the person between commas after an owned noun, however that is parsed: "her husband, Per Lind, died"."""
    words = noun.doc[noun.i + 1 : noun.i + 3]
    owned = any(True for _ in grammar.children(noun, "poss"))
    mention = context.mention(words[1]) if owned and len(words) > 1 and words[0].text == "," else None
    if mention and (mention.kind, mention.form, mention.span.start) == ("Person", "name", words[1].idx):
        last = last_word(context, words[1])
        if noun.doc[last.i + 1 : last.i + 2].text in {",", "."}:
            yield last


def subjects(verb: Token) -> Iterator[Token]:
    """Yield the subject of a verb, coordinated ones each."""
    for token in grammar.subject(verb):
        yield from grammar.spread(token)


def named_by(verb: Token, noun: Token) -> Iterator[Token]:
    """Yield who is made what the noun says: "was named chief executive", "named her chief executive"."""
    if passive(verb):
        yield from subjects(verb)
    else:
        yield from (t for t in verb.children if t.dep_ in {"dobj", "dative", "nsubj"} and verb.i < t.i < noun.i)
        yield from (t for t in noun.children if t.dep_ == "nsubj")
        yield from run_together(verb, noun)


def run_together(verb: Token, noun: Token) -> list[Token]:
    """Return whom the parser took for words of the title that he is given: "named [Jo Poe finance minister]".

    "named Trump ally Jo Poe" names a person last.
    """
    people = [t for t in grammar.children(noun, "compound", "nmod") if t.ent_type_ == "PERSON"]
    last = max(people, key=lambda t: t.i, default=None)
    whole_name = last is not None and last.i > 0 and last.nbor(-1).ent_type_ == "PERSON" and noun.ent_type_ != "PERSON"
    starts = last is not None and all(t.ent_type_ == "PERSON" for t in noun.doc[verb.i + 1 : last.i])
    return [last] if last is not None and whole_name and starts else []


def doers(verb: Token) -> Iterator[Token]:
    """Yield who is or acts "as" something: the object of a transitive active verb, else the subject."""
    objects = list(grammar.children(verb, "dobj", "oprd")) if not passive(verb) else []
    people = [person for end in objects for person in (end, *grammar.children(end, "appos")) if is_person(person)]
    yield from people or subjects(verb)


def is_person(token: Token) -> bool:
    """Tell whether a word is a person's name or a pronoun of persons."""
    return token.ent_type_ == "PERSON" or token.tag_ == "PRP"


def owner_of_time(noun: Token) -> Iterator[Token]:
    """Yield whose time it is that somebody has "as" something: "his tenure as president", "won a seat as a member"."""
    top = noun
    while top.head != top and top.pos_ not in {"VERB", "AUX"}:
        top = top.head
    left = [t for t in top.subtree if t.lemma_ in DEPARTURES and t.i < noun.i]
    named = [n for t in left for p in grammar.children(t, "prep") if p.lower_ == "of" for n in p.children]
    owner = [*grammar.children(noun, "poss"), *(named or [n for t in left for n in grammar.children(t, "poss")])]
    yield from owner or subjects(top)
