"""What stands around one mention of a name, as questions: what it does, where something is done, who is in it."""

from kg.extract.lexicon import gazetteer
from kg.extract.names.cleaning import NO_NAMES
from kg.extract.names.name import Name
from kg.language.parsed import Doc, Token

CITIES = frozenset({"city", "town"})
MATCHES = gazetteer.words("verbs of matches")
#: "the town of Oslo", "the mayor of Oslo"
OF_TOWNS = gazetteer.words("nouns before names of towns")
#: Plurals of those who live somewhere or follow something: "Londoners", "Parisians", "Sunnis".
PEOPLE_ENDS = ("ers", "ians", "ans", "ites", "ists", "nis")
IN = frozenset({"in", "near", "at", "across", "throughout", "outside", "inside"})
DOING = gazetteer.words("verbs of persons")
SUFFERING = gazetteer.words("verbs done to persons")
OWNED = gazetteer.words("nouns of a person's own")
PERSONS = gazetteer.words("nouns of persons") | gazetteer.words("nouns of men") | gazetteer.words("nouns of women")
OFFICES = gazetteer.words("nouns of offices")
WORKING = gazetteer.words("verbs of work")
POSTS = frozenset({"ceo", "chairman", "chairwoman", "co-founder", "employee", "executive", "founder", "spokesman"})
OF_BODIES = frozenset({"of", "at", "for", "with"})
TRUSTING = gazetteer.words("what is done in somebody")
#: Nouns that stand before the name of a body, and those that stand after it.
CALLED = gazetteer.words("nouns of named bodies")
KINDS_OF_BODIES = gazetteer.words("nouns after names of bodies")
PLAYERS = gazetteer.words("nouns of players")
DIVISIONS = gazetteer.words("nouns of divisions")
FACILITIES = gazetteer.words("nouns of facilities")


def last(doc: Doc, name: Name) -> Token:
    """Return the last word of a name, which the parse hangs on what is said of it."""
    return doc[name.end - 1]


def has_title(_doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Mr Dole"."""
    return bool(name.title)


def acts(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Dole wept", "Dole was beheaded"."""
    head = last(doc, name)
    done = SUFFERING if head.dep_ == "nsubjpass" else DOING if head.dep_ == "nsubj" else frozenset()
    return head.head.lemma_ in done


def is_somebody(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Dole's wife", "the nurse, Dole", "Dole is a nurse"."""
    head = last(doc, name)
    above = head.head
    if head.dep_ == "poss":
        return above.lemma_ in OWNED
    if head.dep_ == "appos":
        return above.lemma_.lower() in PERSONS | OFFICES
    is_one = head.dep_ == "nsubj" and above.lemma_ == "be"
    return is_one and any(t.dep_ == "attr" and t.lemma_ in PERSONS for t in above.rights)


def is_in(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "in Torsby"."""
    head = last(doc, name)
    return head.dep_ == "pobj" and head.head.lower_ in IN


def is_where(doc: Doc, name: Name) -> bool:
    """Tell whether one unknown word says where something is done: "gunmen attacked a bus in Torsby"."""
    preposition = last(doc, name).head
    below = is_in(doc, name) and preposition.lower_ in {"in", "near"} and preposition.head.lemma_ not in TRUSTING
    unknown = name.label == "PERSON" and not name.title and not gazetteer.gender(name.text)
    return below and len(name.words) == 1 and unknown


def is_home_of_aged(doc: Doc, name: Name) -> bool:
    """Tell whether a name follows somebody's age: "Ann Lee, 52, of Oslo"."""
    before = doc[max(0, name.start - 3) : name.start]
    aged = len(before) == 3 and before[0].like_num and [t.lower_ for t in before[1:]] == [",", "of"]  # noqa: PLR2004
    return aged and before[0].i > 0 and before[0].nbor(-1).text == "," and not gazetteer.known(name.text)


def is_of_town(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "the town of Oslo", "the mayor of Oslo"."""
    head = last(doc, name)
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in OF_TOWNS


def is_club(doc: Doc, name: Name) -> bool:
    """Tell whether a town's name is who plays, or whom somebody plays for or against: "Oslo City beat Bergen Town"."""
    if len(name.words) < 2 or name.words[-1].lower() not in CITIES:  # noqa: PLR2004
        return False
    head = last(doc, name)
    while head.dep_ == "conj":
        head = head.head
    against = head.dep_ == "pobj" and head.head.lower_ in {"against", "for", "to", "with"}
    above = head.head.head if against else head.head
    return head.dep_ in {"nsubj", "dobj", "pobj"} and above.lemma_ in MATCHES


def is_employer(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "works for Acme", "chairman of Acme"."""
    head = last(doc, name)
    above = head.head
    worker = above.head.lemma_.lower()
    works = above.lower_ in {"for", "at"} and worker in WORKING
    return name.label == "ORG" and head.dep_ == "pobj" and (works or (above.lower_ in OF_BODIES and worker in POSTS))


def is_called_body(doc: Doc, name: Name) -> bool:
    """Tell whether a noun beside the name says that it is a body: "the daily Bild", "the Brandt group"."""
    before, head = doc[max(0, name.start - 1)], last(doc, name)
    if not name.text[1:] or not name.text[0].isupper() or name.text.lower() in NO_NAMES:
        return False
    on_it = head.head == before or before.head in {head, head.head}
    called = before.lower_ in CALLED and before.i < name.start and on_it
    after = head.head
    modifies = head.dep_ in {"compound", "nmod"} and after.i == name.end
    return called or (modifies and after.lower_ in KINDS_OF_BODIES | PLAYERS)


def is_division(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Kisii province", "Kisii and Migori counties"."""
    noun = _noun_after(doc, name)
    return noun is not None and noun.lemma_.lower() in DIVISIONS


def has_facility(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Torsby jail"."""
    noun = _noun_after(doc, name)
    return noun is not None and noun.lower_ in FACILITIES and noun.lemma_.lower() not in DIVISIONS


def _noun_after(doc: Doc, name: Name) -> Token | None:
    """Return the noun that a name, or several, stand before, unless it says that the name is a body's."""
    first = last(doc, name)
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    noun = first.head
    listed = noun.tag_ == "NNS" and noun.i >= name.end
    before = first.dep_ in {"compound", "nmod"} and (noun.i == name.end or listed)
    return noun if before and not is_called_body(doc, name) else None


def is_plural(doc: Doc, name: Name) -> bool:
    """Tell whether one word names all who live somewhere or follow something: "Londoners"."""
    plural = last(doc, name).tag_ in {"NNS", "NNPS"}
    return name.end - name.start == 1 and plural and name.text.endswith(PEOPLE_ENDS)


def is_people(doc: Doc, name: Name) -> bool:
    """Tell whether what NER takes for a place or people is a people."""
    return name.label in {"GPE", "LOC", "NORP"} and is_plural(doc, name)


def has_age(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Masood, 52, spoke"."""
    return name.end < len(doc) - 1 and doc[name.end].text == "," and doc[name.end + 1].like_num
