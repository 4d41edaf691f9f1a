"""The pages of the server over a graph whose every text is hostile: texts they stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, serialize
from tests.render.hostile import HOSTILE, hostile_store, out_of_place, planted
from tests.serve.browsing import PHONE
from tests.serve.running import Server, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.serve.conftest import Visitor

GRAPH = "https://exemple.example/hostile"
ASKED = "took-part&p.activity=mission-hiver-2014"
ANSWERS = ("table", "network", "timeline", "chart", "raw")
FORMATS = ("text/html", "text/csv", "application/sparql-results+xml", "text/markdown")


@pytest.fixture(scope="module", params=HOSTILE)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hostile")
    triples = (quad.triple for quad in hostile_store(request.param))
    path = folder / "hostile.nt"
    path.write_bytes(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    with running(folder, data=None, graphs={GRAPH: str(path)}) as one:
        yield one


@pytest.mark.browser
@pytest.mark.parametrize("screen", [{}, {"viewport": PHONE}], ids=["desktop", "phone"])
def test_the_editor_shows_it_as_text(visit: Visitor, screen: dict[str, object]) -> None:
    one = visit(f"/query?lang=fr#q={ASKED}&v=table", **screen)
    one.page.on("dialog", lambda dialog: one.problems.append(f"dialog {dialog.message}"))
    assert len(one.cells()) > 1
    for name in ANSWERS:
        one.view(name)
        assert planted(one.page) == []
        assert out_of_place(one.page, "h1", "#languages") == []
    one.page.fill("#p-activity", "hiver")
    one.page.wait_for_selector("#p-activity-list [role=option]")
    assert planted(one.page) == []
    assert out_of_place(one.page) == []
    one.page.keyboard.press("Escape")
    one.view("table")
    one.page.locator(".frame td a").first.evaluate("link => link.click()")  # it may be very long
    one.page.wait_for_selector(".frame th >> nth=0 >> text=/propri/i")
    one.page.evaluate("scrollTo(0, 0)")
    assert planted(one.page) == []
    assert out_of_place(one.page, "h1", "#languages") == []


@pytest.mark.browser
def test_addresses_of_sources_that_run_a_script_are_no_links(visit: Visitor) -> None:
    one = visit("/query?lang=en")
    one.run("SELECT ?source ?address { ?source <https://w3id.org/coopgraph/ns#url> ?address }")
    one.view("table")
    assert any("javascript:alert(1)" in cell for row in one.cells() for cell in row)
    assert planted(one.page) == []


def test_answers_in_every_form_are_escaped(server: Server) -> None:
    text = "SELECT * { ?x <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }"
    for accept in FORMATS:
        answer = server.query(text, accept)
        assert answer.status == 200
        if accept in ("text/html", "application/sparql-results+xml"):
            assert "<script>alert" not in answer.text
            assert "<img" not in answer.text


def test_answers_to_questions_are_escaped(server: Server) -> None:
    for language in ("fr", "en"):
        answer = server.ask(f"/query?plain&lang={language}")
        assert "<script" not in answer.text
    target = "/questions/took-part?activity=mission-hiver-2014"
    answer = server.ask(target, headers={"Accept": "text/html"})
    assert answer.status == 200
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text
