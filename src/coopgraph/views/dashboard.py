"""All pictures on one page: one selection and one period drive them together.

The page opens with network, map and timeline side by side; a row of buttons gives the room to one
of the six. Nothing is drawn twice: every picture reads the facts, nodes and ties of the network's
view, and little of its own beside (`View.extras`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from coopgraph.views.chain.page import with_chains
from coopgraph.views.legend import VIEW_WORDS
from coopgraph.views.marking import marked
from coopgraph.views.matrix import matrix_extras, read_themes
from coopgraph.views.mirror.page import with_mirror
from coopgraph.views.network import network_view
from coopgraph.views.places_map import map_extras
from coopgraph.views.timeline import timeline_extras

if TYPE_CHECKING:
    from coopgraph.sparql import Queryable
    from coopgraph.views.model import View

__all__ = ["dashboard_view"]

_PANES: Final = ("network", "map", "timeline", "chain", "matrix", "mirror")


def dashboard_view(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    """Return the view that all pictures share.

    Raises:
        UsageError: `first` or `last` is no date, or the period ends before it begins.
        StoreError: the graph cannot be read.
    """
    view = network_view(graph, first=first, last=last, mode=mode, inferred=inferred)
    view = with_mirror(with_chains(view, graph, inferred=inferred), graph, inferred=inferred)
    view = marked(view, graph)
    extras = {
        **view.extras,
        "timeline": timeline_extras(graph, view),
        "map": map_extras(graph, view),
        "matrix": matrix_extras(view, read_themes(graph)),
    }
    title, description = VIEW_WORDS["dashboard"]
    return replace(
        view, name="dashboard", title=title, description=description, panes=_PANES, extras=extras
    )
