"""Malformed requests, slow clients, clients that do not read: never a 5xx, never a hang."""

import time
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.serve.running import Server, running

HOST = b"Host: localhost\r\n"
END = b"\r\n\r\n"
POST = b"POST /sparql HTTP/1.1\r\n" + HOST + b"Content-Type: application/sparql-query\r\n"
RUDE = {
    "nothing": b"\r\n\r\n",
    "garbage": b"\x00\x01\x02\xff\r\n\r\n",
    "tls": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 60,
    "no host": b"GET /health HTTP/1.1\r\n\r\n",
    "http 1.0 without host": b"GET /health HTTP/1.0\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\n" + HOST + b"Host: evil.example\r\n\r\n",
    "http 9": b"GET / HTTP/9.9\r\n" + HOST + b"\r\n",
    "blank in target": b"GET /a b HTTP/1.1\r\n" + HOST + b"\r\n",
    "absolute target": b"GET http://evil.example/sparql HTTP/1.1\r\n" + HOST + b"\r\n",
    "asterisk": b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n",
    "connect": b"CONNECT evil.example:443 HTTP/1.1\r\n" + HOST + b"\r\n",
    "bad percent": b"GET /sparql?query=%zz%f HTTP/1.1\r\n" + HOST + b"\r\n",
    "percent ff": b"GET /sparql?query=%ff%fe HTTP/1.1\r\n" + HOST + b"\r\n",
    "percent ff in path": b"GET /questions/%ff%fe HTTP/1.1\r\n" + HOST + b"\r\n",
    "null in path": b"GET /assets/%00plain.css HTTP/1.1\r\n" + HOST + b"\r\n",
    "surrogate": b"GET /sparql?query=ASK%7B%22%ed%a0%80%22%7D HTTP/1.1\r\n" + HOST + b"\r\n",
    "many fields": b"GET /sparql?" + b"a=b&" * 5000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "folded header": b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n b\r\n\r\n",
    "header without name": b"GET / HTTP/1.1\r\n" + HOST + b": x\r\n\r\n",
    "header with null": b"GET / HTTP/1.1\r\n" + HOST + b"X: \x00\r\n\r\n",
    "accept of bytes": b"GET /sparql HTTP/1.1\r\n" + HOST + b"Accept: \xff\xfe;q=9\r\n\r\n",
    "accept of commas": b"GET /sparql HTTP/1.1\r\n" + HOST + b"Accept: " + b"," * 9000 + END,
    "quality": b"GET /sparql HTTP/1.1\r\n" + HOST + b"Accept: */*;q=1e9,*/*;q=nan\r\n\r\n",
    "length is text": POST + b"Content-Length: ten\r\n\r\n",
    "length below nought": POST + b"Content-Length: -1\r\n\r\n",
    "two lengths": POST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "length and chunks": POST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "unknown coding": POST + b"Transfer-Encoding: gzip\r\n\r\n",
    "bad chunk": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "many headers": b"GET / HTTP/1.1\r\n" + HOST + b"X: y\r\n" * 20_000 + b"\r\n",
    "endless header": b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"y" * 300_000,
    "endless line": b"GET /" + b"y" * 300_000,
    "upgrade": b"GET /sparql HTTP/1.1\r\n" + HOST
    + b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n",
    "h2c": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "etag": b"GET /query HTTP/1.1\r\n" + HOST + b'If-None-Match: W/W/"",,\r\n\r\n',
    "forwarded": b"GET /query HTTP/1.1\r\n" + HOST + b"X-Forwarded-For: \xff,,\r\n\r\n",
    "pipelined": (b"GET /health HTTP/1.1\r\n" + HOST + b"\r\n") * 50,
    "json": POST.replace(b"sparql-query", b"json") + b"Content-Length: 2\r\n\r\n{}",
    "dots": b"GET /assets/../../../../etc/passwd HTTP/1.1\r\n" + HOST + b"\r\n",
    "coded dots": b"GET /assets/%2e%2e%2f%2e%2e%2fserver.py HTTP/1.1\r\n" + HOST + b"\r\n",
    "backslash": b"GET /assets/..%5c..%5cserver.py HTTP/1.1\r\n" + HOST + b"\r\n",
    "two slashes": b"GET //evil.example/%2f.. HTTP/1.1\r\n" + HOST + b"\r\n",
}  # fmt: skip


@pytest.mark.parametrize("name", RUDE)
def test_a_malformed_request_is_no_fault_of_the_server(server: Server, name: str) -> None:
    answer = server.raw(RUDE[name].replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
    for line in answer.split(b"\r\n"):
        if line.startswith(b"HTTP/1.1 "):
            assert 200 <= int(line[9:12]) < 500, line
    assert b"root:" not in answer
    assert b"Traceback" not in answer
    assert b"\r\nlocation:" not in answer.lower()
    assert server.ask("/health").status == 200


def test_a_head_that_dribbles_in_is_cut_off(tmp_path: Path) -> None:
    with running(tmp_path, read_seconds=1) as server, server.connect() as link:
        began = time.monotonic()
        link.sendall(b"GET /health HTTP/1.1\r\n")
        assert link.recv(100).startswith(b"HTTP/1.1 408")
        assert time.monotonic() - began < 5


def test_a_second_head_that_dribbles_in_is_cut_off_too(tmp_path: Path) -> None:
    with running(tmp_path, read_seconds=1) as server, server.connect() as link:
        link.sendall(b"GET /health HTTP/1.1\r\n" + HOST + b"\r\n")
        time.sleep(0.5)
        assert link.recv(4000).startswith(b"HTTP/1.1 200")
        link.sendall(b"GET /hea")
        assert link.recv(100).startswith(b"HTTP/1.1 408")


def test_a_body_that_dribbles_in_is_cut_off(tmp_path: Path) -> None:
    with running(tmp_path, read_seconds=1) as server, server.connect() as link:
        link.sendall(POST + b"Content-Length: 100\r\n\r\nASK")
        assert link.recv(100).startswith(b"HTTP/1.1 408")


def test_a_client_that_does_not_read_is_cut_off(tmp_path: Path) -> None:
    with running(tmp_path, write_seconds=1) as server, server.connect() as link:
        big = quote('SELECT (CONCAT(?l, "' + "x" * 5000 + '") AS ?t) { ?s ?p ?l }')
        link.sendall(f"GET /sparql?query={big} HTTP/1.1\r\n".encode() + HOST + b"\r\n")
        time.sleep(4)
        received = 0
        try:
            while part := link.recv(1 << 20):
                received += len(part)
        except OSError:
            pass
        assert server.query("ASK {}").status == 200
        full = server.ask(f"/sparql?query={big}")
        assert received < len(full.body)


def test_connections_are_counted(tmp_path: Path) -> None:
    with running(tmp_path, connections=3) as server:
        links = [server.connect() for _ in range(3)]
        time.sleep(0.3)
        answer = server.raw(b"GET /health HTTP/1.1\r\n" + HOST + b"\r\n")
        assert answer.startswith(b"HTTP/1.1 503")
        assert b"Retry-After" in answer
        for link in links:
            link.close()
        time.sleep(0.3)
        assert server.ask("/health").status == 200
