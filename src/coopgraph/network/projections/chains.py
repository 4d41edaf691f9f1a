"""What led to what: from an agreement or programme to missions and projects, and to outcomes.

Every tie runs in the sense of time, from what was first to what came of it, and has the time of
what came of it. That one thing followed another is kept apart from that it led to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.network.projections.edges import Made, Tied, assemble, edge_between, why_not
from coopgraph.network.projections.items import ACTIVITIES, WORKS, identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coopgraph.network.projections.edges import Edge
    from coopgraph.network.projections.items import Item, Material

__all__ = ["chains"]

_COLUMNS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "Mission": (("underAgreement", "under"), ("fundedBy", "funded-by"), ("partOf", "part-of")),
    "Project": (("underAgreement", "under"), ("fundedBy", "funded-by"), ("partOf", "part-of")),
    "Programme": (("partOf", "part-of"),),
    "Outcome": (("resultsFrom", "results-from"),),
}
"""Properties of a record that name what it came out of, and the kind of tie."""

_FORWARD: Final = frozenset({"led-to", "followed-by"})
_RELATIONS: Final = frozenset(
    {"signed-during", "issued-during", "announced-during", "held-under", "falls-within", "follows",
     "continues"}
)  # fmt: skip
"""Relations whose subject came out of their object."""
_LINK: Final = ("hasSubject", "hasPredicate", "hasObject")


def chains(material: Material) -> Made:
    """Return the network of agreements, programmes, missions, projects and outcomes, directed."""
    places = material.items("Place")
    items = material.items(*WORKS, "Actor")
    nodes = {name: identity(item, places) for name, item in items.items()}
    left_out: dict[str, str] = {}
    edges = [
        *_of_columns(material, items, left_out),
        *_of_links(material, items, left_out),
        *_of_awards(material, items, left_out),
    ]
    return assemble(Tied(nodes, edges, left_out), directed=True)


def _of_columns(
    material: Material, items: Mapping[str, Item], left_out: dict[str, str]
) -> Iterator[Edge]:
    for class_, columns in _COLUMNS.items():
        for item in material.items(class_).values():
            for property_, kind in columns:
                row = f"{item.id}.{kind}"
                if property_ in item.hidden:
                    left_out[row] = "inferred"
                for origin in item.all(property_):
                    if origin not in items:
                        left_out[row] = "other-end"
                        continue
                    yield edge_between(
                        material, origin, item.id, kind, item, resting=[property_], rows=[row]
                    )


def _of_links(
    material: Material, items: Mapping[str, Item], left_out: dict[str, str]
) -> Iterator[Edge]:
    for link in material.items("Sequence", "Relation").values():
        kind = link.meant("hasPredicate")
        if link.class_ == "Relation" and kind not in _RELATIONS:
            continue
        subject, object_ = link.one("hasSubject"), link.one("hasObject")
        if subject not in items or object_ not in items or not link.one("hasPredicate"):
            left_out[link.id] = why_not(link, _LINK, "other-end")
            continue
        first, then = (subject, object_) if kind in _FORWARD else (object_, subject)
        yield edge_between(material, first, then, kind, link, resting=_LINK, dated=items[then])


def _of_awards(
    material: Material, items: Mapping[str, Item], left_out: dict[str, str]
) -> Iterator[Edge]:
    activities = material.items(*ACTIVITIES)
    for award in material.items("Award").values():
        programme, activity = award.one("inProgramme"), award.one("inActivity")
        if programme in items and activity in activities:
            yield edge_between(
                material, programme, activity, "award", award,
                resting=("inProgramme", "inActivity"), dated=activities[activity],
            )  # fmt: skip
        elif programme or "inProgramme" in award.hidden:
            left_out[award.id] = why_not(award, ("inProgramme", "inActivity"), "other-end")
