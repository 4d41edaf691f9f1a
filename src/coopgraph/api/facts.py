"""Facts as sentences with their sources, as a list that prints itself.

>>> Facts([], language="en")
No fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, overload

from coopgraph.api.markup import html_block, html_link, source_line, worded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopgraph.views.model import Fact

__all__ = ["Facts"]


class Facts(Sequence["Fact"]):
    """Facts in order of time; each has a sentence, dates, doubts and `evidence`.

    ``print(facts)`` writes each sentence with its sources below it; a notebook shows a list.
    """

    def __init__(self, facts: Iterable[Fact], *, language: str = "fr") -> None:
        self._facts = tuple(facts)
        self.language = language

    @overload
    def __getitem__(self, place: int) -> Fact: ...
    @overload
    def __getitem__(self, place: slice) -> Facts: ...
    def __getitem__(self, place: int | slice) -> Fact | Facts:
        """Return one fact, or some of them as facts that print alike."""
        if isinstance(place, slice):
            return Facts(self._facts[place], language=self.language)
        return self._facts[place]

    def __len__(self) -> int:
        return len(self._facts)

    def sentences(self) -> list[str]:
        """Return the sentences alone."""
        return [worded(fact.sentence, self.language) for fact in self._facts]

    def __repr__(self) -> str:
        if not self._facts:
            return "Aucun fait." if self.language == "fr" else "No fact."
        lines = []
        for fact in self._facts:
            lines.append(f"• {worded(fact.sentence, self.language)}")
            lines += [f"    — {source_line(piece, self.language)}" for piece in fact.evidence]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return html_block(self.to_html(), language=self.language)

    def to_html(self) -> str:
        """Return the facts as an HTML list, everything escaped."""
        if not self._facts:
            return f"<p>{escape(repr(self))}</p>"
        items = []
        for fact in self._facts:
            sources = "".join(
                f"<li><small>{html_link(piece.url, source_line(piece, self.language))}</small></li>"
                for piece in fact.evidence
            )
            below = f"<ul>{sources}</ul>" if sources else ""
            items.append(f"<li>{escape(worded(fact.sentence, self.language))}{below}</li>")
        return f"<ul>{''.join(items)}</ul>"
