"""Run the protocol tests of the W3C against a server of ours.

    python -m tests.serve.w3c.run_protocol DIR

DIR is the folder of the suite with ``manifest.ttl`` and its data (``sparql/sparql11/protocol`` in
the repository w3c/rdf-tests); nothing of it is kept here. A test of updates is counted apart, as
refused if the server refuses it with 4xx, which is what a read-only server owes it (and what the
suite itself wants of the malformed ones). Graphs that a test names without giving data for them
(``data0.rdf``) are made empty: the suite asks no facts of them.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from rdflib import RDFS, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node
from tests.serve.running import Reply, Server, running

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
TABULAR = ("application/sparql-results", "text/csv", "text/tab-separated-values")
RDF_TYPES = ("application/rdf+xml", "text/turtle", "application/n-triples")


class Outcome(NamedTuple):
    name: str
    is_update: bool
    problem: str  # empty where the test passed


def run_suite(folder: Path) -> list[Outcome]:
    """Return the outcome of each test of the manifest in the folder."""
    manifest = Graph().parse(folder / "manifest.ttl")
    with tempfile.TemporaryDirectory() as work:
        graphs = dict(_graphs(manifest, folder))
        with running(Path(work), data=None, graphs=graphs, hosts=["www.example"]) as server:
            return [_run(server, manifest, test) for test in sorted(_tests(manifest), key=str)]


def _tests(manifest: Graph) -> Iterator[Node]:
    for entries in manifest.objects(None, MF.entries):
        yield from Collection(manifest, entries)


def _graphs(manifest: Graph, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the graphs that the tests name, with the file of each; empty for none."""
    for path in manifest.objects(None, HT.absolutePath):
        for name in re.findall(r"[?&](?:default|named)-graph-uri=([^&]*)", str(path)):
            yield unquote(name), ""
    for data in manifest.objects(None, UT.graphData):
        file = str(manifest.value(data, UT.graph)).rpartition("/")[2]
        yield str(manifest.value(data, RDFS.label)), str(folder / file)


def _run(server: Server, manifest: Graph, test: Node) -> Outcome:
    name = str(test).rpartition("#")[2]
    action = manifest.value(test, MF.action)
    listed = manifest.value(action, HT.requests)
    assert listed is not None
    requests = list(Collection(manifest, listed))
    is_update = "update" in name
    if is_update:  # only what changes is asked: what follows looks whether it has
        requests = requests[:1]
    for request in requests:
        reply = _send(server, manifest, request)
        wanted = manifest.value(request, HT.resp)
        problem = _refused(reply) if is_update else _problem(manifest, wanted, reply)
        if problem:
            return Outcome(name, is_update, problem)
    return Outcome(name, is_update, "")


def _send(server: Server, manifest: Graph, request: Node) -> Reply:
    headers = {"Host": "www.example"}
    given = manifest.value(request, HT.headers)
    for header in Collection(manifest, given) if given else ():
        value = str(manifest.value(header, HT.fieldValue))
        headers[str(manifest.value(header, HT.fieldName))] = value
    body = manifest.value(request, HT.body)
    content = None
    if body is not None:
        encoding = str(manifest.value(body, CNT.characterEncoding))
        content = str(manifest.value(body, CNT.chars)).encode(encoding)
    return server.ask(
        str(manifest.value(request, HT.absolutePath)),
        method=str(manifest.value(request, HT.methodName)),
        headers=headers,
        body=content,
    )


def _refused(reply: Reply) -> str:
    return "" if 400 <= reply.status < 500 else f"an update was answered with {reply.status}"


def _problem(manifest: Graph, wanted: Node | None, reply: Reply) -> str:
    """Return what is not as it should be."""
    statuses = [str(status)[-3] for status in manifest.objects(wanted, MF.expectedStatus)]
    if str(reply.status)[0] not in statuses:
        return f"status {reply.status}: {reply.body[:120]!r}"
    form = manifest.value(wanted, MF.expectedFormat)
    types = {"RDF": RDF_TYPES, "tabular": TABULAR, "boolean": TABULAR[:1]}.get(str(form), ("",))
    if not reply.type.startswith(types):
        return f"type {reply.type}"
    boolean = manifest.value(wanted, MF.expectedBoolean)
    if boolean is not None and reply.json["boolean"] is not (str(boolean) == "true"):
        return f"answer {reply.json['boolean']}"
    return ""


def main() -> int:
    """Print the outcome of each test and the count; return 1 if one of the query part failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    outcomes = run_suite(parser.parse_args().folder)
    for outcome in outcomes:
        word = "FAILED" if outcome.problem else "refused" if outcome.is_update else "passed"
        print(f"{word:8} {outcome.name}  {outcome.problem}")
    queries = [outcome for outcome in outcomes if not outcome.is_update]
    passed = sum(not outcome.problem for outcome in queries)
    updates = [outcome for outcome in outcomes if outcome.is_update]
    refused = sum(not outcome.problem for outcome in updates)
    print(f"query part: {passed} of {len(queries)} passed")
    print(f"update part: {refused} of {len(updates)} refused with 4xx")
    return 0 if passed == len(queries) else 1


if __name__ == "__main__":
    sys.exit(main())
