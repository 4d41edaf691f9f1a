"""Checking a folder: many faults at once, and rules that need several tables."""

from pathlib import Path

from tests.tables.fault_cases import SCHEMES, sound_folder, table_text

from coopgraph.findings import Finding
from coopgraph.tables.batches import ROWS_AT_ONCE
from coopgraph.tables.check import check_folder, checked_batches
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.index import index_records

_MISSION = {"kind": "visit", "title_fr": "Visite", "title_en": "Visit", "when": "2031"}
_MISSION |= {"status": "completed", "status_as_of": "2031-08-13"}


def missions(*changes: dict[str, str]) -> bytes:
    rows = [_MISSION | {"id": f"visite-{number}"} | row for number, row in enumerate(changes)]
    return table_text("missions", *rows)


def places(found: list[Finding]) -> list[tuple[int, str, str, str]]:
    return [(finding.line, finding.column, finding.code, finding.cell) for finding in found]


def test_ten_planted_faults_are_all_told_with_line_column_and_cell(tmp_path: Path) -> None:
    table = missions(
        {"when": "automn 2031"},
        {"status": "done"},
        {"status_as_of": "2031-02-30"},
        {"number": "seven"},
        {"batch": "oui"},
        {"part_of": "visite-99"},
        {"funded_by": "dune"},
        {"id": "Visite 7"},
        {"title_en": ""},
        {"inferred": "whn"},
    )
    sound = missions({"id": "visite"}).splitlines(keepends=True)[1]
    folder = sound_folder(tmp_path, {"missions.csv": table + sound})
    assert places(check_folder(folder, schemes=SCHEMES)) == [
        (2, "when", "E203", "E2"),
        (3, "status", "E211", "F3"),
        (4, "status_as_of", "E204", "G4"),
        (5, "number", "E205", "L5"),
        (6, "batch", "E207", "M6"),
        (7, "part_of", "E303", "H7"),
        (8, "funded_by", "E304", "J8"),
        (9, "id", "E201", "A9"),
        (10, "title_en", "E200", "D10"),
        (11, "inferred", "E218", "Q11"),
    ]


def test_a_broken_row_does_not_make_references_to_it_dangle(tmp_path: Path) -> None:
    broken = table_text("places") + b'port-dune,city,"Port,,,,,,,,,\n'
    found = check_folder(sound_folder(tmp_path, {"places.csv": broken}), schemes=SCHEMES)
    assert [finding.code for finding in found] == ["E107"]


def test_a_withdrawn_record_may_be_cited(tmp_path: Path) -> None:
    citation = {"id": "c.1", "record": "erreur", "source": "gazette", "locator": "§ 1"}
    folder = sound_folder(tmp_path, {"citations.csv": table_text("citations", citation)})
    assert check_folder(folder, schemes=SCHEMES) == []


def test_the_ledger_of_imports_may_name_what_was_withdrawn_since(tmp_path: Path) -> None:
    line = {"id": "i.1", "origin": "dossier", "key": "missions/erreur", "digest": "0"}
    imports = table_text("imports", line | {"record": "erreur"})
    folder = sound_folder(tmp_path, {"imports.csv": imports})
    assert check_folder(folder, schemes=SCHEMES) == []


def test_a_claim_may_be_without_a_record_but_not_its_column(tmp_path: Path) -> None:
    claim = {"id": "c.1", "value": "2031", "standing": "retained"}
    rows = (claim, claim | {"id": "c.2", "column": "when"}, claim | {"id": "c.3"})
    folder = sound_folder(tmp_path, {"claims.csv": table_text("claims", *rows)})
    found = check_folder(folder, schemes=SCHEMES)
    assert [(finding.code, finding.record) for finding in found] == [("E219", "c.2")]


def test_a_withdrawn_id_that_is_frozen_is_in_order(tmp_path: Path) -> None:
    ids = ["actors dune", "budgets b.1", "citations visite.s.1", "missions erreur"]
    ids += ["missions visite", "places port-dune", "programmes fonds", "sources gazette"]
    folder = sound_folder(tmp_path, {"ids.lock": "\n".join(ids).encode()})
    assert check_folder(folder, schemes=SCHEMES) == []


def test_a_finding_names_the_record(tmp_path: Path) -> None:
    folder = sound_folder(tmp_path, {"missions.csv": missions({"count": "x", "id": "visite"})})
    assert [finding.record for finding in check_folder(folder, schemes=SCHEMES)] == ["visite"]


def test_rows_are_checked_while_they_are_read(tmp_path: Path) -> None:
    counts = ["1", "x", *["2"] * (ROWS_AT_ONCE - 2), "3", "y", "z"]
    table = missions(*({"count": count} for count in counts))
    folder = sound_folder(tmp_path, {"missions.csv": table})
    found: list[Finding] = []
    batches = checked_batches(
        folder / "missions.csv",
        TABLES["missions"],
        index_records(folder),
        SCHEMES,
        report=found.append,
    )
    assert (list(next(batches)["count"]), len(found)) == (counts[:ROWS_AT_ONCE], 1)
    assert (list(next(batches)["count"]), len(found)) == (counts[ROWS_AT_ONCE:], 3)
    assert [finding.line for finding in found] == [3, ROWS_AT_ONCE + 3, ROWS_AT_ONCE + 4]


def test_progress_is_told_by_table(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    folder = sound_folder(tmp_path, {})
    check_folder(folder, schemes=SCHEMES, progress=lambda *step: told.append(step))
    assert told[-1] == ("withdrawals", len(TABLES), len(TABLES))


def test_suggestions_stop_before_they_cost_too_much(tmp_path: Path) -> None:
    wrong = missions(*({"part_of": f"visite-x{number}"} for number in range(300)))
    found = check_folder(sound_folder(tmp_path, {"missions.csv": wrong}), schemes=SCHEMES)
    told = ["did you mean" in finding.remedy_en for finding in found if finding.code == "E303"]
    assert told.count(True) in range(1, 201)
    assert not told[-1]


def test_an_id_like_no_other_tells_where_to_add_its_row(tmp_path: Path) -> None:
    party = {"id": "p.1", "agreement": "xyzzy", "actor": "zzyzx"}
    subject = {"id": "s.1", "record": "xyzzy", "theme": "zzyzx"}
    changes = {
        "parties.csv": table_text("parties", party),
        "subjects.csv": table_text("subjects", subject),
    }
    found = check_folder(sound_folder(tmp_path, changes), schemes=SCHEMES)
    told = {f.column: (f.remedy_en, f.remedy_fr) for f in found if f.code == "E303"}
    first = "ajouter d’abord sa ligne dans"
    assert told["actor"] == ("add its row to actors.csv first", f"{first} actors.csv")
    assert told["record"] == ("add its row to its table first", f"{first} sa table")
