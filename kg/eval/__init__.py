"""How much of what annotators found is found, and how much of what is found is right."""
