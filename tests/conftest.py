"""Fixtures that several rooms' tests share."""

import signal

import pytest
from hypothesis import HealthCheck, settings

from kg.signals import heard_as_before

pytest_plugins = ["tests.link.wikidata"]

# Where the tests run in the background of a shell, Ctrl-C is ignored, and what they start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How fast a machine makes examples is nothing that a test is to fail of.
settings.register_profile("kg", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kg")


@pytest.fixture(autouse=True)
def _signals_as_before():
    """Hear after a test what tells a process to end, as before it: kg's own command hears Ctrl-C once, then no more."""
    with heard_as_before():
        yield
