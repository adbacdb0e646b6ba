"""The graph leaves for other tools: canonical Turtle and TriG, sorted N-Triples and N-Quads, RDF/XML, JSON-LD."""
