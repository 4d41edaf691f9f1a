"""Gates: what their files must say, and what becomes of what they find."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from coopgraph.errors import CoopgraphError
from coopgraph.validate.gates import HEADER_EXAMPLE, read_gate, read_gates, validate_gates

MISSION = NamedNode("https://w3id.org/coopgraph/id/mission/mission-dune-2031")
ON_SIDE = NamedNode("https://w3id.org/coopgraph/ns#onSide")
HEAD = HEADER_EXAMPLE.rpartition("SELECT")[0]
QUERY = (
    f"SELECT ?record ?property ?value {{ ?record ?property ?value FILTER(?property = {ON_SIDE}) }}"
)


@pytest.fixture
def store() -> Store:
    side = NamedNode("https://w3id.org/coopgraph/scheme/side/quebec")
    made = Store()
    made.extend([Quad(MISSION, ON_SIDE, side), Quad(MISSION, ON_SIDE, Literal("ouest"))])
    return made


def gate_file(folder: Path, text: str) -> Path:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "side.rq").write_text(text, encoding="utf-8")
    return folder


def test_a_gate_finds_record_property_and_value(tmp_path: Path, store: Store) -> None:
    faults = validate_gates(store, folder=gate_file(tmp_path, HEAD + QUERY))
    assert {fault.record for fault in faults} == {MISSION.value}
    assert {fault.properties for fault in faults} == {(ON_SIDE.value,)}
    assert sorted(fault.value.rpartition("/")[2] for fault in faults) == ["ouest", "quebec"]
    assert {fault.text_fr for fault in faults} == {"cet accord a deux signatures le même jour"}
    assert {fault.remedy_en for fault in faults} == {"keep the row whose source is the surer one"}


def test_a_gate_may_find_the_record_alone(tmp_path: Path, store: Store) -> None:
    text = HEAD + "SELECT DISTINCT ?record { ?record ?p ?o }"
    (fault,) = validate_gates(store, folder=gate_file(tmp_path, text))
    assert (fault.properties, fault.value, fault.code) == ((), "", "E421")


def test_progress_is_told_gate_by_gate(tmp_path: Path, store: Store) -> None:
    told: list[tuple[str, int, int]] = []
    validate_gates(
        store,
        folder=gate_file(tmp_path, HEAD + QUERY),
        progress=lambda *step: told.append(step),
    )
    assert told == [("SPARQL", 1, 1)]


@pytest.mark.parametrize(
    "line",
    ["code", "severity", "message-fr", "message-en", "remedy-fr", "remedy-en"],
)
def test_a_header_without_one_of_its_lines_is_refused(line: str) -> None:
    text = "\n".join(one for one in HEADER_EXAMPLE.split("\n") if not one.startswith(f"# {line}:"))
    with pytest.raises(CoopgraphError, match=f"side.rq.*{line}") as caught:
        read_gate(text, "side.rq")
    assert "side.rq" in caught.value.text_fr
    assert line in caught.value.text_fr


@pytest.mark.parametrize("severity", ["warning", "fatal"])
def test_the_code_must_fit_the_severity(severity: str) -> None:
    text = HEADER_EXAMPLE.replace("severity: error", f"severity: {severity}")
    with pytest.raises(CoopgraphError, match=f"side.rq.*E421 / {severity}"):
        read_gate(text, "side.rq")


def test_header_lines_after_the_query_has_begun_do_not_count() -> None:
    head, query = HEAD.split("\n", 1)[1], HEADER_EXAMPLE.rpartition("\n")[0]
    with pytest.raises(CoopgraphError, match="no “code”"):
        read_gate(head + query.rpartition("\n")[2] + "\n# code: E421\n", "side.rq")


@pytest.mark.parametrize(
    ("query", "what"),
    [
        ("SELECT ?record { ?record ", "line"),
        ("SELECT ?x { ?x ?y ?z }", r"\?x"),
        ("SELECT ?record ?shape { ?record ?shape ?z }", r"\?shape"),
        ("ASK { ?record ?p ?o }", "SELECT"),
        ("SELECT ?record { ?s ?p ?record FILTER(isLiteral(?record)) }", "node"),
    ],
)
def test_a_broken_query_names_its_file(tmp_path: Path, store: Store, query: str, what: str) -> None:
    with pytest.raises(CoopgraphError, match=what) as caught:
        validate_gates(store, folder=gate_file(tmp_path, HEAD + query))
    assert "data/side.rq" in caught.value.text_en
    assert "data/side.rq" in caught.value.text_fr


def test_every_gate_that_comes_with_coopgraph_is_whole() -> None:
    gates = read_gates()
    assert gates
    assert validate_gates(Store()) == []
    for gate in gates:
        for text in (gate.message_fr, gate.message_en, gate.remedy_fr, gate.remedy_en):
            assert "http" not in text, gate.name
            assert "coop:" not in text, gate.name
