"""By what somebody leaves an office, or is made to: "resigned as", "the late", "have sacked manager Jo Poe"."""

from spacy.tokens import Token

from kg.extract.dates import beginnings
from kg.extract.factuality.modality import modality
from kg.extract.lexicon.words import words
from kg.extract.syntax import grammar
from kg.extract.syntax.clause import passive
from kg.extract.syntax.predication import SUCCEEDING

#: What is left "as" something: "resigned as".
LEAVING = words("resign retire quit step stand depart oust remove sack fire dismiss depose topple")
#: Whose object is over: "lost his job as".
ENDING = words("lose end finish leave complete conclude relinquish vacate resign quit abandon")
POSTS = words("job post position term role tenure reign seat stint career office mandate place spell work duty")
REMOVING = words("sack fire oust dismiss depose topple replace succeed")
KILLING = words("kill assassinate murder execute")
TIMES = POSTS | words("year month week decade day season")
#: What began, ended or was made in somebody's time, so that he holds the office no more.
PAST = words("be begin create end expand found introduce launch negotiate open pass serve sign start work")


def left(noun: Token, holder: Token) -> bool:
    """Tell whether a title is over by the verb above it: "was", "resigned as", "ended his term as"."""
    verb = noun.head
    if noun.dep_ != "pobj":
        return noun.dep_ == "attr" and verb.lemma_ == "be" and verb.tag_ == "VBD" and not shifted(verb)
    above = verb.head
    if above.lemma_.lower() in SUCCEEDING and above.pos_ == "VERB":
        return holder in grammar.patient(above) or (passive(above) and not any(grammar.actor(above)))
    if above.lemma_.lower() == "predecessor":
        return True
    return above.lemma_.lower() in LEAVING or post_lost(above) or served(verb)


def post_lost(above: Token) -> bool:
    """Tell whether a post "as" something is over: "lost his job", "was removed from his post", "his term ended"."""
    post = next((c for c in above.children if c.dep_ == "dobj"), above)
    if post.lemma_.lower() not in POSTS:
        return False
    while above.pos_ in {"NOUN", "ADP"} and above.dep_ in {"dobj", "pobj", "prep", "nsubjpass"}:
        above = above.head
    if above.dep_ == "nsubj" and above.head.lemma_ in {"end", "finish", "expire"}:
        return happened(above.head)
    return above.pos_ == "VERB" and above.lemma_.lower() in ENDING | LEAVING and happened(above)


def served(preposition: Token) -> bool:
    """Tell whether a time in office is over: "after eight years as", where somebody leaves or does another thing."""
    before = preposition.doc[max(preposition.i - 5, 0) : preposition.i]
    return len(before) > 0 and before[-1].lemma_ in TIMES and any(t.lower_ in {"after", "following"} for t in before)


def gone(noun: Token, holder: Token) -> bool:
    """Tell whether the holder of a title is dead or removed: "the late Jo Poe", "have sacked manager Jo Poe"."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    kin = holder.head if holder.dep_ == "appos" else holder  # "his late father, Senator Jo Poe"
    if any(c.lower_ == "late" for c in (*holder.children, *kin.children)) or quits(holder) or under(holder):
        return True
    return removal(noun, holder) is not None


def removal(noun: Token, holder: Token) -> Token | None:
    """Return the verb by which somebody loses a title that stands beside him: "President Jo Poe has resigned"."""
    return removed(noun, holder) or departed(holder) or departed(noun)


def departed(holder: Token) -> Token | None:
    """Return the verb by which its subject has left: "the mayor, who resigned", "Mayor Jo Poe stepped down"."""
    ends = (deed for deed in beginnings.deeds(holder) if deed.lemma_.lower() in beginnings.END)
    return next((deed for deed in ends if deed.tag_ in {"VBD", "VBN"} and happened(deed)), None)


def removed(noun: Token, holder: Token) -> Token | None:
    """Return the verb of the sentence by which a titled person dies, resigns or is made to leave."""
    top = holder.head if holder.dep_ == "appos" and holder.head == noun else holder
    verb, lemma = top.head, top.head.lemma_.lower()
    if verb.pos_ != "VERB" or verb.i == noun.i or any(c.lower_ == "as" for c in verb.children):
        return None
    if top.dep_ == "nsubj":
        bare = not any(c.dep_ in {"dobj", "xcomp"} or c.lower_ == "from" for c in verb.children)
        ends = (lemma == "die" or (lemma in {"resign", "quit"} and bare)) and verb.tag_ in {"VBD", "VBN"}
    else:
        undone = lemma in REMOVING or (lemma in KILLING and top.dep_ == "nsubjpass")
        ends = top.dep_ in {"dobj", "nsubjpass"} and undone
    return verb if ends and happened(verb) else None


def dismissal(noun: Token, holder: Token) -> Token | None:
    """Return the verb by which somebody loses a title that stands beside him, other than by death."""
    verb = removal(noun, holder)
    return verb if verb is not None and verb.lemma_.lower() not in KILLING | {"die"} else None


def quits(holder: Token) -> bool:
    """Tell whether a headline says that its subject leaves, whatever its parse: "Minister Fox quits over leaks"."""
    after = [t.lower_ for t in holder.doc[holder.i + 1 : holder.i + 3]]
    return after[:1] in (["quits"], ["resigns"]) and after[1:] in ([], ["over"], ["after"], ["amid"], ["in"], ["."])


def under(holder: Token) -> bool:
    """Tell whether something was done in somebody's time: "the work began under President Jo Poe"."""
    if holder.dep_ != "pobj" or holder.head.lower_ != "under":
        return False
    verb = holder.head.head
    return verb.tag_ == "VBD" and verb.lemma_ in PAST and happened(verb)


def happened(verb: Token) -> bool:
    """Tell whether the text holds that the verb took place."""
    return modality(verb) in {"asserted", "reported"}


def shifted(verb: Token) -> bool:
    """Tell whether the past of a verb may be that of the saying only: "Fox said that she was the mayor"."""
    return verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"} and verb.head.i < verb.i
