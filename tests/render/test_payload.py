"""The data that the page carries."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.render.views import make_fact, make_node, make_tie, make_view, one_tie_view

from coopgraph.render.payload import Json, build_payload, encode_json, node_of, web_address


def test_encoded_json_reads_back_as_it_was() -> None:
    value: Json = {"<a>": ["&", "\u2028\u2029", "</script>", "é", 1.5, None, True]}
    assert json.loads(encode_json(value)) == value


def test_a_source_that_many_facts_cite_is_written_once() -> None:
    nodes = (make_node("a", 0, 0), make_node("b", 1, 1))
    facts = tuple(make_fact(f"f{i}", "2010") for i in range(3))
    ties = tuple(make_tie(f"t{i}", "a", "b", f"f{i}") for i in range(3))
    payload = build_payload(make_view(nodes, ties, facts), nodes=[], edges=[], language="fr")
    written = json.loads(encode_json(payload))
    assert len(written["evidence"]) == 1
    assert [fact["evidence"] for fact in written["facts"].values()] == [[0], [0], [0]]


def test_bounds_keep_their_order_and_their_gaps() -> None:
    payload = build_payload(one_tie_view("2010/.."), nodes=[], edges=[], language="fr")
    fact = json.loads(encode_json(payload))["facts"]["f1"]
    assert fact["bounds"] == ["2010-01-01", "2010-12-31", None, None]


def test_a_side_without_a_colour_is_other() -> None:
    node = replace(make_node("a", 1.23456, 2), side="canada")
    assert (node_of(node)["side"], node_of(node)["x"]) == ("other", 1.2)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://exemple.example/a?b=c#d", True),
        ("HTTP://exemple.example", True),
        ("ftp://exemple.example", False),
        ("https://", False),
        (" https://exemple.example", False),
        ("https://exemple.example\n", False),
        ('https://exemple.example/"onclick=x', False),
        ("", False),
    ],
)
def test_which_addresses_are_links(url: str, kept: bool) -> None:
    assert web_address(url) == (url if kept else "")
