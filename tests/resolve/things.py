"""Things as articles name them, for tests."""

from kg import naming
from kg.resolve.named import Named


def thing(article: str, kind: str, *names: str, **more: object) -> Named:
    """What an article names by these names, the usual one first."""
    return Named(article, naming.shared(kind, names[0]), kind, names, **more)


def bare(article: str, name: str, **more: object) -> Named:
    """A person of whom an article gives one name."""
    return Named(article, naming.local(article, "Person", name), "Person", (name,), **more)
