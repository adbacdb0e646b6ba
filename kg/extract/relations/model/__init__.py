"""Relations by a learned model."""
