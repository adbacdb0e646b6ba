"""Entities of the graph to their counterparts at a SPARQL endpoint, Wikidata's by default."""
