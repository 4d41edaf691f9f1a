r"""French typography of our own words: apostrophes, and spaces that do not break.

>>> typeset_french("L'accord : « signé » à Brest ?").replace("\N{NO-BREAK SPACE}", "~")
'L’accord~: «~signé~» à Brest~?'
>>> typeset_french("12:30, https://example.org/d'ici?x=1")
"12:30, https://example.org/d'ici?x=1"

Addresses stay as they are. Names and titles of sources are as printed, and none of its business:
`is_ours` tells which columns hold French that curators wrote.
"""

from __future__ import annotations

import re
from typing import Final

from coopgraph.tables.columns import Column

__all__ = ["is_ours", "typeset_french"]

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_ADDRESS: Final = re.compile(r"(\S+://\S+)")
_BEFORE: Final = re.compile(r"[ \u202f\u2009]([:;!?»])")
_AFTER: Final = re.compile(r"«[ \u202f\u2009]")


def is_ours(column: Column) -> bool:
    """Tell whether a column holds French in our own words; a name is as its bearer writes it."""
    return column.language == "fr" and column.name != "name_fr"


def typeset_french(text: str) -> str:
    """Return the text with curved apostrophes and with no-break spaces where French has them."""
    if not any(mark in text for mark in "':;!?»«"):
        return text
    parts = _ADDRESS.split(text)
    parts[::2] = [_typeset(part) for part in parts[::2]]
    return "".join(parts)


def _typeset(text: str) -> str:
    text = _BEFORE.sub(f"{_NO_BREAK}\\1", text.replace("'", "’"))
    return _AFTER.sub(f"«{_NO_BREAK}", text)
