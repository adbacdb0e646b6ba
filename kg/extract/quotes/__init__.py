"""Who is said to have said what: `find.quotes`; whose words an offset stands in: `lookup.said_by`."""
