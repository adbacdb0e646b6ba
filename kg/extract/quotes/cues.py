"""The words that give content to a speaker, by the complement that each takes: general English, no weights.

A cue stands here where most of its uses in annotated news are attributions.
"""

from kg.extract.quotes.frames import frames
from kg.language.parsed import Token

#: Verbs that stand beside quoted words.
BESIDE_MARKS = """
acknowledge add admit admonish advise affirm agree allege announce answer argue ask assert assure avow babble bark beg
begin bellow bemoan blurt boast bristle caution chant chide chime chuckle claim clarify command comment complain
concede conclude confess confide confirm contend continue counsel counter crow cry deadpan declare demand demur
divulge elaborate emphasize enthuse exclaim explain expound fume go gripe growl grumble gush hiss huff implore insist
instruct interject intone jest joke lament lecture maintain marvel moan mumble murmur muse mutter note observe opine
pen plead point ponder pose posit post predict proclaim promise pronounce protest quip quiz rage rail rant read reason
recall recount reiterate rejoin relate remark reminisce repeat reply report respond retort reveal riposte roar rue say
scoff scold sermonize shout sigh snap snarl sneer snort sob stammer state storm stress stutter suggest summarize
surmise swear taunt tease tell testify think thunder trumpet tweet urge venture volunteer vow warble warn weep whine
whisper wisecrack wonder write yell
"""

#: "that X", "X" or "whether X" after a verb; also "X, she said".
THAT = """
acknowledge add admit advise affirm agree allege announce argue ask assert assume assure attest avow believe boast
brag calculate caution chant charge cite claim clarify comment complain concede concern conclude confess confirm
conjecture consider contend convince counter declare decree demand demonstrate deny describe disagree disclose
discover discuss doubt emphasize estimate expect explain express fear feel figure find forecast foresee forget guess
hear hint hope hypothesize imply indicate inform insist intimate joke know lament learn maintain note notice observe
opine order outline persuade pledge point post postulate predict proclaim project promise propose question quip read
realize reassure recall reckon recognize recommend reiterate remark remind reply report request respond reveal rule
say show signal speculate state stipulate stress suggest surmise suspect swear tell testify theorize think tweet
understand volunteer vow warn wish wonder worry write
"""

#: "to X" after a verb.
TO = """
agree ask claim decline demand expect hope offer order plead pledge prefer promise propose refuse report request
resolve swear threaten urge volunteer vow wish
"""

#: "on somebody to X" after a verb.
UPON = "call prevail"

#: A noun phrase after a verb, with all that hangs on it: "condemned the attack", "called him a liar".
OBJECT = """
accuse acknowledge admire admit advocate affirm allege announce applaud approve ask assail assure attribute bash beg
bemoan blame blast brush call chant characterize chide cite commend compare complain concede condemn confirm
congratulate contradict convince correct credit criticize decline decry deem defend demand denounce deny deplore
deride describe detail disavow disclaim disclose discuss dismiss disown disparage dispute distinguish dub emphasize
endorse estimate explain express fear float forecast foresee hail indicate inform insult judge justify label lambast
lament laud learn liken list mention mock note order outline paint pledge portray praise predict proclaim promise
propose publicize question quote reaffirm reassure rebuff rebuke rebut recall recite recommend recount reference
refuse refute regard reiterate reject remember remind renounce repeat report repudiate resist retweet reveal ridicule
say show signal slam spotlight stress suggest tell thank tout tweet underscore urge utter veto voice vow warn
"""

#: Prepositions after a verb: "spoke about X", "called for X".
VERB_PREPOSITIONS = """
advocate for | agree with on | allude to | apologize for | appeal for | approve of | argue for against | ask for about
| balk at | believe in | boast of about | brag about | bristle at | call for | caution against | cheer for | comment
on | complain about of | despair of | disagree with | disapprove of | dream of | elaborate on | hint at | hope for |
inquire about | insist on | joke about | lash at | learn of | lie about | object to | plead for | point to | press for
about | protest against | push for | rail against at about | react to | refer to | remark on | reply to | report on |
respond to | side with | speak about of against | talk about of | testify about | think about of | touch on |
tweet about | vouch for | warn of about against | worry about | write about
"""

#: "that X", "to X" after a noun.
NOUN_CLAUSE = """
acknowledgment admission agreement allegation announcement argument assertion assumption assurance belief call case
charge claim commitment complaint concern conclusion confidence contention conviction declaration demand denial desire
doubt estimate fear finding forecast hope implication impression inclination insistence intention offer opinion plea
pledge prediction promise recognition report request revelation rumor speculation statement suggestion suspicion
theory threat understanding view vow warning
"""

#: Prepositions after a noun: "criticism of X".
NOUN_PREPOSITIONS = """
allegation of | anxiety about | assertion of | comment about on | complaint about | concern about over | condemnation
of | criticism of over on | demand for | denial of | denunciation of | doubt about | hope for | mention of | opinion
on of about | proponent of | question about | rejection of | thought on about | understanding of | warning of about
"""

#: "that X" and a preposition after an adjective.
ADJECTIVE_THAT = """
adamant afraid certain clear concerned confident convinced disappointed doubtful glad hopeful optimistic pleased
skeptical surprised unsure upset worried
"""
ADJECTIVE_PREPOSITIONS = """
clear about | concerned about | confident in about of | critical of | dismissive of | doubtful about of | nervous
about | opposed to | optimistic about | pleased with | proud of | skeptical of about | supportive of | unhappy with
about | wary of | worried about
"""

#: Verbs of the senses, which say something only with a full clause: "found that he lied", not "found him lying".
SENSES = frozenset(("find", "hear", "see", "show", "feel", "notice", "watch", "consider", "imagine", "allow"))
#: What people issue to say something: "issued a statement saying that X".
_MESSAGES = """
ad advisory alert bulletin communique communiqué e-mail editorial email interview letter memo memorandum message note
notice op-ed post release speech statement tweet warning
"""
MESSAGES = frozenset(_MESSAGES.split())

#: Verbs whose object listens: "told Sky News".
ADDRESSING = frozenset(
    ("tell", "ask", "remind", "assure", "reassure", "inform", "warn", "notify", "advise", "persuade")
)
#: Occasions to speak, which have a place: "at a rally in Ohio".
_OCCASIONS = """
rally conference meeting event vigil summit hearing debate ceremony gathering forum convention briefing speech crowd
audience protest march funeral dinner
"""
OCCASIONS = frozenset(_OCCASIONS.split())
#: Where people listen: "told a square that was packed"; such words name neither them nor the place.
PLACES = frozenset(
    ("square", "church", "mosque", "stadium", "hall", "courtroom", "park", "theatre", "theater", "arena")
)
#: What can say something in a headline: "Poll: races are tight".
DOCUMENTS = frozenset(("poll", "report", "study", "survey", "police", "official", "minister", "source", "analyst"))
#: Verbs by which a noun is said: "expressed concern about", not "withdrew support for".
_VOICING = """
announce bring broach cite confirm convey defend deny detail dismiss echo emphasize express file give issue lodge make
mention outline post present publish push raise reaffirm refute reiterate reject release repeat restate share show
sign state stress submit suggest tweet utter voice write have hold offer lead dispute
"""
VOICING = frozenset(_VOICING.split())
#: Verbs over what their subject says is not so.
DENIALS = frozenset(["deny", "dismiss", "reject", "refute", "rebut", "disavow", "disclaim"])
#: Verbs over what another has said or asks for.
REFUSING = DENIALS | {"approve", "grant", "hear", "ignore", "quash", "veto"}
#: Verbs before "to say" that tell that it is not, or not yet, said.
REFUSALS = frozenset(("refuse", "decline", "fail", "forget", "neglect"))
INTENTIONS = frozenset(
    ("plan", "want", "intend", "expect", "hope", "wish", "need", "seem", "appear", "prepare", "threaten")
)

#: Lemmas that the tagger's rules get wrong.
LEMMAS = {"hop": "hope", "rat": "rate", "retweete": "retweet"}


def lemma(word: Token) -> str:
    """Return the dictionary form of a word."""
    found = word.lemma_.lower()
    return LEMMAS.get(found, found)


#: Cues of quoted words by lemma.
PARTS = frozenset(("VERB", "NOUN", "ADJ"))
QUOTE = frozenset(BESIDE_MARKS.split())
#: Each cue of reported speech by part of speech and lemma, with the frames that it takes.
FRAMES = frames(
    [
        ("VERB", "that", THAT),
        ("VERB", "infinitive", TO),
        ("VERB", "upon", UPON),
        ("VERB", "object", OBJECT),
        ("NOUN", "clause", NOUN_CLAUSE),
        ("ADJ", "that", ADJECTIVE_THAT),
    ],
    [("VERB", VERB_PREPOSITIONS), ("NOUN", NOUN_PREPOSITIONS), ("ADJ", ADJECTIVE_PREPOSITIONS)],
)
