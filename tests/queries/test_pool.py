"""Warm processes that answer, and die without harm."""

import asyncio
import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store

from coopgraph.errors import QueryBusy, QueryRefused, QuerySyntaxError, QueryTimeout, StoreError
from coopgraph.identifiers import DERIVED_GRAPH
from coopgraph.queries.limits import Limits
from coopgraph.queries.pool import QueryPool
from coopgraph.queries.result import Result, Verdict
from coopgraph.queries.run import run_text
from coopgraph.remote import RemoteEndpoint
from coopgraph.store import build_store

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"

ASK = "ASK { ?s ?p ?o }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SORTED = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"
MEMORY = 100 * 1024 * 1024


@pytest.fixture(scope="module")
def folder(dune: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("store") / "graph"
    store = Store(str(path))
    store.bulk_extend(dune.store)
    store.flush()
    return path


@pytest.fixture(scope="module", params=["memory", "threads", "folder"])
def pool(request: pytest.FixtureRequest, dune: Any, folder: Path) -> Iterator[QueryPool]:
    """The ways for a graph to come to the workers."""
    ended = threading.Event()
    if request.param == "threads":
        threading.Thread(target=ended.wait).start()
    source = folder if request.param == "folder" else dune.store
    with QueryPool(source, workers=2, limits=Limits(seconds=1)) as made:
        yield made
    ended.set()


PATIENT = Limits(seconds=30)  # however busy the machine is


def number(answer: object) -> int:
    assert isinstance(answer, Result)
    return int(answer.rows[0].n.value)


def test_it_answers_as_a_query_without_a_pool(dune: Any, pool: QueryPool) -> None:
    text = "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 500"
    assert pool.run(text, limits=PATIENT) == run_text(dune.store, text)
    assert run_text(Store(), text, pool=pool, limits=PATIENT) == pool.run(text, limits=PATIENT)
    text = "CONSTRUCT WHERE { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?o }"
    assert pool.run(text, limits=PATIENT) == run_text(dune.store, text)
    assert pool.run("SELECT * {}") == run_text(dune.store, "SELECT * {}")


def test_a_warm_query_costs_little(pool: QueryPool) -> None:
    pool.run(ASK)
    costs = []
    for _ in range(21):
        begin = time.perf_counter()
        pool.run(ASK)
        costs.append(time.perf_counter() - begin)
    assert sorted(costs)[10] < 0.02


@pytest.mark.parametrize("text", [PRODUCT, SORTED])
def test_a_killed_worker_is_replaced(pool: QueryPool, text: str) -> None:
    process = os.getpid()
    pool.run(ASK)
    begin = time.monotonic()
    with pytest.raises(QueryTimeout):
        pool.run(text)
    assert time.monotonic() - begin < 2
    with ThreadPoolExecutor(2) as threads:  # both workers
        assert all(threads.map(lambda _: pool.run(ASK) == Verdict(True), range(8)))
    assert os.getpid() == process


def test_memory_is_limited_anew_for_each_query(pool: QueryPool) -> None:
    with pytest.raises(QueryTimeout, match="memory"):
        pool.run(SORTED, limits=Limits(seconds=30, memory=MEMORY))
    assert pool.run(ASK) == Verdict(True)


def test_rows_and_bytes_are_cut_with_a_mark(pool: QueryPool) -> None:
    text = "SELECT ?s { ?s ?p ?o }"
    for limits in (Limits(rows=7), Limits(most_bytes=2000)):
        answer = pool.run(text, limits=limits)
        assert isinstance(answer, Result)
        assert answer.truncated
        assert 5 < len(answer.rows) < 100


def test_only_graphs_of_the_store_are_seen(pool: QueryPool) -> None:
    union = number(pool.run(COUNT))
    facts = number(pool.run(COUNT, default_graphs=["default"]))
    derived = number(pool.run(COUNT, default_graphs=[DERIVED_GRAPH]))
    assert facts > derived > 0
    assert facts + derived == union
    assert number(pool.run(COUNT, named_graphs=[DERIVED_GRAPH])) == 0
    inside = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert number(pool.run(inside, named_graphs=[DERIVED_GRAPH])) == derived
    assert number(pool.run(inside, default_graphs=["default"])) == 0
    for name in ("file:///etc/hostname", "http://127.0.0.1:9/", "no IRI"):
        with pytest.raises(QueryRefused, match="no graph"):
            pool.run(ASK, default_graphs=[name])
        with pytest.raises(QueryRefused, match="no graph"):
            pool.run(ASK, named_graphs=[name])


def test_errors_come_through(pool: QueryPool) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        pool.run("SELECT * {\n  ?a ?b ?c .\n  OPTINAL { ?a ?b ?d }\n}")
    assert (caught.value.line, caught.value.column) == (3, 3)
    with pytest.raises(QueryRefused):
        pool.run("SELECT * { SERVICE <http://127.0.0.1:9/> {} }")


def test_asyncio_waits_in_a_thread(pool: QueryPool) -> None:
    async def several() -> list[object]:
        return await asyncio.gather(*(asyncio.to_thread(pool.run, ASK) for _ in range(10)))

    assert asyncio.run(several()) == [Verdict(True)] * 10


def test_a_query_that_nobody_awaits_is_ended(pool: QueryPool) -> None:
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    begin = time.monotonic()
    with pytest.raises(QueryTimeout):
        pool.run(PRODUCT, limits=Limits(seconds=20), stop=stop)
    assert time.monotonic() - begin < 2


def test_the_queue_is_bounded(dune: Any) -> None:
    limits = Limits(seconds=1.5)
    with QueryPool(dune.store, workers=1, limits=limits, waiting=1, patience=0.3) as pool:
        pool.run(ASK)
        with ThreadPoolExecutor(2) as threads:
            busy = threads.submit(pool.run, PRODUCT)
            time.sleep(0.2)
            begin = time.monotonic()
            second = threads.submit(pool.run, ASK)
            time.sleep(0.05)
            with pytest.raises(QueryBusy, match="1 may wait"):
                pool.run(ASK)
            assert time.monotonic() - begin < 0.3
            assert isinstance(second.exception(), QueryBusy)
            assert isinstance(busy.exception(), QueryTimeout)
        assert pool.run(ASK) == Verdict(True)


def test_who_kills_the_forker_does_no_harm(dune: Any) -> None:
    with QueryPool(dune.store, workers=1, limits=Limits(seconds=0.5)) as pool:
        pool.run(ASK)
        forker = pool._forker
        assert forker is not None
        process = forker._process if isinstance(forker._process, int) else forker._process.pid  # type: ignore[union-attr]  # it runs
        os.kill(process, 9)
        for _ in range(2):
            with pytest.raises(QueryTimeout):
                pool.run(PRODUCT)
            assert pool.run(ASK) == Verdict(True)


def test_a_closed_pool_says_so(dune: Any, tmp_path: Path) -> None:
    pool = QueryPool(dune.store, workers=1)
    pool.close()
    pool.close()
    with pytest.raises(StoreError, match="closed"):
        pool.run(ASK)
    with (
        QueryPool(tmp_path / "nowhere", workers=1) as empty,
        pytest.raises(StoreError, match="could not be opened"),
    ):
        empty.run(ASK)


def test_an_endpoint_is_asked_without_a_worker() -> None:
    with QueryPool(RemoteEndpoint("http://127.0.0.1:9/", timeout=1)) as pool:
        with pytest.raises(StoreError):
            pool.run(ASK)
        with pytest.raises(QueryRefused, match="chooses its graphs"):
            pool.run(ASK, default_graphs=["default"])


def test_service_that_is_allowed_runs_in_a_child_of_its_own(dune: Any) -> None:
    text = "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }"
    with QueryPool(dune.store, workers=1, limits=Limits(seconds=5)) as pool:
        assert isinstance(pool.run(text, allow=["service"]), Result)


def test_a_store_on_disk_opens_its_files_when_a_query_needs_them(tmp_path: Path) -> None:
    build_store(DUNE, tmp_path / "graph")
    text = "SELECT (COUNT(*) AS ?n) { ?m a <https://w3id.org/coopgraph/ns#Mission> }"
    with QueryPool(tmp_path / "graph", workers=1) as pool:
        answer = pool.run(text)
    assert isinstance(answer, Result)
    assert int(answer.rows[0].n.value) > 3
