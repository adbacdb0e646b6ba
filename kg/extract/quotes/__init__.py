"""Who is said to have said what.

`quotes` finds quotations and reported speech. `said_by(quotes)` is a lookup for other rules: called with an offset, it
returns the innermost quote that the offset stands in (its `speakers` says whose words they are; its `kind` is
"direct" where they are the speaker's own, so that "I" means the speaker), or None.
"""

from kg.extract.quotes.lookup import SaidBy, said_by
from kg.extract.quotes.quotes import quotes

__all__ = ["SaidBy", "quotes", "said_by"]
