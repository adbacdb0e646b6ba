"""Relations of two things: one file a relation; engine, patterns, titles; a learned model."""
