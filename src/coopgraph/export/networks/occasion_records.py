"""Which missions, calls and agreements a calendar of a selection may hold.

A calendar has no ties: a node, a side, a theme or a place keeps the records that name it. An actor
is named where it takes part, is bound or operates, an activity counting for its parts; a side where
one of its actors is; a place where something is held or signed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopgraph.errors import UsageError
from coopgraph.export.networks.calendar import KINDS
from coopgraph.export.networks.narrowing import records_about
from coopgraph.export.networks.places import nodes_at
from coopgraph.network.projections.items import Material
from coopgraph.network.rows import read_text_rows

if TYPE_CHECKING:
    from coopgraph.export.networks.selection import Selection
    from coopgraph.sparql import Queryable

__all__ = ["check_calendar", "records_of"]

_OPERATED = "SELECT ?programme ?actor { ?programme coop:operatedBy ?actor }"
_SIDES = "SELECT ?actor ?side { ?actor a coop:Actor ; coop:onSide ?side }"


def check_calendar(selection: Selection) -> None:
    """Refuse what no calendar can follow.

    Raises:
        UsageError: a kind is none of a calendar, or more than one step is asked for.
    """
    if unknown := sorted((selection.kinds or frozenset()) - KINDS):
        there = ", ".join(sorted(KINDS))
        raise UsageError(
            f"A calendar has no kind {', '.join(unknown)}. Kinds here: {there}.",
            f"Un calendrier n’a pas le genre {', '.join(unknown)}. Genres présents\u00a0: {there}.",
        )
    if selection.steps != 1:
        raise UsageError(
            "A calendar holds what names the node itself: it has no second step.",
            "Un calendrier contient ce qui nomme le nœud lui-même\u00a0: il n’a pas de second pas.",
        )


def records_of(graph: Queryable, selection: Selection) -> frozenset[str] | None:
    """Return the ids of the records that the selection keeps; None for all.

    Raises:
        StoreError: the graph cannot be read.
    """
    if not selection.narrowed:
        return None
    kept: list[frozenset[str]] = []
    if selection.theme:
        kept.append(records_about(graph, selection.theme))
    if selection.place:
        kept.append(nodes_at(graph, selection.place))
    if selection.of or selection.sides is not None:
        present = _actors_of_records(graph, inferred=selection.inferred)
        if selection.of:
            kept.append(_naming(graph, present, selection.of))
        if selection.sides is not None:
            sided = {row[0]: row[1] for row in sorted(read_text_rows(graph, _SIDES))}
            sides = selection.sides
            kept.append(
                frozenset(
                    record
                    for record, actors in present.items()
                    if any(sided.get(actor) in sides for actor in actors)
                )
            )
    return frozenset.intersection(*kept)


def _actors_of_records(graph: Queryable, *, inferred: bool) -> dict[str, set[str]]:
    material = Material(graph, inferred)
    found = {record: set(actors) for record, actors in material.present.items()}
    for record, actor in read_text_rows(graph, _OPERATED):
        found.setdefault(record, set()).add(actor)
    return found


def _naming(graph: Queryable, present: dict[str, set[str]], node: str) -> frozenset[str]:
    """Return the records that are the node, name it, are about it or were held in it."""
    named = {record for record, actors in present.items() if node in actors}
    return frozenset({node, *named, *records_about(graph, node), *nodes_at(graph, node)})
