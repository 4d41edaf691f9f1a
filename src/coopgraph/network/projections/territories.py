"""Places that work together: through actors of both, and through missions from one to the other.

Two places are tied by each mission, project or agreement in which an actor of one meets an actor of
the other, by each mission or project that an actor of one takes to the other, and by each source
that calls them twinned. `twinned` on an edge tells that the two are twinned at some time, by a
twinning agreement or in the words of a source; that no source says so does not mean that they are
not. Places within each other are not tied for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.network.projections.actors import meetings_of_actors, wholes_of
from coopgraph.network.projections.edges import Edge, Made, Tied, assemble, why_not
from coopgraph.network.projections.items import ACTIVITIES, identity
from coopgraph.network.rows import UNDATED, Bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coopgraph.network.projections.items import Item, Material

__all__ = ["territories"]

_TWINNED: Final = "twinned-with"
_TWINNING: Final = "twinning"
_LINK: Final = ("hasSubject", "hasPredicate", "hasObject")


def territories(material: Material) -> Made:
    """Return the network of places; nodes have `lat` and `lon` where they are known."""
    places = material.items("Place")
    nodes = {name: identity(item, places) for name, item in places.items()}
    homes = _homes(material)
    left_out: dict[str, str] = {}
    found: dict[tuple[str, str, str], Edge] = {}
    for edge in (
        *_by_meetings(material, homes),
        *_by_venues(material, homes, left_out),
        *_by_relations(material, homes, left_out),
    ):
        key = min(edge.source, edge.target), max(edge.source, edge.target), edge.key
        edge = edge._replace(source=key[0], target=key[1])
        found[key] = _joined(found[key], edge) if key in found else edge
    _explain(material, homes, left_out)
    return assemble(Tied(nodes, _marked(material, list(found.values())), left_out))


def _homes(material: Material) -> dict[str, str]:
    """Return the place of each actor that has one."""
    places = material.items("Place")
    homes = {name: item.one("locatedIn") for name, item in material.items("Actor").items()}
    return {actor: place for actor, place in homes.items() if place in places}


def _by_meetings(material: Material, homes: Mapping[str, str]) -> Iterator[Edge]:
    """Yield a tie for each meeting of two actors of different places."""
    records = material.items("Agreement", *ACTIVITIES)
    rows = _rows(material)
    network = meetings_of_actors(material)
    for one, other, key, data in network.edges(keys=True, data=True):
        source, target = homes.get(one, ""), homes.get(other, "")
        if source and target and source != target:
            record = data["record"]
            yield Edge(
                source, target, key, data["kind"], records[record], _bounds_of(data),
                frozenset(data.get("doubts", "").split()), data["inferred"],
                tuple(data["records"].split()),
                (*rows.get((one, record), ()), *rows.get((other, record), ())),
            )  # fmt: skip


def _rows(material: Material) -> dict[tuple[str, str], list[str]]:
    """Return the participations and parties by actor and record, or a whole of the record."""
    wholes = wholes_of(material.parts)
    found: dict[tuple[str, str], list[str]] = {}
    for taking in material.takings:
        for record in wholes(taking.record):
            found.setdefault((taking.actor, record), []).append(taking.link)
    return found


def _bounds_of(data: Mapping[str, str]) -> Bounds:
    return Bounds(
        data.get("edtf", ""),
        data.get("earliest_begin", ""),
        data.get("latest_begin", ""),
        data.get("earliest_end", ""),
        data.get("latest_end", ""),
        tuple(data.get("marks", "").split()),
    )


def _by_venues(
    material: Material, homes: Mapping[str, str], left_out: dict[str, str]
) -> Iterator[Edge]:
    """Yield a tie for each actor that takes part in something elsewhere than at home."""
    activities, places = material.items(*ACTIVITIES), material.items("Place")
    for venue in material.items("Venue").values():
        activity, place = venue.one("inActivity"), venue.one("takesPlaceIn")
        if activity not in activities or place not in places:
            left_out[venue.id] = why_not(venue, ["inActivity", "takesPlaceIn"], "other-end")
            continue
        left_out[venue.id] = "nobody-elsewhere"
        item, deduced = activities[activity], "takesPlaceIn" in venue.deduced
        for actor, way in material.present.get(activity, {}).items():
            if way.direct and homes.get(actor, place) != place:
                inferred = deduced or way.inferred
                doubts = material.doubts(item) | way.doubts
                yield Edge(
                    homes[actor], place, activity, item.class_.lower(), item, item.bounds,
                    doubts | ({"inferred"} if inferred else set()), inferred, (activity,),
                    (venue.id, *sorted(way.links)),
                )  # fmt: skip


def _by_relations(
    material: Material, homes: Mapping[str, str], left_out: dict[str, str]
) -> Iterator[Edge]:
    """Yield a tie for each pair of which a source says that they are twinned."""
    places = material.items("Place")
    for link in material.items("Relation").values():
        if link.meant("hasPredicate") != _TWINNED:
            continue
        ends = [link.one("hasSubject"), link.one("hasObject")]
        source, target = (end if end in places else homes.get(end, "") for end in ends)
        if not source or not target or not link.one("hasPredicate"):
            left_out[link.id] = why_not(link, _LINK, "no-place")
        elif source == target:
            left_out[link.id] = "nobody-elsewhere"
        else:
            inferred = bool(link.deduced.intersection(_LINK))
            doubts = material.doubts(link) | ({"inferred"} if inferred else set())
            yield Edge(
                source, target, link.id, _TWINNING, link, link.bounds, doubts, inferred,
                (link.id,), (link.id,),
            )  # fmt: skip


def _joined(one: Edge, other: Edge) -> Edge:
    """Return one tie of two ways in which the same record ties the same places."""
    return one._replace(
        doubts=one.doubts & other.doubts,
        inferred=one.inferred and other.inferred,
        bounds=one.bounds if one.bounds != UNDATED else other.bounds,
        rows=tuple(dict.fromkeys((*one.rows, *other.rows))),
    )


def _explain(material: Material, homes: Mapping[str, str], left_out: dict[str, str]) -> None:
    """Give every participation and party the reason for which it ties nothing, if it does not."""
    kept = {taking.link for taking in material.takings}
    for taking in material.every_taking:
        if taking.link not in kept:
            left_out[taking.link] = "inferred"
        else:
            known = taking.actor in homes
            left_out[taking.link] = "nobody-elsewhere" if known else "no-place"


def _marked(material: Material, edges: list[Edge]) -> list[Edge]:
    """Tell of each tie whether its two places are twinned, at whatever time."""
    agreements: dict[str, Item] = material.items("Agreement")

    def twins(edge: Edge) -> bool:
        agreement = agreements.get(edge.item.id)
        return agreement.one("hasKind") == _TWINNING if agreement else edge.kind == _TWINNING

    twinned = {(edge.source, edge.target) for edge in edges if twins(edge)}
    return [
        edge._replace(
            kind=_TWINNING if twins(edge) else edge.kind,
            more=(("twinned", (edge.source, edge.target) in twinned),),
        )
        for edge in edges
    ]
