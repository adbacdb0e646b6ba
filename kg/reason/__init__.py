"""What follows from the facts: the rules of OWL 2 RL, written out for one ontology, and read by three.

The closure applies them, a proof walks back along them, and those without a head are the contradictions.
"""

from kg.reason.update import Engine, update

__all__ = ["Engine", "update"]
