"""The one place that makes a spaCy pipeline and parses articles with it."""
