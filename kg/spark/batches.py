"""Between Spark's batches of Arrow and rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyarrow as pa

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: Rows of a batch that is given back: of articles, and of what is short.
SIZE, MANY = 32, 1_000
Row = Mapping[str, Any]
Work = Callable[[Iterator[Row]], Iterator[Row]]


def mapped(frame: "DataFrame", work: Work, schema: pa.Schema, size: int = SIZE) -> "DataFrame":
    """Return the rows that some work makes of a frame's, a partition at a time."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return frame.mapInArrow(partial(_worked, work, schema, size), from_arrow_schema(schema))


def _worked(work: Work, schema: pa.Schema, size: int, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    made = work(row for batch in batches for row in batch.to_pylist())
    while some := list(islice(made, size)):
        yield pa.RecordBatch.from_pylist(some, schema)
