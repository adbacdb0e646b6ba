"""What a word is: lists and gazetteers, never what to do with it."""
