"""The link to a view: the state in the address, written and read, nonsense left aside."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.render.conftest import Opened, watch
from tests.render.pane_views import every_pane_page
from tests.render.projected import chain_view, measured_view, projected_view

from coopgraph.render.html import write_page
from coopgraph.render.words import PAGE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    page.clock.install(time="2026-11-01T12:00:00")
    page.locator("#twin-top [data-action=link]").click()
    expect(page.locator("#twin-top [data-action=link]")).to_have_text("Lien copié")
    expect(page.locator("#live")).to_have_text("Lien copié")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"file:///.*/page0\.html#tie=a&tie=b", copied)
    expect(page.locator("#share")).to_contain_text("Envoyez les deux")
    page.locator("#copy-end").click()
    expect(page.locator("#copy-end")).to_have_text("Copié")
    assert page.evaluate("navigator.clipboard.readText()") == "#tie=a&tie=b"
    page.locator("#share [data-action=close-share]").click()
    page.clock.fast_forward(2000)
    expect(page.locator("#twin-top [data-action=link]")).to_have_text(
        "Copier le lien vers cette vue"
    )
    page.locator("#twin-top [data-action=cite]").click()
    where = page.locator("#cite-words p").last
    expect(where).to_have_text("Fichier : page0.html#tie=a&tie=b, consulté le 1er novembre 2026")
    page.locator("#copy").click()
    expect(page.locator("#copy")).to_have_text("Copié")
    text, line = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert text == page.locator("#cite-text").inner_text()
    assert line == where.inner_text()


def test_a_citation_names_those_whom_the_citation_file_names() -> None:
    told = (Path(__file__).parents[2] / "CITATION.cff").read_text(encoding="utf-8")
    [name] = set(re.findall(r"- name: (.+)", told))
    [year] = re.findall(r"\n  year: (\d+)\n", told)
    assert set(PAGE_WORDS["cite.by"]) == {f"{name} ({year})"}
    assert all(words.startswith("{by}. ") for words in PAGE_WORDS["cite.text"])


CHOICES = {
    "chain": ("#chain-choose", "1", "chain=fund"),
    "lanes": (".tl-choice[data-by=actor]", "", "lanes=actor"),
    "shore": (".map-view[data-view=quebec]", "", "shore=quebec"),
    "cross": ("#matrix-by", "themes", "cross=themes"),
    "order": ("#matrix-order", "name", "order=name"),
    "differ": ("#mirror-only", "", "differ=1"),
    "sort": ("#twin-head [data-column=date]", "", "sort=date"),
    "only": ("#only-selection", "", "only=1"),
}
TAB = {"chain": "chain", "lanes": "timeline", "shore": "map", "cross": "matrix", "order": "matrix"}
TAB |= {"differ": "mirror", "sort": "network", "only": "network"}
STANDING = """select => { const one = document.querySelector(select);
    return one.type === 'checkbox' ? one.checked : one.value || one.ariaPressed
        || one.parentElement.ariaSort; }"""


@pytest.fixture(scope="module")
def every_pane(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Open one page with all panes, for every test of a choice."""
    path = tmp_path_factory.mktemp("choices") / "page.html"
    write_page(every_pane_page(), path, language="fr")
    one = Opened(browser.new_page(viewport={"width": 1440, "height": 900}))
    watch(one, path.as_uri())
    one.page.goto(path.as_uri())
    yield one.page
    one.page.close()
    assert [problem for problem in one.problems if "request" not in problem] == []


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_of_a_pane_travels_in_the_link(every_pane: Page, name: str) -> None:
    page, (place, value, told) = every_pane, CHOICES[name]
    page.evaluate("hash => { location.hash = hash; }", f"tab={TAB[name]}&tie=a&tie=b")
    page.locator(place).wait_for()
    before = page.evaluate(STANDING, place)
    if value:
        page.select_option(place, value)
    else:
        page.locator(place).click()
    page.wait_for_function("told => location.hash.includes(told)", arg=told)
    chosen = page.evaluate(STANDING, place)
    assert chosen != before
    open_at(page, page.evaluate("location.hash.slice(1)"))
    assert page.evaluate(STANDING, place) == chosen
    page.evaluate("tab => { location.hash = `tab=${tab}&tie=a&tie=b`; }", TAB[name])
    page.wait_for_function(f"before => ({STANDING})('{place}') === before", arg=before)


def test_unknown_choices_are_left_aside_and_the_opening_view_has_none(every_pane: Page) -> None:
    names = [*CHOICES, "__proto__"]
    open_at(every_pane, "tab=matrix&" + "&".join(f"{name}=constructor" for name in names))
    every_pane.locator("#matrix-order").select_option("name")
    assert hash_of(every_pane) == "#tab=matrix&order=name"
    every_pane.locator("#menu summary").click()
    every_pane.locator("#menu [data-action=reset]").click()
    assert hash_of(every_pane) == ""
    assert every_pane.evaluate(STANDING, "#matrix-order") == "shore"


def test_a_chain_and_its_pictures_are_those_of_the_link(every_pane: Page) -> None:
    open_at(every_pane, "tab=chain&chain=fund")
    assert every_pane.locator(".chain-card").count() == 3
    every_pane.evaluate("location.hash = 'tab=map&shore=france'")
    expect(every_pane.locator("[data-view=france]")).to_have_attribute("aria-pressed", "true")
    zoomed = every_pane.locator(".map-place").first.get_attribute("transform")
    every_pane.locator("#zoom [data-action=zoom-in]").click()
    moved = every_pane.locator(".map-place").first.get_attribute("transform")
    assert "NaN" not in f"{moved}"
    assert moved != zoomed
    open_at(every_pane, "tab=map&sort=-date")
    assert every_pane.locator("#twin-head [aria-sort=descending]").count() == 1


def test_of_a_chosen_fact_only_its_own_ties_are_left(every_pane: Page) -> None:
    open_at(every_pane, "fact=visit&only=1")
    rows = "rows => rows.map(row => row.dataset.tie)"
    left = every_pane.eval_on_selector_all("#twin-body tr", rows)
    assert left == ["chain-t1", "mirror-t1", "dune-t-visit"]
    assert every_pane.locator("#twin-body tr.chosen").count() == 3
    with every_pane.expect_download() as table:
        every_pane.locator("#twin-top [data-action=csv]").click()
    assert len(table.value.path().read_text(encoding="utf-8-sig").splitlines()) == 1 + 3
