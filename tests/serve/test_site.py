"""The pages as files: every link leads to a file of the folder; the same store gives the same files."""

import json
import os
import re
import shutil
from multiprocessing import active_children
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError, UsageError
from kg.forget import forget
from kg.graph.store import Store
from kg.processes import cores
from kg.serve.folder import MANIFEST, renewing
from kg.serve.settings import Settings
from kg.serve.site import Site, file
from kg.serve.workers import Pool
from kg.serve.writing import Unasked, usual, write, writing
from tests.serve.test_pages import Page

ARTICLE = "id/article/000_ac9285f299bddcc0/index.html"


def made(seed, folder, jobs=1, **options):
    settings = Settings(seed, workers=1, **options)
    pool = Pool(settings)
    write(settings, folder, pool, jobs)
    pool.close()
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def site(seed, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    return folder, made(seed, folder)


def test_the_same_store_gives_the_same_files(site, seed, tmp_path):
    assert made(seed, tmp_path) == site[1]


def test_several_processes_give_the_same_files(site, seed, tmp_path):
    assert made(seed, tmp_path, jobs=2) == site[1]


def killed(settings, folder):
    """Write a page by another process, which ends before the next."""
    others, page = set(active_children()), "/id/person/khalid-masood"
    with renewing(folder) as new, writing(Site(settings, Unasked()), settings, 2) as there:
        (new / "index.html").write_text(there(page)()[0])
        for process in set(active_children()) - others:
            process.kill()
            process.join()
        there(page)()


def test_a_process_that_is_killed_is_told_and_leaves_no_site(seed, tmp_path):
    with pytest.raises(DataError, match=r"a process that wrote pages ended.*--jobs 1"):
        killed(Settings(seed), tmp_path / "public")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("ahead", [1, 3])
def test_no_more_pages_are_begun_than_may_wait(site, seed, ahead):
    settings = Settings(seed, workers=1)
    pool = Pool(settings)
    made = Site(settings, pool)
    begun, most = 0, 0

    def write(path):
        nonlocal begun, most
        begun += 1
        most = max(most, begun)

        def written():
            nonlocal begun
            begun -= 1
            return made.written(path)

        return written

    files = dict(made.files(write, ahead))
    pool.close()
    assert most == ahead
    assert begun == 0
    assert files == {name: content for name, content in site[1].items() if name in files}
    assert len(files) > 60


def test_no_page_that_another_process_writes_asks_a_query(seed):
    settings = Settings(seed)
    with writing(Site(settings, Unasked()), settings, 1) as page:
        with pytest.raises(NotImplementedError):
            page("/map")()
        assert page("/id/person/khalid-masood")()[0]


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system gives a process all cores")
def test_only_cores_that_may_be_used_count():
    allowed = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(allowed)})
        assert cores() == 1
    finally:
        os.sched_setaffinity(0, allowed)
    assert cores() == len(allowed)


def test_few_articles_are_no_work_for_several_processes(seed):
    assert usual(seed) == 1


def test_every_link_leads_to_a_file_and_its_place(site):
    folder, files = site
    pages = {name: Page(content.decode()) for name, content in files.items() if name.endswith(".html")}
    assert len(pages) > 60
    for name, page in pages.items():
        for link in page.links:
            if "://" in link:
                continue
            path, _, fragment = link.partition("#")
            target = (folder / name).parent / path.partition("?")[0] if path else folder / name
            there = str(target.resolve().relative_to(folder.resolve()))
            assert there in files, (name, link)
            assert not fragment or fragment in pages[there].ids, (name, link)


def test_the_drawing_leads_to_files_and_their_places(site):
    files = site[1]
    held = json.loads(files["network.json"])["elements"]
    links = [each["data"]["href"] for each in [*held["nodes"], *held["edges"]]]
    assert len(links) > 20
    for link in links:
        path, _, fragment = link.partition("#")
        assert path.partition("?")[0] in files, link
        assert not fragment or fragment in Page(files[path.partition("?")[0]].decode()).ids, link


def test_written_again_what_is_gone_goes_and_files_of_others_stay(seed, tmp_path):
    store, folder = tmp_path / "store", tmp_path / "public"
    shutil.copytree(seed, store)
    before = made(store, folder)
    assert ARTICLE in before
    (folder / "CNAME").write_text("news.example")
    with Store(store) as held:
        forget(held, "000_ac9285f299bddcc0")
    after = made(store, folder)
    assert after.pop("CNAME") == b"news.example"
    assert after == made(store, tmp_path / "new")
    assert not any(b"in the face of terror" in content for content in after.values())
    assert not (folder / ARTICLE).parent.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "public", "store"]


def test_without_texts_after_with_them(seed, tmp_path):
    made(seed, tmp_path / "public")
    files = made(seed, tmp_path / "public", no_text=True)
    assert not any(b"in the face of terror" in content for content in files.values())


def test_a_folder_of_others_is_refused_and_left_as_it_was(seed, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="files that kg site did not write"):
        made(seed, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_list_that_leads_elsewhere_is_refused(tmp_path):
    folder = tmp_path / "public"
    folder.mkdir()
    (tmp_path / "mine").touch()
    (folder / MANIFEST).write_text("../mine\n")
    with pytest.raises(DataError, match="is not in the folder"), renewing(folder):
        pass
    assert (tmp_path / "mine").exists()


def test_what_fails_leaves_the_site_as_it_was(tmp_path):
    folder = tmp_path / "public"
    with renewing(folder) as new:
        (new / "a").write_text("1")
    with pytest.raises(FileNotFoundError), renewing(folder) as new:
        (new / "b" / "c").write_text("2")
    assert {path.name for path in tmp_path.rglob("*")} == {"public", MANIFEST, "a"}


def test_nothing_asks_a_server(site):
    for name, content in site[1].items():
        if name.endswith(".html"):
            text = content.decode()
            assert not re.search(r'(href|src|action|data-source)="/', text), name
            assert "<form class" not in text


def test_facts_lead_to_their_words(site):
    page = Page(site[1]["id/person/khalid-masood/index.html"].decode())
    links = [link for link in page.links if "claim=bornIn" in link]
    assert links
    assert all("index.html?claim=bornIn" in link and "#char=" in link for link in links)


def test_search_has_names_headlines_and_quotations(site):
    rows = json.loads(site[1]["search.json"])
    words = {row[0]: row for row in rows}
    assert words["Sadiq Khan"] == ["Sadiq Khan", "person", "id/person/sadiq-khan/index.html"]
    assert "they will not win" in words
    assert all(row[2] in site[1] for row in rows)


def test_without_texts(seed, tmp_path):
    files = made(seed, tmp_path, no_text=True)
    assert b"Only the sentences that are evidence are shown" in files[ARTICLE]
    assert not any(b"in the face of terror" in content for content in files.values())


@given(st.text(alphabet="ab./%:~2eEfF", max_size=400))
def test_no_path_leaves_the_folder(path):
    folder = Path("/site")
    parts = Path(file(f"/id/{path}")).parts
    assert ".." not in parts
    assert all(len(part) < 200 for part in parts)
    assert (folder / file(f"/id/{path}")).is_relative_to(folder)
