"""Tests of kg.extract.rules."""
