"""Dumps of Wikidata, read item by item."""
