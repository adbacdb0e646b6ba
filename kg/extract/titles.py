"""Words before a name that belong to the person but not to the name, and what they tell of the gender."""

MALE = frozenset(
    {"mr", "sir", "lord", "king", "prince", "baron", "duke", "señor", "senor", "don", "monsieur", "herr", "father",
     "brother", "pope", "sheikh", "sultan", "emperor", "congressman", "chairman", "spokesman", "businessman",
     "policeman", "uncle", "count", "imam", "ayatollah", "cardinal", "archbishop", "rabbi", "actor"}
)  # fmt: skip
FEMALE = frozenset(
    {"mrs", "ms", "miss", "mme", "madame", "lady", "dame", "queen", "princess", "baroness", "duchess", "señora", "senora",
     "frau", "sister", "mother", "congresswoman", "chairwoman", "spokeswoman", "businesswoman", "policewoman", "aunt",
     "countess", "actress", "empress", "doña"}
)  # fmt: skip
NEUTRAL = frozenset(
    {"dr", "prof", "professor", "doctor", "president", "minister", "chancellor", "secretary", "senator", "sen", "rep",
     "representative", "governor", "gov", "mayor", "general", "gen", "colonel", "col", "major", "maj", "captain", "capt",
     "lieutenant", "lt", "sergeant", "sgt", "corporal", "private", "commander", "admiral", "adm", "inspector",
     "constable", "detective", "officer", "commissioner", "judge", "justice", "attorney", "chief", "ambassador",
     "director", "bishop", "reverend", "rev", "coach", "premier", "chairperson", "spokesperson", "councillor",
     "congressperson", "deputy", "vice", "acting", "former", "ex", "prime", "superintendent", "marshal", "sheriff",
     "saint", "king-elect", "president-elect", "vice-president", "ceo", "cllr", "hon", "st", "comrade", "cmdr", "brig"}
)  # fmt: skip
TITLES = MALE | FEMALE | NEUTRAL
#: Of these nothing but a title is left when they stand before a name: they are stripped from a name that NER took whole.
STRIPPED = frozenset(
    TITLES - {"st", "saint", "don", "justice", "prince", "king", "queen", "princess", "private", "father"}
)


def title_of(word: str) -> str | None:
    """Return the title that a word is, in small letters without its full stop."""
    plain = word.lower().rstrip(".")
    return plain if plain in TITLES else None


def gender_of(title: str) -> str | None:
    """Return "m" or "f" where the title tells it."""
    return "m" if title in MALE else "f" if title in FEMALE else None
