"""The page in a real browser: what opens, what a click shows, both languages, the table in step."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.render.views import (
    doubtful_view,
    large_view,
    make_fact,
    make_node,
    make_view,
    one_tie_view,
    partly_inferred_view,
)

from coopgraph.render.words import PAGE_WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser


def middle_of_the_picture(page: Page) -> tuple[float, float]:
    box = page.locator("#stage").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_click_on_a_tie_shows_its_facts_with_source_and_locator(open_view: Opener) -> None:
    page = open_view(one_tie_view()).page
    page.mouse.click(*middle_of_the_picture(page))
    known = page.locator("#known-body")
    assert known.locator(".sentence").all_inner_texts() == ["La mission f1 a eu lieu."]
    source = known.locator(".sources").inner_text()
    assert "Mairie de Sableville, 3 mai 2019, § 5" in source
    link = known.locator(".sources a")
    assert link.get_attribute("href") == "https://exemple.example/gazette"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert page.locator("#twin-body tr.chosen").count() == 1


def test_a_click_on_a_node_shows_its_ties_and_its_own_facts(open_view: Opener) -> None:
    node = make_node("a", 500, 500)
    view = make_view((node,), (), ())
    page = open_view(view).page
    assert page.locator("#counts span").all_inner_texts() == ["2008–2020", "1 acteur", "0 lien"]
    page.mouse.click(*middle_of_the_picture(page))
    assert "Acteur a" in page.locator("#known h3").inner_text()
    assert "entreprise · Sableville · France" in page.locator("#known .about").inner_text()


def test_every_fact_of_a_line_is_listed_whatever_its_direction(open_view: Opener) -> None:
    page = open_view(doubtful_view()).page
    page.locator("#twin-body tr[data-tie=t1] button").click()
    assert page.locator("#known .sentence").count() == 2
    assert page.locator("#known .tag").all_inner_texts() == [
        "contesté",
        "peut-être pendant cette période",
    ]
    assert [row for row in ("t1", "t2") if row in chosen_rows(page)] == ["t1", "t2"]
    page.locator("#only-selection").check()
    assert page.locator("#twin-body tr").count() == 2


def chosen_rows(page: Page) -> list[str]:
    rows: list[str] = page.eval_on_selector_all(
        "#twin-body tr.chosen", "rows => rows.map(row => row.dataset.tie)"
    )
    return rows


def test_the_language_changes_every_word_without_loading(open_view: Opener) -> None:
    opened = open_view(doubtful_view())
    page = opened.page
    page.locator("#twin-body tr[data-tie=t4] button").click()
    page.locator("#legend summary").click()
    french = visible_words(page)
    page.locator("[data-language=en]").click()
    english = visible_words(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title() == "Network of dunes"
    same = [words for words in PAGE_WORDS.values() if words.fr != words.en and "{" not in words.fr]
    shown = [words for words in same if re.search(rf"(?m)^{re.escape(words.fr)}$", french)]
    assert len(shown) > 12
    assert [words for words in shown if re.search(rf"(?m)^{re.escape(words.fr)}$", english)] == []
    for text in ("Actor a", "The failed mission took place.", "not achieved", "3 May 2019"):
        assert text in english
    for text in ("Acteur", "mission failed a eu", "non abouti", "mai"):
        assert text in french
        assert text not in english
    page.locator("[data-language=fr]").click()
    assert visible_words(page) == french


def visible_words(page: Page) -> str:
    """Return all that is read, without the live region, which speaks a little later."""
    parts = ("#bar", "main", "#period", "#twin")
    return "\n".join(page.locator(part).inner_text() for part in parts)


def test_search_ignores_accents_and_both_languages(open_view: Opener) -> None:
    view = doubtful_view()
    label = view.nodes[3].label._replace(fr="Société de l’Étang", en="Pond Society")
    nodes = (*view.nodes[:3], view.nodes[3]._replace(label=label))
    page = open_view(replace(view, nodes=nodes)).page
    for asked in ("etang", "POND"):
        page.fill("#search", asked)
        assert page.locator("#found li").all_inner_texts() == ["Société de l’Étang"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#known h3").inner_text() == "Société de l’Étang"
    page.fill("#search", "zzz")
    assert "Aucun acteur de ce nom" in page.locator("#found").inner_text()


def test_the_table_is_sorted_by_its_heads(open_view: Opener) -> None:
    opened = open_view(doubtful_view())
    opened.page.locator("th button[data-column=date]").click()
    assert opened.rows() == ["t1", "t2", "t4", "t3", "t5"]
    head = opened.page.locator("th:has([data-column=date])")
    assert head.get_attribute("aria-sort") == "ascending"
    opened.page.locator("th button[data-column=date]").click()
    assert opened.rows() == ["t5", "t3", "t4", "t2", "t1"]
    assert head.get_attribute("aria-sort") == "descending"


def test_without_what_is_inferred_a_tie_is_gone_and_a_date_unknown(open_view: Opener) -> None:
    opened = open_view(partly_inferred_view())
    assert opened.rows() == ["sure", "deduced", "dated"]
    opened.page.locator("#inferred").uncheck()
    assert opened.rows() == ["sure", "dated"]
    opened.page.locator("#undated").uncheck()
    assert opened.rows() == ["sure"]


def test_what_is_planned_is_never_sure(open_view: Opener) -> None:
    opened = open_view(doubtful_view())
    assert "t3" in opened.rows()
    opened.page.locator("input[value=certainly]").check(force=True)
    assert "t3" not in opened.rows()


def test_kinds_sides_and_inferred_facts_can_be_left_out(open_view: Opener) -> None:
    opened = open_view(doubtful_view())
    opened.page.locator("[data-key=agreement]").uncheck()
    assert opened.rows() == ["t1", "t3", "t4", "t5"]
    opened.page.locator("#inferred").uncheck()
    assert opened.rows() == ["t1", "t3", "t5"]
    opened.page.locator("[data-key=joint]").uncheck()
    assert opened.rows() == ["t1", "t3"]
    opened.page.locator("#menu summary").click()
    opened.page.locator("#menu [data-action=reset]").click()
    assert opened.rows() == ["t1", "t2", "t3", "t4", "t5"]


def test_arrows_walk_from_actor_to_neighbour(open_view: Opener) -> None:
    page = open_view(one_tie_view()).page
    page.locator("#stage").focus()
    names = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
        names.append(page.locator("#known h3").inner_text())
    assert names == ["Acteur a", "Acteur b", "Acteur b", "Acteur a"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "known-body"
    page.locator("#stage").focus()
    page.keyboard.press("Escape")
    assert page.locator("#known h3.ends").count() == 0


def test_what_is_seen_can_be_taken_along(open_view: Opener, tmp_path: Path) -> None:
    view = one_tie_view()
    fact = view.facts["f1"]._replace(sentence=view.title._replace(fr='=1+1; "oui"'))
    page = open_view(replace(view, facts={"f1": fact})).page
    page.locator("#menu summary").click()
    with page.expect_download() as table:
        page.locator("#menu [data-action=csv]").click()
    table.value.save_as(tmp_path / "t.csv")
    text = (tmp_path / "t.csv").read_bytes().decode("utf-8-sig")
    assert text.splitlines()[1].startswith(
        '"Acteur a";"ont pris part à une mission";"Acteur b";"\'=1+1; ""oui""";"le 2010-04";'
    )
    assert table.value.suggested_filename == "dune-2008-2020.csv"
    page.locator("#menu summary").click()
    with page.expect_download() as picture:
        page.locator("#menu [data-action=png]").click()
    picture.value.save_as(tmp_path / "p.png")
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")
    page.locator("#twin-top [data-action=cite]").click()
    cited = page.locator("#cite-text").inner_text()
    assert "« Réseau des dunes », 2008–2020 (peut-être), 2 acteurs, 1 lien." in cited.replace(
        "\u00a0", " "
    )
    assert "données CC BY 4.0, version 0123456789ab." in cited


def test_an_empty_view_says_so(open_view: Opener) -> None:
    page = open_view(make_view((), (), ())).page
    assert "Cette vue ne contient aucun acteur" in page.locator("#nothing").inner_text()
    assert not page.locator("#whole").is_enabled()


def test_a_phone_has_sheets_and_large_targets(open_view: Opener) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    page = open_view(doubtful_view(), **phone).page
    assert not page.locator("#shown").is_visible()
    page.locator("[data-open=shown]").tap()
    page.locator("#shown").wait_for(state="visible")
    assert page.evaluate("document.activeElement.closest('aside')?.id") == "shown"
    page.locator("[data-close=shown]").tap()
    page.locator("#shown").wait_for(state="hidden")
    small = page.evaluate(
        """[...document.querySelectorAll('button, .choice, #search, summary')]
        .filter(place => place.checkVisibility({ visibilityProperty: true }))
        .map(place => [place.id || place.textContent, place.getBoundingClientRect().height])
        .filter(([, height]) => height < 44)"""
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_thousands_of_actors_open_and_filter(open_view: Opener) -> None:
    page = open_view(large_view(1000)).page
    assert page.locator("#twin-body tr").count() == 100
    page.locator("#twin-more").click()
    assert page.locator("#twin-body tr").count() == 600
    page.locator("#from").focus()
    page.keyboard.press("PageUp")
    assert page.locator("#period-years").inner_text() == "2013–2020"


def test_a_person_without_ties_is_listed_and_found_but_not_drawn(open_view: Opener) -> None:
    office = make_fact("office", "2010", kind="role")
    person = make_node("ada", 500, 900, shape="person", drawn=False, facts=("office",))
    view = one_tie_view()
    first = view.nodes[0]._replace(facts=("office",))
    nodes = (first, *view.nodes[1:], person)
    page = open_view(replace(view, nodes=nodes, facts={**view.facts, "office": office})).page
    assert page.locator("#counts-actors").inner_text() == "2 acteurs"
    apart = page.locator("#apart")
    assert apart.locator("summary").inner_text() == "1 personne sans lien"
    page.fill("#search", "ada")
    assert "sans lien, hors de l’image" in page.locator("#found").inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#known .sentence").all_inner_texts() == ["La mission office a eu lieu."]
    page.fill("#search", f"acteur {first.id}")
    page.keyboard.press("Enter")
    assert "Personnes sans lien" in page.locator("#known").inner_text()
    page.locator("#known button", has_text="Acteur ada").click()
    assert "Acteur ada" in page.locator("#known h3").inner_text()
