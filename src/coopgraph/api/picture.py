"""A view in a notebook: the page that works offline, in a frame; a still; a sketch in text.

A notebook takes the richest form that it can show (`Picture._repr_mimebundle_`): the live page, a
still as SVG (a printed notebook), or a few lines of text in a terminal. None of them loads anything
from anywhere. A code host shows the first of these, but takes style sheets and frames out of it: so
the page has the still beside it, as an image that a style sheet hides next to a frame.

The frame is closed off (``sandbox``): the page may run its own scripts, which it names by their
hashes, and reach nothing of the notebook. The still of a very large network shows the strongest
`MOST_IN_STILL` nodes, so that a notebook stays light.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Final

from coopgraph.api.markup import worded

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Collection

    from coopgraph.views.model import Node, View

__all__ = ["MOST_IN_STILL", "Picture"]

MOST_IN_STILL: Final = 1500
"""Beyond this many nodes the still in a notebook leaves the weakest out."""
_STILL: Final = "coopgraph-still"
_STRONGEST: Final = 10
_BAR: Final = 20


class Picture:
    """One view: `view` is what it shows, `html` its page, `svg` its still, `save` writes a file."""

    def __init__(self, view: View, *, language: str = "fr", height: int = 640) -> None:
        self.view = view
        self.language = language
        self.height = height

    @property
    def html(self) -> str:
        """The page, in one file that needs no network."""
        from coopgraph.render.html import render_page

        return render_page(self.view, language=self.language)

    @property
    def svg(self) -> str:
        """The still of the view, as a whole SVG document."""
        from coopgraph.render.stills import draw_still

        return draw_still(self.view, self.language)

    @property
    def sketch(self) -> str:
        """The view in a few lines: title, period, counts, the ten nodes with the most ties."""
        from coopgraph.render.stills.drawing import on_one_line
        from coopgraph.render.stills.sheet import period_of

        nodes, ties = len(self.view.nodes), len(self.view.ties)
        french = self.language == "fr"
        counted = f"{nodes} nœuds, {ties} liens" if french else f"{nodes} nodes, {ties} ties"
        strength = _strength(self.view)
        strongest = [node for node in _by_strength(self.view, strength) if strength[node.id]]
        first = strongest[:_STRONGEST]
        most = strength[first[0].id] if first else 1
        lines = [on_one_line(worded(self.view.title, self.language))]
        lines.append(" · ".join(filter(None, (period_of(self.view, self.language), counted))))
        for node in first:
            number = strength[node.id]
            bar = "█" * max(1, round(_BAR * number / most))
            name = on_one_line(worded(node.label, self.language))[:60]
            lines.append(f"{number:>6} {bar:<{_BAR}} {name}")
        return "\n".join(lines)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page to a file (.html); under a name in .svg or .pdf, the still.

        Raises:
            UsageError: the name ends in none of them.
            MissingExtra: a PDF is asked for and the extra `pdf` is not installed.
            WriteError: the file cannot be written; what was there is as it was.
        """
        from pathlib import Path

        from coopgraph.render.saving import save_view

        save_view(self.view, Path(path), self.language)

    def __repr__(self) -> str:
        title = worded(self.view.title, self.language)
        counts = f"{len(self.view.nodes)}, {len(self.view.ties)}"
        if self.language == "fr":
            return f"{title} (acteurs, liens : {counts}) — .save('page.html')"
        return f"{title} (actors, ties: {counts}) — .save('page.html')"

    def _repr_html_(self) -> str:
        title = escape(worded(self.view.title, self.language))
        return (
            f"<style>iframe + .{_STILL} {{ display: none; }}</style>"
            f'<iframe title="{title}" sandbox="allow-scripts allow-downloads allow-popups"'
            f' style="width: 100%; border: 0" height="{int(self.height)}"'
            f' srcdoc="{escape(self.html)}"></iframe>{self._still_image()}'
        )

    def _still_image(self) -> str:
        """Return the still as an image that carries its own data."""
        title = escape(worded(self.view.title, self.language))
        data = b64encode(self._light_svg().encode()).decode("ascii")
        source = f"data:image/svg+xml;base64,{data}"
        return f'<img class="{_STILL}" alt="{title}" width="100%" src="{source}">'

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """Return the three forms; `include` and `exclude` name those that are (not) wanted."""
        makers: dict[str, Callable[[], str]] = {
            "text/html": self._repr_html_,
            "image/svg+xml": self._light_svg,
            "text/plain": lambda: self.sketch,
        }
        return {
            name: make()
            for name, make in makers.items()
            if (not include or name in include) and name not in (exclude or ())
        }

    def _light_svg(self) -> str:
        from coopgraph.render.stills import draw_still

        return draw_still(_lightened(self.view), self.language)


def _strength(view: View) -> Counter[str]:
    return Counter(end for tie in view.ties for end in {tie.source, tie.target})


def _by_strength(view: View, strength: Counter[str]) -> list[Node]:
    return sorted(view.nodes, key=lambda node: (-strength[node.id], node.id))


def _lightened(view: View) -> View:
    """Return the view with its strongest nodes alone, where there are too many."""
    drawn = sum(node.drawn for node in view.nodes)
    if drawn <= MOST_IN_STILL:
        return view
    ordered = [node for node in _by_strength(view, _strength(view)) if node.drawn]
    kept = {node.id for node in ordered[:MOST_IN_STILL]}
    title = view.title._replace(
        fr=f"{view.title.fr} — les {MOST_IN_STILL} nœuds les plus reliés, sur {drawn}",
        en=f"{view.title.en} — the {MOST_IN_STILL} nodes with the most ties, of {drawn}",
    )
    return replace(
        view,
        title=title,
        nodes=tuple(node for node in view.nodes if node.id in kept),
        ties=tuple(tie for tie in view.ties if tie.source in kept and tie.target in kept),
    )
