"""Content negotiation: which of the media types that there are a client wants most."""

from collections.abc import Iterator, Sequence


def wanted(accept: str, offers: Sequence[str]) -> str | None:
    """Return the offer that an Accept header likes best, the first of those alike; None if it takes none of them."""
    ranges = list(_ranges(accept)) or [("*/*", 1.0)]
    scored = [(_score(offer, ranges), -place, offer) for place, offer in enumerate(offers)]
    score, _, best = max(scored)
    return best if score > 0 else None


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        given = dict(piece.split("=", 1) for piece in parameters if "=" in piece)
        if name:
            yield name, _number(given.get("q", "1"))


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _score(offer: str, ranges: list[tuple[str, float]]) -> float:
    """Return how much an offer is liked, by the narrowest range that covers it."""
    for cover in (offer, f"{offer.partition('/')[0]}/*", "*/*"):
        if found := [quality for name, quality in ranges if name == cover]:
            return max(found)
    return 0.0
