from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from coopgraph.errors import MissingParameter, UnknownEntity, UnknownParameter, UsageError
from coopgraph.queries.bearers import Bearers
from coopgraph.queries.catalogue import Question, find_question
from coopgraph.queries.header import read_header
from coopgraph.queries.parameters import bind_parameters
from coopgraph.vocabulary import SKOS, expand

TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

HEADER = """#: title-fr: Dunes
#: title-en: Dunes
#: question-fr: Quelles dunes ?
#: question-en: Which dunes?
#: keywords-fr: dune
#: keywords-en: dune
#: param: p | {} | required | example | dune | dune
#: column: dune | dune | dune
#: view: table
"""


def bind(kind: str, value: str, graph: Store | None = None) -> dict[str, str]:
    question = Question("dunes", read_header(HEADER.format(kind)), "")
    bound = bind_parameters(question, {"p": value}, graph or Store(), language="fr")
    assert bound.pop("lang").value == "fr"
    return {name: term.value for name, term in bound.items()}


def test_a_record_is_found_by_its_id_or_its_iri(dune: Any) -> None:
    iri = "https://w3id.org/coopgraph/id/mission/mission-hiver-2014"
    for kind in ("record", "record(missions projects)"):
        assert bind(kind, "mission-hiver-2014", dune.store) == {"p": iri}
        assert bind(kind, f"<{iri}>", dune.store) == {"p": iri}


@pytest.mark.parametrize(
    "value", ["mission-hiver-2041", "Missions d’hiver", "mission hiver", "> <"]
)
def test_an_unknown_record_is_refused_with_near_ones(dune: Any, value: str) -> None:
    with pytest.raises(UnknownEntity) as caught:
        bind("record(missions)", value, dune.store)
    assert caught.value.exit_code == 2
    assert ("mission-hiver-2014" in caught.value.text_fr) == ("iver" in value)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ville de Port-Dune", "ville-port-dune"),
        ("VILLE DE PORT DUNE", "ville-port-dune"),
        ("Port-Dune City Council", "ville-port-dune"),
        ("institut de l'exemple", "institut-exemple"),
        ("Pepiniere des dunes", "technopole-dune"),
    ],
)
def test_a_record_is_found_by_any_of_its_names(name: str, found: str, dune: Any) -> None:
    iri = f"https://w3id.org/coopgraph/id/actor/{found}"
    assert bind("record(actors)", name, dune.store) == {"p": iri}
    with pytest.raises(UnknownEntity):
        bind("record(places)", name, dune.store)


def named(*names: tuple[str, str]) -> Store:
    store = Store()
    for path, name in names:
        record = NamedNode(f"https://w3id.org/coopgraph/id/{path}")
        class_ = expand("coop:Actor" if path.startswith("actor") else "coop:Place")
        store.add(Quad(record, TYPE, class_))
        store.add(Quad(record, SKOS.prefLabel, Literal(name, language="fr")))
    return store


def test_a_name_that_several_records_bear_is_refused_with_their_ids() -> None:
    graph = named(("actor/dune", "Dune"), ("place/bourg", "Dune"), ("actor/autre", "Dûne"))
    with pytest.raises(UnknownEntity) as caught:
        bind("record(actors)", "dune", named(("actor/a", "Dune"), ("actor/b", "Dûne")))
    assert "plusieurs fiches portent ce nom : Dune (a), Dûne (b)." in caught.value.text_fr
    assert "several records bear this name: Dune (a), Dûne (b)." in caught.value.text_en
    # an id goes before names, and a name counts in the tables of the parameter alone
    assert bind("record(actors)", "dune", graph)["p"].endswith("/actor/dune")
    assert bind("record(places)", "Dune", graph)["p"].endswith("/place/bourg")


def test_what_shares_the_telling_word_goes_before_what_is_spelt_nearly_so() -> None:
    graph = named(
        ("actor/ville-crest", "Ville de Crest"),
        ("actor/ville-best", "Ville de Best"),
        ("actor/port-brest", "Grand port maritime et chantiers de Brest"),
    )
    with pytest.raises(UnknownEntity) as caught:
        bind("record(actors)", "Ville de Brest", graph)
    near = caught.value.text_fr.partition("proches : ")[2]
    assert near.startswith("Grand port maritime et chantiers de Brest (port-brest), Ville de ")


def test_the_names_of_a_graph_are_read_once_and_not_for_an_id() -> None:
    graph = named(("actor/dune", "Grande Dune"))
    bearers = Bearers(graph)
    question = Question("dunes", read_header(HEADER.format("record")), "")

    def ask(value: str) -> str:
        bound = bind_parameters(question, {"p": value}, graph, language="fr", bearers=bearers)
        return str(bound["p"].value)

    iri = ask("dune")
    name = SKOS.prefLabel
    graph.add(Quad(NamedNode(iri), name, Literal("Petite Dune", language="fr")))
    assert ask("Petite Dune") == iri  # read only now
    graph.add(Quad(NamedNode(iri), name, Literal("Autre Dune", language="fr")))
    with pytest.raises(UnknownEntity):
        ask("Autre Dune")


def test_a_record_of_another_table_is_refused(dune: Any) -> None:
    with pytest.raises(UnknownEntity):
        bind("record(actors)", "mission-hiver-2014", dune.store)


@pytest.mark.parametrize(
    ("kind", "value", "bound"),
    [
        ("concept(side)", "quebec", {"p": "https://w3id.org/coopgraph/scheme/side/quebec"}),
        ("day", "2031-02-28", {"p": "2031-02-28"}),
        ("period", "2018-24", {"p_first": "2018-12-01", "p_last": "2019-02-28"}),
        ("period", "2010/2012", {"p_first": "2010-01-01", "p_last": "2012-12-31"}),
        ("integer", " 7 ", {"p": "7"}),
        ("text", '"} #', {"p": '"} #'}),
        ("mode", "certainement", {"p": "certainly"}),
        ("yesno", "Oui", {"p": "true"}),
        ("yesno", "no", {"p": "false"}),
    ],
)
def test_values_of_each_kind(kind: str, value: str, bound: dict[str, str]) -> None:
    assert bind(kind, value) == bound


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("concept(side)", "quebek"),
        ("day", "2031-02-30"),
        ("day", "2031-02"),
        ("period", "2010/.."),
        ("period", "soon"),
        ("integer", "seven"),
        ("mode", "perhaps"),
        ("yesno", "perhaps"),
    ],
)
def test_a_value_of_another_kind_is_refused(kind: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"p={value}") as caught:
        bind(kind, value)
    assert caught.value.exit_code == 2
    assert "example" in caught.value.text_fr


def test_what_is_missing_or_unknown_is_refused() -> None:
    question = find_question("took-part")
    with pytest.raises(MissingParameter, match="activity="):
        bind_parameters(question, {}, Store(), language="en")
    with pytest.raises(UnknownParameter, match="activity, inferred"):
        bind_parameters(question, {"aktivity": "x"}, Store(), language="en")


def test_an_optional_parameter_stays_open() -> None:
    bound = bind_parameters(
        find_question("projects-under-old-agreements"), {}, Store(), language="fr"
    )
    assert "programme" not in bound
    assert bound["before"].value == "2000-01-01"
