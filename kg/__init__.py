"""kg: from news articles to an RDF knowledge graph in which every fact points at the words that state it."""
