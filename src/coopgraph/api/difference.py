"""What changed in a network between two moments: in words, as a picture, as data.

`Difference.data` is the comparison itself (who entered, which ties lapsed …); printing a difference
tells it, a notebook shows the picture with it, `Difference.save` writes the picture.
"""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING, Literal

from coopgraph.api.choices import refuse_unless
from coopgraph.api.markup import html_block, worded

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Collection

    from coopgraph.api.picture import Picture
    from coopgraph.network.comparison import Comparison
    from coopgraph.views.model import View

__all__ = ["Difference"]


class Difference:
    """`data` is the comparison; `draw` makes the view of it when a picture is asked for."""

    def __init__(self, data: Comparison, *, draw: Callable[[], View], language: str = "fr") -> None:
        self.data = data
        self.language: Literal["fr", "en"] = "fr" if language == "fr" else "en"
        self._draw = draw
        self._view: View | None = None

    def __repr__(self) -> str:
        from coopgraph.views.comparing import spell_comparison

        return spell_comparison(self.data, self.language).rstrip()

    def tell(self, *, most: int | None = None) -> str:
        """Return the whole in words, or at most this many lines of each kind of change."""
        from coopgraph.views.comparing import spell_comparison

        return spell_comparison(self.data, self.language, most=most)

    def picture(self, language: str | None = None, *, height: int = 640) -> Picture:
        """Return the picture: both moments in one layout, what changed drawn apart.

        Raises:
            UsageError: the language is neither fr nor en.
        """
        from coopgraph.api.picture import Picture

        if self._view is None:
            self._view = self._draw()
        chosen = language or self.language
        refuse_unless(chosen in ("fr", "en"), [chosen], ("fr", "en"))
        return Picture(self._view, language=chosen, height=height)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the picture to a file, a page (.html) or a still (.svg, .pdf) by its name.

        Raises:
            UsageError: the name ends in none of them.
            MissingExtra: a PDF is asked for and the extra `pdf` is not installed.
            WriteError: the file cannot be written; what was there is as it was.
        """
        from pathlib import Path

        from coopgraph.render.saving import refuse_other_endings, save_view

        refuse_other_endings(Path(path))
        save_view(self.picture().view, Path(path), self.language)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """Return picture and words, words, or the picture; the arguments name what is wanted."""
        makers: dict[str, Callable[[], str]] = {
            "text/html": self._html,
            "image/svg+xml": lambda: self.picture().svg,
            "text/markdown": self._repr_markdown_,
            "text/plain": lambda: repr(self),
        }
        return {
            name: make()
            for name, make in makers.items()
            if (not include or name in include) and name not in (exclude or ())
        }

    def _repr_markdown_(self) -> str:
        from coopgraph.views.comparing import spell_comparison

        return spell_comparison(self.data, self.language, style="markdown")

    def _html(self) -> str:
        """Return the still as an image that carries its own data, and the words below it."""
        from coopgraph.views.comparing import MOST_LINES, tell_comparison

        picture = self.picture()
        view = picture.view
        data = b64encode(picture.svg.encode()).decode("ascii")
        parts = [
            f"<p><strong>{escape(worded(view.title, self.language))}</strong></p>",
            f'<img style="width: 100%" alt="" src="data:image/svg+xml;base64,{data}">',
            f"<p>{escape(worded(view.description, self.language))}</p>",
        ]
        for section in tell_comparison(self.data):
            lines = [worded(line, self.language) for line in section.lines]
            shown = "".join(f"<li>{escape(line)}</li>" for line in lines[:MOST_LINES])
            rest = len(lines) - MOST_LINES
            shown += f"<li>… (+{rest})</li>" if rest > 0 else ""
            heading, told = (
                worded(one, self.language) for one in (section.heading, section.counted)
            )
            parts.append(f"<p><strong>{escape(heading)}</strong><br>{escape(told)}</p>")
            parts.append(f"<ul>{shown}</ul>" if shown else "")
        return html_block("".join(parts), language=self.language)
