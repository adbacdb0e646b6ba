"""Who speaks and where, by the verb or noun that tells of it: spoke, addressed a rally, in a speech, told reporters."""

from collections.abc import Callable, Iterable, Iterator

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.words import words
from kg.extract.quotes import cues
from kg.extract.quotes.venue_words import AUDIENCES, LOCATIVE, SERIES, is_occasion, is_venue
from kg.extract.quotes.venues import held, housed, of_its_own, places, reached
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.extract.syntax.voice import passive
from kg.facts import Mention
from kg.language.parsed import Token

#: What one gives, makes or holds to be heard.
SPEECHES = words(
    "address announcement briefing conference eulogy hall homily keynote lecture presser rally remarks"
    " remark sermon speech statement talk testimony"
)
#: Verbs whose object listens too, beside those of telling; who is accused or praised may be elsewhere.
THANKING = frozenset({"thank", "urge", "promise"})
#: What joins an occasion to what is said there.
DURING = frozenset({"in", "at", "during", "after", "before", "following", "with", "on"})
#: From where, and before whom, one speaks.
SPEAKING = (*LOCATIVE, "before", "from")
#: By what somebody is heard where he is not: "by video link", "in a telephone interview", "spoke remotely".
LINES = words(
    "video videolink link phone telephone satellite zoom skype teleconference videoconference livestream webcam"
)
OVER_LINES = words("address appearance call conference connection feed interview message")
REMOTELY = frozenset({"remotely", "virtually", "online"})


def speaker(verb: Token) -> Iterator[Token]:
    """Yield who speaks, also where the parse has lost him: "Jo Poe, | speaking in Leeds, vowed"."""
    found = list(grammar.actor(verb))
    before = verb.doc[max(verb.i - 2, 0) : verb.i]
    if not found and verb.tag_ == "VBG" and len(before) > 1 and before[1].text == ",":
        yield from (before[0],) if before[0].pos_ in {"PROPN", "NOUN"} else ()
    yield from found


def spoken(context: Context, verb: Token) -> Iterator[Mention]:
    """Find the place of: spoke in Karu; spoke at a rally in Leeds; spoke to students at Harvard."""
    if not (verb.lemma_ == "lecture" and verb.tag_ in {"VBZ", "VBP"}):  # "who lectures at Harvard" has a job there
        yield from places(context, verb, prepositions=("from",) if afar(verb) else SPEAKING)


def afar(verb: Token) -> bool:
    """Tell whether a speaker is only heard by a line, so that his audience is elsewhere: "by video link to Leeds"."""
    if any(child.lower_ in REMOTELY for child in verb.children):
        return True
    means = (end for prep in grammar.children(verb, "prep", "agent") for end in grammar.children(prep, "pobj"))
    return any(map(is_line, means))


def is_line(noun: Token) -> bool:
    """Tell whether a noun is a line by which one is heard afar: "link", "telephone interview", "video message"."""
    before = {child.lower_ for child in grammar.children(noun, "compound", "amod", "nmod")}
    return noun.lemma_.lower() in LINES or (noun.lemma_.lower() in OVER_LINES and not LINES.isdisjoint(before))


def addressed(context: Context, verb: Token) -> Iterator[Mention]:
    """Find the place of: addressed a rally in east London; briefed reporters in Ankara."""
    for heard in () if afar(verb) else grammar.children(verb, "dobj"):
        if listens(heard) or heard.lemma_.lower() in SERIES or context.mention(heard) is not None:
            yield from reached(context, "to", heard)
            yield from places(context, verb, prepositions=SPEAKING)


def given(context: Context, verb: Token) -> Iterator[Mention]:
    """Find the place of: gave a speech in Karu; held a news conference at the Ministry."""
    for speech in () if afar(verb) else grammar.children(verb, "dobj", "nsubjpass"):
        if speech.lemma_.lower() in SPEECHES:
            yield from held(context, speech)
            yield from places(context, verb)


def opened(context: Context, verb: Token) -> Iterator[Mention]:
    """Find the place of: opened the conference with a speech."""
    speeches = (n for p in grammar.children(verb, "prep") if p.lower_ == "with" for n in grammar.children(p, "pobj"))
    if any(noun.lemma_.lower() in SPEECHES for noun in speeches):
        for occasion in grammar.children(verb, "dobj"):
            yield from reached(context, "at", occasion)


def said(context: Context, verb: Token) -> Iterator[Mention]:
    """Find the place of: told a rally in Leeds; said in Karu that X; said during a speech in San Jose."""
    added = verb.lemma_ == "add" and any(child.lower_ == "to" for child in grammar.children(verb, "prep"))
    if added or passive(verb) or any(map(afar, (verb, *grammar.children(verb, "dobj")))):
        return
    here = list(around(context, verb))
    if cues.lemma(verb) in cues.ADDRESSING | THANKING:
        yield from told(context, verb, of_its_own if here else held)
    yield from here


def around(context: Context, verb: Token) -> Iterator[Mention]:
    """Find the place that the phrases of a verb of saying name: "said in Karu that", "said to a crowd in Karu"."""
    apart = any(map(elsewhere, grammar.children(verb, "dobj", "dative")))
    for phrase in grammar.children(verb, "prep", "dative"):
        for noun in grammar.children(phrase, "pobj"):
            if (phrase.lower_ in DURING and is_occasion(noun)) or (phrase.lower_ == "to" and listens(noun)):
                yield from held(context, noun)
            elif phrase.lower_ in LOCATIVE[:-1] and not apart:
                yield from beside(context, phrase, noun)


def told(
    context: Context, verb: Token, where: Callable[[Context, Token], Iterable[Mention]] = held
) -> Iterator[Mention]:
    """Find the place of: told a rally in Leeds; told Hull Crown Court."""
    for heard in grammar.children(verb, "dobj", "dative"):
        hall = context.mention(heard)
        if hall is not None and is_hall(hall):
            yield from housed(context, "at", heard, hall)
        elif listens(heard):
            yield from where(context, heard)


def beside(context: Context, phrase: Token, noun: Token) -> Iterator[Mention]:
    """Find the place of: said in Karu that X; not of "said that it is in Karu"."""
    verb = phrase.head
    first = max((child.i for child in grammar.children(verb, "nsubj")), default=verb.i)
    if not any(c.i < phrase.i for c in verb.rights if c.dep_ in {"ccomp", "xcomp"}):
        found = reached(context, phrase.lower_, noun)
        yield from found if phrase.i > first else (m for m in found if opens(context, phrase, noun, m))


def is_hall(heard: Mention) -> bool:
    """Tell whether who hears is called by where they sit: "told Hull Crown Court", "told St James's Church"."""
    return heard.form == "name" and heard.text.split()[-1].lower() in cues.PLACES | {"court"}


def opens(context: Context, phrase: Token, noun: Token, place: Mention) -> bool:
    """Tell whether a phrase before the speaker says where he is: "Outside the Old Bailey, Jo Poe said".

    "In Texas, Jo Poe said" may speak of Texas, and "In Leeds, police said" does.
    """
    speaker = next(grammar.children(phrase.head, "nsubj"), noun)
    person = context.mention(speaker)
    known = person is not None and person.kind == "Person" and person.form != "nominal"
    named = context.mention(noun)
    there = is_venue(place) or (named is not None and named.kind == "Place")
    return known and there and phrase.is_sent_start is True and place.entity not in gazetteer.territories()


def elsewhere(heard: Token) -> bool:
    """Tell whether who is told something may be elsewhere: "told police in Leeds"; an agency hears it on the spot."""
    return heard.pos_ == "NOUN" and not listens(heard)


def listens(noun: Token) -> bool:
    """Tell whether a noun is of those who are there to hear, or of the occasion that brings them there."""
    return noun.lemma_.lower() in AUDIENCES or is_occasion(noun)


def own(context: Context, noun: Token) -> Iterator[Mention]:
    """Find the place of: his speech in Karu; Jo Poe's rally at the Arena."""
    yield from held(context, noun)


def within(context: Context, noun: Token) -> Iterator[Mention]:
    """Find the place of: in a speech to supporters in Leeds, he barely mentioned it."""
    if any(True for _ in during(noun)):
        yield from held(context, noun)


def during(noun: Token) -> Iterator[Token]:
    """Yield who does what is done in a speech: he speaks."""
    preposition = noun.head
    verb = preposition.head
    if noun.dep_ == "pobj" and preposition.lower_ in {"in", "during"} and verb.pos_ == "VERB":
        yield from grammar.actor(verb)


def owner(noun: Token) -> Iterator[Token]:
    """Yield whose speech it is: "his", "Jo Poe's", "by Jo Poe"."""
    yield from grammar.children(noun, "poss")
    for by in grammar.children(noun, "prep"):
        yield from grammar.children(by, "pobj") if by.lower_ == "by" else ()


def place(context: Context, cue: Token) -> Mention | None:
    """Return where it is said: the cue's place, or that of the speaking beside it: "he said, speaking in Leeds"."""
    beside = [verb for verb in cue.children if verb.dep_ in {"advcl", "acl"} and verb.lemma_ in {"speak", "address"}]
    above = [cue.head] if cue.dep_ in {"advcl", "xcomp", "conj"} and cue.head.pos_ == "VERB" else []
    for verb in (cue, *beside, *above):
        find = {"speak": spoken, "address": addressed}.get(verb.lemma_, said)
        if found := next(find(context, verb), None):
            return found
    return None
