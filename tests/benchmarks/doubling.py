"""Texts of one sentence that goes on and on: twice the text should take twice the time, not four times."""

from common import QUICK, processor_seconds, row

from kg.articles.article import Article
from kg.extract.extract import readings

UNITS = ["“ ", "[ ", "Mr. ", "said ", "Mr. Khan and ", "the head of ", 'Khan "said ', "Ann Lee of Acme in Leeds, "]
TIMES = 500 if QUICK else 2_000


def main() -> None:
    list(readings([Article("first", "The model is loaded.")]))
    for unit in UNITS:
        once, twice = (took(unit * times) for times in (TIMES, 2 * TIMES))
        row(f"{unit!r} {2 * TIMES:,} times / {TIMES:,} times ({twice:.1f} s)", f"{twice / once:.2f}", "<= 2.5")


def took(text: str) -> float:
    return processor_seconds(lambda: list(readings([Article("doubled", text)])))


if __name__ == "__main__":
    main()
