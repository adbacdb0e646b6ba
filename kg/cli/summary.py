"""What a build did, and what a store holds, in a few lines."""

from collections.abc import Iterator

from kg.build import Built
from kg.cli.problems import Problems
from kg.graph.contents import contents
from kg.graph.store import Store
from kg.graph.versions import number


def summary(store: Store, built: Built, problems: Problems) -> Iterator[str]:
    """Yield what became of all articles that came in, and what the graph now holds."""
    done = {"new": built.new, "unchanged": built.unchanged, "replaced": built.replaced, "failed": problems.count}
    all_done = done | dict(problems.left_out)
    yield line("articles", all_done) + (f": {sum(all_done.values()):,} in all" if problems.left_out else "")
    if built.ended:
        are = f"{built.ended:,} article{'s' * (built.ended != 1)}"
        yield f"written: {are} that an earlier build had read, which did not end"
    if copies := number(store):
        are = "article is" if copies == 1 else "articles are"
        yield f"copies: {copies:,} {are} another's text again, and told once (kg query copies)"
    yield line(str(store.path), contents(store, ("entities", "facts", "quotes", "events", "inferred")))


def line(title: str, counts: dict[str, int]) -> str:
    """Return one line of counts: "articles: 3 new, 1 unchanged"."""
    return f"{title}: {', '.join(f'{number:,} {name}' for name, number in counts.items())}"
