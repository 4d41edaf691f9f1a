"""A server in a child process, and talking to it as clients do, the rude ones too."""

import http.client
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"
LAUNCH = Path(__file__).parent / "launch.py"


class Reply(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:  # any JSON
        return json.loads(self.body)

    @property
    def type(self) -> str:
        return self.headers.get_content_type()

    def rows(self) -> list[tuple[str, ...]]:
        found = parse_query_results(self.body, QueryResultsFormat.JSON)
        assert isinstance(found, QuerySolutions)
        return [tuple(getattr(term, "value", "") for term in row) for row in found]


@dataclass
class Server:
    address: str
    process: subprocess.Popen[str]
    log: Path

    @property
    def place(self) -> tuple[str, int]:
        parts = urlsplit(self.address)
        return str(parts.hostname), int(parts.port or 0)

    def ask(
        self,
        target: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes | str | None = None,
    ) -> Reply:
        connection = http.client.HTTPConnection(*self.place, timeout=30)
        try:
            connection.request(method, target, body=body, headers=dict(headers or {}))
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def query(self, text: str, accept: str = "application/sparql-results+json") -> Reply:
        return self.ask(f"/sparql?query={quote(text)}", headers={"Accept": accept})

    def connect(self) -> socket.socket:
        return socket.create_connection(self.place, timeout=20)

    def raw(self, data: bytes) -> bytes:
        """Send bytes, and return all that comes until the other side closes or is silent."""
        with self.connect() as link:
            link.settimeout(3)
            answer = b""
            try:
                link.sendall(data)
                while part := link.recv(65536):
                    answer += part
            except OSError:
                pass
        return answer

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=20)


@contextmanager
def running(folder: Path, *, data: Path | None = DUNE, **settings: object) -> Iterator[Server]:
    """Yield a server with these settings; kill it at the end if it has not stopped."""
    log = folder / "access.log"
    command = [sys.executable, str(LAUNCH), str(data or ""), str(log), json.dumps(settings)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            assert address, "the server did not start"
            yield Server(address, process, log)
        finally:
            if process.poll() is None:
                process.kill()
