"""Where rows and charts go: the ending decides, and a file is whole or not there."""

import json
from pathlib import Path

import networkx as nx
import openpyxl
import pyarrow.parquet as pq
import pytest
from tests.cli.conftest import Run

import coopgraph.network.projections as projections
from coopgraph.cli.network.writing import Target, read_target
from coopgraph.errors import CoopgraphError, UnknownFormat, UsageError

PERIOD = ("--from", "2010", "--to", "2010")
COMMANDS = (
    ("stats", *PERIOD, "--step", "year"),
    ("stats", *PERIOD, "--actors"),
    ("brokers", *PERIOD),
    ("brokers", *PERIOD, "--bridges"),
    ("communities", *PERIOD),
    ("communities", *PERIOD, "--step", "year"),
)
ENDINGS = ("csv", "tsv", "json", "md", "xlsx", "parquet", "txt", "svg", "pdf")
DAYS = {
    "earliest_begin": "2010-01-01",
    "latest_begin": "2010-01-01",
    "earliest_end": "2010-12-31",
    "latest_end": "2010-12-31",
}


def small(nodes: int) -> nx.MultiDiGraph:
    """Return a network without any node, with one that is tied to itself, or with two tied."""
    network = nx.MultiDiGraph(projection="actors", directed=False)
    for name, side in (("dune", "france"), ("oasis", "quebec"))[:nodes]:
        network.add_node(name, side=side, label_fr=f"{name} <fr>", label_en=f"{name} <en>")
    if nodes:
        other = "oasis" if nodes == 2 else "dune"
        network.add_edge("dune", other, key="r", record="r", records="r", **DAYS)
    return network


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> nx.MultiDiGraph:
    """Return the network that every command measures; it has no node yet."""
    network = small(0)
    monkeypatch.setattr(projections, "project", lambda *_, **__: network)
    monkeypatch.setattr("coopgraph.cli.network.measuring.open_graph", lambda *_: None)
    return network


def is_valid(path: Path) -> bool:
    data, ending = path.read_bytes(), path.suffix[1:]
    if ending == "parquet":
        return bool(pq.read_table(path).column_names)
    if ending == "xlsx":
        return openpyxl.load_workbook(path).active is not None
    if ending == "json":
        return isinstance(json.loads(data), list)
    starts = {"pdf": b"%PDF-", "svg": b"<svg "}
    return data.startswith(starts.get(ending, b"")) and bool(data)


@pytest.mark.parametrize("nodes", [0, 1, 2])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_form_of_a_tiny_network_is_valid(
    run: Run, measured: nx.MultiDiGraph, tmp_path: Path, words: tuple[str, ...], nodes: int
) -> None:
    network = small(nodes)
    measured.add_nodes_from(network.nodes(data=True))
    measured.add_edges_from(network.edges(keys=True, data=True))
    for ending in ENDINGS:
        target = tmp_path / f"out.{ending}"
        done = run("network", *words, "-o", target, "--lang", "fr")
        assert (done.code, done.out) == (0, ""), (ending, done.err)
        assert is_valid(target), ending
    assert len(list(tmp_path.iterdir())) == len(ENDINGS), "nothing else is left behind"


@pytest.mark.parametrize("command", ["stats", "brokers", "communities"])
def test_a_contradiction_is_refused_before_anything_is_read(
    run: Run, tmp_path: Path, command: str
) -> None:
    data = ("--data", tmp_path / "not-there")
    for words, part in (
        (("--format", "parquet", "-o", tmp_path / "x.csv"), "contradict"),
        (("--format", "csv", "-o", tmp_path / "x.svg"), "contradict"),
        (("-o", tmp_path / "x.png"), "end the name in"),
        (("--format", "svg"), "-o chart.svg"),
        (("--format", "fame"), "Known: "),
    ):
        done = run("network", command, *data, *words)
        assert (done.code, part in done.err) == (2, True), done.err
        assert "se contredisent" in run("network", command, "--lang", "fr", *data, *words).err or (
            part != "contradict"
        )
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_written_leaves_the_old_file(
    run: Run, measured: nx.MultiDiGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "old.parquet"
    target.write_text("old", encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise CoopgraphError("no room", "plus de place")

    formats = "coopgraph.queries.formats.RESULT_FORMATS"
    monkeypatch.setattr(formats, {"parquet": fail})
    assert run("network", *COMMANDS[0], "-o", target).code == 1
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old.parquet"]


def test_the_ending_decides() -> None:
    assert read_target(None, Path("A.CSV")) == Target("csv", Path("A.CSV"))
    assert read_target("csv", Path("a.csv")).form == "csv"
    assert read_target(None, None) == Target("table")
    assert read_target(None, Path("a.txt"), usual="text", extra=("text",)).form == "text"
    assert read_target("table", Path("a.txt"), usual="text", extra=("text",)).form == "table"
    assert read_target("pdf", Path("a.pdf")).is_chart
    with pytest.raises(UsageError, match="contradict"):
        read_target("csv", Path("a.txt"))
    with pytest.raises(UnknownFormat):
        read_target("text", None)
