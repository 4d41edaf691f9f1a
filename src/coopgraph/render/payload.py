r"""Turn a view into the data that its page carries, and into text that is safe inside HTML.

`build_payload` puts together what the scripts read; nodes, ties, facts and evidence are tables
(`coopgraph.render.records`), and a text in two languages is the pair of both, French first.
`encode_json` writes it so that no label can end the script element or start a comment, whatever it
contains:

>>> print(encode_json({"label": "</script><!--&"}))
{"label":"\u003c/script\u003e\u003c!--\u0026"}

It does not filter by time, and it decides nothing about colours: the page and the legend do.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from coopgraph.network.projections import PROJECTIONS
from coopgraph.render.land import with_land
from coopgraph.render.outlines import OUTLINES
from coopgraph.render.records import projection_tables, record_tables
from coopgraph.render.words import PAGE_WORDS
from coopgraph.views import legend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopgraph.render.columns import Json
    from coopgraph.render.records import Drawn
    from coopgraph.views.model import View

__all__ = ["build_payload", "check_references", "encode_json"]

_UNSAFE_IN_HTML: Final = "<>&\u2028\u2029"


def build_payload(
    view: View,
    *,
    nodes: Sequence[Drawn],
    edges: Sequence[Drawn],
    language: str,
    also: Sequence[tuple[Sequence[Drawn], Sequence[Drawn]]] = (),
) -> dict[str, Json]:
    """Return all that the page's scripts read; `nodes` and `edges` come from the network model.

    `also` holds nodes and edges of each further projection of the view, in their order.
    """
    return {
        "language": language,
        "name": view.name,
        "title": view.title,
        "description": view.description,
        "version": view.version,
        "firstYear": view.first_year,
        "lastYear": view.last_year,
        "window": view.window,
        "mode": view.mode,
        "knownUntil": view.known_until,
        "kinds": view.kinds,
        "directed": _directed(view),
        "themes": dict(view.themes),
        "measures": _measures(view),
        "panes": view.panes,
        "extras": with_land(view.extras),
        **record_tables(view, nodes=nodes, edges=edges),
        "ownFacts": len(view.facts),
        "also": [
            _projection(view, projection, *drawn)
            for projection, drawn in zip(view.also, also, strict=True)
        ],
        "legend": _legend(),
        "words": dict(PAGE_WORDS),
    }


def encode_json(value: Json) -> str:
    """Write `value` as compact JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in _UNSAFE_IN_HTML:  # five times quicker than str.translate
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def check_references(view: View) -> None:
    """Refuse a view whose ties name what it does not hold.

    Raises:
        ValueError: a tie names a node or a fact that is not there.
    """
    for projection in view.also:
        check_references(projection)
    known = {node.id for node in view.nodes}
    for tie in view.ties:
        if tie.source not in known or tie.target not in known:
            name = tie.target if tie.source in known else tie.source
            raise ValueError(f"the tie {tie.id!r} names {name!r}, which is no node of the view")
        if tie.fact not in view.facts:
            raise ValueError(f"the tie {tie.id!r} rests on {tie.fact!r}, no fact of the view")


def _projection(
    view: View, projection: View, nodes: Sequence[Drawn], edges: Sequence[Drawn]
) -> dict[str, Json]:
    """Return what the page needs to show another projection with the same facts."""
    return {
        "name": projection.name,
        "title": projection.title,
        "description": projection.description,
        "kinds": projection.kinds,
        "directed": _directed(projection),
        "measures": _measures(projection),
        **projection_tables(view, projection, nodes=nodes, edges=edges),
    }


def _directed(view: View) -> bool:
    """Tell whether the ties run from one end to the other; a comparison says so of its own."""
    compared = view.extras.get("comparison")
    if isinstance(compared, dict):
        return bool(compared["directed"])
    return view.name in PROJECTIONS and PROJECTIONS[view.name].directed


def _measures(view: View) -> list[Json]:
    """Return the names of the measures of its nodes, in the order in which each node has them."""
    return [name for name, _ in view.nodes[0].measures] if view.nodes else []


def _legend() -> dict[str, Json]:
    """Return the legend as the scripts need it; the outlines of the shapes go with it."""
    return {
        "sides": {
            side: {"colour": mark.colour, "words": mark.words}
            for side, mark in legend.SIDES.items()
        },
        "shapes": {
            shape: {
                "outline": OUTLINES[shape],
                "letter": mark.letter,
                "words": mark.words,
            }
            for shape, mark in legend.SHAPES.items()
        },
        "doubts": {
            doubt: {
                "line": mark.line,
                "opacity": mark.opacity,
                "hollow": mark.hollow,
                "outline": mark.outline,
                "sign": mark.sign,
                "words": mark.words,
                "help": mark.help,
            }
            for doubt, mark in legend.DOUBTS.items()
        },
        "kinds": {
            kind: {"colour": mark.colour, "sign": mark.sign, "plural": mark.plural}
            for kind, mark in legend.TIE_KINDS.items()
        },
        "widest": legend.MAX_TIE_WIDTH,
    }
