"""By what somebody leaves an office, or is made to: "resigned as", "the late", "have sacked manager Jo Poe"."""

from kg.extract.dates import beginnings
from kg.extract.factuality.modality import modality
from kg.extract.factuality.tenures import DEATHS, POSTS, given
from kg.extract.factuality.tenures_titles import LEAVING
from kg.extract.lexicon.words import words
from kg.extract.syntax import grammar
from kg.extract.syntax.grammar import modifiers
from kg.extract.syntax.titles import SUCCEEDING, said_as, until_now
from kg.extract.syntax.voice import passive
from kg.language.parsed import Token

TIMES = POSTS | words("year month week decade day season")
FRAMES = {"nsubj": "subject", "dobj": "direct object", "nsubjpass": "passive subject"}


def left(noun: Token, holder: Token) -> bool:
    """Tell whether a title is over by the verb above it: "was", "resigned as", "ended his term as"."""
    verb = said_as(noun) or noun.head
    if until_now(noun):
        return noun.head.head.tag_ not in {"VBZ", "VBP"}
    if verb.lower_ != "as" and noun.dep_ != "pobj":
        return noun.dep_ == "attr" and given(verb, "predicate", noun) == "former"
    above = verb.head
    if above.lemma_.lower() in SUCCEEDING and above.pos_ == "VERB":
        left_it = holder in grammar.patient(above) or (passive(above) and not any(grammar.actor(above)))
        return left_it and happened(above)
    over = given(above, "as", noun) == "former" and not to_leave(above)
    return over or post_lost(noun, above) or served(verb)


def to_leave(verb: Token) -> bool:
    """Tell whether who leaves an office by a verb has it still: "will step down as", "is stepping down as"."""
    leaving = any(c.dep_ == "aux" and c.lower_ in {"is", "are", "'s"} for c in verb.children) and verb.tag_ == "VBG"
    return verb.lemma_.lower() in LEAVING and (leaving or not happened(verb))


def post_lost(noun: Token, above: Token) -> bool:
    """Tell whether a post "as" something is over: "lost his job", "was removed from his post", "his term ended"."""
    post = next((c for c in above.children if c.dep_ == "dobj"), above)
    if post.lemma_.lower() not in POSTS:
        return False
    while above.pos_ in {"NOUN", "ADP"} and above.dep_ in {"dobj", "pobj", "prep", "nsubjpass"}:
        above = above.head
    if above.dep_ == "nsubj" and given(above.head, "post itself", noun):
        return happened(above.head)
    return bool(given(above, "of post", noun)) and happened(above)


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
    verb = removed(noun, holder) or departed(holder) or departed(noun)
    return None if verb is None or beginnings.stays(verb, noun) else verb


def departed(holder: Token) -> Token | None:
    """Return the verb by which its subject has left: "the mayor, who resigned", "Mayor Jo Poe stepped down"."""
    ends = (deed for deed in beginnings.deeds(holder) if deed.lemma_.lower() in beginnings.END)
    return next((deed for deed in ends if deed.tag_ in {"VBD", "VBN"} and happened(deed)), None)


def removed(noun: Token, holder: Token) -> Token | None:
    """Return the verb of the sentence by which a titled person dies, resigns or is made to leave."""
    top = holder.head if holder.dep_ == "appos" and holder.head == noun else holder
    verb, frame = top.head, FRAMES.get(top.dep_)
    if frame is None or verb.i == noun.i or not given(verb, frame, top):
        return None
    return verb if happened(verb) else None


def dismissal(noun: Token, holder: Token) -> Token | None:
    """Return the verb by which somebody loses a title that stands beside him, other than by death."""
    verb = removal(noun, holder)
    return verb if verb is not None and verb.lemma_.lower() not in DEATHS else None


def quits(holder: Token) -> bool:
    """Tell whether a headline says that its subject leaves, whatever its parse: "Minister Fox quits over leaks"."""
    after = [t.lower_ for t in holder.doc[holder.i + 1 : holder.i + 3]]
    return after[:1] in (["quits"], ["resigns"]) and after[1:] in ([], ["over"], ["after"], ["amid"], ["in"], ["."])


def under(holder: Token) -> bool:
    """Tell whether something was done in somebody's time: "the work began under President Jo Poe".

    Nor is he in whose time another had his office: "who was foreign minister under Prime Minister Jo Poe".
    """
    if holder.dep_ != "pobj" or holder.head.lower_ != "under":
        return False
    verb = holder.head.head
    if verb.pos_ == "NOUN":
        ended = any(given(word, "before", verb) == "former" for word in modifiers(verb))
        return ended or (verb.dep_ == "attr" and given(verb.head, "predicate", verb) == "former")
    return bool(given(verb, "under", holder)) and happened(verb)


def happened(verb: Token) -> bool:
    """Tell whether the text holds that the verb took place."""
    return modality(verb) in {"asserted", "reported"}
