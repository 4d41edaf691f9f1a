"""The node, theme or place that somebody means, by id or by a name of it.

Capitals, accents, hyphens and kinds of apostrophe do not matter, as everywhere
(`coopgraph.views.names`). A name that none or several bear is refused, with the nearest ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz, process

from coopgraph.errors import UnknownEntity
from coopgraph.identifiers import make_identifier, split_iri
from coopgraph.network.rows import read_text_rows
from coopgraph.views.model import Words
from coopgraph.views.names import find_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from coopgraph.sparql import Queryable

__all__ = ["Found", "find_node", "find_place", "find_theme"]

_NO_BREAK: Final = "\u00a0"
_NEAR: Final = 50
_SHOWN: Final = 5
_LABELS: Final = """
  OPTIONAL { ?one skos:prefLabel ?fr FILTER (LANG(?fr) = "fr") }
  OPTIONAL { ?one skos:prefLabel ?en FILTER (LANG(?en) = "en") }
  OPTIONAL { ?one skos:altLabel ?other } }"""
_THEMES: Final = (
    "SELECT ?one ?fr ?en ?other { ?one skos:inScheme"
    " <https://w3id.org/coopgraph/scheme/theme> ." + _LABELS
)
_PLACES: Final = "SELECT ?one ?fr ?en ?other { ?one a coop:Place ." + _LABELS
_RECORD: Final = """
SELECT ?fr ?en {
  OPTIONAL { %s skos:prefLabel ?fr FILTER (LANG(?fr) = "fr") }
  OPTIONAL { %s skos:prefLabel ?en FILTER (LANG(?en) = "en") }
}"""


class Found(NamedTuple):
    """What was meant: its id, and its name."""

    id: str
    name: Words


def find_node(graph: Queryable, text: str, network: nx.MultiDiGraph | None = None) -> Found:
    """Return the node of the network that is meant, or else any record.

    Raises:
        UnknownEntity: nothing has this id or name, or several have it.
        StoreError: the graph cannot be read.
    """
    nodes = {} if network is None else dict(network.nodes(data=True))
    if text in nodes:
        return Found(text, _name(text, nodes[text]))
    wanted = make_identifier(text)
    bearers = [
        node
        for node, data in nodes.items()
        if wanted and wanted in {make_identifier(part) for part in _name(node, data)}
    ]
    if len(bearers) == 1:
        return Found(bearers[0], _name(bearers[0], nodes[bearers[0]]))
    iri = find_record(graph, text)
    name = split_iri(iri)[1]
    if name in nodes:
        return Found(name, _name(name, nodes[name]))
    (labels,) = read_text_rows(graph, _RECORD.replace("%s", f"<{iri}>"))[:1] or [("", "")]
    return Found(name, _name(name, {"label_fr": labels[0], "label_en": labels[1]}))


def find_theme(graph: Queryable, text: str) -> Found:
    """Return the theme that is meant.

    Raises:
        UnknownEntity: no theme has this id or name, or several have it.
        StoreError: the graph cannot be read.
    """
    return _find(graph, _THEMES, text, Words("Aucun thème", "No theme"))


def find_place(graph: Queryable, text: str) -> Found:
    """Return the place that is meant.

    Raises:
        UnknownEntity: no place has this id or name, or several have it.
        StoreError: the graph cannot be read.
    """
    return _find(graph, _PLACES, text, Words("Aucun lieu", "No place"))


def _find(graph: Queryable, question: str, text: str, none: Words) -> Found:
    names: dict[str, Words] = {}
    keys: dict[str, set[str]] = {}
    for one, fr, en, other in sorted(set(read_text_rows(graph, question))):
        names[one] = _name(one, {"label_fr": fr, "label_en": en})
        for name in filter(None, (fr, en, other)):
            keys.setdefault(make_identifier(name), set()).add(one)
    if text in names:
        return Found(text, names[text])
    bearers = sorted(keys.get(make_identifier(text), ()))
    if not bearers:
        known = {**keys, **{name: {name} for name in names}}
        raise _none(text, _nearest(text, known), none)
    if len(bearers) > 1:
        raise _several(text, bearers)
    return Found(bearers[0], names[bearers[0]])


def _nearest(text: str, keys: Mapping[str, set[str]]) -> list[str]:
    found: list[str] = []
    for key, _, _ in process.extract(
        make_identifier(text), sorted(keys), scorer=fuzz.WRatio, limit=_SHOWN, score_cutoff=_NEAR
    ):
        found += [one for one in sorted(keys[key]) if one not in found]
    return found[:_SHOWN]


def _several(text: str, ids: list[str]) -> UnknownEntity:
    shown = ", ".join(ids)
    return UnknownEntity(
        f"Several bear the name “{text}”: {shown}. Give the id of one.",
        f"Plusieurs portent le nom «{_NO_BREAK}{text}{_NO_BREAK}»{_NO_BREAK}: {shown}. Donner"
        " l’identifiant de l’un d’eux.",
    )


def _none(text: str, near: list[str], none: Words) -> UnknownEntity:
    shown = ", ".join(near)
    return UnknownEntity(
        f"{none.en} has the id or name “{text}”." + (f" The nearest: {shown}." if near else ""),
        f"{none.fr} n’a l’identifiant ou le nom «{_NO_BREAK}{text}{_NO_BREAK}»."
        + (f" Les plus proches{_NO_BREAK}: {shown}." if near else ""),
    )


def _name(node: str, data: Mapping[str, object]) -> Words:
    french = str(data.get("label_fr") or data.get("label_en") or node)
    return Words(french, str(data.get("label_en") or french))
