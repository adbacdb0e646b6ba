"""Dates, datelines and life spans."""
