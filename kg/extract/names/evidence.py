"""What an article tells of the kind of its names, as named features: the words, those around them, other names."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.lexicon import gazetteer
from kg.extract.names import acronyms
from kg.extract.names.company import DOING, OWNED, PERSONS, SUFFERING, TRUSTING, WORKING, is_plural
from kg.extract.names.name import Name
from kg.extract.names.votes import margin, most
from kg.language.parsed import Doc, Token

#: Who holds an office in a body, and what is done in one and to one: "the chairman of Acme", "worked for Acme".
OFFICES = gazetteer.words("nouns of offices") | gazetteer.words("posts in bodies")
JOINING = gazetteer.words("verbs done to bodies")
#: Word lists of which the first or the last word of a name may be a member.
ENDS = ("ends of organizations", "ends of places", "ends of businesses", "ends of clubs", "words of state bodies")
#: Word lists of which the word before or after a name may be.
BESIDE = (
    *("nouns of named bodies", "nouns after names of bodies", "nouns of divisions", "nouns of players"),
    *("nouns of offices", "nouns of places", "nouns of organizations", "portfolios of ministers"),
)
IN = frozenset(
    {"in", "near", "at", "across", "throughout", "outside", "inside", "of", "from", "to", "by", "with", "for"}
)
PROPER = frozenset({"NNP", "NNPS"})

#: A lead in votes that is clear, and votes above which more say no more.
CLEAR, MANY = 3, 10

Features = dict[str, float]


def evidence(doc: Doc, found: Sequence[Name], ruled: Mapping[str, Counter[str]]) -> dict[str, Features]:
    """Return the features of each name's text: of its mentions the mean, of itself, and the rules' votes."""
    mentions: dict[str, list[Name]] = defaultdict(list)
    for name in found:
        mentions[name.text].append(name)
    small = frozenset(token.text for token in doc if token.is_lower)
    return {
        text: {
            **_mean([dict.fromkeys(around(doc, name), 1.0) for name in names]),
            **_own(text, small),
            **_ruled(ruled[text]),
        }
        for text, names in mentions.items()
    }


def _mean(rows: Sequence[Mapping[str, float]]) -> Features:
    total: Counter[str] = Counter()
    for row in rows:
        total.update(row.keys())
    return {name: count / len(rows) for name, count in total.items()}


def _ruled(ruled: Counter[str]) -> Features:
    """Return what the rules say: their verdict, by how much, and the votes."""
    lead = "clearly" if margin(ruled) > CLEAR else "barely"
    shares = {f"votes for {kind}": min(count, MANY) / MANY for kind, count in ruled.items()}
    return {f"rules say {most(ruled)}": 1.0, f"rules say {most(ruled)} {lead}": 1.0, **shares}


def _own(text: str, small: frozenset[str]) -> Features:
    return dict.fromkeys(itself(text, small), 1.0)


def itself(text: str, small: frozenset[str]) -> Iterator[str]:
    """Yield what the words of a name tell; `small` are the words of the article that stand in small letters."""
    words = text.split()
    first, last = words[0].lower(), words[-1].lower()
    known, people = gazetteer.known(text), gazetteer.demonym(text)
    yield f"words={min(len(words), 4)}"
    yield from (f"known={known.kind}",) if known else ()
    yield from ("demonym",) if people else ()
    yield f"first name={gazetteer.gender(words[0])} of {'one' if len(words) == 1 else 'more'}"
    yield from (f"last in {name}" for name in ENDS if last in gazetteer.words(name))
    yield from (f"first in {name}" for name in ENDS if len(words) > 1 and first in gazetteer.words(name))
    yield from (f"holds one of {name}" for name in ENDS if not gazetteer.words(name).isdisjoint(text.lower().split()))
    yield from (f"last={last}", f"first={first}") if len(words) > 1 else (f"only={last}",)
    yield from _shapes(text, words)
    if all(word.lower() in small for word in words):
        yield f"in small letters too, {'one' if len(words) == 1 else 'more'}"


def _shapes(text: str, words: Sequence[str]) -> Iterator[str]:
    if text.isupper() and len(text) > 1:
        yield f"capitals, {min(len(text), 6)}"
    elif any(word.isupper() and len(word) > 1 for word in words):
        yield "capitals within"
    yield from ("digit",) if any(char.isdigit() for char in text) else ()
    yield from ("initial",) if any(len(word.rstrip(".")) == 1 for word in words[:-1]) else ()
    yield from ("small word within",) if any(word.lower() in acronyms.SMALL for word in words[1:-1]) else ()
    yield from ("hyphen",) if "-" in text else ()
    yield from ("mixed case",) if any(word[1:] != word[1:].lower() and not word.isupper() for word in words) else ()
    yield from (f"letters {text[-n:].lower()}" for n in (2, 3)) if len(words) == 1 else ()


def around(doc: Doc, name: Name) -> Iterator[str]:
    """Yield what NER and the words around one mention tell."""
    head = doc[name.end - 1]
    yield f"NER={name.label or 'none'}, {'one' if name.end - name.start == 1 else 'more'}"
    yield f"tag={head.tag_}"
    yield from ("title",) if name.title else ()
    yield from _neighbours(doc, name)
    yield from _governed(name, head)
    yield from ("people",) if is_plural(doc, name) else ()


def _neighbours(doc: Doc, name: Name) -> Iterator[str]:
    before = doc[name.start - 1] if name.start else None
    after = doc[name.end] if name.end < len(doc) else None
    yield from _beside("before", before)
    yield from _beside("after", after)
    yield from ("opens sentence",) if doc[name.start].is_sent_start else ()
    if after is not None and after.text == "," and name.end + 1 < len(doc):
        second = doc[name.end + 1]
        yield "then age" if second.like_num else f"then {_word(second)}"
    if before is not None and before.lower_ == "the" and name.start > 1:
        yield f"the after {_word(doc[name.start - 2])}"


def _beside(side: str, token: Token | None) -> Iterator[str]:
    yield f"{side}={_word(token)}"
    if token is not None:
        forms = {token.lower_, token.lemma_}
        yield from (f"{side} in {name}" for name in BESIDE if not forms.isdisjoint(gazetteer.words(name)))


def _word(token: Token | None) -> str:
    """Return a word in small letters, names and numbers by their kind alone."""
    if token is None or token.is_space:
        return "line end"
    if token.like_num:
        return "number"
    return token.ent_type_ or "Name" if token.tag_ in PROPER else token.lower_


def _governed(name: Name, head: Token) -> Iterator[str]:
    above = head.head
    yield f"is {head.dep_}"
    if head.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        yield f"{head.dep_} of {above.lemma_.lower()}"
        yield from (f"{head.dep_} of a person's",) if above.lemma_ in DOING | SUFFERING else ()
        yield from (f"{head.dep_} of a body's",) if above.lemma_ in JOINING else ()
    elif head.dep_ == "poss":
        yield f"owns {_word(above)}"
        yield from ("owns a person's own",) if above.lemma_ in OWNED else ()
        yield from ("owns an office",) if above.lemma_.lower() in OFFICES else ()
    elif head.dep_ == "pobj":
        yield f"below {above.lower_}"
        yield from (f"below {above.lower_} of {above.head.lemma_.lower()}",) if above.lower_ in IN else ()
        yield from (f"below {above.lower_} of trust",) if above.head.lemma_ in TRUSTING else ()
        yield from (f"below {above.lower_} of an office",) if above.head.lemma_.lower() in OFFICES else ()
        yield from (f"below {above.lower_} of work",) if above.head.lemma_ in WORKING else ()
    elif head.dep_ in {"compound", "nmod", "amod"} and above.i >= name.end:
        yield f"modifies {_word(above)}"
        yield from ("modifies an office",) if above.lemma_.lower() in OFFICES else ()
    yield from ("beside a person",) if _is_person(head) else ()


def _is_person(head: Token) -> bool:
    """Tell whether a noun for a person stands beside the name as its apposition, head or predicate."""
    if head.dep_ == "appos":
        return head.head.lemma_.lower() in PERSONS | OFFICES
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        return any(t.dep_ == "attr" and t.lemma_ in PERSONS for t in head.head.rights)
    return any(t.dep_ == "appos" and t.lemma_ in PERSONS for t in head.rights)


def within(text: str, kinds: Mapping[str, str]) -> Iterator[str]:
    """Yield what longer names of the article, whose kinds are known, tell of a shorter one."""
    words = text.split()
    for longer, kind in kinds.items():
        whole = longer.split()
        if len(whole) > len(words):
            if whole[-len(words) :] == words:
                yield f"ends a {kind}"
            if whole[: len(words)] == words:
                yield f"begins a {kind}"
                yield from ("begins a local body",) if acronyms.is_local(" ".join(whole[len(words) :])) else ()
