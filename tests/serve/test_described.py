"""The descriptions that a server adds, and what stays as it was."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Store

from coopgraph.export import export_file
from coopgraph.queries.pool import QueryPool
from coopgraph.queries.result import Result
from coopgraph.queries.wire import GRAPHS_APART
from coopgraph.serve.described import with_descriptions
from coopgraph.serve.settings import Settings
from coopgraph.store import build_store, open_store

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"
COUNT = "SELECT (COUNT(*) AS ?n) { %s }"


def number(pool: QueryPool, pattern: str) -> int:
    answer = pool.run(COUNT % pattern, limits=Settings().limits)
    assert isinstance(answer, Result)
    return int(answer.rows[0].n.value)


@pytest.mark.parametrize("on_disk", [False, True])
def test_who_names_no_graph_does_not_see_them(tmp_path: Path, on_disk: bool) -> None:
    folder = tmp_path / "store"
    build_store(DUNE, folder)
    before = open_store(folder)
    quads = set(before)
    export_file(before, "nquads", tmp_path / "before.nq")
    source = before if on_disk else Store()
    if not on_disk:
        source.extend(quads)
    with (
        with_descriptions(source, folder if on_disk else None) as (store, place),
        QueryPool(place or store, workers=1) as pool,
    ):
        assert (place is not None) == on_disk
        assert number(pool, "?s ?p ?o") == len({quad.triple for quad in quads})
        for name in GRAPHS_APART:
            assert number(pool, f"GRAPH <{name}> {{ ?s ?p ?o }}") > 20
            assert store.contains_named_graph(NamedNode(name))
        export_file(store, "nquads", tmp_path / "after.nq")
        size = len(store)
        with (
            with_descriptions(store, None)
            if not on_disk
            else with_descriptions(before, folder) as (again, _)
        ):
            assert len(again) == size
    assert (tmp_path / "after.nq").read_bytes() == (tmp_path / "before.nq").read_bytes()
    assert set(open_store(folder)) == quads
