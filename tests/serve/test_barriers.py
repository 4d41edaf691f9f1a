"""What comes no further than the door, and the headers that every answer has."""

from pathlib import Path

import pytest
from tests.serve.running import Server, running


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:7878", 200),
        ("127.0.0.1:1", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("localhost:80:80", 400),
        ("localhost/x", 400),
        ("", 400),
        ("user@localhost", 400),
    ],
)
def test_the_host_is_one_of_ours(server: Server, host: str, status: int) -> None:
    assert server.ask("/health", headers={"Host": host}).status == status


def test_names_of_the_server_are_allowed_by_name(tmp_path: Path) -> None:
    public = "https://open.example/graph"
    with running(tmp_path, hosts=["graph.example"], public_url=public) as server:
        assert server.ask("/health", headers={"Host": "graph.example"}).status == 200
        assert server.ask("/health", headers={"Host": "other.example"}).status == 421
        described = server.ask("/", headers={"Host": "open.example"})
        assert "<https://open.example/graph/sparql>" in described.text


@pytest.mark.parametrize(
    "target", ["/", "/health", "/sparql?query=x", "/query", "/no", "/assets/plain.css", "/store"]
)
def test_every_answer_has_the_headers_of_safety(server: Server, target: str) -> None:
    headers = server.ask(target).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Access-Control-Allow-Credentials"] is None
    assert headers["Server"] is None


def test_a_table_as_a_page_has_the_policy_of_its_style(server: Server) -> None:
    policy = server.query("SELECT * { ?s a ?o } LIMIT 1", "text/html").headers[
        "Content-Security-Policy"
    ]
    assert "style-src 'sha256-" in policy
    assert "unsafe" not in policy


def test_an_address_has_a_length(server: Server) -> None:
    assert server.ask("/sparql?query=" + "x" * 40_000).status == 414


def test_headers_have_a_length(server: Server) -> None:
    assert server.ask("/health", headers={"X-Long": "x" * 40_000}).status == 431


def test_a_declared_length_is_looked_at_before_the_body(server: Server) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n"
    assert b" 413 " in server.raw(head).split(b"\r\n")[0]


def test_a_chunked_body_is_counted(server: Server) -> None:
    chunk = b"8000\r\n" + b"x" * 0x8000 + b"\r\n"
    head = (
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
        b"Content-Type: application/sparql-query\r\n\r\n"
    )
    assert b" 413 " in server.raw(head + chunk * 40 + b"0\r\n\r\n").split(b"\r\n")[0]


def test_a_client_has_a_rate_and_another_has_its_own(tmp_path: Path) -> None:
    with running(tmp_path, rate=0.1, burst=3, behind_proxy=True) as server:

        def status(client: str) -> int:
            return server.ask("/query", headers={"X-Forwarded-For": f"1.1.1.1, {client}"}).status

        assert [status("192.0.2.7") for _ in range(4)] == [200, 200, 200, 429]
        assert status("192.0.2.8") == 200
        refused = server.ask("/query", headers={"X-Forwarded-For": "192.0.2.7"})
        assert int(refused.headers["Retry-After"]) >= 1
        assert server.ask("/health", headers={"X-Forwarded-For": "192.0.2.7"}).status == 200


def test_without_a_proxy_nobody_else_is_believed(tmp_path: Path) -> None:
    with running(tmp_path, rate=0.1, burst=1) as server:
        first = server.ask("/query", headers={"X-Forwarded-For": "192.0.2.7"})
        second = server.ask("/query", headers={"X-Forwarded-For": "192.0.2.8"})
        assert (first.status, second.status) == (200, 429)
