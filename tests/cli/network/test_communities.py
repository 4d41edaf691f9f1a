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


def test_sizes_by_period_as_a_chart_in_both_languages(run: Run, dune: Path, tmp_path: Path) -> None:
    words = ("network", "communities", "--data", dune, "--step", "5y", "--from", "2010")
    rows = json.loads(run(*words, "--format", "json", "--top", "1").out)
    for language, texts in (
        ("en", ("Communities over time", "possible network", "members (actors)", "the other")),
        ("fr", ("Les communautés dans le temps", "réseau possible", "les autres communautés")),
    ):
        target = tmp_path / f"{language}.svg"
        assert run(*words, "--top", "1", "-o", target, "--lang", language).code == 0
        svg = target.read_text(encoding="utf-8")
        assert [text for text in texts if text not in svg] == []
        assert svg.count('class="size"') >= sum(row["size"] > 0 for row in rows)


def test_a_step_that_is_longer_than_the_period_is_refused(run: Run, dune: Path) -> None:
    words = ("network", "communities", "--data", dune, "--from", "2010-05", "--to", "2010-06")
    done = run(*words, "--step", "year", "--lang", "fr")
    assert (done.code, "plus long que la période" in done.err) == (2, True)
