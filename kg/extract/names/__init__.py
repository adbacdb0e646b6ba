"""Which words are names, whole and cleaned, and which of them mean one thing in an article."""
