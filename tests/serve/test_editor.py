"""The page to ask from, in a real browser: the bank, the form, the query, the answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from tests.serve.browsing import PHONE

if TYPE_CHECKING:
    from tests.serve.conftest import Visitor
    from tests.serve.running import Server

pytestmark = pytest.mark.browser
BOTH = pytest.mark.parametrize("language", ["fr", "en"])


def test_the_page_is_served_in_the_language_of_the_reader(server: Server) -> None:
    french = server.ask("/query", headers={"Accept-Language": "fr"})
    english = server.ask("/query?lang=en", headers={"Accept-Language": "fr"})
    for reply, language in ((french, "fr"), (english, "en")):
        assert f'<html lang="{language}">' in reply.text
        assert "/assets/editor.js" in reply.text, "run `python hatch_build.py` in the checkout"
        assert f'href="/query?plain&amp;lang={language}"' in reply.text
        policy = reply.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "nonce" not in policy


@BOTH
def test_it_opens_with_an_answer(visit: Visitor, language: str) -> None:
    page = visit(f"/query?lang={language}").page
    assert page.locator("#bank-list li").count() > 60
    assert page.locator("#question-title").inner_text()
    assert page.locator("#answer-views svg, #answer-views .note").count()
    assert "q=" in page.url


def test_a_question_is_found_filled_in_from_a_list_and_asked(visit: Visitor) -> None:
    one = visit("/query?lang=fr")
    page = one.page
    page.fill("#bank-search", "pris part a une activite")
    page.click("[data-question=took-part]")
    assert page.inner_text("#question-title") == "Qui a pris part à une activité"
    page.fill("#p-activity", "hiver")
    page.wait_for_selector("#p-activity-list [role=option]")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#p-activity", "aria-activedescendant") == "p-activity-list-0"
    page.keyboard.press("Enter")
    assert page.input_value("#p-activity") == "Mission d’hiver"
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "p.activity=mission-hiver-2014" in url)
    one.rest()
    page.wait_for_selector("#answer-views svg")  # its own view is the network
    assert "mission-hiver-2014>" in page.inner_text("#query-field .CodeMirror-code")
    one.view("table")
    names = {row[0] for row in one.cells()}
    assert "Léo Modèle" in names
    headings = page.locator(".frame th").all_inner_texts()
    assert [heading.casefold() for heading in headings][:2] == ["acteur", "rôle"]


def test_a_required_field_that_is_empty_is_named(visit: Visitor) -> None:
    one = visit("/query?lang=en#q=took-part&p.activity=mission-hiver-2014")
    one.page.fill("#p-activity", "")
    one.page.wait_for_selector("#p-activity-list [role=option]")
    one.page.keyboard.press("Escape")
    one.page.click("#question-form .first")
    assert one.status() == "First fill in: activity."
    assert one.page.evaluate("document.activeElement.id") == "p-activity"


def test_a_mistake_in_the_form_takes_the_place_of_the_answer(visit: Visitor) -> None:
    one = visit("/query?lang=fr#q=took-part&p.activity=mission-hiver-2014&v=table")
    page = one.page
    page.click("#cite")
    page.fill("#p-activity", "Ville de Nulle-Part")
    page.keyboard.press("Tab")
    page.click("#question-form .first")
    page.wait_for_selector("#status.wrong")
    assert "Ville de Nulle-Part" in one.status()
    assert not page.is_visible("#answer-views")
    assert not page.is_visible("#download")
    assert not page.is_visible("#cite-box")
    page.wait_for_url(lambda url: url.endswith("#q=took-part&p.activity=Ville+de+Nulle-Part"))
    page.go_back()  # what was shown before
    page.wait_for_selector(".frame tbody tr")
    assert page.is_visible("#download")
    assert page.input_value("#p-activity") == "Mission d’hiver"


def test_a_link_to_a_mistake_shows_the_form_and_what_is_wrong(visit: Visitor) -> None:
    one = visit("/query?lang=en#q=took-part&p.activity=Nowhere")
    assert "Nowhere" in one.status()
    assert one.page.input_value("#p-activity") == "Nowhere"
    assert not one.page.is_visible("#answer")


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("fr", "jumelage brest", "jumelées"),
        ("fr", "jumelages de Brest", "jumelées"),
        ("fr", "partenaire de Brest", "partenaire"),
        ("en", "the twinnings of Brest", "twin"),
    ],
)
def test_the_bank_is_searched_by_words_in_any_form(
    visit: Visitor, language: str, text: str, first: str
) -> None:
    page = visit(f"/query?lang={language}").page
    page.fill("#bank-search", text)
    found = page.locator("#bank-list li")
    assert 0 < found.count() < 60
    assert first in found.first.inner_text().casefold()
    page.fill("#bank-search", "zzyzx")
    assert found.count() == 0


def test_questions_with_more_of_the_words_come_first(visit: Visitor) -> None:
    page = visit("/query?lang=fr").page
    page.fill("#bank-search", "brest acteurs partenaires")
    found = page.locator("#bank-list button")
    assert found.first.get_attribute("data-question") == "partners-of"
    assert found.count() > 3
    page.fill("#bank-search", "de la")  # nothing but small words: still searched for
    assert found.count()
    page.fill("#bank-search", " ")
    assert found.count() > 60


def test_the_address_keeps_what_is_shown(visit: Visitor) -> None:
    target = "#q=took-part&p.activity=mission-hiver-2014&v=table"
    one = visit(f"/query?lang=en{target}")
    assert one.page.input_value("#p-activity") == "Winter mission"
    rows = one.cells()
    assert rows
    one.page.click("#languages a[lang=fr]")
    one.page.wait_for_selector("html[lang=fr] body[data-ready]")
    assert one.page.input_value("#p-activity") == "Mission d’hiver"
    assert len(one.cells()) == len(rows)


def test_a_query_of_ones_own_is_run_by_the_keyboard_and_kept(visit: Visitor) -> None:
    one = visit("/query?lang=en")
    one.write("SELECT (6 * 7 AS ?answer) {}")
    one.enter()
    one.page.keyboard.press("Control+Enter")
    one.rest()
    assert one.status().startswith("1 row in ")
    one.view("table")
    assert one.cells() == [["42"]]
    assert "sparql=SELECT" in one.page.url


def test_tab_leaves_the_query(visit: Visitor) -> None:
    one = visit("/query?lang=en")
    one.enter()
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("document.activeElement.id") == "query-run"


@BOTH
def test_a_wrong_query_is_explained_with_its_place(visit: Visitor, language: str) -> None:
    one = visit(f"/query?lang={language}")
    one.run("SELECT * WHERE { ?s ?p }")
    assert ("Ligne 1" if language == "fr" else "Line 1") in one.status()
    assert one.page.locator("#status.wrong").count() == 1
    assert len(one.refused) == 1


def test_classes_are_completed_with_their_labels(visit: Visitor) -> None:
    one = visit("/query?lang=fr")
    one.write("PREFIX coop: <https://w3id.org/coopgraph/ns#>\nSELECT * {\n  ?x a coop:Miss")
    one.enter()
    one.page.keyboard.press("Control+End")
    one.page.keyboard.press("Control+Space")
    hint = one.page.locator(".CodeMirror-hint").first
    assert "coop:Mission – mission" in hint.inner_text()
    one.page.keyboard.press("Enter")
    value = "document.querySelector('.CodeMirror').CodeMirror.getValue()"
    assert one.page.evaluate(value).endswith("?x a coop:Mission")


def test_a_name_in_the_table_leads_to_what_is_known_of_it(visit: Visitor) -> None:
    one = visit("/query?lang=fr#q=took-part&p.activity=mission-hiver-2014&v=table")
    one.page.click(".frame td a >> nth=0")
    one.page.wait_for_selector(".frame th >> nth=0 >> text=/propri/i")
    assert [
        text.strip().capitalize() for text in one.page.locator(".frame th").all_inner_texts()
    ] == ["Propriété", "Valeur"]
    assert len(one.cells()) > 3


def test_the_answer_is_downloaded_and_cited(visit: Visitor, tmp_path: Path) -> None:
    one = visit("/query?lang=en#q=took-part&p.activity=mission-hiver-2014&v=table")
    one.page.select_option("#format", "json")
    with one.page.expect_download() as waiting:
        one.page.click("#download")
    path = tmp_path / "answer.json"
    waiting.value.save_as(path)
    assert waiting.value.suggested_filename == "coopgraph-took-part.json"
    assert len(json.loads(path.read_text())["results"]["bindings"]) == len(one.cells())
    one.page.click("#cite")
    text = one.page.input_value("#cite-text")
    assert text.startswith("“Who took part in an activity” (question took-part), coopgraph ")
    assert one.page.url in text


def test_triples_are_shown_as_text_and_offered_in_forms_of_graphs(visit: Visitor) -> None:
    one = visit("/query?lang=en")
    one.run("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o } LIMIT 3")
    assert one.page.get_attribute(".select_raw", "aria-pressed") == "true"
    assert one.page.inner_text("#answer-views pre").strip()
    assert one.page.input_value("#format") == "turtle"


def test_hostile_text_is_shown_as_text(visit: Visitor) -> None:
    evil = "<img src=x onerror=alert(1)>"
    one = visit(f"/query?lang=en#sparql={quote(f'SELECT ({json.dumps(evil)} AS ?x) {{}}')}&v=table")
    assert one.cells() == [[evil]]
    assert one.page.locator("img").count() == 0


def test_a_link_of_no_known_scheme_is_no_link(visit: Visitor) -> None:
    one = visit("/query?lang=en")
    one.run('SELECT (IRI("javascript:alert(1)") AS ?x) (<https://exemple.example/a> AS ?y) {}')
    one.view("table")
    links = one.page.eval_on_selector_all(".frame td a", "all => all.map(a => a.href)")
    assert links == ["https://exemple.example/a"]


@BOTH
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(visit: Visitor, language: str, scheme: str) -> None:
    one = visit(
        f"/query?lang={language}#q=took-part&p.activity=mission-hiver-2014&v=network",
        color_scheme=scheme,
    )
    assert one.faults() == []
    one.view("table")
    assert one.faults() == []
    one.page.fill("#p-activity", "mission")
    one.page.wait_for_selector("#p-activity-list [role=option]")
    assert one.faults() == []


@BOTH
def test_a_phone_scrolls_only_down(visit: Visitor, language: str) -> None:
    rows = """SELECT ?name ?other ?when ?many { VALUES (?name ?other ?when ?many) {
      ("a rather long name of something that nobody knows" "another one" "2001-10" 12000000)
      ("b" "c" "2003-05" 3) } }"""
    one = visit(f"/query?lang={language}#v=table&sparql={quote(rows)}", viewport=PHONE)
    wide = "document.documentElement.scrollWidth"
    for view in ("table", "network", "timeline", "chart", "raw"):
        one.view(view)
        assert one.page.evaluate(wide) == PHONE["width"], view
        if view not in ("table", "raw"):
            assert one.page.locator("#answer-views svg[role=img]").count() == 1, view
    one.page.click("#bank summary")
    one.page.click("#query summary")
    assert one.page.evaluate(wide) == PHONE["width"]
    small = one.page.eval_on_selector_all(
        "button, select, input", "all => all.filter(e => e.offsetHeight && e.offsetHeight < 36)"
    )
    assert small == []
