"""One file a command; main lists the folder."""
