"""Good examples conform; each faulty one yields the one code that it is there to show."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pyshacl
import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store
from rdflib import RDF, SH, Graph, URIRef

from coopgraph.shipped import shipped_folder

ONTOLOGY = shipped_folder("ontology")
CODE = URIRef("https://w3id.org/coopgraph/shapes#code")
WORDS = [ONTOLOGY / "coopgraph.ttl", ONTOLOGY / "kinds.ttl"]
GOOD = sorted((ONTOLOGY / "examples" / "good").glob("*.ttl"))
PREFIXES = """
@prefix coop: <https://w3id.org/coopgraph/ns#> .
@prefix outcome: <https://w3id.org/coopgraph/id/outcome/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix x: <https://w3id.org/coopgraph/id/x/> .
"""
HEADER = ("code", "severity", "message-fr", "message-en", "remedy-fr", "remedy-en")


def faulty(folder: str) -> list[Path]:
    return sorted((ONTOLOGY / "examples" / "faulty" / folder).glob("*.ttl"))


def stem(path: Path) -> str:
    return path.stem


def planted_code(path: Path) -> str:
    match = re.match(r"# code: ([EW]\d{3})\n", path.read_text(encoding="utf-8"))
    assert match, path
    return match[1]


def load_graph(*files: Path) -> Graph:
    graph = Graph()
    for file in files:
        graph.parse(file, format="turtle")
    return graph


@cache
def shape_findings(shapes_name: str, folder: str) -> dict[str, set[tuple[str, str]]]:
    """Validate everything at once; return code and shape of the findings of each file."""
    words = WORDS + (GOOD if folder == "shapes" else [])
    whole, owners = load_graph(*words), {}
    for file in faulty(folder):
        part = load_graph(file)
        owners.update(dict.fromkeys(part.subjects(), file.stem))
        whole += part
    shapes = load_graph(ONTOLOGY / "shapes" / f"{shapes_name}.ttl")
    _, report, _ = pyshacl.validate(whole, shacl_graph=shapes)
    assert isinstance(report, Graph)
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = report.value(result, SH.focusNode)
        shape = report.value(result, SH.sourceShape)
        assert focus is not None
        name = str(shape).partition("#")[2]
        found[owners.get(focus, "good")].add((str(shapes.value(shape, CODE)), name))
    return found


def test_good_examples_conform() -> None:
    assert shape_findings("data", "shapes")["good"] == set()
    assert shape_findings("style", "style")["good"] == set()


@pytest.mark.parametrize("file", faulty("shapes"), ids=stem)
def test_faulty_example_of_a_shape_yields_its_code(file: Path) -> None:
    assert shape_findings("data", "shapes")[file.stem] == {(planted_code(file), file.stem)}


@pytest.mark.parametrize("file", faulty("style"), ids=stem)
def test_faulty_example_of_a_style_shape_yields_its_code(file: Path) -> None:
    assert shape_findings("style", "style")[file.stem] == {(planted_code(file), file.stem)}


@pytest.mark.parametrize(("shapes", "folder"), [("data", "shapes"), ("style", "style")])
def test_every_shape_has_a_faulty_example(shapes: str, folder: str) -> None:
    graph = load_graph(ONTOLOGY / "shapes" / f"{shapes}.ttl")
    coded = {str(shape).partition("#")[2] for shape in graph.subjects(CODE)}
    assert coded == {file.stem for file in faulty(folder)}


def test_every_class_has_a_good_example() -> None:
    shapes = load_graph(ONTOLOGY / "shapes" / "data.ttl")
    world = load_graph(*GOOD)
    for target in set(shapes.objects(None, SH.targetClass)):
        assert (None, RDF.type, target) in world, target
    for target in set(shapes.objects(None, SH.targetSubjectsOf)):
        derived = str(target).endswith(("tookPartIn", "cooperatedWith"))
        assert derived or (None, target, None) in world, target


def gates(folder: str) -> dict[str, str]:
    files = sorted((ONTOLOGY / "gates" / folder).glob("*.rq"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def header(text: str) -> dict[str, str]:
    return dict(re.findall(r"^# ([a-z-]+): (.+)$", text, flags=re.MULTILINE))


def failing_gates(folder: str, *files: Path) -> set[str]:
    store = Store()
    for file in files:
        store.load(path=str(file), format=RdfFormat.TURTLE)
    failing = set()
    for name, text in gates(folder).items():
        answer = store.query(text)
        assert isinstance(answer, QuerySolutions)
        if list(answer):
            failing.add(name)
    return failing


@pytest.mark.parametrize("folder", ["data", "ontology"])
def test_gate_headers_are_whole_and_codes_differ(folder: str) -> None:
    codes = []
    for name, text in gates(folder).items():
        said = header(text)
        assert tuple(key for key in said if key in HEADER) == HEADER, name
        assert said["severity"] == ("warning" if said["code"].startswith("W") else "error")
        assert re.search(r"SELECT (DISTINCT )?\?record \?property \?value WHERE", text), name
        codes.append(said["code"])
    assert len(codes) == len(set(codes)) > 0


def test_good_examples_pass_every_gate() -> None:
    assert failing_gates("data", *WORDS, *GOOD) == set()
    assert failing_gates("ontology", *WORDS, ONTOLOGY / "alignments.ttl") == set()


@pytest.mark.parametrize("file", faulty("gates"), ids=stem)
def test_faulty_example_of_a_gate_fails_that_gate_alone(file: Path) -> None:
    assert failing_gates("data", *WORDS, *GOOD, file) == {file.stem}
    assert header(gates("data")[file.stem])["code"] == planted_code(file)


def records_of(name: str, facts: str) -> list[str]:
    """Return what a gate finds in the good examples together with these facts."""
    store = Store()
    for file in (*WORDS, *GOOD):
        store.load(path=str(file), format=RdfFormat.TURTLE)
    store.load(PREFIXES + facts, format=RdfFormat.TURTLE)
    answer = store.query(gates("data")[name])
    assert isinstance(answer, QuerySolutions)
    return [str(row["record"].value).rpartition("/")[2] for row in answer]


@pytest.mark.parametrize("property_", ["partOf", "within", "copyOf"])
def test_no_chain_comes_back_to_where_it_began(property_: str) -> None:
    facts = f"x:a coop:{property_} x:b . x:b coop:{property_} x:c . x:d coop:{property_} x:a ."
    assert records_of("whole-within-itself", facts) == []
    closed = f"{facts} x:c coop:{property_} x:a ."
    assert records_of("whole-within-itself", closed) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("property_", "value", "differs"),
    [
        ("skos:prefLabel", "Contrat des Dunes", False),
        ("skos:prefLabel", "Dunes contract", False),
        ("skos:prefLabel", "Contrat du port", True),
        ("coop:when", "2031", False),
        ("coop:when", "2032", True),
        ("coop:when", "en 2032", False),
        ("coop:statusAsOf", "2031-08-14", True),
        ("coop:locatedIn", "port-dune", False),
        ("coop:locatedIn", "port-exemple", True),
    ],
)
def test_a_retained_value_is_the_one_of_the_cell(property_: str, value: str, differs: bool) -> None:
    facts = f"""x:claim a coop:Claim ; coop:claimedProperty {property_} ;
        coop:claimedValue "{value}" ; coop:describes outcome:contrat-dune ;
        coop:hasStanding <https://w3id.org/coopgraph/scheme/standing/retained> ."""
    found = records_of("retained-value-differs", facts)
    assert found == (["contrat-dune"] if differs else [])


@pytest.mark.parametrize("file", faulty("ontology"), ids=stem)
def test_faulty_term_fails_its_gate_alone(file: Path) -> None:
    assert failing_gates("ontology", *WORDS, file) == {file.stem}
    assert header(gates("ontology")[file.stem])["code"] == planted_code(file)


def test_every_gate_has_a_faulty_example() -> None:
    assert set(gates("data")) == {file.stem for file in faulty("gates")}
    # what the description of the ontology lacks is planted in test_metadata.py
    planted = {file.stem for file in faulty("ontology")} | {"metadata-missing"}
    assert set(gates("ontology")) == planted
