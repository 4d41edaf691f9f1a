"""The names nearest to a misspelt one, for "did you mean".

>>> nearest_names("statut", ["status", "title_fr", "when"])
('status',)
>>> nearest_names("xyz", ["status", "title_fr", "when"])
()
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

__all__ = ["did_you_mean", "nearest_names"]

_LIKE_ENOUGH: Final = 70.0


def nearest_names(name: str, names: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """Return at most `limit` of the names that look like `name`, the most alike first."""
    from rapidfuzz import fuzz, process  # only a misspelling pays for it

    wanted = name.lower()[:200]
    found = process.extract(
        wanted, list(names), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH, limit=20
    )
    ordered = sorted(found, key=lambda match: (-match[1], match[0]))
    return tuple(match[0] for match in ordered[:limit])


def did_you_mean(names: tuple[str, ...], language: str) -> str:
    """Return the question “did you mean …?” in `language`, or nothing if there is no name.

    >>> did_you_mean(("status", "state"), "en")
    'did you mean “status” or “state”?'
    """
    if not names:
        return ""
    if language == "fr":
        return f"vouliez-vous dire {' ou '.join(f'« {name} »' for name in names)} ?"
    return f"did you mean {' or '.join(f'“{name}”' for name in names)}?"
