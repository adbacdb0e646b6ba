"""kg mcp by the package's own client, over standard input and output."""

import asyncio
import json
import sys

import pytest

pytest.importorskip("mcp", reason='kg mcp needs the package mcp: pip install "newskg[mcp]"')

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from kg.query.saved import saved


@pytest.fixture(scope="module")
def answers(seed):
    """What a session with all the calls below gave: one process for all tests."""

    async def session():
        server = StdioServerParameters(command=sys.executable, args=["-m", "kg", "mcp", "--store", str(seed)])
        async with stdio_client(server) as (read, write), ClientSession(read, write) as client:
            await client.initialize()
            tools = await client.list_tools()
            calls = [await client.call_tool(name, given) for name, given in CALLS]
        return {tool.name: tool for tool in tools.tools}, calls

    return asyncio.run(session())


CALLS = [
    ("search", {"words": "khan"}),
    ("show", {"name": "Sadiq Khan"}),
    ("why", {"subject": "Craig Mackey", "relation": "memberOf", "object": "Metropolitan Police"}),
    ("why", {"subject": "Khalid Masood", "relation": "memberOf", "object": "Islamic State"}),
    ("query_quotes", {"speaker": "Sadiq Khan"}),
    ("query_roles", {"asserted": True, "limit": 2}),
    ("query_quotes", {"speaker": "Sadiq Kahn"}),
    ("query_evidence", {}),
]


def said(answer):
    return json.loads(answer.content[0].text)


def test_every_saved_query_is_a_tool_with_typed_arguments(answers):
    tools, _ = answers
    assert set(tools) == {"search", "show", "why", *(f"query_{name.replace('-', '_')}" for name in saved())}
    roles = tools["query_roles"].input_schema["properties"]
    assert {each.get("type") for each in roles["asserted"]["anyOf"]} == {"boolean", "null"}
    assert tools["query_evidence"].input_schema["required"] == ["entity"]
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools.values())


def test_answers_have_the_words_and_the_article_that_prove_them(answers):
    _, (search, show, why, claimed, quotes, roles, _, _) = answers
    assert said(search)["found"][0]["name"] == "Sadiq Khan"
    card = said(show)["things"][0]
    assert card["roles"][0]["words"].startswith("London Mayor Sadiq Khan")
    assert card["roles"][0]["article"].startswith("Westminster attack")
    proof = said(why)
    assert proof["holds"]
    assert "Acting Commissioner" in proof["proofs"][0]["follows_from"][0]["words"][0]["words"]
    assert said(claimed)["holds"] is False
    assert "Islamic State" in said(claimed)["claimed"][0]["how"]
    assert {row["speaker"] for row in said(quotes)["rows"]} == {"Sadiq Khan"}
    assert all(row["article"] and row["quote"] for row in said(quotes)["rows"])
    assert len(said(roles)["rows"]) == 2
    assert said(roles)["left_out"] > 0


def test_what_is_wrong_is_told_with_what_would_be_right(answers):
    _, calls = answers
    assert calls[6].is_error
    assert "did you mean" in calls[6].content[0].text
    assert calls[7].is_error
