"""Texts of one sentence that goes on and on: twice the text should take twice the time, at each length."""

from itertools import pairwise

from common import QUICK, processor_seconds, row

from kg.articles.article import Article
from kg.extract.extract import readings

#: Marks, titles, verbs of speech, names in lists, what nests, and what has no word.
UNITS = """
    “_ ” " '_ ‘_ (_ ( [_ «_ —_ ,_ 1,_ -_ a.b. Mr._ said_ killed_ who_ and_ Khan_ minister_ Monday_ 12_ \\n
    Mr._Khan_and_ the_head_of_ Khan_"said_ Ann_Lee,_ Ann_Lee_of_Acme_in_Leeds,_ Khan_(said_ he_said_she_said_
    killed_3_and_wounded_4_ who_was_born_in_Leeds,_ “We_go_on,”_said_Mayor_Ann_Lee._ <b> &amp; **
"""
TIMES = 100 if QUICK else 500
DOUBLINGS = 3
#: Of what takes less, the processor's clock tells nothing.
LEAST = 0.2


def main() -> None:
    list(readings([Article("first", "The model is loaded.")]))
    for unit in (each.replace("_", " ").replace("\\n", "\n") for each in UNITS.split()):
        lengths = [TIMES * 2**doubling for doubling in range(DOUBLINGS + 1)]
        seconds = [took(unit * times) for times in lengths]
        ratios = [twice / max(once, LEAST) for once, twice in pairwise(seconds)]
        row(f"{unit!r} {lengths[-1]:,} times ({seconds[-1]:.1f} s), worst doubling", f"{max(ratios):.2f}", "<= 2.5")


def took(text: str) -> float:
    return processor_seconds(lambda: list(readings([Article("doubled", text)])))


if __name__ == "__main__":
    main()
