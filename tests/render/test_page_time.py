"""Time in the page: the same rules as `coopgraph.dates`, by keyboard, pointer and play."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect
from tests.render.views import dated_view, one_tie_view

from coopgraph.dates import certainly_during, parse_date, possibly_during

if TYPE_CHECKING:
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser

DATES = [
    "2010-04",
    "2010-12-31",
    "2011",
    "[2010-04..2019-08-13]",
    "[2012-04..]",
    "[..2012-11]",
    "2010/2014",
    "2009/..",
    "2013/",
    "../2011",
    "/2016",
    "2018-24",
    "201X",
    "XXXX-09-30",
    "2012~",
]
WINDOWS = [
    ("2010-01-01", "2012-12-31"),
    ("2011-01-01", "2011-12-31"),
    ("2010-04-01", "2010-04-30"),
    ("2015-01-01", None),
    (None, "2010-06-30"),
    (None, None),
    ("2019-02-28", "2019-03-01"),
]


@pytest.mark.parametrize("mode", ["possibly", "certainly"])
def test_the_page_filters_as_python_does(
    open_view: Opener, mode: Literal["possibly", "certainly"]
) -> None:
    during = possibly_during if mode == "possibly" else certainly_during
    for begin, end in WINDOWS:
        view = replace(
            dated_view(DATES),
            window=(begin or "2008-01-01", end or "2020-12-31"),
            mode=mode,
        )
        opened = open_view(view)
        if opened.page.locator("#undated").is_checked():
            opened.page.locator("#undated").uncheck()
        days = [datetime.date.fromisoformat(day) if day else None for day in (begin, end)]
        expected = [
            f"t{number}"
            for number, edtf in enumerate(DATES)
            if during(parse_date(edtf), days[0], days[1])
        ]
        assert opened.rows() == expected, (begin, end)


def test_the_keyboard_moves_the_thumbs_and_the_table_follows(open_view: Opener) -> None:
    opened = open_view(dated_view(["2009", "2012", "2019"]))
    page = opened.page
    assert opened.rows() == ["t0", "t1", "t2"]
    page.locator("#from").focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    assert opened.rows() == ["t1", "t2"]
    assert page.locator("#from").get_attribute("aria-valuetext") == (
        "2010 – sûrs\u00a0: 0\u00a0; possibles\u00a0: 0"
    )
    page.locator("#to").focus()
    page.keyboard.press("PageDown")
    assert opened.rows() == ["t1"]
    assert page.locator("#to").get_attribute("aria-valuenow") == "2015"
    page.keyboard.press("Home")
    assert page.locator("#period-years").inner_text() == "2010"
    assert opened.rows() == []
    assert "Aucun lien à montrer pour 2010" in page.locator("#nothing").inner_text()
    page.keyboard.press("End")
    page.locator("#from").focus()
    page.keyboard.press("Home")
    assert opened.rows() == ["t0", "t1", "t2"]


def test_the_change_is_said_aloud(open_view: Opener) -> None:
    page = open_view(dated_view(["2009", "2012"])).page
    page.locator("#from").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#live")).to_have_text("2010–2020\u00a0: 2 acteurs, 1 lien")


def test_the_pointer_drags_thumb_and_window(open_view: Opener) -> None:
    page = open_view(dated_view(["2009", "2012"])).page
    track = page.locator("#track").bounding_box()
    assert track is not None
    year = track["width"] / 13
    height = track["y"] + 48

    def drag(start: float, end: float) -> str:
        page.mouse.move(track["x"] + start * year, height)
        page.mouse.down()
        page.mouse.move(track["x"] + (start + end) / 2 * year, height)
        page.mouse.move(track["x"] + end * year, height)
        page.mouse.up()
        return page.locator("#period-years").inner_text()

    assert drag(0, 2.4) == "2010–2020"
    assert drag(13, 5.6) == "2010–2013"
    assert drag(4, 6) == "2012–2015"
    assert drag(6, 12.9) == "2017–2020"


def test_undated_facts_come_with_the_whole_period_or_on_demand(open_view: Opener) -> None:
    opened = open_view(dated_view(["2009", ""]))
    page = opened.page
    said = page.locator("#undated-number")
    assert opened.rows() == ["t0", "t1"]
    assert said.text_content() == "1 lien sur 2"
    page.locator("#from").focus()
    page.keyboard.press("ArrowRight")
    assert opened.rows() == ["t0"]
    assert said.text_content() == "1 lien de plus"
    page.locator("#undated").check()
    assert opened.rows() == ["t0", "t1"]
    page.keyboard.press("Tab")
    page.locator("#whole").click()
    page.locator("#undated").uncheck()
    assert opened.rows() == ["t0"]


def test_the_mode_switches_between_surely_and_possibly(open_view: Opener) -> None:
    opened = open_view(dated_view(["2009", "[2010..2012]", "[2010..]"]))
    opened.page.locator("input[value=certainly]").check()
    assert opened.rows() == ["t0", "t1"]
    opened.page.locator("input[value=possibly]").check()
    assert opened.rows() == ["t0", "t1", "t2"]


def test_play_moves_the_years_and_stops(open_view: Opener) -> None:
    page = open_view(one_tie_view()).page
    page.clock.install()
    page.locator("#play").click()
    assert page.locator("#period-years").inner_text() == "2008"
    page.clock.run_for(2000)
    assert page.locator("#period-years").inner_text() == "2010"
    assert page.locator("#play").get_attribute("aria-label") == "Arrêter"
    page.locator("#play").click()
    page.clock.run_for(5000)
    assert page.locator("#period-years").inner_text() == "2010"


def test_with_less_motion_play_is_a_step(open_view: Opener) -> None:
    page = open_view(one_tie_view(), reduced_motion="reduce").page
    assert page.locator("#play").get_attribute("aria-label") == "Avancer d’un an"
    for expected in ("2008", "2009", "2010"):
        page.locator("#play").click()
        assert page.locator("#period-years").inner_text() == expected


def test_hidden_facts_are_counted_in_the_panel(open_view: Opener) -> None:
    view = dated_view(["2009", "2015"])
    ties = (view.ties[0], view.ties[1]._replace(source="a0", target="b0"))
    page = open_view(replace(view, ties=ties)).page
    page.locator("#twin-body tr[data-tie=t0] button").click()
    page.locator("#to").focus()
    for _ in range(2):
        page.keyboard.press("PageDown")
    assert page.locator("#known .sentence").all_inner_texts() == ["La mission f0 a eu lieu."]
    assert "1 autre fait n’est pas montré" in page.locator("#known").inner_text()
