"""Who is who: things of many articles that are one thing; a pure function of the set of articles."""
