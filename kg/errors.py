"""What can go wrong for a user, each with the exit code that the command line gives it.

KgError
├── UsageError    2  the command was asked for something that does not exist
├── DataError     3  an article, a query, an ontology or a store cannot be read
└── NetworkError  4  an endpoint did not answer, or not with what it should
"""


class KgError(Exception):
    """Base of all errors that a user can mend; the message says what was wrong, where, and what would be right."""

    exit_code = 1


class UsageError(KgError):
    """Something was named that does not exist; the message lists what does."""

    exit_code = 2


class DataError(KgError):
    """An input cannot be read as what it should be; the message names file and line."""

    exit_code = 3


class NetworkError(KgError):
    """An endpoint did not answer, or answered with something else than results."""

    exit_code = 4
