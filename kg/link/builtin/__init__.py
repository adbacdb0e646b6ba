"""The index that kg makes of packages with open data: bodies and places with Wikidata's ids, and no person."""
