"""Tests of kg.extract.incidents."""
