"""GraphML, Cytoscape JSON, Pajek and CSV: read again, the same nodes and ties."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from tests.export.networks.conftest import write_bytes

from coopgraph.export.networks import Selected, Selection, select

if TYPE_CHECKING:
    from collections.abc import Iterable

Write = Callable[[Selected, str], bytes]


def pairs(edges: Iterable[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Return how often each two nodes are tied, whichever comes first."""
    return Counter((min(edge), max(edge)) for edge in edges)


def table(archive: bytes, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        text = opened.read(name).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_graphml_read_again_is_the_same(selected: Selected, write: Write) -> None:
    read = nx.read_graphml(io.BytesIO(write(selected, "graphml")), force_multigraph=True)
    network = selected.network
    assert set(read) == set(network)
    assert {key for _, _, key in read.edges(keys=True)} == {
        data["id"] for _, _, data in network.edges(data=True)
    }
    assert pairs(read.edges()) == pairs(network.edges())
    dates = Counter(data.get("edtf") for _, _, data in network.edges(data=True))
    assert Counter(data.get("edtf") for _, _, data in read.edges(data=True)) == dates
    node = next(iter(selected.positions))
    assert (read.nodes[node]["x"], read.nodes[node]["y"]) == selected.positions[node]


def test_cytoscape_read_again_is_the_same(selected: Selected, write: Write) -> None:
    document = json.loads(write(selected, "cytoscape"))
    read = nx.cytoscape_graph(document)
    assert set(read) == set(selected.network)
    assert pairs((one, other) for one, other in read.edges()) == pairs(selected.network.edges())
    kinds = Counter(data["kind"] for _, _, data in selected.network.edges(data=True))
    assert Counter(data["interaction"] for _, _, data in read.edges(data=True)) == kinds
    assert all("position" in node for node in document["elements"]["nodes"])


def test_pajek_read_again_is_the_same(selected: Selected, write: Write) -> None:
    text = write(selected, "pajek").decode("utf-8")
    assert text.startswith("\ufeff*Network ")
    read = nx.parse_pajek(text.replace("\r\n", "\n"))
    names = {node: data["label_fr"] for node, data in selected.network.nodes(data=True)}
    assert set(read) == set(names.values())
    ends = ((names[one], names[other]) for one, other in selected.network.edges())
    assert pairs(read.edges()) == pairs(ends)


def test_pajek_counts_time_in_years(selected: Selected, write: Write) -> None:
    text = write(selected, "pajek").decode("utf-8-sig")
    lines = text.partition("*Edges\r\n")[2].splitlines()
    expected = Counter(
        f"[{int(data.get('earliest_begin', '1')[:4])}-{int(end[:4]) if end else '*'}]"
        for _, _, data in selected.network.edges(data=True)
        for end in [data.get("latest_end", "")]
        if end or "earliest_begin" in data
    )
    assert expected
    assert Counter(line.rpartition(" ")[2] for line in lines if line.endswith("]")) == expected


def test_actors_of_one_name_stay_two_in_pajek(selected: Selected, write: Write) -> None:
    network = nx.MultiDiGraph()
    network.add_nodes_from(("a", "b"), label_fr="Dune")
    network.add_edge("a", "b")
    part = Selected(selected.graph, Selection(), network, {}, 0)
    assert set(nx.parse_pajek(write(part, "pajek").decode())) == {"Dune (a)", "Dune (b)"}


def test_the_tables_hold_every_node_and_tie_exactly(selected: Selected, write: Write) -> None:
    archive = write(selected, "csv")
    nodes, edges = table(archive, "nodes.csv"), table(archive, "edges.csv")
    network = selected.network
    assert [row["Id"] for row in nodes] == sorted(network)
    assert len(edges) == network.number_of_edges()
    by_id = {data["id"]: data for _, _, data in network.edges(data=True)}
    for row in edges:
        data = by_id[row["Id"]]
        assert row["edtf"] == data.get("edtf", "")
        assert row["earliest_begin"] == data.get("earliest_begin", "")
        assert row["label_fr"] == data["label_fr"]
        assert row["Type"] == "Undirected"


def test_columns_for_programs_are_named_alike_in_both_languages(selected: Selected) -> None:
    french, english = (write_bytes(selected, "csv", language) for language in ("fr", "en"))
    for name, first in (
        ("nodes.csv", ["Id", "Label"]),
        ("edges.csv", ["Id", "Source", "Target", "Type", "Kind", "Label", "Weight"]),
    ):
        columns = list(table(french, name)[0])
        assert columns == list(table(english, name)[0])
        assert columns[: len(first)] == first
        assert all(re.fullmatch("[a-z_]+", column) for column in columns[len(first) :])


def test_directed_networks_say_so_everywhere(selected: Selected, write: Write) -> None:
    part = select(selected.graph, Selection(projection="person-organisation"))
    assert part.network.number_of_edges()
    assert b'defaultedgetype="directed"' in write(part, "gexf")
    assert b'edgedefault="directed"' in write(part, "graphml")
    assert b"*Arcs" in write(part, "pajek")
    assert json.loads(write(part, "cytoscape"))["directed"] is True
    assert {row["Type"] for row in table(write(part, "csv"), "edges.csv")} == {"Directed"}


@pytest.mark.parametrize("name", ["graphml", "cytoscape", "pajek", "csv"])
def test_hostile_networks_are_read_again(name: str, hostile: Selected, write: Write) -> None:
    data = write(hostile, name)
    if name == "graphml":
        read = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
        assert read.nodes["a"]["label"].startswith('</script><script>alert(1)</script>"><img')
        assert len(read.edges) == 4
    elif name == "cytoscape":
        labels = [node["data"].get("label") for node in json.loads(data)["elements"]["nodes"]]
        assert "</script>" in labels[0]
    elif name == "pajek":
        read = nx.parse_pajek(data.decode().replace("\r\n", "\n"))
        assert len(read) == 3
        assert read.number_of_edges() == 4
        assert max(map(len, read)) < 300
    else:
        rows = table(data, "nodes.csv")
        assert [row["Id"] for row in rows] == ["a", "b", "lonely"]
        assert "\x1b" not in rows[0]["Label"]
        assert rows[0]["Label"].endswith("x" * 10_000)


def test_an_empty_network_is_written_by_all(selected: Selected, write: Write) -> None:
    part = Selected(selected.graph, Selection(), nx.MultiDiGraph(), {}, 0)
    assert len(nx.read_gexf(io.BytesIO(write(part, "gexf")), version="1.3")) == 0
    assert len(nx.read_graphml(io.BytesIO(write(part, "graphml")))) == 0
    assert json.loads(write(part, "geojson"))["features"] == []
    assert table(write(part, "csv"), "nodes.csv") == []
