"""Rows that speak of each other become trees, whatever their order in the file."""

from pathlib import Path

import pytest

from coopgraph.findings import Finding
from coopgraph.intake.incoming import IncomingRecord
from coopgraph.intake.sheets import read_sheets
from coopgraph.intake.sheets.trees import parent_columns
from coopgraph.tables.column_map import TABLES


def read(folder: Path, **tables: str) -> tuple[list[IncomingRecord], list[Finding]]:
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    told: list[Finding] = []
    return read_sheets(folder, report=told.append), told


def test_a_citation_hangs_below_a_signatory_below_a_signing(tmp_path: Path) -> None:
    [record], told = read(
        tmp_path,
        citations="record,source,locator\nqui,gazette,§ 5\n",
        signatories="id,signing,person\nqui,acte,ada-exemple\n",
        signings="id,agreement,when\nacte,accord,oct. 2018\n",
        agreements="id,title_fr\naccord,Accord\n",
    )
    walked = [(row.table, row.parent, row.cells) for row in record.root.walk()]
    assert walked == [
        ("agreements", "", {"id": "accord", "title_fr": "Accord"}),
        ("signings", "agreement", {"id": "acte", "when": "2018-10"}),
        ("signatories", "signing", {"id": "qui", "person": "ada-exemple"}),
        ("citations", "record", {"source": "gazette", "locator": "§ 5"}),
    ]
    assert [(finding.code, finding.file, finding.cell) for finding in told] == [
        ("W911", "signings.csv", "C2")
    ]


def test_a_link_row_without_its_parent_keeps_its_reference(tmp_path: Path) -> None:
    records, _ = read(tmp_path, parties="agreement,actor\naccord,a\naccord,b\naccord,a\n")
    assert [record.root.cells for record in records] == [
        {"agreement": "accord", "actor": "a"},
        {"agreement": "accord", "actor": "b"},
    ]
    assert len({record.key for record in records}) == 2


def test_the_digest_does_not_depend_on_order(tmp_path: Path) -> None:
    rows = ["accord,a", "accord,b"]
    digests = set()
    for order in (rows, rows[::-1]):
        [record], _ = read(
            tmp_path,
            agreements="title_fr,id\nAccord,accord\n",
            parties="agreement,actor\n" + "\n".join(order) + "\n",
        )
        digests.add(record.digest)
    [other], _ = read(tmp_path, parties="agreement,actor\naccord,a\naccord,c\n")
    assert len(digests) == 1
    assert other.digest not in digests


def test_ids_are_proposed_and_told_and_never_given_twice(tmp_path: Path) -> None:
    records, told = read(tmp_path, themes="id,label_fr\n,Dune\n,Dune\ndune,Autre\n")
    assert [record.id for record in records] == ["dune-2", "dune-3", "dune"]
    assert [(finding.code, finding.line) for finding in told] == [("W914", 2), ("W914", 3)]


def test_a_second_row_of_an_id_is_left_out(tmp_path: Path) -> None:
    records, told = read(tmp_path, themes="id,label_fr\ndune,Dune\ndune,Autre\n")
    assert [record.root.cells["label_fr"] for record in records] == ["Dune"]
    assert [(finding.code, finding.line) for finding in told] == [("E301", 3)]


def test_a_circle_is_told_and_loses_no_row(tmp_path: Path) -> None:
    records, told = read(tmp_path, names="id,record,name\na,b,A\nb,a,B\nc,c,C\n")
    assert sorted(row.cells["id"] for record in records for row in record.root.walk()) == [*"abc"]
    assert [finding.code for finding in told] == ["E916", "E916"]


def test_a_claim_hangs_below_its_record_or_its_dispute(tmp_path: Path) -> None:
    records, _ = read(
        tmp_path,
        disputes="id,question_fr,question_en\nq,Quand ?,When?\n",
        claims="record,dispute,value\n,q,2010\nelsewhere,q,2011\n",
    )
    [record] = records
    assert [(row.parent, row.cells) for row in record.root.children] == [
        ("dispute", {"value": "2010"}),
        ("dispute", {"record": "elsewhere", "value": "2011"}),
    ]


@pytest.mark.parametrize("table", sorted(name for name in TABLES if TABLES[name].link))
def test_every_link_table_has_a_parent_that_is_a_reference(table: str) -> None:
    columns = parent_columns(table)
    assert columns
    assert all(TABLES[table].column(name).kind == "ref" for name in columns)
