"""The link to a view: the state in the address, written and read, nonsense left aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.render.conftest import Opened, watch
from tests.render.projected import chain_view, measured_view, projected_view

from coopgraph.render.html import write_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser


def open_at(page: Page, link: str) -> None:
    """Open the same page afresh at a link."""
    address = page.url.split("#")[0]
    page.goto("about:blank")
    page.goto(f"{address}#{link}")


def hash_of(page: Page) -> str:
    page.wait_for_timeout(350)
    text: str = page.evaluate("location.hash")
    return text


def test_the_opening_view_has_no_hash_and_each_choice_is_written(open_view: Opener) -> None:
    page = open_view(measured_view()).page
    assert hash_of(page) == ""
    page.locator("#from").focus()
    page.keyboard.press("ArrowRight")
    page.locator("input[value=certainly]").check(force=True)
    page.locator("[data-key=accord]").uncheck()
    page.select_option("#choose-colourBy", "community")
    page.select_option("#choose-sizeBy", "betweenness")
    page.locator("[data-language=en]").click()
    page.locator("#twin-body tr[data-tie=bc] button").click()
    told = hash_of(page)
    for part in (
        "from=2009-01-01",
        "mode=certainly",
        "no-kind=accord",
        "colour=community",
        "size=betweenness",
        "lang=en",
        "tie=b&tie=c",
    ):
        assert part in told
    assert "to=" not in told


def test_a_link_opens_what_it_was_copied_from(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_page(measured_view(), path, language="fr")
    one = Opened(browser.new_page())
    link = f"{path.as_uri()}#from=2010-01-01&to=2015-12-31&lang=en&path=a&path=d&pin=e&colour=theme"
    watch(one, path.as_uri())
    one.page.on("request", lambda request: None)
    one.page.goto(link)
    page = one.page
    assert page.locator("#period-years").inner_text() == "2010–2015"
    assert page.locator("#choose-colourBy").input_value() == "theme"
    assert "No path over the ties" in page.locator("#known").inner_text()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.close()
    assert [problem for problem in one.problems if "request" not in problem] == []


def test_the_link_is_read_when_the_address_changes(open_view: Opener) -> None:
    page = open_view(chain_view()).page
    page.evaluate("location.hash = 'actor=b&from=2012-01-01'")
    expect(page.locator("#known h3")).to_have_text("Acteur b")
    assert page.locator("#period-years").inner_text() == "2012–2020"
    page.evaluate("location.hash = ''")
    expect(page.locator("#period-years")).to_have_text("2008–2020")


@pytest.mark.parametrize(
    "nonsense",
    [
        "%%%",
        "from=soon&to=<script>&mode=perhaps&colour=red&size=__proto__&show=constructor",
        "from=2020-01-01&to=2010-01-01",
        "actor=nobody&tie=a&tie=zz&path=a&path=a&near=&steps=99&hide=x&no-kind=y&undated=maybe",
    ],
)
def test_nonsense_is_left_aside(open_view: Opener, nonsense: str) -> None:
    opened = open_view(chain_view())
    opened.page.evaluate("link => { location.hash = link; }", nonsense)
    opened.page.wait_for_timeout(100)
    assert opened.rows() == ["ab", "bc", "bc2", "cd", "de"]
    assert opened.page.locator("#period-years").inner_text() == "2008–2020"
    assert hash_of(opened.page) == ""


def test_the_projection_travels_in_the_link(open_view: Opener) -> None:
    opened = open_view(projected_view())
    opened.page.select_option("#choose-projection", "oases")
    assert opened.rows() == ["o1", "o2"]
    assert "show=oases" in hash_of(opened.page)
    opened.page.evaluate("location.hash = 'show=oases&actor=puits'")
    expect(opened.page.locator("#known h3")).to_have_text("Puits")
    opened.page.evaluate("location.hash = 'lang=en'")
    expect(opened.page.locator("#title")).to_have_text("Network of dunes")
    assert opened.rows() == ["ab", "bc", "bc2", "cd", "de"]


def test_the_link_is_copied_and_cited(open_view: Opener) -> None:
    page = open_view(chain_view()).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#twin-body tr[data-tie=ab] button").click()
    page.locator("#twin-top [data-action=link]").click()
    expect(page.locator("#live")).to_have_text("Le lien est copié.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"file:///.*/page0\.html#tie=a&tie=b", copied)
    page.locator("#twin-top [data-action=cite]").click()
    assert page.locator("#cite-link").inner_text() == "page0.html#tie=a&tie=b"
