"""The data that the page carries."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.render.views import make_view

from coopgraph.render.columns import Json
from coopgraph.render.payload import build_payload, encode_json


def test_encoded_json_reads_back_as_it_was() -> None:
    value: Json = {"<a>": ["&", "\u2028\u2029", "</script>", "é", 1.5, None, True]}
    assert json.loads(encode_json(value)) == value


def test_texts_are_pairs_and_french_comes_first() -> None:
    payload = build_payload(make_view((), (), ()), nodes=[], edges=[], language="en")
    written = json.loads(encode_json(payload))
    assert written["title"] == ["Réseau des dunes", "Network of dunes"]
    assert written["kinds"]["accord"] == ["accord", "agreement"]
    assert written["legend"]["sides"]["joint"]["words"] == ["Organismes communs", "Joint bodies"]
    assert written["words"]["table.date"] == ["Date", "Date"]


@pytest.mark.parametrize(
    ("name", "extras", "directed"),
    [
        ("dune", {}, False),
        ("territories", {}, False),
        ("funding", {}, True),
        ("person-organisation", {}, True),
        ("agreements", {}, True),
        ("agreements-comparison", {"comparison": {"directed": True}}, True),
        ("territories-comparison", {"comparison": {"directed": False}}, False),
    ],
)
def test_ties_run_one_way_where_their_projection_says_so(
    name: str, extras: dict[str, Json], directed: bool
) -> None:
    view = make_view((), (), (), name=name, extras=extras)
    outer = replace(make_view((), (), ()), also=(view,))
    assert build_payload(view, nodes=[], edges=[], language="fr")["directed"] is directed
    payload = build_payload(outer, nodes=[], edges=[], language="fr", also=[([], [])])
    (projection,) = json.loads(encode_json(payload["also"]))
    assert projection["directed"] is directed
