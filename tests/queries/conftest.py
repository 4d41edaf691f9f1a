"""The two graphs of these tests, each asked by two engines that share no code."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, serialize

from coopgraph.graph import build_graph
from coopgraph.identifiers import split_iri
from coopgraph.queries.catalogue import find_question
from coopgraph.queries.parameters import bind_parameters
from coopgraph.queries.run import run_question

Cells = tuple[str, ...]


class Graphs(NamedTuple):
    """The same triples in Oxigraph and in rdflib's own store."""

    store: Store
    plain: rdflib.Graph


def both_of(folder: Path) -> Graphs:
    store = build_graph(folder).store
    triples = {quad.triple for quad in store}
    plain = rdflib.Graph()
    # not oxrdflib: that would hand the query back to Oxigraph
    plain.parse(BytesIO(serialize(triples, format=RdfFormat.N_TRIPLES) or b""), format="nt")
    return Graphs(store, plain)


def short(value: str) -> str:
    """Return the id in one of our IRIs, else the value."""
    try:
        return split_iri(value)[1]
    except ValueError:
        return value


def ask_oxigraph(
    graphs: Graphs, name: str, given: Mapping[str, str], language: str
) -> tuple[Cells, list[Cells]]:
    result = run_question(graphs.store, find_question(name), given, language=language)
    rows = [
        tuple("" if term is None else short(str(term.value)) for term in row) for row in result.rows
    ]
    return result.variables, rows


def ask_rdflib(
    graphs: Graphs, name: str, given: Mapping[str, str], language: str
) -> tuple[Cells, list[Cells]]:
    question = find_question(name)
    bound = bind_parameters(question, given, graphs.store, language=language)
    terms = {variable: as_rdflib_term(term) for variable, term in bound.items()}
    result = graphs.plain.query(question.sparql, initBindings=terms)
    assert result.vars is not None
    rows = [
        tuple("" if term is None else short(str(term)) for term in row)
        for row in result
        if isinstance(row, tuple)
    ]
    return tuple(str(variable) for variable in result.vars), rows


def as_rdflib_term(term: NamedNode | Literal) -> rdflib.URIRef | rdflib.Literal:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if term.datatype.value.endswith("#string"):
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))


@pytest.fixture(scope="session")
def seed() -> Graphs:
    """The article of August 2019, the tables that come with coopgraph."""
    return both_of(Path(__file__).parents[1] / "fixtures" / "seed")


@pytest.fixture(scope="session")
def dune() -> Graphs:
    """The invented tables."""
    return both_of(Path(__file__).parents[1] / "fixtures" / "dune")


def rows_of(
    graphs: Graphs, name: str, given: Mapping[str, str], columns: tuple[str, ...]
) -> list[Cells]:
    """Return these columns of the answer of our own engine.

    That rdflib answers alike is tested once for each question (``test_dune_answers.py``): it takes
    a second for what ours does in a millisecond.
    """
    names, rows = ask_oxigraph(graphs, name, given, "en")
    places = [names.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in rows]
