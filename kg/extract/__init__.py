"""From a parsed article to what it states. spaCy goes no further than this room."""
