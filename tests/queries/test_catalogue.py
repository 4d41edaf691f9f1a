from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.bindings import read_tokens
from coopgraph.errors import DataError, UnknownQuery
from coopgraph.queries.catalogue import find_question, read_catalogue
from coopgraph.queries.guard import check_text
from coopgraph.sparql import select

HEADER = """#: title-fr: Dunes
#: title-en: Dunes
#: question-fr: Quelles dunes ?
#: question-en: Which dunes?
#: keywords-fr: dune
#: keywords-en: dune
#: column: dune | dune | dune
#: view: table
SELECT ?dune { ?dune a ?kind } ORDER BY ?dune
"""


def refused(folder: Path, text: str) -> DataError:
    (folder / "dunes.rq").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_catalogue(folder)
    return caught.value


@pytest.mark.parametrize("name", read_catalogue())
def test_the_header_names_the_columns_of_the_query(name: str) -> None:
    question = find_question(name)
    examples = {"day": "2015-12-31", "during": "2015", "before": "2000-01-01"}
    given = {
        parameter.name: examples[parameter.name]
        for parameter in question.header.parameters
        if parameter.name in examples
    }
    plain = {
        parameter.name: parameter.example
        for parameter in question.header.parameters
        if parameter.required and parameter.kind == "record"
    }
    unbound = question.sparql
    assert not set(plain) & set(given)
    columns = select(Store(), unbound).variables
    assert columns == tuple(question.header.columns)


@pytest.mark.parametrize("name", read_catalogue())
def test_the_text_uses_each_parameter_and_stated_order(name: str) -> None:
    question = find_question(name)
    variables = {token.text[1:] for token in read_tokens(question.sparql) if token.text[0] == "$"}
    wanted = (
        {"lang"} if any(column.endswith("Label") for column in question.header.columns) else set()
    )
    for parameter in question.header.parameters:
        period = parameter.kind == "period"
        wanted |= (
            {f"{parameter.name}_first", f"{parameter.name}_last"} if period else {parameter.name}
        )
    assert variables == wanted
    assert "ORDER BY" in question.sparql
    # every term is one of the ontology, every prefix is written out
    assert check_text(question.sparql).warnings == ()


def test_the_catalogue_has_the_first_fifteen_competency_questions() -> None:
    numbers = {question.header.competency for question in read_catalogue().values()}
    assert set(range(1, 16)) <= numbers


def test_a_question_that_is_not_there() -> None:
    with pytest.raises(UnknownQuery, match="took-part") as caught:
        find_question("tookpart")
    assert caught.value.exit_code == 2
    assert "Aucune question" in caught.value.text_fr


def test_a_good_header_is_read(tmp_path: Path) -> None:
    (tmp_path / "dunes.rq").write_text(HEADER, encoding="utf-8")
    question = read_catalogue(tmp_path)["dunes"]
    assert question.header.question.text("fr") == "Quelles dunes ?"
    assert (question.header.parameters, question.header.competency) == ((), None)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    error = refused(tmp_path, HEADER.replace("#: title-en: Dunes\n", ""))
    assert error.text_en == "dunes.rq:1: The header lacks: title-en."


@pytest.mark.parametrize(
    "line",
    [
        "#: titel-fr: Dunes",
        "#: view: network",
        "#: note-fr:",
        "#: column: dune | dune",
        "#: column: 2dune | dune | dune",
        "#: param: x | thing | required | a | b | c",
        "#: param: x | record(dunes) | required | a | b | c",
        "#: param: x | day | perhaps | a | b | c",
        "#: param: x | day | default | a | b | c",
        "#: param: x | day | required 3 | a | b | c",
        "#: no colon",
    ],
)
def test_a_broken_line_is_refused_with_file_and_line(tmp_path: Path, line: str) -> None:
    error = refused(tmp_path, HEADER.replace("#: view", f"{line}\n#: view"))
    wrong = 9 if line == "#: view: network" else 8
    assert [(f.file, f.line, f.code) for f in error.findings] == [("dunes.rq", wrong, "E801")]
