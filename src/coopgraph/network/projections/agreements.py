"""Agreements by what one does to another: from the later agreement to the earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.network.projections.edges import Made, Tied, assemble, edge_between, why_not
from coopgraph.network.projections.items import identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coopgraph.network.projections.edges import Edge
    from coopgraph.network.projections.items import Material

__all__ = ["agreements_and_agreements"]

_COLUMNS: Final[Mapping[str, str]] = {
    "amends": "amends",
    "replaces": "replaces",
    "renews": "renews",
    "partOf": "part-of",
}
"""Property of an agreement that names another, and the kind of tie."""

_LINK: Final = ("hasSubject", "hasPredicate", "hasObject")
_LINKS: Final = {"Sequence": ("followed-by", "led-to"), "Relation": ()}
"""Links between two agreements; those of the kinds named run from the earlier to the later one."""


def agreements_and_agreements(material: Material) -> Made:
    """Return the network of agreements; a tie lasts as long as the agreement that makes it."""
    nodes = {name: identity(item, {}) for name, item in material.items("Agreement").items()}
    left_out: dict[str, str] = {}
    edges = [*_of_columns(material, left_out), *_of_links(material, left_out)]
    return assemble(Tied(nodes, edges, left_out), directed=True)


def _of_columns(material: Material, left_out: dict[str, str]) -> Iterator[Edge]:
    agreements = material.items("Agreement")
    for item in agreements.values():
        for property_, kind in _COLUMNS.items():
            if property_ in item.hidden:
                left_out[f"{item.id}.{kind}"] = why_not(item, [property_], "other-end")
            for other in item.all(property_):
                row = f"{item.id}.{kind}"
                if other in agreements:
                    yield edge_between(
                        material, item.id, other, kind, item, resting=[property_], rows=[row]
                    )
                else:
                    left_out[row] = "other-end"


def _of_links(material: Material, left_out: dict[str, str]) -> Iterator[Edge]:
    """Yield the sequences and relations whose two ends are agreements: others belong elsewhere."""
    agreements = material.items("Agreement")
    for class_, forward in _LINKS.items():
        for link in material.items(class_).values():
            subject, object_ = link.meant("hasSubject"), link.meant("hasObject")
            if subject not in agreements or object_ not in agreements:
                continue
            if any(name in link.hidden for name in _LINK):
                left_out[link.id] = "inferred"
            else:
                kind = link.one("hasPredicate")
                later, earlier = (object_, subject) if kind in forward else (subject, object_)
                yield edge_between(
                    material, later, earlier, kind, link,
                    resting=_LINK, dated=agreements[later],
                )  # fmt: skip
