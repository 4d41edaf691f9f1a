"""coopgraph network communities, on the invented tables."""

import json
from pathlib import Path

from tests.cli.conftest import Run

from coopgraph.network.measures.histories import EVENTS


def test_communities_of_the_whole_period(run: Run, dune: Path) -> None:
    done = run("network", "communities", "--data", dune, "--format", "json", "--top", "0")
    assert done.code == 0, done.err
    rows = json.loads(done.out)
    assert rows
    for row in rows:
        assert row["members_certain"] <= row["members_possible"]
        assert len(row["strongest"].split()) == row["members_possible"]
    table = run("network", "communities", "--data", dune, "--lang", "fr")
    assert "les plus liés" in table.out
    assert "communautés en tout" in table.err


def test_communities_followed_over_time(run: Run, dune: Path) -> None:
    words = ("network", "communities", "--data", dune, "--step", "5y", "--from", "2010")
    rows = json.loads(run(*words, "--format", "json").out)
    assert {row["event"] for row in rows} <= set(EVENTS)
    assert rows[0]["event"] == "born"
    assert "naît" in run(*words, "--lang", "fr").out


def test_networkx_and_igraph_are_both_on_offer(run: Run, dune: Path) -> None:
    for engine in ("networkx", "igraph"):
        assert run("network", "communities", "--data", dune, "--engine", engine).code == 0


def test_nodes_are_called_what_they_are(run: Run, dune: Path) -> None:
    words = ("network", "communities", "--data", dune, "--step", "5y", "--from", "2010")
    assert "themes" in run(*words, "--projection", "themes").out.splitlines()[0]
    assert "actors" in run(*words).out.splitlines()[0]
