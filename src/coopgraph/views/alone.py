"""One pane alone on its page: the view of the network under the title of another picture.

Timeline, map, matrix, chains and mirror show what the network's view holds, each with data of its
own beside it. The dashboard, which has several panes, is not made here.

>>> from coopgraph.views.model import View, Words
>>> view = View("network", Words("", ""), Words("", ""), (), (), {}, 2000, 2001, "")
>>> alone = shown_alone(view, "map", {"homeless": 2})
>>> alone.name, alone.panes, alone.extras, alone.title.en
('map', ('map',), {'map': {'homeless': 2}}, 'The map of both shores')
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopgraph.views.legend import VIEW_WORDS

if TYPE_CHECKING:
    from coopgraph.views.model import Json, View

__all__ = ["shown_alone"]


def shown_alone(view: View, name: str, data: Json = None) -> View:
    """Return the view as the page of one pane, with what this pane alone reads.

    Further projections stay behind: only the network draws them. Without `data`, the view carries
    them already.
    """
    title, description = VIEW_WORDS[name]
    return replace(
        view,
        name=name,
        title=title,
        description=description,
        panes=(name,),
        also=(),
        extras=view.extras if data is None else {**view.extras, name: data},
    )
