"""The timeline in a real browser: bars, lanes, slider, selection, keyboard, phone, safety."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.render.panes import timeline_page
from tests.render.views import dated_view

from coopgraph.render.stills.timeline import timeline_lanes, view_axis
from coopgraph.render.timeline_layout import lay_out

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

    from coopgraph.views.model import Json

pytestmark = pytest.mark.browser

ITEMS = ".tl-item"
AROUND = 36
"""The years over the lanes and the room under them."""


def _items(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(ITEMS, "all => all.map(one => one.dataset.fact)")
    return found


def _lanes(page: Page) -> list[str]:
    texts = page.locator(".tl-name").all_text_contents()
    return [text.replace("\u2068", "").replace("\u2069", "") for text in texts]


def test_every_dated_item_is_a_bar_in_its_lane_and_undated_ones_are_listed(
    open_view: Opener,
) -> None:
    page = open_view(timeline_page()).page
    assert sorted(_items(page)) == [
        "office", "plan", "session", "since", "treaty", "vague", "visit",
    ]  # fmt: skip
    assert _lanes(page) == ["Les deux rives · 6", "France seule · 1"]
    page.locator("[data-by=kind]").click()
    assert _lanes(page) == [
        "Accords · 1", "Missions · 3", "Sessions · 1", "Projets · 1", "Fonctions · 1",
    ]  # fmt: skip
    page.locator(".tl-rest summary").click()
    page.locator(".tl-rest li").first.wait_for()  # filled when the list has opened
    listed = page.locator(".tl-rest li").all_inner_texts()
    assert "Nom never" in listed[0]
    assert any("Ada Exemple, directrice" in text for text in listed)  # ties nobody: no row below


def test_the_slider_is_the_axis(open_view: Opener) -> None:
    page = open_view(timeline_page()).page
    page.focus("#from")
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    assert sorted(_items(page)) == ["plan", "since"]
    assert page.locator(".tl-axis text").first.text_content() == "2016"
    page.locator("[data-action=fit]").click()
    assert len(_items(page)) == 7


def test_zoom_and_drag_change_the_period(open_view: Opener) -> None:
    page = open_view(timeline_page()).page
    page.locator("[data-action=zoom-in]").click()
    years = page.locator("#period-years")
    assert years.inner_text() == "2010–2019"
    box = page.locator(".tl-axis").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 400, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 400 + box["width"] / 10, box["y"] + 10, steps=4)
    page.mouse.up()
    assert years.inner_text() == "2009–2018"
    page.mouse.wheel(0, -100)
    expect(years).not_to_have_text("2009–2018")


def test_an_item_opens_its_fact_and_a_selection_fades_the_rest(open_view: Opener) -> None:
    page = open_view(timeline_page()).page
    page.locator(f"{ITEMS}[data-fact=visit] path").first.click()
    assert "La mission visit a eu lieu." in page.locator("#known-body").inner_text()
    faded = page.eval_on_selector_all(
        f"{ITEMS}[opacity]", "all => all.map(one => one.dataset.fact)"
    )
    assert len(faded) == 6
    assert "visit" not in faded
    assert page.get_attribute(f"{ITEMS}[data-fact=visit]", "aria-pressed") == "true"


def test_choosing_an_actor_elsewhere_is_seen_here(open_view: Opener) -> None:
    page = open_view(timeline_page()).page
    page.fill("#search", "Acteur c")
    page.keyboard.press("Enter")
    assert page.locator(f"{ITEMS}:not([opacity])").count() == 1
    page.locator("[data-by=actor]").click()
    assert _lanes(page)[0] == "Acteur c · 1"


def test_what_is_chosen_elsewhere_comes_into_sight(open_view: Opener) -> None:
    many = dated_view([f"1990/{1995 + year}" for year in range(30)])
    bars: Json = {"fact": [*many.facts], "kind": ["mission"] * 30, "side": ["both"] * 30,
                  "labels": {}, "signed": {}}  # fmt: skip
    page = open_view(replace(many, panes=("timeline",), extras={"timeline": bars})).page
    assert _items(page) == []  # folded: the lane is too full for the window
    seen = """name => {
      const bar = document.querySelector(`[data-fact=${name}]`)?.getBoundingClientRect();
      const box = document.querySelector('.tl-scroll').getBoundingClientRect();
      return Boolean(bar) && bar.top >= box.top && bar.bottom <= box.bottom;
    }"""
    page.locator("#twin-body tr[data-tie=t29] button").click()
    first = page.evaluate(seen, "f29")
    page.locator("#twin-body tr[data-tie=t0] button").click()
    assert (first, page.evaluate(seen, "f0")) == (True, True)
    page.evaluate("document.querySelector('.tl-scroll').scrollTop = 9999")
    page.locator("#to").press("ArrowLeft")  # a step of the slider does not pull it back
    assert page.evaluate("document.querySelector('.tl-scroll').scrollTop") > 0


def test_the_keyboard_walks_in_time_and_between_lanes(open_view: Opener) -> None:
    page = open_view(timeline_page()).page
    page.locator("[data-by=kind]").click()
    assert page.get_attribute("[data-by=kind]", "aria-pressed") == "true"
    focused = "document.activeElement.dataset.fact"
    assert page.locator(f"{ITEMS}[tabindex='0']").count() == 1
    page.focus(f"{ITEMS}[tabindex='0']")
    assert page.evaluate(focused) == "treaty"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "visit"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "vague"
    page.keyboard.press("End")
    assert page.evaluate(focused) == "plan"
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label == "mission, Nom plan, le 2018-03, prévu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "known-body"
    assert page.locator(f"{ITEMS}[tabindex='0']").get_attribute("data-fact") == "plan"


def test_the_table_names_each_publisher_once(open_view: Opener) -> None:
    view = timeline_page()
    fact = view.facts["visit"]
    (source,) = fact.evidence
    others = (source._replace(locator="§ 6"), source._replace(publisher="Gazette"))
    cited = fact._replace(evidence=(source, *others))
    page = open_view(replace(view, facts={**view.facts, "visit": cited})).page
    cell = page.locator("#twin-body tr[data-tie=t-visit] td").last
    assert cell.inner_text() == "Mairie de Sableville, Gazette"


def test_doubt_is_drawn(open_view: Opener) -> None:
    page = open_view(timeline_page()).page
    assert page.locator(f"{ITEMS}[data-fact=vague] [stroke='#E69F00']").count() == 1
    assert page.locator(f"{ITEMS}[data-fact=plan] [stroke-dasharray]").count() >= 1
    assert page.locator(f"{ITEMS}[data-fact=since] [fill^='url(#tl-out']").count() == 2
    assert page.locator(f"{ITEMS}[data-fact=visit] [fill^='url(#tl-out']").count() == 0


def test_a_diamond_is_only_on_a_day_of_the_period(open_view: Opener) -> None:
    view = timeline_page()
    diamonds = f"{ITEMS}[data-fact=treaty] path[transform]"
    page = open_view(view).page
    assert page.locator(diamonds).count() == 1
    page = open_view(replace(view, window=("2011-01-01", "2015-12-31"))).page
    assert page.locator(f"{ITEMS}[data-fact=treaty] rect").count() > 1
    assert page.locator(diamonds).count() == 0


def test_an_end_that_nobody_knows_is_pale_to_the_edge_of_the_period(open_view: Opener) -> None:
    page = open_view(replace(timeline_page(), window=("2017-01-01", "2020-12-31"))).page
    parts = page.eval_on_selector_all(
        f"{ITEMS}[data-fact=since] rect[fill-opacity]",
        """all => all.map((one) => [one.getAttribute('fill').startsWith('url(#tl-out'),
             Number(one.getAttribute('x')), Number(one.getAttribute('width'))])""",
    )
    width = page.eval_on_selector(".tl-scroll", "one => one.clientWidth")
    assert {(fades, x, long) for fades, x, long in parts} == {
        (False, 0, width - 36),
        (True, width - 36, 36),
    }


@pytest.mark.parametrize("window", [None, ("2011-01-01", "2017-06-30")])
def test_page_and_still_agree_on_where_things_are(
    open_view: Opener, window: tuple[str, str] | None
) -> None:
    view = replace(timeline_page(), window=window)
    page = open_view(view).page
    page.locator("[data-by=kind]").click()
    width, height = page.eval_on_selector(
        ".tl-scroll", "one => [one.clientWidth, one.clientHeight]"
    )
    axis = view_axis(view, width)
    lanes, undated = timeline_lanes(view, axis, "fr")
    lay_out(lanes, axis, height - AROUND)
    assert undated == (window is None)
    drawn = page.eval_on_selector_all(
        ITEMS,
        """all => all.map(({ entry: { item, place, y, side } }) =>
             [item.id, place.left, place.right, place.sign, place.edge, place.marked, y, side])""",
    )
    wanted = {entry.key: entry for lane in lanes for entry in lane.entries}
    assert {row[0] for row in drawn} == set(wanted)
    for key, left, right, sign, edge, marked, y, side in drawn:
        entry = wanted[key]
        own = entry.place
        assert (left, right, sign, edge) == pytest.approx(
            (own.left, own.right, own.sign, own.edge), abs=0.01
        )
        assert (marked, y, side) == (own.marked, entry.y, entry.side), key


def test_both_languages_and_a_phone(open_view: Opener) -> None:
    page = open_view(timeline_page(), viewport={"width": 390, "height": 844}).page
    page.locator("[data-language=en]").click()
    assert _lanes(page)[0] == "Both shores · 6"
    assert "Name visit" in str(page.get_attribute(f"{ITEMS}[data-fact=visit]", "aria-label"))
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "x" * 10_000, "\u202egnp"])
def test_a_hostile_label_is_only_text(open_view: Opener, text: str) -> None:
    page = open_view(timeline_page(label=text)).page
    page.locator(f"{ITEMS}[data-fact=visit] path").first.click()
    page.locator(".tl-rest summary").click()
    assert page.locator("#app script, #app img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 1440
    labels = page.locator(".tl-label").all_text_contents()
    assert labels
    assert all(len(label) <= 30 for label in labels)


def test_what_concerns_no_actor_that_is_shown_is_left_out(open_view: Opener) -> None:
    page = open_view(timeline_page()).page
    for choice, shown in (("near=c", ["office", "visit"]), ("hide=a", []), ("hide=b", ["visit"])):
        page.evaluate("choice => { location.hash = choice; }", choice)
        for fact in ("office", "visit", "session"):
            kept = fact in shown or (choice == "hide=b" and fact == "office")
            expect(page.locator(f"{ITEMS}[data-fact={fact}]")).to_have_count(int(kept))
