"""One server for the tests that do not need one of their own, and a browser that visits it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from tests.serve.browsing import DESKTOP, Visit, watch
from tests.serve.running import Server, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("serve")) as one:
        yield one


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visitor]:
    """Open a page of the server; errors and requests to elsewhere fail the test at its end."""
    opened: list[Visit] = []

    def go(target: str, **options: object) -> Visit:
        context = browser.new_context(**{"viewport": DESKTOP} | options)  # type: ignore[arg-type]  # playwright's own names
        one = Visit(context.new_page(), server)
        opened.append(one)
        watch(one)
        one.open(target)
        return one

    yield go
    for one in opened:
        one.page.context.close()
        assert one.problems == []
