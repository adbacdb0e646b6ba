"""The words of a Doc that are names, whole and without what does not belong to them."""

from collections.abc import Iterator

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.courtesy import COURTESY, title_of
from kg.extract.lexicon.words import words as listed
from kg.extract.names import capitals, corrections
from kg.extract.names.cleaning import HONOURS, cleaned, is_common, is_title
from kg.extract.names.extents import reaching
from kg.extract.names.name import Name, named
from kg.extract.names.neighbours import is_managed
from kg.extract.syntax.columns import tagged
from kg.language.parsed import Doc, Token

KINDS = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "NORP": "Group"}
#: What NER calls rare surnames too, where they are one word.
DOUBTFUL = frozenset({"PRODUCT", "WORK_OF_ART", "EVENT", "LANGUAGE"})
LONGEST = 6
PROPER = frozenset({"NNP", "NNPS"})
COMMON = frozenset({"NN", "NNS"})
#: What several do.
PLURAL = frozenset({"were", "are", "have", "do"})
DOING = gazetteer.words("verbs of persons")
OWNED = gazetteer.words("nouns of a person's own")
#: What is said of parties without naming one.
NO_PARTIES = listed("the a this that third other another each every no ruling opposition political")


def names(doc: Doc) -> list[Name]:
    """Return the names of a parse in the order of the text: NER's, and those that the gazetteer or a title tells."""
    found = [name for ent in doc.ents if ent.label_ in KINDS for name in cleaned(doc, ent.start, ent.end, ent.label_)]
    found = corrections.parties(doc, corrections.dateline(doc, found))
    taken = {i for name in found for i in range(name.start, name.end)}
    other = [ent for ent in doc.ents if ent.label_ not in KINDS and (ent.label_ not in DOUBTFUL or len(ent) > 1)]
    taken.update(i for ent in other for i in range(ent.start, ent.end))
    found += _missed(doc, taken)
    taken.update(i for name in found for i in range(name.start, name.end))
    found += _again(doc, found, taken)
    taken.update(i for name in found for i in range(name.start, name.end))
    found += _unsure(doc, taken)
    whole = list(capitals.settled(doc, list(reaching(doc, found))))
    return list(corrections.states(doc, whole))


def _missed(doc: Doc, taken: set[int]) -> Iterator[Name]:
    """Yield names that NER missed: the gazetteer's, and capitalised words after a first name or a title."""
    skip = 0
    for token in tagged(doc, PROPER | {"JJ", "NNS"}):
        i = token.i
        if i < skip or i in taken or not token.text[:1].isupper():
            continue
        end = _known_end(doc, i, taken) if gazetteer.starts(token.text) else i
        label = ""
        party = end == i and i + 1 not in taken and doc[i + 1 : i + 2].text == "party"
        if party and token.tag_ in PROPER and token.lower_ not in NO_PARTIES:
            end, label = i + 2, "ORG"  # "Left party"
        if end == i and token.tag_ in PROPER and is_managed(doc, named(doc, i, i + 1, "")):
            end, label = i + 1, "ORG"  # "Tolvane chief executive Ann Lee"
        elif end == i and token.tag_ in PROPER:
            end = _person_end(doc, i, taken)
            label = "PERSON"
        if end > i:
            yield named(doc, i, end, label)
            skip = end


def _known_end(doc: Doc, start: int, taken: set[int]) -> int:
    """Return where the longest gazetteer name that starts here ends; one word must be a proper noun or a demonym."""
    for end in range(min(start + LONGEST, len(doc)), start, -1):
        if taken.isdisjoint(range(start, end)):
            text = doc[start:end].text
            if gazetteer.known(text) and (end - start > 1 or doc[start].tag_ in PROPER):
                return end
            if gazetteer.demonym(text) and doc[end - 1].tag_ in {"JJ", "NNP", "NNPS", "NNS"}:
                return end
    return start


def _person_end(doc: Doc, start: int, taken: set[int]) -> int:
    """Return where a person's name ends that starts here with a first name and goes on, or follows a title."""
    end = start
    last = min(len(doc), start + LONGEST)
    while end < last and end not in taken and doc[end].tag_ == "NNP" and doc[end].text[:1].isupper():
        end += 1
    if not 0 < end - start < LONGEST:
        return start
    first = gazetteer.gender(doc[start].text)
    titled = start > 0 and title_of(doc[start - 1].text) in COURTESY | {"dr"}
    head = doc[end - 1]
    acting = (head.dep_ == "nsubj" and head.head.lemma_ in DOING) or (head.dep_ == "poss" and head.head.lemma_ in OWNED)
    alone = first and acting and not doc[start].is_sent_start
    return end if titled or (first and end - start > 1) or alone or (acting and end - start > 1) else start


def _again(doc: Doc, found: list[Name], taken: set[int]) -> Iterator[Name]:
    """Yield further places of names that were found elsewhere: surnames of persons, one-word names."""
    surnames = {name.words[-1]: "PERSON" for name in found if name.label == "PERSON"}
    singles = {name.text: name.label for name in found if name.end - name.start == 1 and name.label}
    for token in tagged(doc, PROPER):
        if token.i not in taken and token.text[:1].isupper():
            label = surnames.get(token.text) or singles.get(token.text)
            if label and not (_proper(doc, token.i - 1, taken) or _proper(doc, token.i + 1, taken)):
                yield named(doc, token.i, token.i + 1, label)
    yield from _common(doc, found, taken)


def _common(doc: Doc, found: list[Name], taken: set[int]) -> Iterator[Name]:
    """Yield the surnames that a sentence begins with, and that are common nouns elsewhere: "Jobs said"."""
    whole = {name.words[-1] for name in found if name.label == "PERSON" and len(name.words) > 1}
    for token in tagged(doc, COMMON) if whole else ():
        if token.text in whole and token.i not in taken and _is_one(token):
            yield named(doc, token.i, token.i + 1, "PERSON")


def _is_one(token: Token) -> bool:
    """Tell whether a word at the start of a sentence acts as one person does: "Jobs said", not "Jobs were lost"."""
    verb = token.head
    said = [verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass"})]
    acts = token.dep_ == "nsubj" and verb.lemma_ in DOING and not any(word.lower_ in PLURAL for word in said)
    finite = any(word.tag_ in {"VBD", "VBZ"} for word in said)
    return acts and finite and token.text[:1].isupper() and token.n_lefts == 0


def _unsure(doc: Doc, taken: set[int]) -> Iterator[Name]:
    """Yield runs of proper nouns that nothing else told to be names; only a pronoun can make persons of them."""
    end = 0
    for token in tagged(doc, {"NNP"}):
        if token.i >= end and _is_free_proper(token, taken):
            end = token.i + 1
            while end < len(doc) and _is_free_proper(doc[end], taken):
                end += 1
            if end - token.i < LONGEST and doc[end - 1].dep_ not in {"compound", "amod", "nmod"}:
                yield named(doc, token.i, end, "")


def _is_free_proper(token: Token, taken: set[int]) -> bool:
    proper = token.tag_ == "NNP" and token.i not in taken and token.text[:1].isupper()
    return proper and not is_title(token.doc, token.i) and token.text not in HONOURS and not is_common(token)


def _proper(doc: Doc, i: int, taken: set[int]) -> bool:
    """Tell whether a neighbour makes the word part of a longer, other name."""
    return 0 <= i < len(doc) and i not in taken and doc[i].tag_ in PROPER and title_of(doc[i].text) is None
