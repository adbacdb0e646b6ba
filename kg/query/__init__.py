"""Questions to the graph: saved queries with parameters, SPARQL of the user's own, read-only, in W3C result formats."""
