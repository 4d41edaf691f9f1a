"""What changed in a network between two moments, as an object that tells it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from coopgraph.network.comparison import Comparison

__all__ = ["Difference"]


class Difference:
    """`data` is the comparison itself (who entered, which ties lapsed …); printing it tells it."""

    def __init__(self, data: Comparison, *, language: str = "fr") -> None:
        self.data = data
        self.language: Literal["fr", "en"] = "fr" if language == "fr" else "en"

    def __repr__(self) -> str:
        from coopgraph.views.comparing import spell_comparison

        return spell_comparison(self.data, self.language).rstrip()

    def _repr_markdown_(self) -> str:
        from coopgraph.views.comparing import spell_comparison

        return spell_comparison(self.data, self.language, style="markdown")

    def tell(self, *, most: int | None = None) -> str:
        """Return the whole in words, or at most this many lines of each kind of change."""
        from coopgraph.views.comparing import spell_comparison

        return spell_comparison(self.data, self.language, most=most)
