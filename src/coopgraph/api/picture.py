"""A view in a notebook: the page that works offline, in a frame; and the same page as a file.

The frame is closed off (``sandbox``): the page may run its own scripts, which it names by their
hashes, and reach nothing of the notebook; it loads nothing from anywhere. Where a front end shows
no frames (a preview on a code host), the text says how to get the file.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from coopgraph.api.markup import worded

if TYPE_CHECKING:
    import os

    from coopgraph.views.model import View

__all__ = ["Picture"]


class Picture:
    """One view: `view` is what it shows, `html` its page, `save` writes the page to a file."""

    def __init__(self, view: View, *, language: str = "fr", height: int = 640) -> None:
        self.view = view
        self.language = language
        self.height = height

    @property
    def html(self) -> str:
        """The page, in one file that needs no network."""
        from coopgraph.render.html import render_page

        return render_page(self.view, language=self.language)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page to a file.

        Raises:
            WriteError: the file cannot be written; what was there is as it was.
        """
        from pathlib import Path

        from coopgraph.render.html import write_page

        write_page(self.view, Path(path), language=self.language)

    def __repr__(self) -> str:
        title = worded(self.view.title, self.language)
        counts = f"{len(self.view.nodes)}, {len(self.view.ties)}"
        if self.language == "fr":
            return f"{title} (acteurs, liens : {counts}) — .save('page.html')"
        return f"{title} (actors, ties: {counts}) — .save('page.html')"

    def _repr_html_(self) -> str:
        title = escape(worded(self.view.title, self.language))
        return (
            f'<iframe title="{title}" sandbox="allow-scripts allow-downloads allow-popups"'
            f' style="width: 100%; border: 0" height="{int(self.height)}"'
            f' srcdoc="{escape(self.html)}"></iframe>'
        )
