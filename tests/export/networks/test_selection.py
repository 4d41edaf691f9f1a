"""What is asked for, and that the same question gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from coopgraph.errors import UsageError, WriteError
from coopgraph.export.networks import (
    NETWORK_EXPORTERS,
    Selected,
    Selection,
    read_period,
    select,
    select_for,
    write_network,
)
from coopgraph.export.networks.positions import Positions
from coopgraph.network.project import project_actors
from coopgraph.network.slices import between

DUNE = Path(__file__).parents[2] / "fixtures" / "dune"
SCRIPT = """
import sys
from pathlib import Path
from coopgraph.export.networks import NETWORK_EXPORTERS, Selection, select, write_network
from coopgraph.graph import build_graph
store = build_graph(Path(sys.argv[1])).store
for projection in ("actors", "territories", "chains"):
    selected = select(store, Selection(projection=projection))
    for name in NETWORK_EXPORTERS:
        print(projection, name, write_network(selected, name, Path(sys.argv[2])).sha256)
"""


def sums(target: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(DUNE), str(target)],
        env={**os.environ, **environment, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_bytes_depend_on_nothing_but_the_question(tmp_path: Path) -> None:
    first = sums(tmp_path / "a", PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Tokyo")
    second = sums(tmp_path / "b", PYTHONHASHSEED="42", TZ="America/Montreal")
    assert first == second
    assert len(first.splitlines()) == 3 * len(NETWORK_EXPORTERS)


def test_everything_is_there_but_persons_without_ties(selected: Selected) -> None:
    network = project_actors(selected.graph)
    assert selected.network.number_of_edges() == network.number_of_edges()
    left_out = set(network) - set(selected.network)
    assert len(left_out) == selected.apart
    assert all(network.nodes[name]["kind"] == "person" for name in left_out)
    assert set(selected.positions) == set(selected.network)


def test_a_map_lays_nothing_out(
    selected: Selected, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("laid out")

    monkeypatch.setattr(f"{Positions.__module__}.lay_out", refuse)
    part = select(selected.graph, Selection())
    assert write_network(part, "geojson", tmp_path / "map.geojson").counted.nodes
    with pytest.raises(AssertionError, match="laid out"):
        write_network(part, "csv", tmp_path / "tables.zip")


def test_a_period_cuts_as_slices_do_and_moves_nothing(selected: Selected) -> None:
    first, last = read_period("2010", "2015")
    part = select(selected.graph, Selection(first=first, last=last, mode="certainly"))
    expected = between(selected.network, first, last, mode="certainly")
    assert 0 < len(part.network) < len(selected.network)
    assert set(part.network.edges(keys=True)) == set(expected.edges(keys=True))
    assert part.positions == selected.positions


def test_kinds_and_inferred_choose(selected: Selected) -> None:
    missions = select(selected.graph, Selection(kinds=frozenset({"mission"})))
    assert {data["kind"] for _, _, data in missions.network.edges(data=True)} == {"mission"}
    assert all(degree for _, degree in missions.network.degree)
    said = select(selected.graph, Selection(inferred=False))
    assert not any(data["inferred"] for _, _, data in said.network.edges(data=True))


@pytest.mark.parametrize(
    ("name", "selection"),
    [
        ("gexf", Selection(projection="sand")),
        ("gexf", Selection(kinds=frozenset({"sand"}))),
        ("ical", Selection(kinds=frozenset({"sand"}))),
        ("gexf", Selection(first=date(2012, 1, 1), last=date(2010, 1, 1))),
        ("ical", Selection(first=date(2012, 1, 1), last=date(2010, 1, 1))),
    ],
)
def test_what_is_not_there_is_refused(selected: Selected, name: str, selection: Selection) -> None:
    with pytest.raises(UsageError):
        select_for(name, selected.graph, selection)


@pytest.mark.parametrize("text", ["sand", "../2010"])
def test_a_date_without_that_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_period(text, None)


def test_a_selection_says_what_it_is() -> None:
    chosen = Selection(first=date(2010, 4, 1), mode="certainly", inferred=False)
    assert (
        chosen.told("fr")
        == "Les acteurs · depuis le 1er avril 2010 · sûrement · sans ce qui est déduit"
    )
    assert Selection(last=date(2010, 4, 2)).period("en") == "until 2 April 2010"
    assert Selection().told("en") == "Actors"


def test_a_file_is_whole_or_not_there(selected: Selected, tmp_path: Path) -> None:
    with pytest.raises(WriteError):
        write_network(selected, "gexf", tmp_path / "no" / "a.gexf")
    written = write_network(selected, "gexf", tmp_path / "a.gexf")
    assert written.bytes == (tmp_path / "a.gexf").stat().st_size
    assert written.counted[:2] == (len(selected.network), selected.network.number_of_edges())
    assert [path.name for path in tmp_path.iterdir()] == ["a.gexf"]
