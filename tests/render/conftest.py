"""A real browser that cannot reach any host, and pages opened in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coopgraph.render.html import write_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from coopgraph.views.model import View


SLOW_DRIVER = re.compile(r"^\[\.WebGL-\w+\]GL Driver Message \(OpenGL, Performance, ")
"""What Chromium says where WebGL has no graphics card: of this machine, not of the page."""


@dataclass
class Opened:
    """A page in the browser, with all that it said and asked for."""

    page: Page
    problems: list[str] = field(default_factory=list)

    def rows(self) -> list[str]:
        """Return the ids of the ties in the table, in order."""
        found: list[str] = self.page.eval_on_selector_all(
            "#twin-body tr", "rows => rows.map(row => row.dataset.tie)"
        )
        return found


Opener = Callable[..., Opened]


@pytest.fixture
def open_view(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open the page of a view; errors, dialogs and requests fail the test at its end."""
    opened: list[Opened] = []

    def open_(view: View, *, language: str = "fr", **options: object) -> Opened:
        path = tmp_path / f"page{len(opened)}.html"
        write_page(view, path, language=language)
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}} | options)  # type: ignore[arg-type]  # playwright's own names
        one = Opened(context.new_page())
        opened.append(one)
        watch(one, path.as_uri())
        one.page.goto(path.as_uri())
        return one

    yield open_
    for one in opened:
        one.page.context.close()
        assert one.problems == []


def watch(one: Opened, address: str) -> None:
    """Note every error, dialog and request of the page."""
    page, problems = one.page, one.problems
    page.on("pageerror", lambda error: problems.append(f"error {error}"))
    page.on(
        "console",
        lambda message: (
            problems.append(f"console {message.text}")
            if message.type in ("error", "warning") and not SLOW_DRIVER.search(message.text)
            else None
        ),
    )

    def refuse(dialog: object) -> None:
        problems.append("dialog")
        dialog.dismiss()  # type: ignore[attr-defined]  # a playwright Dialog

    page.on("dialog", refuse)
    page.on(
        "request",
        lambda request: (
            problems.append(f"request {request.url}")
            if request.url != address and not request.url.startswith(("data:", "blob:"))
            else None
        ),
    )
