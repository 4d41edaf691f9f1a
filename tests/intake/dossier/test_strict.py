"""What a dossier may not hold, and where the reader says it stands."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from coopgraph.findings import Finding
from coopgraph.intake.dossier import read_dossier
from coopgraph.intake.dossier.keys import KEYS
from coopgraph.intake.incoming import IncomingRecord

Read = Callable[[str | bytes], tuple[list[IncomingRecord], list[Finding]]]

_ACTOR = """
actors:
- id: dune
  kind: company
  name_fr: Dune
  side: france
  sources:
  - source: gazette
    where: § 1
"""


def test_values_stay_what_is_written(read: Read) -> None:
    records, findings = read(_ACTOR.replace("name_fr: Dune", "name_fr: no\n  name_en: 12_000"))
    assert findings == []
    assert records[0].root.cells["name_fr"] == "no"
    assert records[0].root.cells["name_en"] == "12_000"
    assert (records[0].origin, records[0].key) == ("dossier-dune", "actors/dune")
    assert (records[0].line, records[0].column) == (3, 3)


def test_digest_does_not_follow_order_or_place(read: Read) -> None:
    (first,), _ = read(_ACTOR)
    (moved,), _ = read("\n\n" + _ACTOR.replace("  kind: company\n", "") + "  kind: company\n")
    (other,), _ = read(_ACTOR.replace("Dune", "Dunes"))
    assert first.digest == moved.digest != other.digest
    assert moved.line == 5


@pytest.mark.parametrize(
    ("change", "code", "line", "column"),
    [
        (("  side: france", "  side: france\n  kind: city"), "E901", 7, 3),
        (("id: dune", "id: Dune"), "E907", 3, 7),
        (("  id: dune\n", ""), "", 0, 0),
        (("- id: dune", "- name_en: Dune"), "E906", 3, 3),
        (("kind: company", "kind: compny"), "E211", 4, 9),
        (("kind: company", "kind: [company]"), "E904", 4, 9),
        (("side: france", "side: france\n  place: null"), "", 0, 0),
        (("side: france", "side: france\n  existence: soon"), "E203", 7, 14),
        (("side: france", "side: france\n  existence: automne 2018"), "E203", 7, 14),
        (("    where: § 1\n", ""), "E909", 8, 5),
        (("side: france", "side: france\n  figures: [{what: jobs, value: 12_000}]"), "E206", 7, 33),
        (("side: france", "side: france\n  url: dune.example"), "E209", 7, 8),
        (("  sources:\n  - source: gazette\n    where: § 1\n", ""), "E906", 3, 3),
    ],
)
def test_an_error_refuses_the_record(
    read: Read, change: tuple[str, str], code: str, line: int, column: int
) -> None:
    records, findings = read(_ACTOR.replace(*change))
    if not code:
        assert (len(records), findings) == (1, [])
        return
    assert records == []
    found = next(finding for finding in findings if finding.code == code)
    assert (found.line, found.column) == (line, str(column))
    assert found.record.startswith("actors/")
    assert found.remedy_en.endswith("refused")
    assert found.remedy_fr.endswith("fiche refusée")


def test_an_unknown_kind_names_the_nearest(read: Read) -> None:
    _, (finding,) = read(_ACTOR.replace("company", "compny"))
    assert "company" in finding.remedy_en


def test_an_unknown_key_is_named_and_the_record_kept(read: Read) -> None:
    records, (finding,) = read(_ACTOR.replace("side: france", "side: france\n  acronim: D"))
    assert len(records) == 1
    assert (finding.code, finding.value, finding.line) == ("W901", "acronim", 7)
    assert "acronym" in finding.remedy_en
    _, (inner,) = read(_ACTOR.replace("where: § 1", "where: § 1\n    wher: § 2"))
    assert (inner.code, inner.value) == ("W901", "wher")


def test_two_records_with_one_id(read: Read) -> None:
    again = _ACTOR.removeprefix("\nactors:\n")
    records, (finding,) = read(_ACTOR + again)
    assert (len(records), finding.code, finding.line) == (1, "W902", 10)
    records, (finding,) = read(_ACTOR + again.replace("Dune", "Autre"))
    assert (len(records), finding.code, finding.record) == (1, "E908", "actors/dune")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("actors: [", "E902"),
        ("actors: &a []\nplaces: *a", "E903"),
        ("actors: !!set {}", "E903"),
        ("? [a]\n: b", "E903"),
        ("--- {}\n--- {}", "E903"),
        ("[" * 50_000, "E903"),
        ("- a", "E904"),
        ("", "E904"),
        ("actors: dune", "E904"),
        ("actors: [dune]", "E904"),
        ("actrs: []", "E905"),
        ("actors: []\nactors: []", "E901"),
        ("actors: \x07", "E902"),
        ('actors: "\\U99999999"', "E902"),
        (b"actors: \xe9", "E710"),
    ],
)
def test_a_file_that_is_no_dossier(read: Read, text: str | bytes, code: str) -> None:
    records, findings = read(text)
    assert (records, [finding.code for finding in findings]) == ([], [code])


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    findings: list[Finding] = []
    assert read_dossier(tmp_path / "dune.yaml", report=findings.append) == []
    assert findings[0].code == "E101"


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "dune.yaml"
    with file.open("wb") as stream:
        stream.truncate(51 * 2**20)
    findings: list[Finding] = []
    assert read_dossier(file, report=findings.append) == []
    assert findings[0].code == "E903"


_VALUES = st.recursive(
    st.text(max_size=8) | st.sampled_from(["dune", "2031", "2031-08-13", "france", "CAD"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["source", "where", "actor", "as", "amount", "when"]) | st.text(), inner
        )
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(KEYS)), st.data())
def test_nothing_breaks_the_reader(name: str, data: st.DataObject) -> None:
    record = data.draw(st.dictionaries(st.sampled_from(KEYS[name]), _VALUES, max_size=8))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "dune.yaml")
        with file.open("w", encoding="utf-8", errors="replace") as stream:
            YAML(typ="safe", pure=True).dump({name: [record]}, stream)
        findings: list[Finding] = []
        records = read_dossier(file, report=findings.append)
        errors = [finding for finding in findings if finding.severity == "error"]
        assert len(records) == (0 if errors else 1)
