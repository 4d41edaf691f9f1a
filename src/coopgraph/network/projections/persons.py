"""Persons and the organisations for which they hold an office or signed.

An office without a term of its own stands for the days between the first and the last on which a
source shows its holder in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.network.projections.edges import (
    Made,
    Tied,
    assemble,
    called_as,
    edge_between,
    why_not,
)
from coopgraph.network.projections.items import identity
from coopgraph.network.rows import UNDATED, Bounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopgraph.network.projections.edges import Edge
    from coopgraph.network.projections.items import Material

__all__ = ["persons_and_organisations"]

_OFFICE: Final = ("hasPerson", "inOrganisation")
_SIGNATURE: Final = ("hasPerson", "onBehalfOf")


def persons_and_organisations(material: Material) -> Made:
    """Return the network of persons and organisations, from the person to the organisation."""
    actors, places = material.items("Actor"), material.items("Place")
    nodes = {actor: identity(item, places) for actor, item in actors.items()}
    left_out: dict[str, str] = {}
    edges = [*_offices(material, left_out), *_signatures(material, left_out)]
    return assemble(Tied(nodes, edges, left_out), directed=True)


def _offices(material: Material, left_out: dict[str, str]) -> Iterator[Edge]:
    shown = _shown(material)
    actors = material.items("Actor")
    for role in material.items("RoleHolding").values():
        person, body = role.one("hasPerson"), role.one("inOrganisation")
        if person not in actors or body not in actors:
            left_out[role.id] = why_not(role, _OFFICE, "other-end")
            continue
        edge = edge_between(material, person, body, "office", role, resting=_OFFICE)
        if edge.bounds == UNDATED and role.id in shown:
            edge = edge._replace(bounds=_span(shown[role.id]))
        yield edge


def _shown(material: Material) -> dict[str, list[Bounds]]:
    """Return the days on which sources show a record, by record."""
    found: dict[str, list[Bounds]] = {}
    for seen in material.items("Attestation").values():
        if seen.bounds != UNDATED:
            found.setdefault(seen.one("describes"), []).append(seen.bounds)
    return found


def _span(seen: list[Bounds]) -> Bounds:
    """Return the time between the first and the last day.

    >>> _span([Bounds("2031-04", "2031-04-01", "2031-04-30", "2031-04-01", "2031-04-30")]).edtf
    '2031-04'
    """
    begins = [day.latest_begin for day in seen]
    ends = [day.earliest_end for day in seen]
    return Bounds(
        seen[0].edtf if len(seen) == 1 else "",
        min(day.earliest_begin for day in seen),
        "" if "" in begins else min(begins),
        "" if "" in ends else max(ends),
        "" if any(not day.latest_end for day in seen) else max(day.latest_end for day in seen),
        ("duration",) if len(seen) > 1 else seen[0].marks,
    )


def _signatures(material: Material, left_out: dict[str, str]) -> Iterator[Edge]:
    signings, agreements = material.items("Signing"), material.items("Agreement")
    actors = material.items("Actor")
    for signature in material.items("Signature").values():
        person, body = signature.one("hasPerson"), signature.one("onBehalfOf")
        signing = signings.get(signature.one("inSigning"))
        if person not in actors or body not in actors or signing is None:
            left_out[signature.id] = why_not(signature, _SIGNATURE, "for-nobody")
            continue
        edge = edge_between(
            material, person, body, "signature", signature, resting=_SIGNATURE, dated=signing
        )
        agreement = agreements.get(signing.one("signs"))
        doubts = material.doubts(agreement) - {"inferred"} if agreement else frozenset()
        yield edge._replace(doubts=edge.doubts | doubts, more=called_as(agreement))
