"""The words with which something begins, goes on or ends, on which its dates hang: "took office", "resigned"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.lexicon.words import words
from kg.extract.syntax import grammar
from kg.extract.syntax.voice import passive

#: Verbs with which something begins, goes on or ends.
START = words(
    "appoint elect name nominate make become take assume enter join hire recruit promote swear inaugurate install "
    "instal succeed replace move relocate settle emigrate marry wed acquire buy purchase begin start ordain crown"
)
GO_ON = words("be serve work act remain stay sit rule govern reign hold live reside play study attend teach coach have")
END = words(
    "resign retire quit leave step stand sack fire dismiss oust remove depose topple lose divorce separate graduate "
    "finish depart expel end expire vacate relinquish die"
)
#: Who is their object was there until then.
AFTER = words("succeed replace")
#: What a title's holder does of himself, without a word on which office it is: "Mayor Jo Poe resigned on Monday".
OWN = words("resign retire quit die") | {"step", "stand", "swear", "inaugurate", "elect", "appoint", "take"}
#: ... and what is done to him: "Mayor Jo Poe, who was sacked on Monday".
SUFFERED = words("sack fire dismiss oust remove depose")
#: ... and what must stand beside it: "step down", "take office".
BESIDE = {"step": {"down", "aside"}, "stand": {"down"}, "take": {"office", "over"}, "swear": {"in"}}
#: Which other office, and not the title's: "Senator Jo Poe was elected president".
OTHER = {"attr", "oprd", "dobj", "xcomp", "dative"}
#: What is to be done: "is due to take charge", "is set to resign".
DUE = words("due expect plan schedule set slate be")
#: By these a title hangs on the verb that tells of it.
ABOVE = {"attr", "oprd", "prep", "pobj", "dobj", "xcomp", "conj", "agent", "acomp"}


def hanging(trigger: Token, holder: Token, *, owned: bool) -> Iterator[tuple[Token, str]]:
    """Yield the words that dates of a fact hang on: its trigger, the verb above a title, what the holder does."""
    is_verb = trigger.pos_ in {"VERB", "AUX"}
    if not is_verb:
        yield trigger, "go on"
        if [trigger] == [child for child in holder.children if child.dep_ == "appos"]:
            yield holder, "go on"
    verb = trigger if is_verb else telling(trigger, holder, owned=owned)
    if (part := part_of(verb)) and not denied(verb):
        yield verb, "end" if verb.lemma_.lower() in AFTER and holder in grammar.patient(verb) else part
        yield from ((end, "end") for end in ended(verb))
    if owned and not is_verb:
        for deed in deeds(holder):
            if not denied(deed) and deed != verb:
                yield deed, "end" if deed.lemma_.lower() in END else "start"


def telling(title: Token, holder: Token, *, owned: bool) -> Token:
    """Return the verb that tells of a title, or the title where none does."""
    if holder.head.lemma_ in AFTER and holder in grammar.patient(holder.head):
        return holder.head  # "was named mayor in May, replacing Jo Poe"
    return above(title) if owned and not (title.dep_ == "conj" and listed(title)) else title


def ended(verb: Token) -> Iterator[Token]:
    """Yield the verbs beside one by which its subject ends what it began: "became mayor and resigned in 2014"."""
    for beside in verb.conjuncts:
        own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in beside.children)
        if beside.i > verb.i and not own and beside.lemma_.lower() in END and not denied(beside):
            yield beside


def listed(title: Token) -> bool:
    """Tell whether a title is one of several with commas between them, of which a time may be any one's."""
    return any(token.text == "," for token in title.doc[title.head.i : title.i])


def above(noun: Token) -> Token:
    """Return the verb that tells of a title: "was appointed chairman", "served as mayor", "took office as mayor"."""
    verb = noun
    while verb.dep_ in ABOVE and verb.head != verb and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    return verb


def part_of(verb: Token) -> str:
    """Return whether something begins, goes on or ends with a verb; "" where that is not told."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in {"VERB", "AUX"}:
        return ""
    if lemma == "swear" or lemma in START:
        return "start"
    if lemma in END:
        return "end"
    return "go on"


def denied(verb: Token) -> bool:
    """Tell whether a verb is negated."""
    return any(child.dep_ == "neg" for child in verb.children)


def deeds(holder: Token) -> Iterator[Token]:
    """Yield verbs by which a holder takes or leaves his office for good: not "quit and was elected again"."""
    above = [holder.head] if holder.dep_ in {"nsubj", "nsubjpass"} else []
    clauses = (child for child in holder.children if child.dep_ in {"relcl", "acl"})
    for verb in (*above, *clauses):
        lemma = verb.lemma_.lower()
        beside = {child.lower_ for child in verb.children}
        named = (c for c in verb.children if c.dep_ in OTHER and c.lower_ not in {"office", "over"})
        elsewhere = any(True for _ in named) or beside & {"as", "to", "from"}
        back = lemma in END and any(later.i > verb.i and later.lemma_.lower() in START for later in verb.conjuncts)
        done = lemma in OWN or (lemma in SUFFERED and passive(verb))
        if done and not elsewhere and not back and (lemma not in BESIDE or beside & BESIDE[lemma]):
            yield verb


def due(verb: Token) -> bool:
    """Tell whether it is to be done, seen from now: "is due to resign", "is to resign"; not "was due to resign"."""
    head = verb.head
    if head.lemma_.lower() not in DUE or not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return False
    return any(word.lemma_ == "be" and word.tag_ in {"VBZ", "VBP"} for word in (head, head.head, *head.lefts))
