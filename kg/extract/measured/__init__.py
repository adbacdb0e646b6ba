"""Confidence by rule, as measured on annotated news."""
