"""`cg.open()`: what runs where."""

import time
from pathlib import Path

import pytest

import coopgraph as cg
from coopgraph.errors import QueryTimeout
from coopgraph.queries.limits import Limits
from coopgraph.store import build_store

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/coopgraph/ns#Mission> }"


def test_a_store_on_disk_is_asked_in_warm_processes_too(tmp_path: Path) -> None:
    build_store(DUNE, tmp_path / "store")
    with cg.open(tmp_path / "store") as kg:
        first = kg.query(COUNT)[0].n
        costs = []
        for _ in range(9):
            begin = time.perf_counter()
            assert kg.query(COUNT)[0].n == first
            costs.append(time.perf_counter() - begin)
        assert min(costs) < 0.05  # a fresh interpreter takes ten times that
        with pytest.raises(QueryTimeout):
            kg.query("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f", limits=Limits(seconds=0.5))
        assert kg.query("SELECT * { ?s ?p ?o }")[0].s  # files are opened while it runs


def test_a_question_in_words_is_found_with_the_names_of_the_graph_read_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with cg.open(DUNE) as kg:
        best = kg.find_questions("Who took part in the Winter mission?").suggestions[0]
        assert best.question.id == "took-part"
        assert kg.ask(best.question.id, **best.parameters)
        assert kg.entity("Modèle").id == "leo-modele"
        assert kg.why("Modèle")

        def never(*_: object) -> None:
            raise AssertionError("read again")

        monkeypatch.setattr("coopgraph.queries.asking.names.read_names", never)
        monkeypatch.setattr("coopgraph.views.names.RecordNames._read", never)
        assert kg.find_questions("Who took part in the Winter mission?").suggestions[0] == best
        assert kg.entity("modele").id == "leo-modele"
        assert kg.why("Modèle")
