"""Fixtures that several rooms' tests share."""

import signal

pytest_plugins = ["tests.link.wikidata"]

# Where the tests run in the background of a shell, Ctrl-C is ignored, and what they start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
