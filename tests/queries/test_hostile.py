"""Hostile texts end in time with an error of ours, call nobody and harm nothing."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store
from tests.queries.hostile.texts import HOSTILE

from coopgraph.errors import CoopgraphError, QueryTimeout
from coopgraph.queries.guard import CheckedText
from coopgraph.queries.limits import Limits, leave_network
from coopgraph.queries.pool import QueryPool
from coopgraph.queries.result import Answered, GraphResult, Result, Verdict
from coopgraph.queries.wire import WHOLE
from coopgraph.queries.workers import task_text

SECONDS = 1.0
LIMITS = Limits(seconds=SECONDS, rows=10_000, memory=512 * 1024 * 1024)
ASK = "ASK { ?s ?p ?o }"
UNREAD = "nobody-may-read-this"


class Canary:
    """A listener on loopback that counts who calls."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/"
        self.calls = 0
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            caller, _ = self._listener.accept()
            with caller:
                if caller.recv(4) == b"stop":
                    return
                self.calls += 1

    def close(self) -> None:
        with socket.create_connection(self._listener.getsockname()) as end:
            end.sendall(b"stop")
        self._thread.join()
        self._listener.close()


@pytest.fixture(scope="module")
def pool(dune: Any) -> Iterator[QueryPool]:
    with QueryPool(dune.store, workers=2, limits=LIMITS) as made:
        made.run(ASK)
        yield made


@pytest.fixture(scope="module")
def canary(pool: QueryPool) -> Iterator[Canary]:
    made = Canary()
    yield made
    made.close()


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("secret") / "secret.ttl"
    path.write_text(f'<x:a> <x:b> "{UNREAD}" .', encoding="utf-8")
    return path


def outcome(pool: QueryPool, text: str) -> tuple[str, str]:
    """Return the name of the error, and all that a reader sees."""
    try:
        answered: Answered = pool.run(text)
    except CoopgraphError as problem:
        return type(problem).__name__, f"{problem.text_en} {problem.text_fr}"
    return "", shown(answered)


def shown(answered: Answered) -> str:
    if isinstance(answered, Result):
        return str(answered.rows[:100])
    return str(answered.triples[:100]) if isinstance(answered, GraphResult) else ""


def test_there_are_enough() -> None:
    assert len(HOSTILE) >= 60


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends_in_time_and_harms_nothing(
    name: str, pool: QueryPool, canary: Canary, secret: Path
) -> None:
    process = os.getpid()
    text = HOSTILE[name].text.format(canary=canary.url, secret=secret.as_uri())
    with ThreadPoolExecutor(1) as threads:
        begin = time.monotonic()
        running = threads.submit(outcome, pool, text)
        time.sleep(0.05)
        asked = time.monotonic()
        assert pool.run(ASK) == Verdict(True)
        assert time.monotonic() - asked < 1
        ended, said = running.result()
    assert time.monotonic() - begin < SECONDS + 2
    assert ended in HOSTILE[name].ends
    assert UNREAD not in said
    assert len(said) < 100_000
    assert os.getpid() == process
    assert canary.calls == 0


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * {{ SERVICE <{canary}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICE SILENT <{canary}> {{ ?s ?p ?o }} }}",
        "SELECT * FROM <{secret}> {{ ?s ?p ?o }}",
        "SELECT * " + "{{" * 20_000 + "}}" * 20_000,
    ],
)
def test_a_worker_holds_even_without_the_guard(
    text: str, pool: QueryPool, canary: Canary, secret: Path
) -> None:
    text = text.format(canary=canary.url, secret=secret.as_uri())
    task = task_text(CheckedText(text, "SELECT", (), True), LIMITS, WHOLE)
    with pool._free_worker() as worker:
        try:
            data = pool._ask(worker, task, LIMITS, None)
        except QueryTimeout:
            data = b""
    assert UNREAD.encode() not in data
    assert canary.calls == 0
    assert pool.run(ASK) == Verdict(True)


def test_the_canary_would_notice(canary: Canary) -> None:
    before = canary.calls
    with socket.create_connection(("127.0.0.1", int(canary.url.split(":")[2].rstrip("/")))) as end:
        end.sendall(b"GET ")
    for _ in range(100):
        if canary.calls > before:
            break
        time.sleep(0.01)
    assert canary.calls == before + 1
    canary.calls = before


def test_a_store_is_the_same_afterwards(dune: Any, pool: QueryPool) -> None:
    assert isinstance(dune.store, Store)
    assert not dune.store.contains_named_graph(_graph())
    assert pool.run("ASK { <x:a> ?p ?o }") == Verdict(False)


def _graph() -> Any:
    from pyoxigraph import NamedNode

    return NamedNode("x:g")


def test_the_network_can_be_left() -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, b"%d" % leave_network())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reader, 1) in (b"0", b"1")
    os.close(reader)
    os.close(writer)
