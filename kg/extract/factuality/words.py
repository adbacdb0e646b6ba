"""Words that say how far something is held to be true: facts of English that anyone may check."""

from kg.extract.lexicon.words import words

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
#: Verbs that say themselves that what is said is untrue.
MISTELLING = words("misstate misreport misinform mislead")
#: What a tale is called that is untrue: "a false rumour", "baseless claims", "the message was a hoax".
UNTRUE = words("fake false untrue hoax baseless unfounded fabricated bogus debunked discredited disproved disproven")
#: Nouns for what is not so: "the story is a myth".
UNTRUTHS = words("myth lie hoax fabrication invention falsehood fiction nonsense")
#: Adverbs of a verb of saying that make its clause untrue.
FALSELY = words("falsely wrongly incorrectly mistakenly erroneously untruthfully wrongfully")
#: Words before a title that say that it is over; none belongs to the title.
ENDED = words(
    "former formerly ex ex- erstwhile one-time onetime late then then- once previous previously retired past "
    "outgoing ousted sacked fired deposed toppled dismissed departed departing"
)
WILL = words("will 'll ’ll shall")
#: Nouns for what goes round, beside those of saying, whoever it comes from: "rumours spread that".
RUMOURS = SAYING | words("rumour rumor gossip talk word whisper hearsay innuendo chatter story")
#: What goes round and may be untrue.
TALES = RUMOURS | words("message post video clip image photo photograph screenshot alert hoax")
