"""A real SPARQL server on this machine answers as the local store does; a bad one is told apart."""

import http.server
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, RdfFormat, Store

from coopgraph.errors import CoopgraphError, QuerySyntaxError, QueryTimeout, StoreError
from coopgraph.graph import build_graph
from coopgraph.remote import RemoteEndpoint
from coopgraph.sparql import ask, construct, select

DUNE = Path(__file__).parent / "fixtures" / "dune"
PREFIX = "PREFIX coop: <https://w3id.org/coopgraph/ns#>\n"
QUESTIONS = (
    "SELECT ?a ?b { ?a coop:cooperatedWith ?b } ORDER BY ?a ?b",
    "SELECT ?m ?when ?none { ?m a coop:Mission OPTIONAL { ?m coop:when ?when } } ORDER BY ?m",
    'SELECT ?s { ?s ?p "Ada Exemple"@fr } ORDER BY ?s',
    "SELECT ?s { ?s a <a:nothing> }",
)


@pytest.fixture(scope="module")
def store() -> Store:
    return build_graph(DUNE).store


@pytest.fixture(scope="module")
def endpoint(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteEndpoint]:
    """Serve the graph of the dunes with the Oxigraph server of the extra `dev`."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    assert program, "install the extra dev: it holds the Oxigraph server"
    folder = tmp_path_factory.mktemp("server")
    dump = folder / "dune.nq"
    with dump.open("wb") as stream:
        store.dump(stream, RdfFormat.N_QUADS)
    served = str(folder / "store")
    subprocess.run(
        [program, "load", "--location", served, "--file", str(dump)],
        check=True,
        capture_output=True,
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [program, "serve-read-only", "--location", served, "--bind", address]
    server = subprocess.Popen([*command, "--union-default-graph"], stderr=subprocess.DEVNULL)
    try:
        remote = RemoteEndpoint(f"http://{address}/query", timeout=20)
        wait_until_it_answers(remote)
        yield remote
    finally:
        server.terminate()
        server.wait()


def wait_until_it_answers(remote: RemoteEndpoint) -> None:
    for _ in range(200):
        try:
            ask(remote, "ASK {}")
        except StoreError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the server did not start")


@pytest.mark.parametrize("question", QUESTIONS)
def test_rows_are_those_of_the_local_store(
    store: Store, endpoint: RemoteEndpoint, question: str
) -> None:
    assert select(endpoint, PREFIX + question) == select(store, PREFIX + question)


def test_triples_and_truth_are_those_of_the_local_store(
    store: Store, endpoint: RemoteEndpoint
) -> None:
    text = PREFIX + "CONSTRUCT { ?a coop:hasParty ?b } { ?a coop:hasParty ?b }"
    assert set(construct(endpoint, text)) == set(construct(store, text)) != set()
    assert ask(endpoint, PREFIX + "ASK { ?a coop:hasParty ?b }")
    assert not ask(endpoint, "ASK { ?a <a:nothing> ?b }")


@pytest.mark.parametrize("value", ["Ada Exemple", 'a "quoted" } # é \\ ?s', "x\ny"])
def test_values_are_bound_as_in_the_local_store(
    store: Store, endpoint: RemoteEndpoint, value: str
) -> None:
    text = "SELECT ?s ?name { ?s ?p ?name }"
    bind = {"name": Literal(value, language="fr")}
    there, here = select(endpoint, text, bind=bind), select(store, text, bind=bind)
    assert sorted(map(str, there.rows)) == sorted(map(str, here.rows))


def test_a_query_that_is_wrong_is_said_to_be(endpoint: RemoteEndpoint) -> None:
    with pytest.raises(QuerySyntaxError):
        select(endpoint, "SELECT ?s {")


def test_an_answer_that_is_too_long_is_refused(endpoint: RemoteEndpoint) -> None:
    small = RemoteEndpoint(endpoint.url, most_bytes=1000)
    with pytest.raises(StoreError, match="1000 bytes"):
        select(small, "SELECT * { ?s ?p ?o }")
    with pytest.raises(StoreError, match="1000 bytes"):
        list(construct(small, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"))


@pytest.mark.parametrize(
    "url", ["file:///etc/hosts", "ftp://example.org/q", "http://", "x", "http://a:b@example.org/"]
)
def test_only_addresses_of_endpoints_are_taken(url: str) -> None:
    with pytest.raises(StoreError):
        RemoteEndpoint(url)


def test_nobody_there_is_said_in_both_languages() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/query"
    with pytest.raises(StoreError) as caught:
        ask(RemoteEndpoint(url), "ASK {}")
    assert "running" in caught.value.text_en
    assert "en marche" in caught.value.text_fr


class Stranger(http.server.BaseHTTPRequestHandler):
    """A server that is no SPARQL endpoint; the path says how it behaves."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        behaviour = self.path.strip("/")
        if behaviour == "slow":
            time.sleep(1.0)
            return
        if behaviour == "redirect":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hosts")
            self.end_headers()
            return
        body = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'
        self.send_response(500 if behaviour == "broken" else 200)
        kind = "text/html" if behaviour == "page" else "application/sparql-results+json"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:20] if behaviour == "cut" else body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


@pytest.fixture
def stranger() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stranger)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_stranger_can_behave(stranger: str) -> None:
    assert select(RemoteEndpoint(f"{stranger}/well"), "SELECT ?s {}").rows == []


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        ("page", StoreError),
        ("broken", StoreError),
        ("redirect", StoreError),
        ("cut", StoreError),
        ("slow", QueryTimeout),
    ],
)
def test_what_is_no_answer_is_told_apart(
    stranger: str, behaviour: str, error: type[CoopgraphError]
) -> None:
    with pytest.raises(error) as caught:
        select(RemoteEndpoint(f"{stranger}/{behaviour}", timeout=0.7), "SELECT ?s {}")
    assert stranger in caught.value.text_en
