"""Every Turtle file reads alike in two parsers; no blank nodes; JSON-LD says the same."""

from __future__ import annotations

import json
import re

import pytest
from pyld import jsonld
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
    serialize,
)
from rdflib import Graph

from coopgraph.shipped import shipped_folder

ONTOLOGY = shipped_folder("ontology")
FILES = sorted(path.relative_to(ONTOLOGY).as_posix() for path in ONTOLOGY.rglob("*.ttl"))
WITHOUT_BLANK_NODES = ["coopgraph.ttl", "kinds.ttl", "alignments.ttl"]
WITHOUT_BLANK_NODES += [file for file in FILES if file.startswith("examples/good/")]
OURS = re.compile(
    r"https://w3id\.org/coopgraph/("
    r"ns(#[A-Za-z]+)?|shapes#[A-Za-z-]+|release/[0-9.]+|scheme/[a-z-]+(/[a-z0-9]+([-.][a-z0-9]+)*)?"
    r"|id/[a-z]+/[a-z0-9]+([-.][a-z0-9]+)*)"
)


def read(file: str) -> list[Quad]:
    return list(parse(path=str(ONTOLOGY / file), format=RdfFormat.TURTLE))


def canonical(quads: list[Quad]) -> list[str]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(str(quad) for quad in dataset)


@pytest.mark.parametrize("file", FILES)
def test_both_parsers_read_the_same_triples(file: str) -> None:
    quads = read(file)
    graph = Graph().parse(ONTOLOGY / file, format="turtle")
    assert len(graph) == len(set(quads)) > 0
    lines = graph.serialize(format="nt")
    assert canonical(list(parse(lines, format=RdfFormat.N_TRIPLES))) == canonical(quads)


@pytest.mark.parametrize("file", WITHOUT_BLANK_NODES)
def test_no_blank_nodes_and_well_formed_iris(file: str) -> None:
    for quad in read(file):
        for term in (quad.subject, quad.predicate, quad.object):
            assert not isinstance(term, BlankNode)
            if isinstance(term, NamedNode) and term.value.startswith("https://w3id.org/coopgraph"):
                assert OURS.fullmatch(term.value), term


def test_files_end_with_one_newline_and_have_no_trailing_spaces() -> None:
    for path in (p for p in ONTOLOGY.rglob("*") if p.is_file()):
        text = path.read_text(encoding="utf-8")
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert not re.search(r"[ \t]\n", text), path


def test_json_ld_with_the_context_says_the_same_as_turtle() -> None:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))
    quads = [q for file in FILES if file.startswith("examples/good/") for q in read(file)]
    lines = serialize(quads, format=RdfFormat.N_QUADS)
    assert lines is not None
    expanded = jsonld.from_rdf(lines.decode(), {"format": "application/n-quads"})
    compact = jsonld.compact(expanded, context)
    mission = next(node for node in compact["@graph"] if node["id"].endswith("/mission-dune-2031"))
    assert mission["when"] == "2031-04"
    assert mission["prefLabel"] == {"fr": "Mission aux Dunes", "en": "Mission to the Dunes"}
    back = jsonld.to_rdf(compact, {"format": "application/n-quads"})
    assert canonical(list(parse(back, format=RdfFormat.N_QUADS))) == canonical(quads)
