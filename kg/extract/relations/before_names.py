"""Whose title stands before his name, whatever is between: "Mayor of Lyon Jo Poe", "negotiator Colonel Jo Poe"."""

from collections.abc import Iterator

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import KIN, kind_of_noun
from kg.extract.lexicon.courtesy import HONORIFICS, RANKS
from kg.extract.lexicon.words import words as listed
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.language.parsed import Token

#: Titles that a parser takes for names after another title.
TITLES_ALONE = gazetteer.words("nouns of offices") | listed("const constable election executive officer inspector")
#: The longest name of what a title is of, in tokens, between "of" and the name of its holder.
LONGEST_BODY = 9
#: What leads from a title in capitals to what it is of, and from one in small letters to the subject of an office.
OF, ON = frozenset({"of", "for", "to"}), frozenset({"of", "for", "on"})
SUBJECTS = gazetteer.words("subjects of ministries")
SMALL = frozenset({"and", "&", "of", "for", "in", "the"})
#: Of whom the verb is one of several: "its chairman and president Jo Poe were late".
SEVERAL = frozenset({"were", "are", "have"})
#: Short forms of titles in the plural.
MANY = frozenset({"sens.", "reps.", "govs.", "profs.", "drs.", "gens."})
#: How far behind "and" the second of two titles ends.
NEAR = 5


#: What a name is said with behind a title in small letters: "the chancellor, Archbishop Jo Poe".
STYLES = RANKS | frozenset({"archbishop", "bishop", "cardinal", "judge", "justice", "professor", "prof", "senator"})


def before_name(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the name that a title stands before: "Home Secretary Amber Rudd", "chairman and founder Bill Gates"."""
    at = name_start(context, noun)
    following = noun.doc[at] if at < len(noun.doc) else None
    own = context.mention(noun)
    if following is None or (own and own.form == "name" and own.kind != "Person"):
        return
    mention = context.mention(following)
    begins = mention and mention is not own and mention.form == "name" and mention.span.start == following.idx
    if mention is not None and mention.text.rstrip(".").lower() in TITLES_ALONE:
        return  # "Chief Executive", "Deputy Chief Const."
    if begins and (following.ent_type_ or following.pos_ == "PROPN"):
        name = last_word(context, following)
        if not (name.head.dep_ == "relcl" and name.head.head == noun):  # "the judge Jo Poe spoke of"
            yield name
            yield from others(context, noun, name)


def others(context: Context, noun: Token, name: Token) -> Iterator[Token]:
    """Yield the further names behind a title in the plural: "Sens. Ann Lee and Jo Poe", not "and Mayor Jo Poe"."""
    if noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in MANY:
        for other in name.conjuncts:
            person = context.person(other)
            words = context.doc.char_span(*person.span) if person is not None and other.i > name.i else None
            if words and words[0].nbor(-1).lower_ in {"and", "&", ","}:
                yield other


def name_start(context: Context, noun: Token) -> int:
    """Return where the name may start that a title stands before."""
    at, capital = noun.i + 1, noun.text[0].isupper()
    if capital:
        at = after_brackets(noun, at)  # "Chief Secretary (Health) Jo Poe"
    opens = noun.doc[at : at + 1].text
    if opens in OF and capital:
        at = after_of(context, noun.doc[at]) or at  # "Secretary of State Jo Poe", "Mayor of Lyon Jo Poe"
    elif opens in ON:
        at = after_subject(noun, at)  # "spokeswoman on foreign affairs Jo Poe"
    return after_honorifics(context, noun, at)


def after_brackets(noun: Token, at: int) -> int:
    """Return where the text goes on after a few words in brackets, if such stand there."""
    words = [token.text for token in noun.doc[at : at + NEAR]]
    return at + words.index(")") + 1 if words[:1] == ["("] and ")" in words else at


def after_honorifics(context: Context, noun: Token, at: int) -> int:
    """Return where the text goes on after what a name is said with: "Datuk Seri", "Sir", after small letters a rank."""
    said = HONORIFICS if noun.text[0].isupper() else HONORIFICS | STYLES
    start, doc = at, noun.doc
    while at < len(doc) and doc[at].lower_.rstrip(".") in said and doc[at].text[0].isupper():
        at += 1
        at += at < len(doc) and doc[at].text == "." and not doc[at].is_sent_start
    person = context.mention(doc[at]) if start < at < len(doc) else None
    return at if person is not None and person.kind == "Person" else start


def after_of(context: Context, preposition: Token) -> int | None:
    """Return where a person's name starts right after what a title is of: "Director of National Statistics Jo Poe"."""
    skip = preposition.i + 1
    for token in preposition.doc[preposition.i + 1 : preposition.i + LONGEST_BODY]:
        if token.i < skip:
            continue
        mention = context.mention(token)
        known = token.i > preposition.i + 1 and mention is not None and mention.form == "name"
        if known and mention is not None and mention.kind == "Person":
            apart = token.nbor(-1).text[0].isupper() or token.nbor(-1).text == ")"
            return token.i if apart and mention.span.start == token.idx else None
        skip = after_brackets(preposition, token.i)
        if skip == token.i and not (token.text[0].isupper() or token.lower_ in SMALL):
            return None
    return None


def after_subject(noun: Token, at: int) -> int:
    """Return where the text goes on after the subject of an office in small letters, if one stands there."""
    end = at + 1
    while end < len(noun.doc) and (noun.doc[end].text in SUBJECTS or noun.doc[end].text in {"and", "&"}):
        end += 1
    return end if end > at + 1 else at


def last_word(context: Context, token: Token) -> Token:
    """Return the last word of the name that the token begins: the parse hangs on it."""
    mention = context.mention(token)
    while token.i + 1 < len(token.doc) and context.mention(token.nbor()) is mention:
        token = token.nbor()
    return token


def jointly(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the name before which a title stands with another: "club chairman and owner Jo Poe".

    With an article they are two: "the president and Prime Minister Jo Poe".
    """
    own = any(True for _ in grammar.children(noun, "det", "poss", "appos"))
    if own or noun.doc[noun.i + 1 : noun.i + 2].text != "and" or noun.lower_ in KIN or several(noun):
        return
    for second in noun.doc[noun.i + 2 : noun.i + 2 + NEAR]:
        if second.pos_ not in {"NOUN", "ADJ"} or not second.is_lower:
            return
        if second.pos_ == "NOUN" and kind_of_noun(second) == "Person" and second.lower_ not in KIN:
            yield from before_name(context, second)


def several(noun: Token) -> bool:
    """Tell whether what is said is said of more than one."""
    verb = noun.head
    return any(word.lower_ in SEVERAL for word in (verb, *grammar.children(verb, "aux", "auxpass")))
