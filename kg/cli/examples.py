"""How the commands are told of in `kg --help`: in groups, each with examples; every command stands in one group."""

from collections.abc import Mapping

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Read articles": ("build", "extract", "forget", "spark", "load"),
    "Ask": ("query", "queries", "show", "why", "stats", "check", "diff"),
    "Decide": ("review", "same", "different", "undo", "link", "wikidata"),
    "Share": ("export", "serve", "site", "mcp"),
    "Keep and judge": ("store", "validate", "eval", "rules"),
}
EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "": ("kg build articles/", "kg query attacks --format table", 'kg show "Ann Lee"', "kg serve"),
    "build": ("kg build articles/", "kg build news.jsonl.gz --text-field story", "cat news.jsonl | kg build -"),
    "extract": ("kg extract article.txt", "kg extract news.jsonl > facts.jsonl"),
    "forget": ("kg forget article-17",),
    "query": (
        "kg query attacks --format table",
        'kg query quotes --speaker "Ann Lee" --format xlsx > quotes.xlsx',
        "kg query my.rq",
        "echo 'SELECT ?p { ?p a news:Person }' | kg query -",
    ),
    "show": ('kg show "Ann Lee"', "kg show article/ID/person/lee --json"),
    "why": ('kg why "Ann Lee" memberOf "Acme"', 'kg why "Ann Lee" sameAs "A. Lee"'),
    "check": ("kg check", "kg check --json"),
    "diff": ("kg diff kg-store yesterday.ttl.gz", "kg diff old.nq new.nq --format html > changes.html"),
    "review": ("kg review", "kg review --out asked.csv", "kg review --from asked.csv"),
    "same": ('kg same "Ann Lee" article/ID/person/lee --why "the same office"',),
    "different": ('kg different article/A/person/lee article/B/person/lee --why "two towns"',),
    "export": (
        "kg export graph.ttl.gz",
        'kg export part.ttl --about "Ann Lee" --depth 2 --no-text',
        "kg export network.gexf",
        "kg export names.nif.ttl",
    ),
    "serve": ("kg serve", "kg serve --port 0 --edit", "kg serve --host 0.0.0.0 --name news.example --no-text"),
    "site": ("kg site public/ --no-text",),
    "link": ("kg link --builtin --write", "kg link --index wikidata.sqlite", 'kg link accept "Ann Lee" Q42'),
    "eval": ("kg eval facts gold.jsonl",),
}
#: What commands are called that kg calls otherwise.
MEANT: Mapping[str, str] = {
    "explain": "why",
    "proof": "why",
    "search": "query",
    "ask": "query",
    "import": "build",
    "add": "build",
    "remove": "forget",
    "delete": "forget",
    "rm": "forget",
    "ls": "stats",
    "merge": "same",
    "split": "different",
    "info": "stats",
    "web": "serve",
    "compact": "store compact",
    "verify": "store verify",
    "backup": "store backup",
    "restore": "store restore",
}


def examples(command: str) -> str:
    """Return the examples of a command, or of kg itself, as an epilogue that no line of is broken."""
    lines = "\n".join(f"  {line}" for line in EXAMPLES.get(command, ()))
    return f"\b\nExamples:\n{lines}" if lines else ""
