"""Records by name: whole names first, then places and titles, then a person's surname."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from coopgraph.errors import UnknownEntity
from coopgraph.graph import build_graph
from coopgraph.identifiers import record_iri
from coopgraph.views.names import RecordNames, find_record
from coopgraph.vocabulary import COOP, RDF, SKOS

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"


@pytest.fixture(scope="module")
def store() -> Store:
    return build_graph(DUNE).store


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("technopole-dune", "technopole-dune"),
        ("technopôle des  dunes", "technopole-dune"),
        ("Port-Dune", "port-dune"),
        ("Modèle", "leo-modele"),
        ("modele", "leo-modele"),
        ("Exemple", "ada-exemple"),  # bodies have no surname
    ],
)
def test_a_name_finds_its_record(store: Store, text: str, expected: str) -> None:
    assert find_record(store, text).rpartition("/")[2] == expected


def test_a_surname_that_two_persons_have_names_them(store: Store) -> None:
    two = Store()
    two.extend(store)
    for first in ("Zoé", "Ève"):
        person = NamedNode(record_iri("actor", f"{'zoe' if first == 'Zoé' else 'eve'}-modele"))
        two.add(Quad(person, RDF.type, COOP.Actor))
        two.add(Quad(person, RDF.type, COOP.Person))
        two.add(Quad(person, SKOS.prefLabel, Literal(f"{first} Modèle", language="fr")))
    with pytest.raises(UnknownEntity, match="eve-modele, leo-modele, zoe-modele"):
        find_record(two, "Modèle")
    assert find_record(two, "Ève Modèle").endswith("/eve-modele")


@pytest.mark.parametrize("text", ["Modè", "odèle", "", " ", "-"])
def test_part_of_a_surname_is_none(store: Store, text: str) -> None:
    with pytest.raises(UnknownEntity):
        find_record(store, text)


def test_names_that_are_read_once_serve_for_many(store: Store) -> None:
    copy = Store()
    copy.extend(store)
    names = RecordNames(copy)
    before = names.find("Technopôle des Dunes")
    copy.clear()
    assert names.find("Technopôle des Dunes") == before
