"""The description of the dataset agrees with the files and the graph that it describes."""

import hashlib
from dataclasses import replace
from functools import partial
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Store

from coopgraph.export import EXPORTERS, dcat, export_file
from coopgraph.export.files import write_checked

PREFIXES = """
PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>
PREFIX void: <http://rdfs.org/ns/void#> PREFIX spdx: <http://spdx.org/rdf/terms#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
"""


def described(graph: Store, path: Path) -> Store:
    export_file(graph, "dcat", path)
    store = Store()
    store.load(path=path, format=RdfFormat.TURTLE)
    return store


def rows(store: Store, question: str) -> list[tuple[str, ...]]:
    solutions = store.query(PREFIXES + question)
    return [tuple(term.value for term in row) for row in solutions]  # type: ignore[union-attr]  # a SELECT


def test_size_and_checksum_are_those_of_the_files(dune: Store, tmp_path: Path) -> None:
    store = described(dune, tmp_path / "catalog.ttl")
    found = rows(
        store,
        """SELECT ?file ?size ?sum WHERE { ?d dcat:distribution ?file .
           ?file dcat:byteSize ?size ; spdx:checksum/spdx:checksumValue ?sum }""",
    )
    by_extension = {exporter.extension: name for name, exporter in EXPORTERS.items()}
    assert len(found) == 5
    for file, size, checksum in found:
        name = by_extension[file.rpartition("coopgraph.")[2]]
        written = export_file(dune, name, tmp_path / name)
        assert (int(size), checksum) == (written.bytes, written.sha256)
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == checksum


def test_void_counts_are_those_of_the_graph(dune: Store, tmp_path: Path) -> None:
    store = described(dune, tmp_path / "catalog.ttl")
    [(triples,)] = rows(store, "SELECT ?n WHERE { ?d a void:Dataset ; void:triples ?n }")
    assert int(triples) == sum(1 for _ in dune.quads_for_pattern(None, None, None, DefaultGraph()))
    partitions = rows(
        store, "SELECT ?class ?n WHERE { ?part void:class ?class ; void:entities ?n }"
    )
    assert partitions
    for class_, number in partitions:
        [(counted,)] = rows(dune, f"SELECT (COUNT(?x) AS ?n) WHERE {{ ?x a <{class_}> }}")
        assert counted == number


def test_what_dcat_ap_asks_of_a_dataset_is_there(dune: Store, tmp_path: Path) -> None:
    store = described(dune, tmp_path / "catalog.ttl")
    for language in ("fr", "en"):
        for term in ("dct:title", "dct:description", "dcat:keyword"):
            assert rows(
                store,
                f"SELECT ?text WHERE {{ ?d a dcat:Dataset ; {term} ?text "
                f"FILTER(LANG(?text) = '{language}') }}",
            ), f"{term} @{language}"
    for term in ("dct:license", "dct:language", "dcat:theme", "dcat:version", "dct:identifier"):
        assert rows(store, f"SELECT ?x WHERE {{ ?d a dcat:Dataset ; {term} ?x }}"), term
    assert not rows(
        store, "SELECT ?d WHERE { ?d a dcat:Distribution MINUS { ?d dcat:accessURL ?u } }"
    )


def test_the_publisher_is_who_the_caller_says_and_no_one_else(dune: Store, tmp_path: Path) -> None:
    assert not rows(described(dune, tmp_path / "a.ttl"), "SELECT ?p WHERE { ?d dct:publisher ?p }")
    configured = replace(
        EXPORTERS["dcat"],
        write=partial(
            dcat.write, publisher="https://example.org/dune", publisher_name="Gazette des Dunes"
        ),
    )
    write_checked(dune, configured, tmp_path / "b.ttl")
    store = Store()
    store.load(path=tmp_path / "b.ttl", format=RdfFormat.TURTLE)
    agent = NamedNode("https://example.org/dune")
    name = NamedNode("http://xmlns.com/foaf/0.1/name")
    assert list(store.quads_for_pattern(agent, name, Literal("Gazette des Dunes"), None))
