"""Who stands beside a cue: the subject of a verb, wherever the sentence has put it."""

from kg.extract.quotes import cues
from kg.extract.syntax import voice
from kg.extract.syntax.tree import dependents
from kg.language.parsed import Span as Words
from kg.language.parsed import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
#: Where a verb has no subject of its own, it has that of the verb it hangs on.
SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "parataxis"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
INDEFINITE = frozenset({"a", "an", "another", "one", "some"})
STEPS = 5
#: What the parse takes for a subject too: "Minutes after the vote, Lee said".
TIMES = frozenset({"second", "minute", "moment", "hour", "day", "week", "month", "year"})
#: What joins another's words to those of the first.
CONTRASTS = frozenset({"while", "whilst", "whereas"})


def after_comma(word: Token) -> bool:
    """Tell whether a comma stands before the words of a token's phrase or clause."""
    first = word.left_edge.i
    return first > 0 and word.doc[first - 1].text == ","


def subject(verb: Token) -> Token | None:
    """Return the head of the phrase that says what the verb cues, or None where the sentence does not tell."""
    word = verb
    if (
        word.dep_ == "conj"
        and word.head.dep_ == "ccomp"
        and _own(word) is None
        and not cues.QUOTE.isdisjoint({cues.lemma(word.head.head)})
    ):
        # Khan said the plan was wrong and added, "X": he added it, not the plan.
        word = word.head.head
    if (other := torn(verb) or owned(verb)) is not None:
        return other
    for _ in range(STEPS):
        if own := dependents(word, *SUBJECTS):
            return _meant(next((noun for noun in own if noun.lemma_ not in TIMES), own[0]), word)
        if word.dep_ in {"acl", "relcl"}:
            return _of_noun(word)
        if word.dep_ not in SHARES_SUBJECT or word.head.i == word.i:
            return None
        word = word.head
    return None


def torn(verb: Token) -> Token | None:
    """Return the subject that the parse gives to "while": "vows to stay whilst | Lee says", as headlines have it."""
    before = verb.doc[max(verb.i - 1, 0)]
    governs = before.dep_ == "pobj" and before.head.lower_ in CONTRASTS and before.i == verb.i - 1
    return before if governs and not dependents(verb, *SUBJECTS) else None


def owned(verb: Token) -> Token | None:
    """Return the subject that the parse has hung on what has him: "the board, whose chairman, Jo Poe, | said"."""
    doc, comma = verb.doc, verb.i - 1
    if comma < 1 or doc[comma].text != "," or dependents(verb, *SUBJECTS):
        return None
    name = doc[comma - 1]
    noun = name.head if name.dep_ == "appos" else name
    return name if any(c.tag_ == "WP$" for c in noun.lefts) and noun.dep_ == "appos" else None


def _of_noun(verb: Token) -> Token | None:
    """Return whose words a verb on a noun gives: the noun's, or those of the one who issues "a statement saying".

    A noun of action says nothing itself: in "Khan's attempt to show" it is Khan who shows.
    """
    noun = verb.head
    issued = noun.dep_ in {"dobj", "pobj"} and noun.lemma_.lower() in cues.MESSAGES
    infinitive = any(child.tag_ == "TO" for child in verb.lefts)
    if infinitive and (owner := next((child for child in noun.lefts if child.dep_ == "poss"), None)) is not None:
        return owner
    if issued or (infinitive and noun.dep_ != "attr") or after_comma(verb):
        governor = noun.head if noun.dep_ == "dobj" else noun.head.head
        if governor.pos_ == "VERB" and (found := _own(governor)) is not None:
            return found
    named = noun.pos_ in NOMINAL and not (infinitive and noun.dep_ != "attr")
    return noun if named else None


def _own(verb: Token) -> Token | None:
    return next((child for child in verb.lefts if child.dep_ == "nsubj"), None)


def _meant(noun: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun tells apart ("a man who said"); any other subject is itself."""
    tells_apart = noun.lower_ in RELATIVE and verb.dep_ == "relcl" and not after_comma(noun)
    if tells_apart and any(child.lower_ in INDEFINITE for child in verb.head.lefts if child.dep_ == "det"):
        return verb.head
    return noun


def antecedent(noun: Token) -> Token:
    """Return what a relative pronoun stands for; any other noun is itself."""
    verb = noun.head
    return verb.head if noun.lower_ in RELATIVE and verb.dep_ == "relcl" else noun


def source(cue: Token) -> Token | None:
    """Return whose words a cue gives: its subject, the agent of a passive, the owner of a noun."""
    if cue.pos_ == "NOUN":
        return _of_cue_noun(cue)
    if cue.pos_ == "ADJ":
        return subject(cue.head) if cue.dep_ in {"acomp", "oprd"} else None
    return agent(cue) if voice.passive(cue) else subject(cue)


def _of_cue_noun(noun: Token) -> Token | None:
    """Return who owns a claim ("Khan's claim", "a claim by Khan"), or who makes one ("said in a statement")."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    owners = (n for child in noun.rights if child.lower_ in {"by", "from"} for n in child.rights if n.dep_ == "pobj")
    if (owner := owner or next(owners, None)) is not None:
        return owner
    if noun.dep_ == "dobj":
        return subject(noun.head)
    if noun.dep_ == "pobj" and noun.head.head.pos_ in {"VERB", "AUX"}:
        brings = cues.lemma(noun) in cues.MESSAGES or noun.head.lower_ in {"in", "with"}
        return subject(noun.head.head) if brings else None
    return None


def agent(verb: Token) -> Token | None:
    """Return who does what a passive verb says: "was accused by the prosecutor"."""
    for child in verb.rights:
        if child.dep_ == "agent":
            return next((noun for noun in child.rights if noun.dep_ == "pobj"), None)
    return None


def words(head: Token, cue: Token) -> Words:
    """Return the speaker's phrase with its appositions and clauses, without the clause that the cue stands in."""
    left, right = head.left_edge.i, head.right_edge.i
    for child in head.children:
        if child.left_edge.i <= cue.i <= child.right_edge.i:
            # "a man | who said": the phrase ends where the cue's clause begins.
            left, right = (left, child.left_edge.i - 1) if child.i > head.i else (child.right_edge.i + 1, right)
    if left <= cue.i < head.i:
        left = cue.i + 1
    elif head.i < cue.i <= right:
        right = cue.i - 1
    doc = head.doc
    if cue.i < head.i:
        # "X," said Khan, | who was at the vigil
        right = next((i - 1 for i in range(head.i + 1, right + 1) if doc[i].tag_ in {"WP", "WDT", "WP$"}), right)
    while right > head.i and (doc[right].is_punct or doc[right].is_space or doc[right].dep_ == "cc"):
        right -= 1
    while left < head.i and (doc[left].is_space or doc[left].text in {",", "-", "–", "—", ":"}):
        left += 1
    return doc[left : right + 1]


def bare(phrase: Words, head: Token) -> Words:
    """Return the phrase of a name to its first comma, but for a list: "Anna Lee, 52, of Leeds" is Anna Lee."""
    if head.pos_ != "PROPN":
        return phrase
    for word in phrase:
        listed = any(other.dep_ == "conj" and other.i > word.i for other in phrase)
        if word.text == "," and word.i > head.i and not listed:
            return phrase.doc[phrase.start : word.i]
    return phrase
