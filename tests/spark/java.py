"""Whether Spark can run here."""

import re
import shutil
import subprocess
from importlib.util import find_spec

LEAST = 17


def missing() -> str:
    """Return what Spark needs and this machine has not."""
    if find_spec("pyspark") is None:
        return "newskg[spark] is not installed"
    if shutil.which("java") is None:
        return "Spark needs Java 17 or later"
    told = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', told)
    return "" if found and int(found[1]) >= LEAST else f"Spark needs Java 17 or later, not {told.splitlines()[:1]}"
