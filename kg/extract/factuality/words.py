"""Words that say how far something is held to be true: facts of English that anyone may check."""

from kg.extract.lexicon.words import words
from kg.facts import Modality

NEGATIONS = words("not never no nobody none neither nothing nor hardly scarcely")

#: Verbs and nouns that put what follows in somebody's mouth.
SAYING = words(
    "say claim allege report tell state declare insist maintain assert argue contend write add suggest "
    "indicate charge complain testify comment estimate speculate rumour rumor tweet joke boast swear "
    "recount relate assure stress allegation testimony assertion according cite quote describe"
)
#: ... or in somebody's mind.
BELIEVING = words("believe think suppose assume consider suspect understand presume feel guess seem appear")
ACCUSING = words("accuse suspect blame charge allege indict implicate accusation suspicion allegation try prosecute")
DENYING = words("deny reject refute dismiss dispute disclaim disavow denial rebut contradict lie myth")
#: What one is not that one acts "as".
POSING = words("pose masquerade disguise dress impersonate")
#: "It is not true that" denies; other adjectives under "not" leave their clause as it is.
UNTRUTHS = words("false untrue wrong incorrect baseless unfounded nonsense")
#: Where there is none of these, it is not so.
PROOFS = words("evidence proof sign indication suggestion question")
TRUTHS = words("true correct so right case accurate")
#: Verbs and adjectives over "of": who is cleared of it did not do it.
CLEARING = words("acquit clear exonerate absolve exculpate vindicate innocent acquittal")
#: What is only feared, wanted, ordered, foretold or attempted.
DOUBTING = words(
    "fear worry doubt hope expect predict warn threaten plan plot propose intend want wish demand request "
    "recommend consider envisage anticipate imagine pretend risk prepare contemplate vow promise pledge "
    "seek call urge attempt try conspire incite advocate await dread dream discuss rehearse simulate threat "
    "warning danger possibility likelihood prospect chance intention conspiracy scheme proposal bid idea "
    "speculation scenario offer order agree"
)
PREVENTING = words(
    "prevent foil thwart frustrate avert avoid abort deter disrupt forestall pre-empt preempt bar ban "
    "prohibit cancel block"
)
#: Verbs and nouns whose complement is true if they are: all that keep "reported" and "planned" away.
FACTIVE = words(
    "know realise realize discover find learn show prove confirm admit acknowledge reveal disclose "
    "remember recall regret notice see hear note concede announce confess establish demonstrate recognise "
    "recognize forget ignore mean ensure happen occur explain observe verify witness condemn celebrate "
    "mourn fact evidence proof news"
)
#: Verbs whose infinitive happened if they did.
IMPLICATIVE = words(
    "manage begin start continue go come help dare proceed force lead cause compel use live turn allow "
    "enable get make see have able stay join gather set return remain serve finish bother require oblige "
    "first last only cease"
)
#: Verbs over what is so until then.
STOPPING = words("stop cease quit")
#: Nouns for what goes round, beside those of saying, whoever it comes from: "rumours spread that".
RUMOURS = SAYING | words("rumour rumor gossip talk word whisper hearsay innuendo chatter story")
#: What one has in a deed; who denies it denies no deed: "denied any role in the bombing".
INVOLVEMENT = words(
    "role involvement part hand responsibility link connection participation complicity knowledge tie blame guilt"
)
#: Those under which a court finds, or says, that somebody did it.
CONVICTING = words("convict guilty")
#: Of what one did: who is not jailed for it did it all the same.
JAILING = words("jail imprison sentence condemn")
TRYING = ACCUSING | CONVICTING | JAILING | words("arrest detain")
#: Verbs that say themselves that what is said is untrue.
MISTELLING = words("misstate misreport misinform mislead")
#: Of whom nobody is meant: "few believe".
FEW = words("few hardly scarcely barely")
#: Adverbs of a verb of saying that make its clause untrue.
FALSELY = words("falsely wrongly incorrectly mistakenly erroneously untruthfully wrongfully")
HEDGES: dict[str, Modality] = {
    **dict.fromkeys(
        words(
            "allegedly reportedly purportedly supposedly apparently ostensibly seemingly presumably alleged "
            "suspected reported purported apparent claimed supposed unconfirmed rumoured rumored according"
        ),
        "reported",
    ),
    **dict.fromkeys(
        words(
            "possibly perhaps maybe probably likely potentially hypothetically conceivably planned foiled "
            "thwarted attempted failed possible potential future threatened hypothetical imminent abortive "
            "aborted would-be impending upcoming unsuccessful imagined feared intended averted prevented botched "
            "fictional mock simulated pending prospective proposed self-styled self-proclaimed self-appointed "
            "self-declared so-called wannabe aspiring doubtful unclear uncertain"
        ),
        "planned",
    ),
    **dict.fromkeys(words("nearly almost falsely wrongly fake nonexistent hoax untrue false"), "denied"),
}
#: What is told there is only told.
FICTION = words("film movie drama novel thriller episode sitcom opera musical fiction cartoon comedy screenplay sequel")
#: ... and there, where the noun itself can be no other; or a word before it says so: "the comic book"; or a word before
#: it lets it be so, and it is told as plots are: "in the video game, he kills".
STAGED = words("play ballet pantomime operetta telenovela fable fairytale")
TOLD_IN = words("series show game book story tale serial saga sketch soap programme program")
MAKING_UP = words("drama comic fictional comedy fantasy soap animated")
SCREENED = words("tv television video computer crime horror short")
#: Who does this in a film is himself: "In the film, Ann Lee plays a nun".
ACTING_IN = words("play star portray appear feature act direct sing voice perform cast return write interview film")
#: What is only played there.
DRILLS = words("drill exercise simulation rehearsal re-enactment reenactment")
#: Words before a title that say that it is over; none belongs to the title.
ENDED = words(
    "former formerly ex ex- erstwhile one-time onetime late then then- once previous previously retired past "
    "outgoing ousted sacked fired deposed toppled dismissed departed departing"
)
WILL = words("will 'll ’ll shall")
