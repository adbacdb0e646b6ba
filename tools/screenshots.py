"""Takes the pictures of the README: pages of kg serve with the graph of seeds/, in the Chromium of this machine."""

import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PORT = 8765
#: The pictures with their addresses, and what must be on the page before it is taken.
PICTURES = {
    "thing": ("/id/person/khalid-masood", "document.querySelector('.ring')"),
    "network": ("/network", "window.kg && kg.graph.nodes().length"),
}


def main() -> None:
    kg = [sys.executable, "-m", "kg"]
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        subprocess.run([*kg, "build", str(ROOT / "seeds"), "--store", str(store)], check=True)
        server = subprocess.Popen([*kg, "serve", "--store", str(store), "--port", str(PORT)])
        try:
            wait()
            take()
        finally:
            server.terminate()
            server.wait()


def wait() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/robots.txt").close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("kg serve does not start")


def take() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 760})
        for name, (address, ready) in PICTURES.items():
            page.goto(f"http://127.0.0.1:{PORT}{address}")
            page.wait_for_function(ready)
            page.screenshot(path=ROOT / "docs" / "images" / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
