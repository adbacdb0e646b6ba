"""What an article tells after an appointment: that it was turned down, or on which later day it begins."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.dates.beginnings import above, denied, due
from kg.extract.dates.find import day_of
from kg.extract.factuality.leaving import happened
from kg.extract.factuality.tenures import POSTS
from kg.extract.factuality.words import WILL
from kg.extract.lexicon.words import words
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.extract.syntax.voice import passive
from kg.language.parsed import Token

#: By which somebody gets an office, and may not have it yet.
NAMING = words("appoint choose elect hire name nominate pick select")
OFFERS = POSTS | words("appointment candidacy name nomination offer")
REFUSING = words("decline refuse reject")
#: What one takes who enters an office; "will take up the role".
ENTERING = words("assume begin enter start take")
HELM = POSTS | words("charge command control duty helm over rein responsibility up")
#: So many sentences after the appointment tell of it.
NEAR = 2


class Sequel(NamedTuple):
    """What became of an appointment: turned down, or to begin, on an ISO date that may be unknown ("")."""

    declined: bool = False
    begin: str | None = None


def sequel(context: Context, title: Token, holder: Token) -> Sequel:
    """Return what the article tells of an appointment in the clauses after it."""
    verb = above(title)
    if verb.lemma_.lower() not in NAMING or verb.pos_ != "VERB" or holder in grammar.actor(verb):
        return Sequel()
    for later in after(context, verb, holder):
        if turned_down(later):
            return Sequel(declined=True)
        if enters(context, later) and (begin := to_come(context, later)) is not None:
            return Sequel(begin=begin)
    return Sequel()


def after(context: Context, naming: Token, holder: Token) -> Iterator[Token]:
    """Yield the verbs after an appointment of which the appointed is the subject, in the order of the text."""
    end = naming.sent.end
    for _ in range(NEAR):
        end = context.doc[end].sent.end if end < len(context.doc) else end
    for word in context.doc[naming.i + 1 : end]:
        if word.pos_ == "VERB" and word.dep_ != "relcl" and is_same(context, subject(word, naming), holder):
            yield word


def subject(verb: Token, naming: Token) -> Token | None:
    """Return who does it: the subject of the verb, or of the one it is joined to; of an appointment the appointed."""
    own = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is not None or verb.dep_ not in {"conj", "xcomp", "acomp"}:
        return own
    if verb.head == naming and not passive(naming):
        return None  # "the board named him and declined"
    return subject(verb.head, naming)


def is_same(context: Context, one: Token | None, holder: Token) -> bool:
    """Tell whether two words are of one person."""
    if one is None or one == holder:
        return one == holder
    mentions = context.mention(one), context.mention(holder)
    return mentions[0] is not None and mentions[1] is not None and mentions[0].entity == mentions[1].entity


def turned_down(verb: Token) -> bool:
    """Tell whether somebody did not take what was offered: "turned the job down", "declined the post", "withdrew"."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "xcomp", "ccomp"}]
    offered = all(c.dep_ == "dobj" and is_offer(c) for c in objects)
    refused = bool(objects) if refuses(verb) else withdraws(verb)
    return refused and offered and happened(verb) and not denied(verb)


def refuses(verb: Token) -> bool:
    """Tell whether a verb is one of refusing: "decline", "turn down"."""
    lemma = verb.lemma_.lower()
    down = any(c.lower_ == "down" and c.dep_ in {"prt", "advmod"} for c in verb.children)
    return lemma in REFUSING or (lemma == "turn" and down)


def withdraws(verb: Token) -> bool:
    """Tell whether somebody withdraws, from nothing but what is offered: "withdrew from consideration"."""
    froms = (c for by in verb.children if by.lower_ == "from" for c in by.children)
    return verb.lemma_.lower() == "withdraw" and all(c.lemma_.lower() in OFFERS | {"consideration"} for c in froms)


def is_offer(noun: Token) -> bool:
    """Tell whether an office is offered: "the post"; not "an offer to speak", nor "an offer from Saab"."""
    other = any(c.dep_ in {"acl", "relcl"} or c.lower_ in {"from", "to"} for c in noun.children)
    return noun.lemma_.lower() in OFFERS and not other


def enters(context: Context, verb: Token) -> bool:
    """Tell whether somebody enters an office by it: "take charge", "takes over", "start work", "assume the role"."""
    if verb.lemma_.lower() not in ENTERING or denied(verb):
        return False
    objects = [c for c in verb.children if c.dep_ in {"dobj", "xcomp", "ccomp"}]
    if not objects and verb.lemma_.lower() in {"begin", "start"}:
        return True
    particles = [c for c in verb.children if c.dep_ in {"prt", "advmod"}]
    helm = all(c.lemma_.lower() in HELM and not of_another(context, c) for c in objects)
    return helm and any(c.lemma_.lower() in HELM for c in (*objects, *particles))


def of_another(context: Context, helm: Token) -> bool:
    """Tell whether it is not a body that somebody takes charge of: "charge of the talks"."""
    things = [context.mention(c) for of in helm.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"]
    return not all(m is not None and m.kind in {"Organization", "Place"} for m in things)


def to_come(context: Context, verb: Token) -> str | None:
    """Return the later ISO date on which it will be so, "" where none is told; None where it is not to be."""
    today = day_of(context.article.published)
    inside = (context.mention(word) for word in verb.doc[verb.i : verb.sent.end])
    days = [m.value for m in inside if m is not None and m.kind == "Date" and m.value]
    ahead = next((day for day in days if today and day > today.isoformat()[: len(day)]), "")
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    will = bool(helpers & WILL) or due(verb)
    return ahead if will or (ahead and verb.tag_ in {"VBZ", "VBP", "VBG"}) else None
