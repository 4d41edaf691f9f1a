"""The extent of the corpus: every record is counted once, undated ones apart."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Store

from coopgraph.graph import build_graph
from coopgraph.views.extent import extent_tables

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"


def lines(folder: Path, name: str) -> int:
    return len((folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()) - 1


def test_every_record_is_in_one_decade_or_undated() -> None:
    decades, sources, coverage = extent_tables(build_graph(DUNE).store)
    counted = {words.en: sum(numbers) for words, numbers in decades.rows}
    for name in ("agreements", "missions", "projects", "programmes", "outcomes"):
        assert counted[name] == lines(DUNE, name), name
    assert counted["offices"] == lines(DUNE, "roles")
    assert sum(sum(numbers) for _, numbers in sources.rows) == lines(DUNE, "sources")
    assert all(part <= whole for _, (part, whole) in coverage.rows)
    assert coverage.rows[0][1][0] == coverage.rows[0][1][1], "every record cites a source"


def test_an_empty_graph_has_empty_tables() -> None:
    assert all(not table.rows for table in extent_tables(Store()))
