"""The pane of the chains in a browser: cards, joints, the broken gap, the chain told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.render.pane_views import chain_page
from tests.render.test_page_hostile import HOSTILE
from tests.render.views import make_node, make_tie

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

    from coopgraph.views.model import Json, View

pytestmark = pytest.mark.browser


def titles(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        ".chain-card:not(.away) .chain-title", "all => all.map(one => one.textContent)"
    )
    return found


def places(page: Page) -> list[list[float]]:
    found: list[list[float]] = page.eval_on_selector_all(
        ".chain-card", "all => all.map(one => [one.offsetLeft, one.offsetTop])"
    )
    return found


def open_at(page: Page, choices: str) -> None:
    """Open the same page with these choices in its address."""
    page.goto(f"{page.url.partition('#')[0]}#{choices}")


def two_pairs_page() -> View:
    """Return the two chains, of which the second is about two other actors."""
    view = chain_page()
    others = (make_node("c", 300, 100), make_node("d", 700, 100, side="quebec"))
    ties = (make_tie("t1", "a", "b", "visit"), make_tie("t2", "c", "d", "later"))
    return replace(view, nodes=(*view.nodes, *others), ties=ties)


def test_a_chain_goes_from_left_to_right_with_a_gap_between_its_flows(open_view: Opener) -> None:
    page = open_view(chain_page()).page
    first, second, third, fund, later, _deal = places(page)
    assert first[0] < second[0] < third[0]
    assert fund[0] < later[0]
    assert later[1] > second[1]
    gap = page.locator(".chain-silence")
    expect(gap).to_have_text("aucune source ne les relie", use_inner_text=True)
    dashes = page.locator("path.chain-gap").evaluate("one => getComputedStyle(one).strokeDasharray")
    assert dashes != "none"
    assert page.locator("path.chain-joint").count() == 4
    assert page.locator("path.chain-joint.inferred").count() == 1
    assert page.locator(".chain-label").all_text_contents() == ["a conduit à", "a conduit à"]


def test_doubts_are_drawn_as_the_legend_says(open_view: Opener) -> None:
    page = open_view(chain_page()).page
    cards = page.locator(".chain-card")
    assert cards.nth(2).get_attribute("data-standing") == "not-achieved"
    assert cards.nth(4).get_attribute("data-standing") == "planned"
    assert "contested" in str(cards.nth(1).get_attribute("class"))


def test_the_period_hides_cards_and_moves_none(open_view: Opener) -> None:
    page = open_view(chain_page()).page
    before = places(page)
    page.locator("#from").focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    assert titles(page) == ["Titre : fonds", "Titre : plus tard", "Titre : contrat"]
    assert places(page) == before
    expect(page.locator(".chain-silence")).to_be_hidden()
    expect(page.locator(".chain-told .chain-gap")).to_be_hidden()
    expect(page.locator("path.chain-joint").first).to_be_hidden()


def test_chains_without_any_actor_that_is_shown_leave_the_list(open_view: Opener) -> None:
    page = open_view(two_pairs_page()).page
    options = page.locator("#chain-choose option")
    open_at(page, "near=a")
    expect(options).to_have_text(["Titre (6)"])
    expect(page.locator(".chain-counts")).to_contain_text("choix : 1 sur 2 chaînes")
    expect(page.locator(".chain-card:not(.beside) .chain-title")).to_have_text(["Titre : visite"])
    expect(page.locator(".chain-help")).to_contain_text("En gris")
    open_at(page, "near=c")
    expect(options).to_have_text(["Titre (6)", "Titre 2 (3)"])
    expect(page.locator(".chain-card:not(.beside)")).to_contain_text(["plus tard"])
    open_at(page, "hide=c")  # what is about nobody is there for all
    expect(options).to_have_count(2)
    expect(page.locator(".chain-card.beside .chain-title")).to_have_text(["Titre : plus tard"])
    open_at(page, "near=a&chain=fund")  # the chain that is drawn stays, told apart
    expect(page.locator("optgroup[label='Hors de ce qui est montré'] option")).to_have_count(1)
    expect(page.locator(".chain-offer")).to_contain_text("Aucun acteur montré")
    open_at(page, "actor=a&chain=fund")
    page.locator("[data-act='ego.1']").click()  # gives way to one of those who are shown
    expect(page.locator(".chain-counts")).to_contain_text("6 fiches")


def test_an_actor_has_its_steps_and_is_offered_its_chains(open_view: Opener) -> None:
    page = open_view(two_pairs_page()).page
    open_at(page, "actor=c")
    expect(page.locator(".chain-card.chosen .chain-title")).to_have_text(["Titre : plus tard"])
    expect(page.locator("optgroup").first.locator("option")).to_have_count(2)
    offer = page.locator(".chain-top").get_by_role("status")
    expect(offer).to_have_text(re.compile("1 fiche de cette chaîne. Une autre chaîne en parle."))
    page.get_by_role("button", name="La suivante").click()
    expect(page.locator("#chain-choose")).to_have_value("1")
    expect(page.locator(".chain-card.chosen .chain-title")).to_have_text(["Titre : plus tard"])
    open_at(page, "actor=a&chain=fund&lang=en")
    expect(offer).to_contain_text("0 records of this chain. One other chain tells of it.")
    expect(page.locator("optgroup").nth(1).locator("option")).to_have_text(["Titre 2 (3)"])


def test_no_line_passes_behind_a_card(open_view: Opener) -> None:
    view = chain_page()
    told = view.extras["chain"]
    assert isinstance(told, dict)
    flow: Json = {
        "records": ["visit", "accord", "fund", "none", "later", "deal"],
        "ranks": [0, 1, 1, 2, 2, 3],
        "joints": [[0, 1, "led-to", 0], [0, 3, "led-to", 0], [0, 5, "result", 0],
                   [1, 4, "led-to", 0], [2, 5, "funded", 1]],
    }  # fmt: skip
    chain: Json = {"title": view.title, "flows": [flow], "gaps": [], "told": []}
    page = open_view(replace(view, extras={"chain": {**told, "chains": [chain]}})).page
    behind = """() => {
      const box = (one) => one.getBoundingClientRect();
      const cards = [...document.querySelectorAll('.chain-card, .chain-label')].map(box);
      const from = box(document.querySelector('.chain-lines'));
      const inside = (x, y) => cards.some((one) =>
        x > one.left + 2 && x < one.right - 2 && y > one.top + 2 && y < one.bottom - 2);
      return [...document.querySelectorAll('path.chain-joint')].filter((path) => {
        const steps = [...Array(100).keys()].map((i) => path.getTotalLength() * i / 99);
        return steps.map((at) => path.getPointAtLength(at))
          .some(({ x, y }) => inside(x + from.left, y + from.top));
      }).length;
    }"""
    assert page.locator("path.chain-joint").count() == 5
    assert page.evaluate(behind) == 0


def test_selection_is_shared_with_the_panel(open_view: Opener) -> None:
    page = open_view(chain_page()).page
    page.locator(".chain-card").nth(1).click()
    expect(page.locator("#known-body .sentence")).to_have_text("Titre : accord")
    expect(page.locator(".chain-card[aria-pressed=true]")).to_have_count(1)
    page.locator("#twin-body tr button").first.click()
    assert page.locator(".chain-card.chosen").count() >= 1


def test_arrows_follow_the_joints(open_view: Opener) -> None:
    page = open_view(chain_page()).page
    assert page.locator(".chain-card[tabindex='0']").count() == 1
    page.locator(".chain-card").first.focus()
    told = []
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowDown", "End", "Home"):
        page.keyboard.press(key)
        told.append(page.evaluate("document.activeElement.querySelector('.chain-title').innerText"))
    assert told == [
        "Titre : accord",
        "Titre : rien",
        "Titre : accord",
        "Titre : fonds",
        "Titre : contrat",
        "Titre : visite",
    ]
    page.keyboard.press("Enter")
    expect(page.locator("#known-body .sentence")).to_have_text("Titre : visite")


def test_another_chain_is_chosen_and_the_language_changes(open_view: Opener) -> None:
    page = open_view(chain_page()).page
    assert page.locator("#chain-choose option").all_text_contents() == ["Titre (6)", "Titre 2 (3)"]
    page.select_option("#chain-choose", "1")
    assert len(titles(page)) == 3
    expect(page.locator(".chain-silence")).to_have_count(0)
    page.select_option("#chain-choose", "0")
    page.locator("[data-language=en]").click()
    expect(page.locator(".chain-silence")).to_have_text(
        "no source joins these", use_inner_text=True
    )
    expect(page.locator(".chain-told h3")).to_have_text("The chain told")
    expect(page.locator(".chain-counts")).to_have_text("6 records, 1 gap")


def test_a_gap_opens_what_the_sources_show_and_its_two_records(open_view: Opener) -> None:
    page = open_view(chain_page()).page
    gap = page.get_by_role("button", name="aucune source ne les relie")
    gap.focus()
    page.keyboard.press("Enter")
    known = page.locator("#known-body")
    expect(known.locator("h3")).to_have_text("Aucune source ne les relie")
    expect(known.locator(".about").first).to_have_text("Titre dit")
    expect(known.locator(".sentence")).to_have_text(["Titre : accord", "Titre : plus tard"])
    expect(gap).to_have_attribute("aria-pressed", "true")
    expect(page.locator("path.chain-gap.chosen")).to_have_count(1)
    page.locator("[data-language=en]").click()
    expect(known.locator("h3")).to_have_text("No source joins these")
    expect(known.locator(".about").first).to_have_text("Titre said")


def test_a_link_to_a_gap_opens_it(open_view: Opener) -> None:
    page = open_view(chain_page()).page
    page.locator("button.chain-silence").click()
    page.wait_for_function("() => location.hash.includes('gap')")
    page.reload()
    expect(page.locator("#known-body .sentence")).to_have_count(2)
    expect(page.locator("button.chain-silence")).to_have_attribute("aria-pressed", "true")


def test_sentences_have_their_sources_and_gaps_none(open_view: Opener) -> None:
    page = open_view(chain_page()).page
    joint, gap = page.locator(".chain-told .chain-joint"), page.locator(".chain-told .chain-gap")
    expect(joint).to_contain_text("Mairie de Sableville, 3 mai 2019, § 5")
    expect(gap).to_contain_text("Titre dit")
    assert gap.locator("small").count() == 0


def test_a_phone_shows_the_chain_without_scrolling_sideways(open_view: Opener) -> None:
    page = open_view(chain_page("Titre " * 30), viewport={"width": 390, "height": 844}).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    scroll = page.locator(".chain-scroll")
    assert scroll.evaluate("one => one.scrollWidth <= one.clientWidth")
    lefts, tops = zip(*places(page), strict=True)
    assert sorted(tops) == list(tops)
    assert max(lefts) < 120
    gap = page.locator(".chain-silence")
    expect(gap).to_contain_text("accord")  # the two records may be screens apart
    expect(gap).to_contain_text("plus tard")
    box, after = gap.bounding_box(), page.locator(".chain-card").nth(3).bounding_box()
    assert box
    assert after
    assert box["y"] + box["height"] < after["y"]
    clipped = """all => all.filter(one => one.scrollHeight > one.clientHeight + 1).length"""
    assert page.eval_on_selector_all(".chain-title, .chain-silence-end", clipped) == 0


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_title_is_only_text(open_view: Opener, text: str) -> None:
    page = open_view(chain_page(text)).page
    page.locator(".chain-card").first.click()
    page.locator("[data-language=en]").click()
    shown = page.locator(".chain-card .chain-title").first.text_content()
    assert shown == f"{text} : visite"
    assert page.locator("#app script, #app img, svg[onload]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 1440


def test_data_without_chains_say_so(open_view: Opener) -> None:
    view = chain_page()
    extras: dict[str, Json] = {"chain": {"chains": [], "open": 0, "joints": {}, "gap": view.title}}
    page = open_view(replace(view, extras=extras)).page
    expect(page.locator(".chain-told")).to_contain_text("Aucune chaîne")
    expect(page.locator("#chain-choose")).to_be_disabled()
