"""The words with which something begins, goes on or ends, on which its dates hang: "took office", "resigned"."""

from collections.abc import Iterator

from kg.extract.dates.absolute import MONTHS
from kg.extract.lexicon.words import words
from kg.extract.syntax import grammar
from kg.extract.syntax.voice import passive
from kg.language.parsed import Token

#: Verbs with which something begins or ends.
START = words(
    "appoint elect name nominate make become take assume enter join hire recruit promote swear inaugurate install "
    "instal succeed replace move relocate settle emigrate marry wed acquire buy purchase begin start ordain crown"
)
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
#: What lets somebody go, as the parser names it.
BODIES = frozenset({"ORG", "GPE"})
#: What is to be done: "is due to take charge", "is set to resign".
DUE = words("due expect plan schedule set slate be")
#: By which one tells what is to be.
FORETELLING = words("say announce confirm tell add disclose reveal state report")
#: By which somebody keeps his office: "resigned from the party but will stay on as mayor".
STAYING = words("stay remain continue")
#: By which somebody takes a wife or a husband, and no office.
WEDDING = words("marry wed divorce separate")
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
            if not denied(deed) and deed != verb and not stays(deed, trigger):
                yield deed, "end" if deed.lemma_.lower() in END else "start"


def telling(title: Token, holder: Token, *, owned: bool) -> Token:
    """Return the verb that tells of a title, or the title where none does."""
    if holder.head.lemma_ in AFTER and holder in grammar.patient(holder.head):
        return holder.head  # "was named mayor in May, replacing Jo Poe"
    verb = above(title)
    return verb if owned and not of_another(title, verb) else title


def of_another(title: Token, verb: Token) -> bool:
    """Tell whether the time of a verb above a title need not be its own: "was a, b and c", "married the painter"."""
    return (title.dep_ == "conj" and listed(title)) or verb.lemma_.lower() in WEDDING


def ended(verb: Token) -> Iterator[Token]:
    """Yield the verbs beside one by which its subject ends what it began: "became mayor and resigned in 2014"."""
    yield from widowed(verb)
    for beside in verb.conjuncts:
        own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in beside.children)
        if beside.i > verb.i and not own and beside.lemma_.lower() in END and not denied(beside):
            yield beside


def widowed(verb: Token) -> Iterator[Token]:
    """Yield the deaths by which a marriage ends, told beside the wedding: "married Jo Poe, who died in 2004"."""
    if verb.lemma_.lower() in {"marry", "wed"}:
        spouses = (one for spouse in grammar.patient(verb) for one in (spouse, *grammar.children(spouse, "appos")))
        deaths = (death for spouse in spouses for death in grammar.children(spouse, "relcl"))
        yield from (death for death in deaths if death.lemma_ == "die" and death.tag_ == "VBD" and not denied(death))


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
        if is_deed(verb) and not elsewhere(verb, holder) and not undone(verb):
            yield verb


def is_deed(verb: Token) -> bool:
    """Tell whether a verb is of taking or leaving an office: "resigned", "was sworn in"."""
    lemma = verb.lemma_.lower()
    done = lemma in OWN or (lemma in SUFFERED and passive(verb))
    return done and (lemma not in BESIDE or any(child.lower_ in BESIDE[lemma] for child in verb.children))


def elsewhere(verb: Token, holder: Token) -> bool:
    """Tell whether a verb names another office or body: "was elected mayor", "resigned from the board"."""
    named = any(c.dep_ in OTHER and c.lower_ not in {"office", "over"} for c in verb.children)
    said_as = any(child.lower_ in {"as", "to"} for child in verb.children)
    return named or said_as or from_another(verb) or by_another(verb, holder)


def undone(verb: Token) -> bool:
    """Tell whether who left came back: "quit and was elected again"."""
    later = (word for word in verb.conjuncts if word.i > verb.i)
    return verb.lemma_.lower() in END and any(word.lemma_.lower() in START for word in later)


def from_another(verb: Token) -> bool:
    """Tell whether a verb names what somebody leaves: "resigned from the board", "resigned in protest from it"."""
    steps = [child for child in verb.rights if child.dep_ == "prep"]
    below = [p for step in steps for noun in step.children for p in noun.children if p.dep_ == "prep"]
    return any(step.lower_ == "from" for step in (*steps, *below))


def by_another(verb: Token, holder: Token) -> bool:
    """Tell whether a body that only the clause names let him go: "Leeds coach Jo Poe, who was sacked by Ajax"."""
    start = holder.i
    while start > holder.sent.start and holder.nbor(start - 1 - holder.i).pos_ == "PROPN":
        start -= 1
    before = [*holder.doc[holder.sent.start : start], *holder.doc[holder.i + 1 : verb.left_edge.i]]
    bodies = {
        body.text for by in verb.children if by.dep_ == "agent" for body in by.children if body.ent_type_ in BODIES
    }
    other = any(word.text[0].isupper() and word.pos_ != "DET" for word in before)
    return verb.dep_ == "relcl" and other and bool(bodies) and bodies.isdisjoint(word.text for word in before)


def stays(verb: Token, title: Token) -> bool:
    """Tell whether somebody leaves another thing than his office, in which he stays: "but will stay on as mayor"."""
    later = [word for word in verb.conjuncts if word.i > verb.i and word.lemma_.lower() in STAYING and not denied(word)]
    offices = (noun for word in later for way in word.children for noun in (way, *way.children))
    return any(noun.lemma_ == title.lemma_ for noun in offices)


def foretold(verb: Token) -> bool:
    """Tell whether a verb is of a future told of now: "said he would resign in May", not "said in March he would"."""
    said = verb.head
    would = any(child.dep_ == "aux" and child.lower_ == "would" for child in verb.children)
    unless = any(child.dep_ == "advcl" for child in verb.children)  # "would resign if they asked"
    of_now = not any(word.lower_ in MONTHS or word.is_digit for way in said.children for word in (way, *way.children))
    tells = verb.dep_ == "ccomp" and said.tag_ == "VBD" and said.lemma_.lower() in FORETELLING
    return would and tells and of_now and not unless


def due(verb: Token) -> bool:
    """Tell whether it is to be done, seen from now: "is due to resign", "is to resign"; not "was due to resign"."""
    head = verb.head
    if head.lemma_.lower() not in DUE or not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return False
    return any(word.lemma_ == "be" and word.tag_ in {"VBZ", "VBP"} for word in (head, head.head, *head.lefts))
