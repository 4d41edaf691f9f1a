"""The words of the matrix: French and English, by key."""

from __future__ import annotations

from typing import Final

__all__ = ["TEXTS"]

TEXTS: Final[dict[str, tuple[str, str]]] = {}
