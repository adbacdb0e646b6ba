"""Hostile texts through extraction: no exception, and none takes longer than five seconds of the processor."""

from collections.abc import Iterator
from random import Random

from kg.articles.article import Article
from kg.errors import KgError, Notice
from kg.extraction import Extraction

MANY, FEW = 3_000, 60
SECONDS = 5.0
#: What sets rules off, repeated without end.
_UNITS = """
    “ " ' ‘ [ ( « Mr. said , . ... - — ; : ? ! @ # ’s and or the of who that he she they Khan London killed 12 first
    Monday 2015 minister mayor “No,” told if not may born former Acme&Co. ex- i.e. St. $ % 9 é 東京
"""
UNITS = [*_UNITS.split(), "\u200f", "\u202e"]
PHRASES = [
    "Mr. Khan and ", "said that ", "Ann Lee, ", "“We go on,” said Mayor Ann Lee. ", "he said she said ", "the head of ",
    "killed 3 and wounded 4 ", "who was born in Leeds, ", "\n", "\n\n", " \t", "a.b.c.", "(Ann Lee (Bob Roe ", "1,",
    "1.", "on Monday, ", "http://a.b/", "Ann Lee of Acme in Leeds ", "- ", "and Bob Roe ", "it was reported that ",
]  # fmt: skip


def trials(*, quick: bool, random: Random) -> Iterator[str | None]:
    told: list[KgError] = []
    # What takes longer is cut short, and told.
    reader = Extraction(report=told.append, article_timeout=SECONDS)
    list(reader([Article("first", "The model is loaded.")]))
    for number in range(FEW if quick else MANY):
        text = hostile(random)
        told.clear()
        list(reader([Article(str(number), text)]))
        wrong = next((error for error in told if not isinstance(error, Notice)), None)
        yield wrong and f"{len(text):,} characters, {text[:40]!r}…: {wrong}"


def hostile(random: Random) -> str:
    """Return a text that no paper prints."""
    kind = random.choice([_repeated, _mixed, _numeral, _characters, _nested])
    return kind(random)


def _repeated(random: Random) -> str:
    unit = random.choice([*UNITS, *PHRASES])
    glue = random.choice(["", " "])
    return (unit + glue) * (random.choice([100, 300, 1_000, 5_000]) // max(1, len(unit.split())))


def _mixed(random: Random) -> str:
    units = random.choices([*UNITS, *PHRASES], k=random.choice([2, 5, 20]))
    return " ".join(random.choice(units) for _ in range(random.choice([50, 100, 500, 3_000])))


def _numeral(random: Random) -> str:
    digits = random.choice(["9", "0", "1", "\u0663", "\uff19", "²", "1,000"]) * random.choice(
        [1, 50, 400, 4_301, 10_000]
    )
    frame = random.choice([
        "Gunmen killed {} people in Leeds.", "{} were injured on Friday.", "Ann Lee, {}, spoke.", "in {}, he said.",
        "aged {}.", "{} March {}", "${} million", "between {} and {} people died", "{}",
        "{} days ago Khan spoke in Leeds.",
    ])  # fmt: skip
    return frame.replace("{}", digits)


def _characters(random: Random) -> str:
    ranges = [
        (1, 0x20),
        (0x20, 0x7F),
        (0x80, 0x250),
        (0x590, 0x700),
        (0x2000, 0x2070),
        (0x4E00, 0x4F00),
        (0x1F600, 0x1F640),
    ]
    low, high = random.choice(ranges)
    return "".join(chr(random.randrange(low, high)) for _ in range(random.choice([10, 200, 3_000]))) + " Khan spoke."


def _nested(random: Random) -> str:
    opening, closing = random.choice(["()", "[]", "“”", "‘’", '""', "«»"])
    depth = random.choice([10, 100, 300, 1_500])
    return f"Khan {opening}said " * depth + f"no{closing}" * random.choice([0, depth])
