"""kg query at an endpoint: what kg serve answers is what the store does."""

import subprocess
import sys

import pytest

from tests.serve.conftest import serving


@pytest.fixture(scope="module")
def endpoint(seed):
    with serving(seed, workers=1) as root:
        yield f"{root}/sparql"


def kg(*words):
    return subprocess.run([sys.executable, "-m", "kg", "query", *words], capture_output=True, check=False, text=True)


@pytest.mark.parametrize(
    "asked",
    [
        ("quotes", "--speaker", "Sadiq Khan", "--format", "csv"),
        ("roles", "--format", "json"),
        ("attacks", "--format", "tsv", "--iris"),
        ("roles", "--person", "https://w3id.org/newskg/id/person/sadiq-khan", "--format", "csv", "--limit", "1"),
    ],
)
def test_an_endpoint_answers_as_the_store(seed, endpoint, asked):
    there, here = kg(*asked, "--endpoint", endpoint), kg(*asked, "--store", str(seed))
    assert (there.returncode, there.stderr) == (0, "")
    assert there.stdout == here.stdout
    assert "Khan" in there.stdout or "khan" in there.stdout or "Westminster" in there.stdout


def test_things_are_called_as_they_are_there(endpoint):
    table = kg("roles", "--person", "Amber Rudd", "--format", "table", "--endpoint", endpoint).stdout
    assert "Home Secretary" in table


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        (("quotes", "--speaker", "Sadiq Kahn"), 2, "nothing is named 'Sadiq Kahn'"),
        (("quotes", "--nonsense", "x"), 2, "has no parameter --nonsense"),
    ],
)
def test_what_is_wrong_is_told(endpoint, asked, code, told):
    done = kg(*asked, "--endpoint", endpoint)
    assert done.returncode == code
    assert told in done.stderr


def test_an_endpoint_that_is_none():
    assert kg("roles", "--endpoint", "nowhere").returncode == 2
    assert kg("roles", "--endpoint", "http://127.0.0.1:1/sparql").returncode == 4
