"""Nodes and ties as two CSV files in one archive: ``nodes.csv`` and ``edges.csv``.

The first columns bear the names by which Gephi and Cytoscape know them (Id, Label, Source, Target,
Type, Kind, Weight); the others are headed in words, in the language asked for. The cells hold
exactly what the graph holds: ISO days, EDTF, IRIs; a comma or a line break inside stands between
quotation marks (RFC 4180, UTF-8). The archive bears no time, so the same network gives the same
bytes.
"""

from __future__ import annotations

import csv
import io
import zipfile
from typing import IO, TYPE_CHECKING, Final

from coopgraph.export.networks.markup import typed
from coopgraph.export.networks.plain import columns_of, is_directed, node_rows, tie_rows
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import networkx as nx

    from coopgraph.export.networks.plain import Value
    from coopgraph.network.layout import Position

__all__ = ["HEADINGS", "edges_csv", "nodes_csv", "write"]

HEADINGS: Final[Mapping[str, Words]] = {
    "label_fr": Words("nom français", "French name"),
    "label_en": Words("nom anglais", "English name"),
    "class": Words("classe", "class"),
    "kind": Words("genre", "kind"),
    "side": Words("rive", "shore"),
    "place_fr": Words("lieu (français)", "place (French)"),
    "place_en": Words("lieu (anglais)", "place (English)"),
    "edtf": Words("date (EDTF)", "date (EDTF)"),
    "earliest_begin": Words("début au plus tôt", "earliest begin"),
    "latest_begin": Words("début au plus tard", "latest begin"),
    "earliest_end": Words("fin au plus tôt", "earliest end"),
    "latest_end": Words("fin au plus tard", "latest end"),
    "certain_start": Words("sûrement depuis le", "certain since"),
    "certain_end": Words("sûrement jusqu’au", "certain until"),
    "marks": Words("marques de la date", "marks of the date"),
    "doubts": Words("doutes", "doubts"),
    "inferred": Words("déduit", "inferred"),
    "status": Words("état", "status"),
    "amount": Words("montant", "amount"),
    "currency": Words("monnaie", "currency"),
    "record": Words("fiche", "record"),
    "records": Words("fiches", "records"),
    "continues": Words("suite de", "continues"),
    "source_roles": Words("rôles de la source", "roles of the source"),
    "target_roles": Words("rôles de la cible", "roles of the target"),
    "iri": Words("IRI", "IRI"),
    "lat": Words("latitude", "latitude"),
    "lon": Words("longitude", "longitude"),
    "x": Words("x", "x"),
    "y": Words("y", "y"),
}
"""Words for the values that projections know, in the order of the columns; others follow."""
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
    return _table(("Id", "Label"), rows, language)


def edges_csv(network: nx.MultiDiGraph, *, language: str = "fr") -> str:
    """Return the table of ties, one line for each."""
    type_ = "Directed" if is_directed(network) else "Undirected"
    rows = []
    for tie in tie_rows(network, language):
        values = {name: value for name, value in tie.values.items() if name != "kind"}
        fixed = [tie.id, tie.source, tie.target, type_, tie.kind, tie.label, f"{tie.weight:g}"]
        rows.append((fixed, values))
    names = ("Id", "Source", "Target", "Type", "Kind", "Label", "Weight")
    return _table(names, rows, language)


def _table(
    fixed: Sequence[str],
    rows: Iterable[tuple[list[str], Mapping[str, Value]]],
    language: str,
) -> str:
    rows = list(rows)
    order = list(HEADINGS)
    names = sorted(
        columns_of(values for _, values in rows),
        key=lambda name: (order.index(name) if name in HEADINGS else len(order), name),
    )
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    words = [getattr(HEADINGS.get(name, Words(name, name)), language) for name in names]
    writer.writerow([*fixed, *words])
    for own, values in rows:
        writer.writerow([*own, *(typed(values.get(name, "")) for name in names)])
    return text.getvalue()
