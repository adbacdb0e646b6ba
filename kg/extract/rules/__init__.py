"""Rules as data: what a rule is, how its conditions are read, how rules are run."""
