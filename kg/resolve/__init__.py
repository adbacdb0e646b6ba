"""Mentions of one thing become one entity with one IRI."""
