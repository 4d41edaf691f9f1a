"""Nodes and ties as two CSV files in one archive: ``nodes.csv`` and ``edges.csv``.

The tables are for programs: the first columns bear the names by which Gephi and Cytoscape know them
(Id, Label, Source, Target, Type, Kind, Weight), the others those of the values, the same in every
language and as in GEXF and GraphML. The language chooses the labels alone. The cells hold exactly
what the graph holds: ISO days, EDTF, IRIs, also a text that begins with ``=``; a comma or a line
break inside stands between quotation marks (RFC 4180, UTF-8). For people there is the table of a
page, headed in words. The archive bears no time, so the same network gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import zipfile
from typing import IO, TYPE_CHECKING, Final

from coopgraph.export.networks.markup import typed
from coopgraph.export.networks.plain import columns_of, is_directed, node_rows, tie_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from coopgraph.export.networks.plain import Value
    from coopgraph.network.layout import Position

__all__ = ["edges_csv", "nodes_csv", "write"]

_ORDER: Final = (
    "label_fr",
    "label_en",
    "class",
    "kind",
    "side",
    "place_fr",
    "place_en",
    "edtf",
    "earliest_begin",
    "latest_begin",
    "earliest_end",
    "latest_end",
    "certain_start",
    "certain_end",
    "marks",
    "doubts",
    "inferred",
    "status",
    "twinned",
    "amount",
    "currency",
    "currency_certain",
    "money",
    "per",
    "part_of_total",
    "record",
    "records",
    "continues",
    "source_roles",
    "target_roles",
    "iri",
    "lat",
    "lon",
    "x",
    "y",
)
"""The values that projections know, in the order of their columns; others follow."""
_TIME: Final = (1980, 1, 1, 0, 0, 0)  # the first that an archive can hold


def write(
    network: nx.MultiDiGraph,
    stream: IO[bytes],
    *,
    language: str = "fr",
    title: str = "",
    positions: Mapping[str, Position] | None = None,
) -> None:
    """Write both tables as a ZIP archive; `title` has no place in it."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in (
            ("nodes.csv", nodes_csv(network, language=language, positions=positions)),
            ("edges.csv", edges_csv(network, language=language)),
        ):
            member = zipfile.ZipInfo(name, date_time=_TIME)
            member.external_attr = 0o644 << 16
            member.create_system = 3
            archive.writestr(member, text.encode(), zipfile.ZIP_DEFLATED)


def nodes_csv(
    network: nx.MultiDiGraph,
    *,
    language: str = "fr",
    positions: Mapping[str, Position] | None = None,
) -> str:
    """Return the table of nodes."""
    rows = []
    for row in node_rows(network, language):
        place = (positions or {}).get(row.id)
        own: dict[str, Value] = {} if place is None else {"x": place.x, "y": place.y}
        rows.append(([row.id, row.label], row.values | own))
    return _table(("Id", "Label"), rows)


def edges_csv(network: nx.MultiDiGraph, *, language: str = "fr") -> str:
    """Return the table of ties, one line for each."""
    type_ = "Directed" if is_directed(network) else "Undirected"
    rows = []
    for tie in tie_rows(network, language):
        values = {name: value for name, value in tie.values.items() if name != "kind"}
        fixed = [tie.id, tie.source, tie.target, type_, tie.kind, tie.label, f"{tie.weight:g}"]
        rows.append((fixed, values))
    names = ("Id", "Source", "Target", "Type", "Kind", "Label", "Weight")
    return _table(names, rows)


def _table(fixed: Sequence[str], rows: Sequence[tuple[list[str], Mapping[str, Value]]]) -> str:
    names = sorted(
        columns_of(values for _, values in rows),
        key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name),
    )
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*fixed, *names])
    for own, values in rows:
        writer.writerow([*own, *(typed(values.get(name, "")) for name in names)])
    return text.getvalue()
