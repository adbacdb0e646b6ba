"""A sheet as lines of text, or as JSON values."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.eval.context import in_context
from kg.eval.reliability import by_rule
from kg.eval.sheet import Sheet

if TYPE_CHECKING:
    from kg.articles.article import Article
    from kg.eval.verdicts import Error


def score_lines(sheet: Sheet) -> Iterator[str]:
    """Yield the table of scores; `n` is the number of gold facts."""
    scores = sheet.scores()
    width = max(map(len, scores))
    yield f"{f'{sheet.articles} articles':<{width}}      P      R     F1      n"
    for name, row in scores.items():
        numbers = f"{row:>21}" if isinstance(row, float) else " ".join(f"{value:>6}" for value in row)
        yield f"{name:<{width}} {numbers}"


def rule_lines(sheet: Sheet) -> Iterator[str]:
    """Yield the table of rules: what each found, how much of it is right, and the confidence that it gives."""
    table = by_rule(sheet.judged)
    width = max((len(rule) for _, rule in table), default=4)
    yield f"{'kind':<9} {'rule':<{width}}  facts  precision  confidence"
    for (kind, rule), row in table.items():
        yield f"{kind:<9} {rule:<{width}} {row.facts:>6} {row.precision:>10.2f} {row.confidence:>11.2f}"


def error_lines(sheet: Sheet) -> Iterator[str]:
    """Yield the errors in context, grouped by kind, the most frequent kind first."""
    groups: dict[str, list[tuple[Article, Error]]] = defaultdict(list)
    for article, error in sheet.errors:
        groups[error.kind].append((article, error))
    for kind, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"{kind}: {len(group)}"
        for article, error in group:
            rule = f"  ({error.rule})" if error.rule else ""
            yield f"  {article.id}  {in_context(article.text, error)}{rule}"
        yield ""


def to_json(sheet: Sheet) -> dict[str, Any]:
    """Return the scores as a JSON object."""
    return {
        name: row if isinstance(row, float) else dict(zip(("P", "R", "F1", "n"), row, strict=True))
        for name, row in sheet.scores().items()
    }


def rules_to_json(sheet: Sheet) -> list[dict[str, Any]]:
    """Return the table of rules as JSON objects."""
    return [{"kind": kind, "rule": rule, **row._asdict()} for (kind, rule), row in by_rule(sheet.judged).items()]


def errors_to_json(sheet: Sheet) -> list[dict[str, Any]]:
    """Return the errors as JSON objects, in the order of the articles."""
    return [
        {
            "article": article.id,
            "error": error.kind,
            "gold": error.gold,
            "predicted": error.predicted,
            "rule": error.rule,
            "context": in_context(article.text, error),
        }
        for article, error in sheet.errors
    ]
