"""Stills inside a page: what readers without script see of timeline, map, chains, matrix, mirror.

A still is a whole SVG document with ids of its own; in a page, ids must be unique and the size is
that of the page. The picture of the network is not among them: `coopgraph.render.svg` places it.

>>> from coopgraph.views.model import View, Words
>>> empty = View("dune", Words("", ""), Words("", ""), (), (), {}, 2000, 2001, "v1")
>>> inline_stills(empty, "fr")
()

Stills have attributes only, no style sheet and no script: the policy of the page lets them pass.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopgraph.render.stills import STILLS, draw_still
from coopgraph.views.legend import VIEW_WORDS

if TYPE_CHECKING:
    from coopgraph.views.model import View

__all__ = ["inline_stills"]


def inline_stills(view: View, language: str) -> tuple[str, ...]:
    """Return the still of every pane of the view but the network, as SVG elements of a page."""
    return tuple(
        _inlined(draw_still(_of_pane(view, pane), language), pane)
        for pane in view.panes
        if pane != "network" and pane in STILLS
    )


def _of_pane(view: View, pane: str) -> View:
    """Return the view as one pane shows it; on a page of several, under the name of the pane."""
    if view.name == pane:
        return view
    title, description = VIEW_WORDS[pane]
    return replace(view, name=pane, title=title, description=description)


def _inlined(document: str, pane: str) -> str:
    """Return the root element of a still, its ids and its size made to fit into a page.

    Only the first of each is replaced: later ones are words that a record happens to hold.
    """
    start = document.index("<svg ")
    head, _, body = document[start:].partition(">")
    for name in ("title", "description"):
        body = body.replace(f' id="{name}"', f' id="still-{pane}-{name}"', 1)
    kept = [part for part in head.split('" ') if not part.startswith(("width=", "height="))]
    head = '" '.join(kept).replace(
        'aria-labelledby="title description"',
        f'aria-labelledby="still-{pane}-title still-{pane}-description"',
    )
    return head.replace("<svg ", '<svg class="still-picture still-sheet" ', 1) + ">" + body.strip()
