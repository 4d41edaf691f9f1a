"""Reading: true lines, what is accepted, what is reported, and that nothing is ever raised."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coopgraph.findings import Finding
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.encoding import inspect_bytes
from coopgraph.tables.header import cell_address
from coopgraph.tables.read import Row, read_rows

VENUES = TABLES["venues"]
HEADER = "id,activity,place,note_fr,note_en,inferred"
SHARED_FOLDER = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(folder: Path, content: str | bytes) -> tuple[list[Row], list[Finding]]:
    path = folder / "venues.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found: list[Finding] = []
    return list(read_rows(path, VENUES, report=found.append)), found


def codes(found: list[Finding]) -> list[tuple[int, str]]:
    return [(finding.line, finding.code) for finding in found]


def test_lines_are_true_after_a_cell_of_several_lines(tmp_path: Path) -> None:
    rows, found = read(tmp_path, f'{HEADER}\na,m,p,"one\ntwo\nthree",,\n\nb,m,p,,,\n')
    assert [(row["id"], row.line, row.number) for row in rows] == [("a", 2, 2), ("b", 6, 4)]
    assert rows[1].address("place") == "C4"
    assert not found


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    rows, found = read(tmp_path, "place,inferred,id,activity,note_en,note_fr\np,,a,m,,\n")
    assert (rows[0]["id"], rows[0]["place"], rows[0].address("place")) == ("a", "p", "A2")
    assert not found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_end_of_line_is_read(tmp_path: Path, end: str) -> None:
    rows, found = read(tmp_path, end.join([HEADER, "a,m,p,,,", "b,m,p,,,", ""]))
    assert [row.line for row in rows] == [2, 3]
    assert not found


def test_trailing_separators_and_blank_lines_are_ordinary(tmp_path: Path) -> None:
    rows, found = read(tmp_path, f"\n{HEADER},,\n,,,,,,,\na,m,p,,,,,,,\n\n")
    assert [(row["id"], row.line) for row in rows] == [("a", 4)]
    assert not found


def test_a_header_alone_is_an_empty_table(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER) == ([], [])


def test_a_semicolon_file_with_commas_in_cells_is_read(tmp_path: Path) -> None:
    rows, found = read(tmp_path, f"{HEADER.replace(',', ';')}\na;m;p;un, deux;;\n")
    assert rows[0]["note_fr"] == "un, deux"
    assert codes(found) == [(1, "W102")]


def test_rows_after_an_unclosed_quotation_are_still_read(tmp_path: Path) -> None:
    text = f'{HEADER}\na,m,"p,,,\nb,m,p,,,\nc,m\nd,m,p,,,\n'
    rows, found = read(tmp_path, text)
    assert [(row["id"], row.line) for row in rows] == [("b", 3), ("d", 5)]
    assert codes(found) == [(2, "E107"), (4, "E111")]
    assert [(finding.column, finding.record) for finding in found] == [
        ("place", "a"),
        ("place", "c"),
    ]


def test_a_quotation_that_swallows_a_row_is_told_where_it_opens(tmp_path: Path) -> None:
    rows, found = read(tmp_path, f'{HEADER}\na,m,"p,,,\nb,"m",p,,,\nc,m,p,,,\n')
    assert codes(found) == [(2, "E107")]
    assert [row["id"] for row in rows] == ["b", "c"]


def test_a_quotation_opened_late_in_a_long_cell(tmp_path: Path) -> None:
    text = f'{HEADER}\na,m,p,"one ""two""\nthree","four,\nb,m,p,,,\n'
    _, found = read(tmp_path, text)
    assert (found[0].line, found[0].column) == (3, "note_en")


def test_bytes_that_are_not_utf_8_are_told_once(tmp_path: Path) -> None:
    rows, found = read(tmp_path, f"{HEADER}\na,m,p,été,,\nb,m,p,Île,,\n".encode("cp1252"))
    assert codes(found) == [(2, "E105")]
    assert "2" in found[0].text_en
    assert [row["note_fr"] for row in rows] == ["été", "Île"]


def test_utf_8_stays_utf_8_whatever_was_declared(tmp_path: Path) -> None:
    path = tmp_path / "venues.csv"
    path.write_text(f"{HEADER}\na,m,p,été,,\n", encoding="utf-8")
    found: list[Finding] = []
    rows = list(read_rows(path, VENUES, report=found.append, encoding="cp1252"))
    assert rows[0]["note_fr"] == "été"
    assert not found


def test_utf_16_without_a_mark_is_recognised(tmp_path: Path) -> None:
    assert codes(read(tmp_path, HEADER.encode("utf-16-le"))[1]) == [(1, "E104")]


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    found: list[Finding] = []
    assert not list(read_rows(tmp_path / "venues.csv", VENUES, report=found.append))
    assert codes(found) == [(0, "E101")]
    assert "n’existe pas" in found[0].text_fr


def test_a_character_cut_by_a_block_is_still_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "venues.csv"
    path.write_bytes(b"x" * ((1 << 20) - 1) + "é\n".encode())
    assert inspect_bytes(path).foreign_lines == ()


@given(st.integers(0, 20_000))
def test_addresses_of_cells_read_back(position: int) -> None:
    letters = cell_address(position, 1)[:-1]
    back = 0
    for letter in letters:
        back = back * 26 + ord(letter) - ord("A") + 1
    assert back - 1 == position


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@SHARED_FOLDER
@given(st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=5))
def test_what_is_written_is_read(tmp_path: Path, table: list[list[str]]) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([HEADER.split(","), *table])
    rows, found = read(tmp_path, buffer.getvalue())
    assert [list(row.values()) for row in rows] == [cells for cells in table if any(cells)]
    assert not found


@SHARED_FOLDER
@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_ever_raise(tmp_path: Path, content: bytes, with_header: bool) -> None:
    rows, found = read(tmp_path, (HEADER.encode() + b"\n" if with_header else b"") + content)
    assert all(set(VENUES.header) <= set(row) for row in rows)
    assert all(finding.file == "venues.csv" for finding in found)
