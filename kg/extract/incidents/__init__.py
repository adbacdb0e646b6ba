"""Attacks, gatherings and who took part in them."""
