"""The corpus in figures, counted by hand on the invented tables."""

import csv
from pathlib import Path

from pyoxigraph import Store

from coopgraph.graph import build_graph
from coopgraph.views.info import corpus_figures

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"


def rows(table: str) -> list[dict[str, str]]:
    with (DUNE / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_figures_are_those_of_the_tables() -> None:
    found = {figure.name: figure.value for figure in corpus_figures(build_graph(DUNE).store)}
    assert found["missions"] == len(rows("missions"))
    assert found["sources"] == len(rows("sources"))
    assert found["citations"] == len(rows("citations"))
    persons = [row for row in rows("actors") if row["kind"] == "person"]
    assert found["persons"] == len(persons) > 0
    assert found["organisations"] == len(rows("actors")) - len(persons)
    planned = [row for row in rows("missions") + rows("projects") if row["status"] == "planned"]
    assert found["planned"] == len(planned) > 0
    undecided = [row for row in rows("claims") if row["standing"] == "undecided"]
    assert found["undecided"] == len(undecided) > 0


def test_an_empty_graph_has_zeros_and_no_years() -> None:
    found = {figure.name: figure.value for figure in corpus_figures(Store())}
    assert found["missions"] == 0
    assert found["first-year"] is None
