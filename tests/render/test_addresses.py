"""Which addresses become links."""

from __future__ import annotations

import pytest

from coopgraph.render.addresses import web_address


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://exemple.example/a?b=c#d", True),
        ("HTTP://exemple.example", True),
        ("ftp://exemple.example", False),
        ("https://", False),
        (" https://exemple.example", False),
        ("https://exemple.example\n", False),
        ('https://exemple.example/"onclick=x', False),
        ("", False),
    ],
)
def test_which_addresses_are_links(url: str, kept: bool) -> None:
    assert web_address(url) == (url if kept else "")
