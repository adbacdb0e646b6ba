"""Facts become RDF: what an article states as quads, and the store that holds them. No spaCy from here on."""
