"""Which numbered series of sessions an activity belongs to, and which number it has in it.

>>> series_of("rapm-16", "16e rencontre"), series_of("reunion-dune-3", "Réunion")
(('rapm', '16'), ('', ''))
>>> series_of("salon-dune", "Salon de Dune, 3e édition"), series_of("fete", "20e anniversaire")
(('', '3'), ('', ''))

A number is read where the French title states it plainly, as the ordinal of a session or edition,
or where the id is one of a series; what is only a part of a session has no number of its own, and
what is above two hundred is a year.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["series_of"]

# (series, what its ids look like, what its titles say)
_NTH: Final = r"^[0-9]+(?:re|er|e|es) "
_SERIES: Final = (
    ("cpcfq", r"cpcfq-session", _NTH + r"session de la (?:cpcfq|commission permanente de coop)"),
    ("rapm", r"rapm", r"^(?:[0-9]+(?:re|e) )?rencontre alternée\b"),
    ("cifq", r"cifq-session", _NTH + r"session de la (?:cifq|commission interparlementaire)"),
    (
        "ofqj-ca",
        r"ofqj-ca|ca-ofqj",
        _NTH + r"(?:conseil|(?:séance|réunion) du conseil) d’administration de l’ofqj",
    ),
    ("ejc", r"ejc", _NTH + r"entretiens jacques.cartier"),
    ("congres-commun", r"congres-commun", _NTH + r"congrès commun france-québec"),
    (
        "comite-bilateral-qualifications",
        r"comite-bilateral",
        r"^(?:première|[0-9]+(?:re|e)) réunion du comité bilatéral de l’entente",
    ),
)
_PATTERNS: Final = tuple(
    (series, re.compile(rf"(?:{ids})-([0-9]+)"), re.compile(titles))
    for series, ids, titles in _SERIES
)
_WORDS: Final = {"premi": "1", "deuxi": "2", "second": "2", "troisi": "3", "quatri": "4"}
_ORDINAL: Final = (
    r"(?:([0-9]+)(?:re|er|e|es)s?|(premi|deuxi|second|troisi|quatri)(?:er|ère|ème|e)?s?) "
)
_SESSION: Final = (
    r"(?:grande )?(?:session|séance|rencontre|réunion|entretien|édition|congrès|forum|assises|"
    r"atelier|symposium|sommet|colloque|journées|conférence|rendez-vous|salon|séminaire|"
    r"futurallia|université d’été|voyage d’affaires|conseil d’administration)"
)
_FIRST: Final = re.compile(rf"^{_ORDINAL}{_SESSION}s?\b")
_EDITION: Final = re.compile(rf"(?:^|[,(:–-] ?){_ORDINAL}édition\b")
_PART: Final = re.compile(r"\b(?:volet|partie|suivi|préparation|préparatoire|clôture|ouverture)\b")
_LAST_NUMBER: Final = 200


def series_of(identifier: str, title: str) -> tuple[str, str]:
    """Return the series and the number in it; each is empty where nothing plainly tells it."""
    lower = title.lower().replace("'", "’")
    stated = _stated(lower)
    for series, ids, _ in _PATTERNS:
        found = ids.fullmatch(identifier)
        if found and int(found[1]) <= _LAST_NUMBER:
            return series, stated or str(int(found[1]))
    for series, _, titles in _PATTERNS:
        if titles.search(lower) and not _PART.search(lower):
            return series, stated
    return "", stated


def _stated(title: str) -> str:
    found = None if _PART.search(title) else _FIRST.search(title) or _EDITION.search(title)
    if found is None:
        return ""
    number = found[1] or _WORDS[found[2]]
    return str(int(number)) if int(number) <= _LAST_NUMBER else ""
