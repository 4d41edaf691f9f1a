"""Sorted lines and the content hash do not depend on the order of loading."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from coopgraph.canonical import hash_lines, hash_store, sorted_lines

NAMES = ("sel", "dune", "été", "écluse", "Zèbre", "phare")
QUADS = [
    Quad(NamedNode(f"https://example.org/{name}"), NamedNode("a:p"), Literal(f"{name}\x85\u2028\n"))
    for name in NAMES
]


@pytest.mark.parametrize("at_once", [1, 2, 4, 6, 100])
def test_pieces_give_the_same_lines_as_one_sort(at_once: int) -> None:
    expected = sorted(f"{quad} .\n".encode() for quad in QUADS)
    assert list(sorted_lines(QUADS, at_once=at_once)) == expected


@pytest.mark.parametrize("at_once", [2, 100])
def test_no_line_comes_twice(at_once: int) -> None:
    assert len(list(sorted_lines([*QUADS, *QUADS], at_once=at_once))) == len(QUADS)


def test_n_triples_leave_the_graph_out() -> None:
    triple = (NamedNode("a:s"), NamedNode("a:p"), NamedNode("a:o"))
    quads = [Quad(*triple, NamedNode("a:g"))]
    assert list(sorted_lines(quads)) == [b"<a:s> <a:p> <a:o> <a:g> .\n"]
    triples = [Quad(*triple)]
    lines = sorted_lines(triples, format=RdfFormat.N_TRIPLES)
    assert list(lines) == [b"<a:s> <a:p> <a:o> .\n"]


def test_the_hash_tells_graphs_apart_and_nothing_else() -> None:
    one, two = Store(), Store()
    one.extend(QUADS)
    two.extend(reversed(QUADS))
    assert hash_store(one) == hash_store(two) == hash_lines(sorted_lines(QUADS))
    two.remove(QUADS[0])
    assert hash_store(one) != hash_store(two)


def test_an_empty_graph_has_a_hash() -> None:
    assert hash_store(Store()) == hash_lines([])
