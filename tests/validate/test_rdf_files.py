"""Files of RDF by others: every format, every fault with its place, hostile ones stopped."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.findings import Finding, format_finding
from coopgraph.tables.codes import CODES
from coopgraph.validate.rdf_files import judge_rdf_file
from coopgraph.validate.rdf_reader import find_deep_nesting, prolog_has_doctype, read_troubles

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
COOP = "https://w3id.org/coopgraph/ns#"
XML = f'<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="{RDF}" xmlns:e="http://example.org/">\n'
OURS = "https://w3id.org/coopgraph/context.jsonld"


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ontology")
    context = f'{{"@context": {{"hasParty": {{"@id": "{COOP}hasParty", "@type": "@id"}}}}}}'
    (folder / "context.jsonld").write_text(context, encoding="utf-8")
    return folder


def judge(folder: Path, name: str, content: str | bytes, ontology: Path) -> list[Finding]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return judge_rdf_file(path, seconds=20, ontology=ontology)


def quickly(
    folder: Path, name: str, content: str | bytes, ontology: Path
) -> list[tuple[int, int, str]]:
    """Judge in this process, without the cost of a child: for contents that harm nobody."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = read_troubles(path, ontology / "context.jsonld")
    return [(trouble.line, trouble.column, trouble.code) for trouble in found]


SOUND = {
    "a.ttl": f"\ufeff@prefix coop: <{COOP}> . <http://a.org/> coop:hasParty <http://b.org/> .",
    "a.trig": f"<http://g.org/> {{ <http://a.org/> <{COOP}hasParty> <http://b.org/> }}",
    "a.nt": '<http://a.org/> <http://b.org/> "c"@fr .\n',
    "a.nq": "<http://a.org/> <http://b.org/> <http://c.org/> <http://g.org/> .\n",
    "a.rdf": XML
    + '<rdf:Description rdf:about="http://a.org/"><e:p>x</e:p></rdf:Description></rdf:RDF>',
    "a.jsonld": f'{{"@context": "{OURS}", "@id": "http://a.org/", "hasParty": "http://b.org/"}}',
    "b.jsonld": f'{{"@context": ["{OURS}", {{"x": "http://a.org/x"}}], "x": 1}}',
}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_file_has_no_finding(tmp_path: Path, ontology: Path, name: str) -> None:
    assert quickly(tmp_path, name, SOUND[name], ontology) == []


FAULTS = [
    ("a.ttl", "<http://a.org/> a\n  <http://b.org/>\n", (3, 1, "E701")),
    ("a.ttl", "<http://a.org/> a b:c .", (1, 19, "E701")),
    (
        "a.ttl",
        '<http://a.org/> a <http://b.org/> .\n<http://a.org/> <http://b> "x',
        (2, 28, "E701"),
    ),
    ("a.ttl", "<http://a.org/ b> a <http://b.org/> .", (1, 1, "E701")),
    ("a.trig", "<http://g.org/> { <http://a.org/> a }", (1, 37, "E701")),
    ("a.nt", '<http://a.org/> <http://b.org/> "c" .\n<a> <b> "c" .\n', (2, 1, "E701")),
    ("a.nq", "<http://a.org/> <http://b.org/> c .\n", (1, 33, "E701")),
    ("a.rdf", XML + "<rdf:Description>\n<e:p></rdf:Description></rdf:RDF>", (4, 8, "E701")),
    (
        "a.rdf",
        XML + "<rdf:Description>\n <e:p rdf:ID='1 2'/></rdf:Description></rdf:RDF>",
        (4, 2, "E701"),
    ),
    ("a.rdf", XML + "<rdf:Description><f:p/></rdf:Description></rdf:RDF>", (3, 18, "E701")),
    ("a.rdf", "<?xml version='1.0'?>\n<!DOCTYPE a><rdf:RDF/>", (2, 1, "E702")),
    ("a.owl", "<!-- x --><!doctype a [<!ENTITY b 'c'>]><rdf:RDF/>", (1, 11, "E702")),
    ("a.jsonld", '{"@id": "http://a.org/",\n "x": }', (2, 7, "E701")),
    ("a.jsonld", '{"@context":\n "http://127.0.0.1:9/c"}', (2, 2, "E703")),
    ("a.jsonld", '{"@context": {"@import": "http://127.0.0.1:9/c"}}', (1, 26, "E703")),
    (
        "a.jsonld",
        '{"@context": {"p": {"@id": "http://p", "@context": "c.jsonld"}}}',
        (1, 52, "E703"),
    ),
    ("a.jsonld", '{"a":\n' * 300 + "1" + "}" * 300, (201, 1, "E709")),
    ("a.jsonld", '{"a":' * 100_000, (1, 1001, "E709")),
    (
        "a.ttl",
        '<http://a.org/> a <http://b.org/> ;\n <http://c.org/> "é" .'.encode("cp1252"),
        (2, 0, "E710"),
    ),
    ("a.ttl", "<http://a.org/> a <http://b.org/> .".encode("utf-16"), (1, 0, "E710")),
    ("a.ttl", f"<http://a.org/> a <http://b.org/> ;\n <{COOP}hasPartie> 1 .", (2, 33, "E707")),
    ("a.ttl", f"@prefix c: <{COOP}> .\n<http://a.org/> a c:Misson .", (2, 21, "E707")),
]


@pytest.mark.parametrize(("name", "content", "expected"), FAULTS)
def test_a_fault_is_told_with_line_and_column(
    tmp_path: Path, ontology: Path, name: str, content: str | bytes, expected: tuple[int, int, str]
) -> None:
    assert quickly(tmp_path, name, content, ontology)[:1] == [expected]


def test_lines_after_a_wrong_one_are_still_read(tmp_path: Path, ontology: Path) -> None:
    found = quickly(tmp_path, "a.nt", "<a> <b> 1 .\n\n<http://a> <http://b> c .\n", ontology)
    assert [line for line, _, _ in found] == [1, 3]


def test_a_finding_of_the_child_is_whole(tmp_path: Path, ontology: Path) -> None:
    text = f"@prefix c: <{COOP}> .\n<http://a.org/> c:hasPartie 1 .\n"
    found = judge(tmp_path, "a.ttl", text, ontology)
    assert [format_finding(finding, "en") for finding in found] == [
        f"{tmp_path}/a.ttl:2:19: E707 the ontology has no such term “hasPartie” — "
        "did you mean “hasParty”?"
    ]


def test_the_address_that_is_refused_is_named(tmp_path: Path, ontology: Path) -> None:
    found = judge(tmp_path, "a.jsonld", '{"@context": "http://127.0.0.1:9/c"}', ontology)
    assert [(finding.code, finding.value) for finding in found] == [
        ("E703", "http://127.0.0.1:9/c")
    ]
    assert OURS in found[0].remedy_fr


def test_time_is_limited(tmp_path: Path, ontology: Path) -> None:
    (tmp_path / "a.nt").write_text("<http://a> <http://b> 'c' .\n", encoding="utf-8")
    found = judge_rdf_file(tmp_path / "a.nt", seconds=0.01, ontology=ontology)
    assert [finding.code for finding in found] == ["E704"]


def test_memory_is_limited(tmp_path: Path, ontology: Path) -> None:
    (tmp_path / "a.nt").write_bytes(b'<http://a> <http://b> "' + b"x" * (64 << 20) + b'" .\n')
    found = judge_rdf_file(tmp_path / "a.nt", memory_bytes=200 << 20, ontology=ontology)
    assert [finding.code for finding in found] == ["E705"]


def test_a_breakdown_of_the_reader_is_a_finding(
    tmp_path: Path, ontology: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    monkeypatch.setattr("coopgraph.validate.rdf_files._CHILD", crash)
    found = judge(tmp_path, "a.ttl", "", ontology)
    assert [finding.code for finding in found] == ["E708"]
    assert "SIGSEGV" in found[0].text_fr


@pytest.mark.parametrize(("name", "code"), [("a.txt", "E706"), ("a", "E706"), ("b.ttl", "E101")])
def test_a_file_that_is_none_is_a_finding(
    tmp_path: Path, ontology: Path, name: str, code: str
) -> None:
    found = judge_rdf_file(tmp_path / name, ontology=ontology)
    assert [finding.code for finding in found] == [code]


def test_every_code_of_rdf_files_has_a_test() -> None:
    tested = {expected[2] for _, _, expected in FAULTS} | {"E704", "E705", "E706", "E708"}
    assert tested == {code for code in CODES if code.startswith("E7")}


@given(st.text(alphabet='{}[]"\\a,:'))
def test_nesting_is_never_found_where_there_is_none(text: str) -> None:
    assert find_deep_nesting(text) is None


def test_a_doctype_in_a_comment_or_literal_is_none() -> None:
    assert not prolog_has_doctype(b"<!-- <!DOCTYPE a> --><rdf:RDF/>")
    assert not prolog_has_doctype(b"<rdf:RDF><![CDATA[<!DOCTYPE a>]]></rdf:RDF>")


@pytest.mark.parametrize("name", SOUND)
@settings(deadline=None)
@given(content=st.binary(max_size=60))
def test_no_bytes_ever_raise(
    tmp_path_factory: pytest.TempPathFactory, name: str, content: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    quickly(folder, name, content, folder)
    quickly(folder, name, SOUND[name].encode()[: len(content)] + content, folder)
