"""What all tests share: one real browser, since two cannot be steered in one process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from tests.serve.browsing import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


# a busy machine is no reason to fail: what must be quick is measured where it is tested
settings.register_profile("any-machine", deadline=None)
settings.load_profile("any-machine")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium of this machine, cut off from every host but this one."""
    with chromium() as started:
        yield started
