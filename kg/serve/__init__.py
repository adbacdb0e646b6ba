"""The graph in a browser and for other programs: read-only pages in which every fact is one click from its words."""
