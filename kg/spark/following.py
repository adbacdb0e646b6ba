"""What follows from the facts of all articles, by the rules of `kg.reason` as joins, until nothing is new.

The rules of kg's ontology are of two forms, as the table of OWL 2 RL gives them: what one fact leads to, and what two
that share their middle do. Each form is one join with all of its rules, for what is new alone (semi-naive).
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import pyarrow as pa
from pyoxigraph import RdfFormat, parse

from kg.errors import DataError
from kg.graph.merge import reasoned
from kg.graph.shards import DEFAULT, FOLLOWING, LINES
from kg.reason.closing import own_program
from kg.reason.closure import Program
from kg.reason.terms import SAME, Atom
from kg.spark.batches import MANY, Row, mapped
from kg.spark.folder import readings
from kg.spark.forms import OBJECT, ONE, SUBJECT, Two, forms
from kg.vocabulary import BASE, INFERRED

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: A triple, each term as N-Triples writes it.
TRIPLE = pa.schema([(name, pa.string()) for name in ("s", "p", "o")])
WRITTEN = pa.schema([("line", pa.string())])


def close(spark: "SparkSession", out: str) -> int:
    """Write what follows from the facts of a folder beside them, and return how many that are.

    Raises:
        DataError: nothing was read into the folder, two things are or come to be equal, or a rule is of a form that is
            not applied here.

    """
    readings(spark, out)
    lines = spark.read.text(f"{out}/{LINES}/shard={DEFAULT}").withColumnRenamed("value", "line")
    stated = mapped(lines, _triples, TRIPLE, MANY).distinct().persist()
    program = own_program()
    every = closed(spark, stated, program)
    _refuse_equal(every, program, out)
    inferred = every.join(stated, [*TRIPLE.names], "left_anti").persist()
    spark.sparkContext.setJobDescription("kg: what follows")
    made = mapped(inferred, _inferred, WRITTEN, MANY).write.mode("overwrite").option("compression", "gzip")
    made.text(f"{out}/{LINES}/shard={FOLLOWING}")
    return inferred.count()


def _refuse_equal(every: "DataFrame", program: Program, out: str) -> None:
    """Raise DataError where two things, and not two values, are one: their facts would be each other's."""
    from pyspark.sql import functions as f

    unique = {str(a.p) for rule in program.rules if rule.head and rule.head.p == SAME for a in rule.body} - {str(SAME)}
    things = (f.col("p") == str(SAME)) | (f.col("p").isin(*unique) & ~f.startswith("o", f.lit('"')))
    if not every.where(things).isEmpty():
        raise DataError(f"{out}: two things may be equal: leave out kg spark close, and kg load tells what follows")


def closed(spark: "SparkSession", stated: "DataFrame", program: Program) -> "DataFrame":
    """Return facts with all that follows from them under a program."""
    one, two = forms(program)
    ones = spark.createDataFrame(list(map(asdict, one)), ", ".join(f"{each} string" for each in ONE))
    twos = spark.createDataFrame(list(map(asdict, two)), "p string, q string, r string")
    facts = [dict(zip(TRIPLE.names, map(str, fact), strict=True)) for fact in program.facts]
    begun = stated.unionByName(spark.createDataFrame(facts, "s string, p string, o string"))
    new = known = begun.distinct().localCheckpoint()
    while not new.isEmpty():
        pairs = _by_two(new, known, two, twos).unionByName(_by_two(known, new, two, twos))
        found = _by_one(new, ones).unionByName(pairs).distinct()
        new = found.join(known, [*TRIPLE.names], "left_anti").localCheckpoint()
        known = known.unionByName(new)
    return known


def _by_one(new: "DataFrame", rules: "DataFrame") -> "DataFrame":
    from pyspark.sql import functions as f

    fits = "new.p = rule.p AND (rule.s IS NULL OR rule.s = new.s) AND (rule.o IS NULL OR rule.o = new.o)"
    met = new.alias("new").join(
        f.broadcast(rules.alias("rule")), f.expr(f"{fits} AND (rule.loops IS NULL OR new.s = new.o)")
    )
    end = f"CASE {{0}} WHEN '{SUBJECT}' THEN new.s WHEN '{OBJECT}' THEN new.o ELSE {{0}} END AS {{1}}"
    made = met.selectExpr(end.format("head_s", "s"), "head_p AS p", end.format("head_o", "o"))
    # RDF has no literals as subjects.
    return made.where(~f.startswith("s", f.lit('"')))


def _by_two(first: "DataFrame", second: "DataFrame", two: Sequence[Two], rules: "DataFrame") -> "DataFrame":
    from pyspark.sql import functions as f

    # Few predicates are of these rules: what has others is not shared out.
    one, other = (f.col("p").isin(*sorted({getattr(rule, end) for rule in two})) for end in "pq")
    begun = first.where(one).alias("a").join(f.broadcast(rules.alias("rule")), f.expr("a.p = rule.p"))
    met = begun.join(second.where(other).alias("b"), f.expr("a.o = b.s AND b.p = rule.q"))
    return met.selectExpr("a.s AS s", "rule.r AS p", "b.o AS o")


def _triples(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield the triples that the reasoner is told of."""
    for row in rows:
        for quad in parse(row["line"], RdfFormat.N_TRIPLES):
            if reasoned(quad.triple):
                yield dict(zip(TRIPLE.names, map(str, Atom.of(quad)), strict=True))


def _inferred(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield what follows, in the default graph and in its own."""
    for row in rows:
        fact = f"{row['s']} {row['p']} {row['o']}"
        yield {"line": f"{fact} .\n{fact} <{BASE}{INFERRED}> ."}
