"""The columns of what is read and written, declared once: those of `kg extract`, a row each (docs/scale.md)."""

import pyarrow as pa

from kg.errors import KgError, Notice

_SPAN = pa.list_(pa.int64())
_EVIDENCE = [
    pa.field("modality", pa.string()),
    pa.field("source", pa.string()),
    pa.field("evidence", _SPAN),
    pa.field("confidence", pa.float64()),
    pa.field("rule", pa.string()),
]


def _texts(*names: str) -> list[pa.Field]:
    return [pa.field(name, pa.string()) for name in names]


MENTION = pa.struct([pa.field("span", _SPAN), *_texts("type", "form", "entity", "qid")])
QUOTE = pa.struct(
    [
        pa.field("fragments", pa.list_(_SPAN)),
        pa.field("cue", _SPAN),
        pa.field("speaker", _SPAN),
        pa.field("entity", pa.string()),
        pa.field("entities", pa.list_(pa.string())),
        *_texts("addressee", "place", "kind"),
        *_EVIDENCE,
    ]
)
FACT = pa.struct(
    [
        pa.field("relation", pa.string()),
        pa.field("subject", _SPAN),
        pa.field("object", _SPAN),
        *_texts("subject_entity", "object_entity", "value", "status", "during", "scope_entity"),
        *_EVIDENCE,
    ]
)
ARGUMENT = pa.struct([pa.field("role", pa.string()), pa.field("span", _SPAN), *_texts("entity", "value")])
EVENT = pa.struct(
    [*_texts("type", "event"), pa.field("trigger", _SPAN), pa.field("arguments", pa.list_(ARGUMENT)), *_EVIDENCE]
)
#: What is told of an input or an article; by an error it was lost, by a notice something was guessed or left.
ERROR, NOTICE = "error", "notice"
PROBLEM = pa.struct(_texts("kind", "problem"))
#: What is known of an article beside its text.
KNOWN = ("title", "author", "published", "source", "language", "dated_by")
_GIVEN = [*_texts("id", "text", *KNOWN, "hash"), pa.field("problems", pa.list_(PROBLEM))]

#: An article with where it stands, in order; without an id it is lost, and its problems say why.
ARTICLE = pa.schema([*_GIVEN, *_texts("input", "file"), *(pa.field(name, pa.int64()) for name in ("part", "number"))])
#: An article with what it states; `reading` is that again, as stores keep it, and null where it could not be read.
READING = pa.schema(
    [
        *_GIVEN,
        pa.field("mentions", pa.list_(MENTION)),
        pa.field("quotes", pa.list_(QUOTE)),
        pa.field("relations", pa.list_(FACT)),
        pa.field("events", pa.list_(EVENT)),
        *_texts("reading", "read_by"),
    ]
)
#: What a folder holds of each: the run that read it, and the newest takes the others' place.
HELD = READING.append(pa.field("run", pa.int32()))
#: Each table with the column of READING whose items are its rows.
TABLES = {"facts": "relations", "mentions": "mentions", "quotes": "quotes", "events": "events"}
#: The path that a thing or a happening got, and whether that which its article gives it leads there now.
PATH = pa.schema([*_texts("article", "key", "path"), ("replaced", pa.bool_())])
#: Lines of N-Quads or N-Triples, by the shard that they are of; `subject` where they are names of a thing.
LINES = pa.schema(_texts("shard", "subject", "line"))


def problem(error: KgError) -> dict[str, str]:
    """Return what an error tells, as a row of PROBLEM."""
    # Half a character cannot be written, and stands in what is told of it.
    said = str(error).encode("utf-8", "backslashreplace").decode()
    return {"kind": NOTICE if isinstance(error, Notice) else ERROR, "problem": said}
