"""What every format promises: the same bytes, the same facts, whole or not there."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, DefaultGraph, RdfFormat, Store, parse

from coopgraph.errors import WriteError
from coopgraph.export import EXPORTERS, export_file
from coopgraph.export.files import Digest, Exporter, write_checked
from coopgraph.vocabulary import COOP, RDF

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"
SCRIPT = """
import sys
from pathlib import Path
from coopgraph.export import EXPORTERS, export_file
from coopgraph.graph import build_graph
store = build_graph(Path(sys.argv[1])).store
for name in EXPORTERS:
    print(name, export_file(store, name, Path(sys.argv[2]) / name).sha256)
"""


def sums_under(folder: Path, tables: Path, **environment: str) -> str:
    """Return the checksums of all formats, written by a process of its own."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tables), str(folder)],
        env={**os.environ, **environment, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def shuffled_copy(folder: Path) -> Path:
    """Return a copy of the tables whose rows stand in another order."""
    folder.mkdir()
    for path in DUNE.glob("*.csv"):
        header, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / path.name).write_text(header + "".join(reversed(rows)), encoding="utf-8")
    return folder


def test_bytes_depend_on_nothing_but_the_facts(tmp_path: Path) -> None:
    first = sums_under(tmp_path / "a", DUNE, PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Tokyo")
    shuffled = shuffled_copy(tmp_path / "tables")
    second = sums_under(
        tmp_path / "b", shuffled, PYTHONHASHSEED="77", LC_ALL="fr_FR.UTF-8", TZ="America/Montreal"
    )
    assert first == second
    assert len(first.splitlines()) == len(EXPORTERS)


@pytest.mark.parametrize("name", ["turtle", "ntriples", "jsonld"])
def test_published_formats_hold_exactly_the_default_graph(
    name: str, dune: Store, tmp_path: Path
) -> None:
    export_file(dune, name, tmp_path / "file")
    expected = {q.triple for q in dune.quads_for_pattern(None, None, None, DefaultGraph())}
    found = parse(path=tmp_path / "file", format=EXPORTERS[name].format)
    assert {quad.triple for quad in found} == expected


def test_no_format_has_a_blank_node(dune: Store, tmp_path: Path) -> None:
    for name, exporter in EXPORTERS.items():
        export_file(dune, name, tmp_path / name)
        for quad in parse(path=tmp_path / name, format=exporter.format):
            assert not isinstance(quad.subject, BlankNode)
            assert not isinstance(quad.object, BlankNode)


def test_turtle_is_sorted_and_uses_our_prefixes(dune: Store, tmp_path: Path) -> None:
    export_file(dune, "turtle", tmp_path / "a.ttl")
    text = (tmp_path / "a.ttl").read_text(encoding="utf-8")
    subjects = [line.split(" ")[0] for line in text.splitlines() if line.startswith("<https")]
    assert subjects == sorted(subjects)
    assert "coop:earliestBegin" in text
    assert "\r" not in text


def test_trig_has_derived_ties_and_a_graph_for_each_citation(dune: Store, tmp_path: Path) -> None:
    export_file(dune, "trig", tmp_path / "a.trig")
    names = {
        str(quad.graph_name) for quad in parse(path=tmp_path / "a.trig", format=RdfFormat.TRIG)
    }
    citations = list(dune.quads_for_pattern(None, RDF.type, COOP.Citation, DefaultGraph()))
    assert "<https://w3id.org/coopgraph/graph/derived>" in names
    cited = {name for name in names if "/graph/citation/" in name}
    assert len(cited) == len(citations) > 0


def test_a_citation_of_one_column_supports_that_property_alone(dune: Store, tmp_path: Path) -> None:
    export_file(dune, "nquads", tmp_path / "a.nq")
    store = Store()
    store.bulk_load(path=tmp_path / "a.nq", format=RdfFormat.N_QUADS)
    question = """
        PREFIX coop: <https://w3id.org/coopgraph/ns#> PREFIX dct: <http://purl.org/dc/terms/>
        SELECT DISTINCT ?property ?cited WHERE {
          ?citation coop:citedProperty ?cited .
          GRAPH ?g { ?g dct:source ?citation . ?record ?property ?value
                     FILTER(?record != ?g) } }"""
    rows = [(str(row["property"]), str(row["cited"])) for row in store.query(question)]  # type: ignore[union-attr]  # a SELECT
    bounds = ("earliest", "latest", "openEnd", "dateMark", "dateQualifier")
    assert rows
    for found, cited in rows:
        assert found == cited or any(word in found for word in bounds)


def test_a_file_that_does_not_read_back_is_not_written(dune: Store, tmp_path: Path) -> None:
    def write_half(graph: Store, stream: object) -> Digest:
        digest = EXPORTERS["turtle"].write(graph, stream)  # type: ignore[arg-type]  # passed through
        digest.count += 1
        return digest

    target = tmp_path / "a.ttl"
    target.write_text("old", encoding="utf-8")
    good = EXPORTERS["turtle"]
    bad = Exporter(
        good.name, write_half, good.format, good.rdflib_name, "ttl", good.media_type, "", ""
    )
    with pytest.raises(WriteError, match="did not read back"):
        write_checked(dune, bad, target)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_said_and_nothing_is_left(dune: Store, tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="could not be written"):
        export_file(dune, "turtle", tmp_path / "no" / "a.ttl")
    assert list(tmp_path.iterdir()) == []


def test_what_is_told_of_a_file_is_true(dune: Store, tmp_path: Path) -> None:
    written = export_file(dune, "ntriples", tmp_path / "a.nt")
    data = (tmp_path / "a.nt").read_bytes()
    assert written.bytes == len(data)
    assert written.sha256 == hashlib.sha256(data).hexdigest()
    assert written.quads == data.count(b"\n")


def test_an_empty_graph_is_an_empty_file(tmp_path: Path) -> None:
    assert export_file(Store(), "ntriples", tmp_path / "a.nt").quads == 0
    assert (tmp_path / "a.nt").read_bytes() == b""
