"""What axe says of every view: nothing serious, in both languages, dark, light, on a phone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.render.hostile import DUNE
from tests.serve.browsing import faults_of

from coopgraph.graph import build_graph
from coopgraph.views import VIEWS

if TYPE_CHECKING:
    from tests.render.conftest import Opener

    from coopgraph.views.model import View

pytestmark = pytest.mark.browser

SCREENS = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


@cache
def made(name: str) -> View:
    further = {"further": True} if name == "network" else {}
    return VIEWS[name].make(build_graph(DUNE).store, **further)


@pytest.mark.parametrize(
    ("language", "scheme", "screen"), [("fr", "light", "desktop"), ("en", "dark", "phone")]
)
@pytest.mark.parametrize("name", [*VIEWS])
def test_axe_finds_nothing_serious(
    open_view: Opener, name: str, screen: str, language: str, scheme: str
) -> None:
    page = open_view(
        made(name), language=language, viewport=SCREENS[screen], color_scheme=scheme
    ).page
    assert faults_of(page) == []
    for tab in page.locator("#tabs button:visible").all()[1:]:
        tab.click()
        assert faults_of(page) == []
    page.locator("#twin-body tr button").first.click()
    if screen == "phone":
        page.locator("#sheets [data-open=known]").click()
    assert faults_of(page) == []
    page.keyboard.press("Escape")
    page.locator("#menu summary").click()
    assert faults_of(page) == []
