"""One incident, many articles: which happenings that articles tell of are one; a pure function of their set."""
