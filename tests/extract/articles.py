"""Article files: a text, then a table of exactly the facts that it states."""

from pathlib import Path

from kg.articles.article import Article
from kg.extract.extract import readings
from kg.facts import Fact, Mention

FOLDER = Path(__file__).parent.parent / "articles"
Row = tuple[str, ...]


def split(path: Path) -> tuple[str, list[Row]]:
    """Return the text of an article file and the rows of its table; without a last cell they are plain facts."""
    text, _, table = path.read_text("utf-8").partition("\n| subject ")
    rows = [tuple(cell.strip() for cell in line.strip("| ").split("|")) for line in table.splitlines()[2:] if line]
    return text.rstrip() + "\n", [row if len(row) == 4 else (*row, "") for row in rows]


def stated(text: str) -> set[Row]:
    """Return the facts of a text as rows: entities by their labels, a fact of several mentions once."""
    (reading,) = readings([Article("article", text)])
    labels = {entity.key: entity.label for entity in reading.entities}
    return {row(fact, labels) for fact in reading.facts}


def row(fact: Fact, labels: dict[str, str]) -> Row:
    """Return a fact as a row; what is neither asserted nor current is said in the last cell."""
    how = [word for word in (fact.evidence.modality, fact.status) if word not in {"asserted", "current"}]
    return (label(fact.subject, labels), fact.relation, label(fact.object, labels), " ".join(how))


def label(mention: Mention, labels: dict[str, str]) -> str:
    """Return the name of a thing, or the words of a value or a role."""
    text = mention.text if mention.form in {"value", "nominal"} else labels[mention.entity]
    return " ".join(text.split())


def table(rows: set[Row]) -> str:
    """Return rows as the table of an article file."""
    lines = ["| subject | relation | object | how |", "|---|---|---|---|"]
    return "\n".join([*lines, *("| " + " | ".join(cells) + " |" for cells in sorted(rows))]) + "\n"
