"""Questions to a parse: who, whom, of what, joined with what, how many, where it stands."""
