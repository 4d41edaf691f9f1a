"""The server stops cleanly, and its log can be read by what reads logs."""

import re
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.serve.running import DUNE, Reply, running

COMBINED = re.compile(
    r'(\S+) - - \[\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] "([^"]*)" (\d{3}) (\d+|-)'
    r' "([^"]*)" "([^"]*)"'
)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_a_signal_stops_the_server_with_exit_code_nought(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        assert server.query("ASK {}").status == 200
        assert server.stop() == 0


def test_a_running_query_may_end_before_the_server_does(tmp_path: Path) -> None:
    replies: list[Reply] = []
    with running(tmp_path, limits={"seconds": 2.0}, stop_seconds=8) as server:
        thread = threading.Thread(target=lambda: replies.append(server.query(ENDLESS)))
        thread.start()
        time.sleep(0.7)
        assert server.stop() == 0
        thread.join()
    assert [reply.status for reply in replies] == [504]


def test_a_query_that_goes_on_does_not_hold_the_server_up(tmp_path: Path) -> None:
    with running(tmp_path, limits={"seconds": 60.0}, stop_seconds=1) as server:
        with server.connect() as link:
            query = ENDLESS.replace(" ", "%20")
            link.sendall(f"GET /sparql?query={query} HTTP/1.1\r\n".encode())
            link.sendall(b"Host: localhost\r\n\r\n")
            time.sleep(0.7)
            began = time.monotonic()
            assert server.stop() == 0
        assert time.monotonic() - began < 8


def test_the_log_has_a_line_for_each_answer_and_no_client_writes_another(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        server.ask("/health", headers={"User-Agent": 'a" 200 \\ b', "Referer": "http://x.example/"})
        server.ask("/no?%0a127.0.0.1", method="HEAD")
        server.raw(b"GET /\xc3\xa9 HTTP/1.1\r\nHost: localhost\r\nUser-Agent: \xe9\r\n\r\n")
        server.stop()
        lines = server.log.read_text(encoding="utf-8").splitlines()
    matches = [COMBINED.fullmatch(line) for line in lines]
    assert all(matches)
    assert len(matches) >= 2
    first, second = (match for match in matches[:2] if match)
    assert first[2] == "GET /health HTTP/1.1"
    assert first[3] == "200"
    assert first[6] == "a\\x22 200 \\x5c b"
    assert (second[2], second[3], second[4]) == ("HEAD /no?%0a127.0.0.1 HTTP/1.1", "404", "-")


def test_the_command_serves_tables_and_says_where(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "coopgraph", "serve", "--data", str(DUNE), "--port", "0"]
    log = tmp_path / "log"
    with subprocess.Popen(
        [*command, "--access-log", str(log), "--lang", "fr"], stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        process.terminate()
        assert process.wait(timeout=20) == 0
    assert re.search(r"Le graphe est publié\s: http://127\.0\.0\.1:\d+/query", line)


def test_a_place_that_cannot_be_listened_on_is_named(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        port = str(server.place[1])
        command = [sys.executable, "-m", "coopgraph", "serve", "--data", str(DUNE)]
        done = subprocess.run(
            [*command, "--port", port, "--lang", "en"], capture_output=True, text=True
        )
    assert done.returncode == 2
    assert port in done.stderr
    assert "Traceback" not in done.stderr
