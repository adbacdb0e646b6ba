"""A person's way through the pages, in a real browser: no error in its console, no request off the machine."""

import re
import shutil

import pytest

from kg.serve.graphs import LIB
from tests.serve.conftest import serving

sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install --group test")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None:
    pytest.skip("there is no Chromium on this machine: apt-get install chromium", allow_module_level=True)
needs_lib = pytest.mark.skipif(
    not (LIB / "cytoscape.min.js").is_file(), reason="make web brings what the browser needs"
)
ARTICLE = "/id/article/000_ac9285f299bddcc0"
NAMELESS = """
    [...document.querySelectorAll('main a[href], main button, main input, main select, main textarea')]
    .filter(it => it.getClientRects().length && !it.closest('#yasgui'))
    .filter(it => !(it.textContent.trim() || it.ariaLabel || it.title || it.labels?.length)).map(it => it.outerHTML)
"""
PAGES = [
    *("/", "/search?q=khan", "/id/person/sadiq-khan", "/id/place/westminster", f"{ARTICLE}/event/attack-12", ARTICLE),
    *("/query/quotes?speaker=Sadiq+Khan", "/network", "/timeline", "/map", "/why", "/ontology", "/sparql", "/nope"),
]


def until(page, script: str) -> None:
    """Wait until a script gives true; the page's own policy forbids the way in which playwright waits for one."""
    for _ in range(200):
        if page.evaluate(script):
            return
        page.wait_for_timeout(100)
    raise AssertionError(script)


@pytest.fixture(scope="module")
def root(seed):
    with serving(seed) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with sync.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


class Watched:
    """A page with what its console said, and what it asked of others."""

    def __init__(self, browser, root, **options):
        self.context = browser.new_context(base_url=root, **options)
        self.page = self.context.new_page()
        self.wrong = []
        self.page.on(
            "console", lambda said: self.wrong.append(said.text) if said.type in {"error", "warning"} else None
        )
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on(
            "request",
            lambda asked: None if asked.url.startswith((root, "data:", "blob:")) else self.wrong.append(asked.url),
        )

    def __enter__(self):
        return self.page

    def __exit__(self, kind, *rest):
        self.context.close()
        assert kind or not self.wrong, self.wrong


def test_from_a_search_to_the_words_that_state_a_fact(browser, root):
    with Watched(browser, root) as page:
        page.goto("/")
        page.get_by_label("Search names").fill("Khan")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("link", name="Sadiq Khan", exact=True).click()
        assert page.locator("h1").inner_text() == "Sadiq Khan"
        page.locator("blockquote cite a").first.click()
        assert "/id/article/" in page.url
        assert page.locator(".notes .chosen").is_visible()
        assert "Sadiq Khan" in page.locator(".text .end").all_inner_texts()
        assert page.locator(".text .evidence").first.is_visible()


def test_a_name_is_completed(browser, root):
    with Watched(browser, root) as page:
        page.goto("/")
        with page.expect_response("**/suggest?q=Kha"):
            page.get_by_label("Search names").press_sequentially("Kha", delay=5)
        until(page, "document.querySelector('#suggested').options.length > 0")
        assert "Sadiq Khan" in page.eval_on_selector_all("#suggested option", "them => them.map(it => it.value)")


def test_a_saved_query_is_asked_and_sorted(browser, root):
    with Watched(browser, root) as page:
        page.goto("/query/quotes")
        page.get_by_label("speaker").fill("Sadiq Khan")
        page.get_by_role("button", name="Ask").click()
        assert page.url.endswith("/query/quotes?speaker=Sadiq+Khan&known=")
        assert set(page.locator("tbody td:first-child").all_inner_texts()) == {"Sadiq Khan"}
        page.get_by_role("link", name="quote", exact=True).click()
        assert page.locator("th[aria-sort=ascending]").inner_text().startswith("quote")
        with page.expect_download() as download:
            page.get_by_role("link", name="xlsx").click()
        assert download.value.suggested_filename == "quotes.xlsx"


@needs_lib
def test_the_network_is_drawn_and_a_thing_of_it_chosen(browser, root):
    with Watched(browser, root) as page:
        page.goto("/network")
        until(page, "window.kg && kg.graph.nodes().length > 10")
        spot = page.evaluate("kg.graph.$('node[label = \"Khalid Masood\"]').renderedPosition()")
        box = page.locator("#network").bounding_box()
        page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
        assert page.locator("#chosen h2").inner_text() == "Khalid Masood · person"
        told = page.locator("#chosen li").all_inner_texts()
        assert "Khalid Masood member of Islamic State former reported words" in told
        with page.expect_download() as download:
            page.get_by_role("button", name="PNG").click()
        assert download.value.path().read_bytes().startswith(b"\x89PNG")
        places = "kg.graph.nodes().map(it => [it.id(), Math.round(it.position('x'))])"
        first = page.evaluate(places)
        page.reload()
        until(page, "window.kg && kg.graph.nodes().length > 10")
        assert page.evaluate(places) == first


@needs_lib
def test_sparql_in_the_editor(browser, root):
    with Watched(browser, root) as page:
        page.goto("/sparql")
        page.locator(".yasqe_queryButton").first.click()
        page.locator(".yasr table tbody tr").first.wait_for()
        assert "London Mayor" in page.locator(".yasr").inner_text() or "role/" in page.locator(".yasr").inner_text()
        page.locator("#examples option[value=roles]").wait_for(state="attached")
        page.select_option("#examples", "roles")
        assert "Who holds, held" in page.evaluate("kg.editor.getTab().getQuery()")


def test_without_a_script_the_same_is_told(browser, root):
    with Watched(browser, root, java_script_enabled=False) as page:
        page.goto("/network?about=Khalid+Masood")
        assert "Islamic State" in page.locator("table").inner_text()
        page.goto("/sparql")
        page.get_by_role("button", name="Ask").click()
        assert page.locator("tbody tr").count() > 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_telephone(browser, root, path, scheme):
    watched = Watched(browser, root, viewport={"width": 360, "height": 740}, color_scheme=scheme)
    with watched as page:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        watched.wrong = (
            [said for said in watched.wrong if not re.search(r"status of 404", said)]
            if path == "/nope"
            else watched.wrong
        )


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_read_by_keyboard_and_by_ear(browser, root, path):
    with Watched(browser, root) as page:
        page.goto(path if path != "/nope" else "/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "To the content"
        nameless = page.evaluate(NAMELESS)
        assert not nameless
        assert page.locator("h1").count() == 1
