"""Which numbered series of sessions an activity belongs to, where its id or title says so.

>>> series_of("rapm-16", "16e rencontre"), series_of("reunion-dune-3", "Réunion")
('rapm', '')
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["series_of"]

# (series, what its ids look like, what its titles say)
_NTH: Final = r"^[0-9]+(?:re|e|es) "
_SERIES: Final = (
    ("cpcfq", r"cpcfq-session-.+", _NTH + r"session de la (?:cpcfq|commission permanente de coop)"),
    ("rapm", r"rapm-[0-9].*", _NTH + r"rencontre alternée des premiers ministres"),
    ("cifq", r"cifq-session-.+", _NTH + r"session de la (?:cifq|commission interparlementaire)"),
    ("ofqj-ca", r"(?:ofqj-ca|ca-ofqj)-[0-9].*", _NTH + r"conseil d’administration de l’ofqj"),
    ("ejc", r"ejc-[0-9].*", _NTH + r"entretiens jacques.cartier"),
)
_PATTERNS: Final = tuple(
    (series, re.compile(ids), re.compile(titles)) for series, ids, titles in _SERIES
)


def series_of(identifier: str, title: str) -> str:
    """Return the series, or nothing where neither the id nor the French title names one."""
    lower = title.lower().replace("'", "’")
    for series, ids, _ in _PATTERNS:
        if ids.fullmatch(identifier):
            return series
    for series, _, titles in _PATTERNS:
        if titles.search(lower):
            return series
    return ""
