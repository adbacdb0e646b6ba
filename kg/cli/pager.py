"""What is longer than the terminal goes through a pager; what is not, and what goes elsewhere, is printed."""

import os
import shlex
import shutil
import signal
import subprocess
import sys

from rich.pager import Pager

from kg.cli.plain import exact


class Less(Pager):
    """Shows what is longer than the screen by PAGER, or by less, where these can be had."""

    def show(self, content: str) -> None:
        """Show a text, styled for a terminal."""
        command = shlex.split(os.environ.get("PAGER", "less"))
        fits = content.count("\n") < shutil.get_terminal_size().lines
        if fits or not command or not sys.stdin.isatty() or not shutil.which(command[0]):
            exact(sys.stdout).write(content)
            return
        # The keys are the pager's while it runs.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            subprocess.run(  # noqa: S603 (what the user calls the pager)
                command, input=content.encode(), check=False, env={"LESS": "FRX", **os.environ}
            )
        finally:
            signal.signal(signal.SIGINT, before)
