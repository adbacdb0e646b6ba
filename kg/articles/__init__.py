"""Articles and the formats that they are read from."""
