"""A query that takes too much is stopped, and says so; a full server says when to come again."""

import threading
from pathlib import Path
from urllib.parse import quote

from tests.serve.running import Reply, running

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SMALL = {"seconds": 1.0, "rows": 7}


def test_a_long_query_ends_at_the_limit_and_the_next_is_answered(tmp_path: Path) -> None:
    with running(tmp_path, limits=SMALL) as server:
        reply = server.query(ENDLESS)
        assert reply.status == 504
        assert reply.json["type"].endswith("query-stopped")
        assert server.query("ASK {}").json["boolean"] is True


def test_rows_beyond_the_limit_are_left_out_and_counted(tmp_path: Path) -> None:
    with running(tmp_path, limits=SMALL) as server:
        reply = server.query("SELECT ?s { ?s ?p ?o }")
        assert len(reply.rows()) == 7
        assert reply.headers["Coopgraph-Truncated"] == "7"


def test_a_full_queue_is_503_with_a_time_to_come_again(tmp_path: Path) -> None:
    limits = {"seconds": 3.0}
    replies: list[Reply] = []
    with running(tmp_path, limits=limits, workers=1, waiting=1, patience=1) as server:
        threads = [
            threading.Thread(target=lambda: replies.append(server.query(ENDLESS))) for _ in range(5)
        ]
        for thread in threads:
            thread.start()
        assert server.ask("/health").status == 200
        for thread in threads:
            thread.join()
    assert sorted(reply.status for reply in replies) == [503, 503, 503, 503, 504]
    for reply in replies:
        assert reply.status == 504 or int(reply.headers["Retry-After"]) > 0


def test_a_query_ends_when_its_client_leaves(tmp_path: Path) -> None:
    with running(tmp_path, limits={"seconds": 20.0}, workers=1, patience=5) as server:
        link = server.connect()
        link.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\n".encode())
        link.sendall(b"Host: localhost\r\n\r\n")
        while server.ask("/health").json["running"] == 0:
            pass
        link.close()
        assert server.query("ASK {}").json["boolean"] is True
