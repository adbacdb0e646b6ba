"""quotes: quotations and reported speech with their speakers, as PolNeAR annotates them."""

from collections.abc import Iterator, Sequence

from kg.eval.gold import Row
from kg.eval.spans import Offsets, chars, jaccard, pair_up, spans
from kg.eval.verdicts import Count, Error, Judged, Share, Verdict
from kg.facts import Quote, Reading

NEEDS = {"quotes": ("fragments", "kind")}
MEASURES = ("content exact", "content overlap", "content with speaker", "speaker right, of contents found")

#: From this share of common characters on, two contents are the same quotation.
SAME = 0.5


def judge(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on the quotations of one article."""
    text, wanted, said = gold["text"], gold["quotes"], reading.quotes
    want = [chars(text, quote["fragments"]) for quote in wanted]
    have = [chars(text, quote.fragments) for quote in said]
    pairs = list(pair_up(want, have, jaccard))
    exact = {i for i, _, value in pairs if value == 1}
    found = {i: j for i, j, value in pairs if value >= SAME}
    spoken = {i for i, j in found.items() if _same_speaker(text, wanted[i], said[j])}

    yield Count("content exact", len(exact), len(said), len(wanted))
    yield Count("content overlap", len(found), len(said), len(wanted))
    yield Count("content with speaker", len(spoken), len(said), len(wanted))
    yield Share("speaker right, of contents found", len(spoken), len(found))
    for i, quote in enumerate(wanted):
        yield Share(f"recall {quote['kind']}", i in found, 1)
        yield Share(f"recall {quote['kind']} with speaker", i in spoken, 1)
        yield from _errors(quote, said[found[i]] if i in found else None, exact=i in exact, spoken=i in spoken)
    right = {found[i] for i in spoken}
    for j, quote in enumerate(said):
        yield Judged.of("quote", quote.evidence, right=j in right)
        if j not in found.values():
            yield Error(f"wrong {quote.kind} quotation", predicted=quote.fragments, rule=quote.evidence.rule)


def _errors(wanted: Row, said: Quote | None, *, exact: bool, spoken: bool) -> Iterator[Error]:
    """Yield what is wrong with one annotated quotation: not found, cut wrongly, or given to somebody else."""
    content = spans(wanted["fragments"])
    if said is None:
        yield Error(f"missed {wanted['kind']} quotation", content)
        return
    if not exact:
        yield Error(f"wrong extent of {wanted['kind']} quotation", content, said.fragments, said.evidence.rule)
    if not spoken:
        who = () if said.speaker is None else (said.speaker,)
        yield Error(f"wrong speaker of {wanted['kind']} quotation", spans(_speaker(wanted)), who, said.evidence.rule)


def _speaker(quote: Row) -> Sequence[Offsets]:
    """Return the gold speaker's pieces; gold in the form of `kg extract` has one at most."""
    return quote.get("speaker_fragments") or ([quote["speaker"]] if quote.get("speaker") else [])


def _same_speaker(text: str, wanted: Row, said: Quote) -> bool:
    """Tell whether the speaker is the annotated one, or its core ("Khan" of "Mr Khan, who was there")."""
    want = chars(text, _speaker(wanted))
    have = chars(text, [said.speaker] if said.speaker else [])
    return want == have or jaccard(want, have) >= SAME or bool(have and have < want)
