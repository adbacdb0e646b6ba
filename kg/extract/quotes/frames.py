"""Which complements a word takes, from lists of words."""

from collections.abc import Iterable, Mapping

#: By part of speech and lemma: "that", "infinitive", "object", "clause", "patient", or the preposition itself.
Frames = Mapping[tuple[str, str], frozenset[str]]


def frames(listed: Iterable[tuple[str, str, str]], prepositions: Iterable[tuple[str, str]]) -> Frames:
    """Return the frames of words given as (part of speech, frame, words) and as (part of speech, "call for on | ...").

    Prepositions follow their word, and a bar the last of them.
    """
    entries = [(pos, word, frame) for pos, frame, words in listed for word in words.split()]
    for pos, phrases in prepositions:
        for phrase in phrases.split("|"):
            word, *names = phrase.split()
            entries += [(pos, word, name) for name in names]
    found: dict[tuple[str, str], set[str]] = {}
    for pos, word, frame in entries:
        found.setdefault((pos, word), set()).add(frame)
    return {key: frozenset(names) for key, names in found.items()}
