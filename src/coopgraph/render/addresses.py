"""Know which addresses may become links: those of the web, whole and without tricks.

>>> web_address("javascript:alert(1)"), web_address("https://exemple.example/a")
('', 'https://exemple.example/a')

The page asks the same once more before it makes a link (``page/facts.js``). It does not ask whether
anything is there.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["web_address"]

_WEB_ADDRESS: Final = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"\\^`{|}]+", re.IGNORECASE)


def web_address(url: str) -> str:
    """Return `url` if it is an http or https address, else an empty text."""
    return url if _WEB_ADDRESS.fullmatch(url) else ""
