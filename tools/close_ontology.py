"""Close kg's ontology by owlrl (`make ontology`), so that no store of kg's own ontology has to."""

from kg.graph.ontology import ontology
from kg.reason.closing import closed, closed_file


def main() -> None:
    lines = sorted(f"{triple} .\n" for triple in closed(ontology()))
    closed_file().write_text("".join(lines), encoding="utf-8")
    print(f"{closed_file()}: {len(lines):,} triples")


if __name__ == "__main__":
    main()
