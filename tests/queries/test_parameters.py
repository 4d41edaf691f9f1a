from typing import Any

import pytest
from pyoxigraph import Store

from coopgraph.errors import MissingParameter, UnknownEntity, UnknownParameter, UsageError
from coopgraph.queries.catalogue import Question, find_question
from coopgraph.queries.header import read_header
from coopgraph.queries.parameters import bind_parameters

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


@pytest.mark.parametrize("value", ["mission-hiver-2041", "Mission d’hiver", "mission hiver", "> <"])
def test_an_unknown_record_is_refused_with_near_ones(dune: Any, value: str) -> None:
    with pytest.raises(UnknownEntity) as caught:
        bind("record(missions)", value, dune.store)
    assert caught.value.exit_code == 2
    assert ("mission-hiver-2014" in caught.value.text_fr) == ("iver" in value)


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
