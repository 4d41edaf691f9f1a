"""Networks for other tools: one module for each format, each with ``write(network, stream, …)``.

`NETWORK_EXPORTERS` lists them. `select` (`coopgraph.export.networks.selection`) chooses what is
written: projection, period, mode, kinds, one node and its neighbours, a side, a theme, a place,
with or without what was deduced; `Choice` reads that from what people type. The same selection
gives the same bytes under any hash seed; no file bears the time at which it was made.

>>> sorted(NETWORK_EXPORTERS)
['csv', 'cytoscape', 'geojson', 'gexf', 'graphml', 'ical', 'pajek']

A still picture of the same selection comes from `coopgraph.render.stills`, which stands beside this
stage and not below it.
"""

from __future__ import annotations

import hashlib
from typing import IO, TYPE_CHECKING, Final, NamedTuple

import networkx as nx

from coopgraph.export.networks import (
    calendar,
    cytoscape,
    geojson,
    gexf,
    graphml,
    pajek,
    tables,
)
from coopgraph.export.networks.choice import PICTURES, Choice
from coopgraph.export.networks.narrowing import name_chosen
from coopgraph.export.networks.occasion_records import check_calendar, records_of
from coopgraph.export.networks.saying import Counted
from coopgraph.export.networks.selection import (
    Selected,
    Selection,
    check_period,
    read_period,
    select,
)
from coopgraph.files import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from coopgraph.sparql import Queryable

__all__ = [
    "NETWORK_EXPORTERS",
    "PICTURES",
    "Choice",
    "Counted",
    "NetworkExporter",
    "Selected",
    "Selection",
    "WrittenNetwork",
    "read_period",
    "select",
    "select_for",
    "write_network",
]


class NetworkExporter(NamedTuple):
    """One format: how it is written, and what the file is called."""

    name: str
    write: Callable[[Selected, IO[bytes], str], Counted]
    extension: str
    media_type: str
    title_fr: str
    title_en: str


class WrittenNetwork(NamedTuple):
    """What was written: counts, bytes, and the SHA-256 of the file."""

    path: Path
    counted: Counted
    bytes: int
    sha256: str


def select_for(name: str, graph: Queryable, selection: Selection) -> Selected:
    """Return what the format `name` needs: the network, or for a calendar the choice alone.

    Raises:
        UsageError: there is no such projection, kind, side, theme, place or node, or the period
            ends before it begins.
        StoreError: the graph cannot be read.
    """
    if name != "ical":
        return select(graph, selection)
    check_period(selection)
    check_calendar(selection)
    return Selected(graph, name_chosen(graph, selection), nx.MultiDiGraph(), {}, 0)


def write_network(
    selected: Selected, name: str, path: Path, *, language: str = "fr"
) -> WrittenNetwork:
    """Write a selection in the format `name` to `path`: whole, or not at all.

    Raises:
        KeyError: no such format.
        WriteError: the file could not be written; what was there is as it was.
    """
    with replacing(path) as stream:
        counted = NETWORK_EXPORTERS[name].write(selected, stream, language)
    with path.open("rb") as written:
        sha256 = hashlib.file_digest(written, "sha256").hexdigest()
    return WrittenNetwork(path, counted, path.stat().st_size, sha256)


def _counted(network: nx.MultiDiGraph) -> Counted:
    return Counted(len(network), network.number_of_edges())


def _drawn(
    write: Callable[..., None],
) -> Callable[[Selected, IO[bytes], str], Counted]:
    """Return a writer of a format that holds the network and where its nodes stand."""

    def write_selected(selected: Selected, stream: IO[bytes], language: str) -> Counted:
        title = selected.selection.told(language)
        write(
            selected.network, stream, language=language, title=title, positions=selected.positions
        )
        return _counted(selected.network)

    return write_selected


def _write_geojson(selected: Selected, stream: IO[bytes], language: str) -> Counted:
    title = selected.selection.told(language)
    mapped = geojson.write(
        selected.network, stream, graph=selected.graph, language=language, title=title
    )
    return Counted(mapped.points, mapped.arcs, unplaced=mapped.unplaced)


def _write_calendar(selected: Selected, stream: IO[bytes], language: str) -> Counted:
    chosen = selected.selection
    events = calendar.write(
        stream,
        graph=selected.graph,
        language=language,
        title=chosen.calendar_title(language),
        first=chosen.first,
        last=chosen.last,
        mode=chosen.mode,
        kinds=chosen.kinds,
        inferred=chosen.inferred,
        records=records_of(selected.graph, chosen),
    )
    return Counted(0, 0, events)


NETWORK_EXPORTERS: Final[Mapping[str, NetworkExporter]] = {
    exporter.name: exporter
    for exporter in (
        NetworkExporter(
            "gexf", _drawn(gexf.write), "gexf", "application/gexf+xml",
            "GEXF 1.3 avec le temps, pour Gephi", "GEXF 1.3 with time, for Gephi",
        ),
        NetworkExporter(
            "graphml", _drawn(graphml.write), "graphml", "application/graphml+xml",
            "GraphML, pour yEd, igraph, networkx", "GraphML, for yEd, igraph, networkx",
        ),
        NetworkExporter(
            "cytoscape", _drawn(cytoscape.write), "cyjs", "application/json",
            "JSON de Cytoscape", "Cytoscape JSON",
        ),
        NetworkExporter(
            "pajek", _drawn(pajek.write), "net", "text/plain",
            "Pajek, avec les années", "Pajek, with years",
        ),
        NetworkExporter(
            "csv", _drawn(tables.write), "zip", "application/zip",
            "Nœuds et liens en CSV, dans une archive", "Nodes and edges as CSV, in one archive",
        ),
        NetworkExporter(
            "geojson", _write_geojson, "geojson", "application/geo+json",
            "GeoJSON : les lieux et les arcs entre eux", "GeoJSON: places and arcs between them",
        ),
        NetworkExporter(
            "ical", _write_calendar, "ics", "text/calendar",
            "iCalendar : missions, appels et échéances", "iCalendar: missions, calls and terms",
        ),
    )
}  # fmt: skip
"""Every format by name."""
