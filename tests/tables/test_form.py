"""The canonical form: what is rewritten, what is left alone, what a failure leaves behind."""

import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.tables.fault_cases import SCHEMES, sound_folder, table_text

import coopgraph.tables.form as form
from coopgraph.errors import DataError, WriteError
from coopgraph.tables.check import check_folder
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.dictionary import GENERATED, spell_dictionary
from coopgraph.tables.form import canonical_text, format_folder
from coopgraph.tables.read import Row, read_rows

HEADER = "id,record,when,note_fr,note_en,inferred"


def formatted(folder: Path, content: bytes, *, encoding: str | None = None) -> str:
    path = folder / "attestations.csv"
    path.write_bytes(content)
    format_folder(folder, encoding=encoding)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{HEADER}\r\na,dune,2019,,,\r\n", "a,dune,2019,,,"),
        (f"\ufeff{HEADER}\na,dune,2019,,,\n", "a,dune,2019,,,"),
        (f"{HEADER.replace(',', ';')}\na;dune;2019;x, y;;\n", 'a,dune,2019,"x, y",,'),
        (f'{HEADER}\n"a","dune", 2019 , x ,,\n', "a,dune,2019,x,,"),
        (f"{HEADER}\na,dune,avril 2010,,,\n", "a,dune,2010-04,,,"),
        (f"{HEADER}\na,dune,2019,E\u0301te\u0301,,\n", "a,dune,2019,Été,,"),
        (f'{HEADER}\na,dune,2019,"x\r\ny",,\n', 'a,dune,2019,"x\ny",,'),
        (f"{HEADER}\nb,dune,2019,,,\n\na,dune,2018,,,\n", "a,dune,2018,,,\nb,dune,2019,,,"),
        ("id,when,record,note_fr,note_en\na,2019,dune,,\n", "a,dune,2019,,,"),
    ],
)
def test_what_is_rewritten(tmp_path: Path, before: str, after: str) -> None:
    assert formatted(tmp_path, before.encode()) == f"{HEADER}\n{after}\n"


def test_booleans_become_small(tmp_path: Path) -> None:
    path = tmp_path / "sources.csv"
    path.write_bytes(table_text("sources", {"id": "a", "interested_party": "TRUE"}))
    format_folder(tmp_path)
    assert ",true," in path.read_text(encoding="utf-8")


def test_cp1252_is_rewritten_only_if_declared(tmp_path: Path) -> None:
    content = f"{HEADER}\na,dune,2019,été,,\n".encode("cp1252")
    (tmp_path / "attestations.csv").write_bytes(content)
    assert [finding.code for finding in format_folder(tmp_path).findings] == ["E105"]
    assert (tmp_path / "attestations.csv").read_bytes() == content
    assert "été" in formatted(tmp_path, content, encoding="cp1252")


@pytest.mark.parametrize(
    "fault", ['b,dune,"2019,,,', "b,dune,2019,,,,surplus", "b,dune", 'b,"d"une,,,,']
)
def test_a_table_with_a_broken_row_is_left_as_it_is(tmp_path: Path, fault: str) -> None:
    content = f"{HEADER}\r\n{fault}\r\na,dune,automne 2018,,,\r\n"
    assert formatted(tmp_path, content.encode()) == content.replace("\r\n", "\n")
    assert (tmp_path / "attestations.csv").read_bytes() == content.encode()


def test_without_writing_it_tells_what_would_change(tmp_path: Path) -> None:
    content = f"{HEADER}\na,dune,since 2010,,,\n".encode()
    (tmp_path / "attestations.csv").write_bytes(content)
    done = format_folder(tmp_path, write=False)
    assert done.changed == ("attestations.csv",)
    assert done.understood[0][:5] == ("attestations.csv", 2, "when", "since 2010", "2010/..")
    assert (tmp_path / "attestations.csv").read_bytes() == content
    assert not (tmp_path / "ids.lock").exists()


def test_planned_goes_to_the_status_or_the_words_stay(tmp_path: Path) -> None:
    rows = [
        {"id": f"m{n}", "when": "prévu 2032", "status": s} for n, s in enumerate(["", "completed"])
    ]
    (tmp_path / "missions.csv").write_bytes(table_text("missions", *rows))
    done = format_folder(tmp_path)
    text = (tmp_path / "missions.csv").read_text(encoding="utf-8")
    assert "m0,,,,2032,planned" in text
    assert "m1,,,,prévu 2032,completed" in text
    assert [reading.status for reading in done.understood] == ["planned"]


def test_new_ids_are_frozen_and_old_ones_kept(tmp_path: Path) -> None:
    folder = sound_folder(tmp_path, {"ids.lock": b"missions erreur\nmissions visite\n"})
    assert format_folder(folder, write=False, schemes=SCHEMES).changed == ("ids.lock",)
    assert format_folder(folder, schemes=SCHEMES).errors == 0
    lines = (folder / "ids.lock").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    assert {"missions erreur", "missions visite", "actors dune"} <= set(lines)
    assert "withdrawals erreur" not in lines
    assert check_folder(folder, schemes=SCHEMES) == []


def test_no_id_is_frozen_while_the_tables_have_errors(tmp_path: Path) -> None:
    frozen = b"missions visite\n"
    actors = table_text("actors", {"id": "dnue", "kind": "technopole", "name_fr": "Dunes"})
    folder = sound_folder(tmp_path, {"ids.lock": frozen, "actors.csv": actors})
    done = format_folder(folder, schemes=SCHEMES)
    assert (done.errors, done.findings) == (1, ())  # an actor must have a side
    assert (folder / "ids.lock").read_bytes() == frozen
    (folder / "missions.csv").write_bytes(b'id\n"a')
    assert format_folder(folder, schemes=SCHEMES).errors > 1
    assert (folder / "ids.lock").read_bytes() == frozen


def test_what_formatting_repairs_does_not_keep_ids_from_being_frozen(tmp_path: Path) -> None:
    folder = sound_folder(tmp_path, {})
    path = folder / "missions.csv"
    path.write_bytes(path.read_bytes().replace(b"2031-04,", b"avril 2031,"))
    done = format_folder(folder, schemes=SCHEMES)
    assert (done.changed, done.errors) == (("missions.csv", "ids.lock"), 0)


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    format_folder(sound_folder(tmp_path, {}))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert format_folder(tmp_path).changed == ()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_only_our_own_readme_is_rewritten(tmp_path: Path) -> None:
    folder = sound_folder(tmp_path, {"README.md": b"my notes\n"})
    assert "README.md" not in format_folder(folder).changed
    (folder / "README.md").write_text(GENERATED, encoding="utf-8")
    assert "README.md" in format_folder(folder).changed
    assert (folder / "README.md").read_text(encoding="utf-8") == spell_dictionary()


def test_permissions_are_kept(tmp_path: Path) -> None:
    folder = sound_folder(tmp_path, {})
    path = folder / "places.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    format_folder(folder)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_changed_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "attestations.csv"
    path.write_text(f"{HEADER}\nb,dune,2019,,,\na,dune,2018,,,\n", encoding="utf-8")

    def change(rows: object, table: object) -> bytes:
        path.write_text("edited", encoding="utf-8")
        return b"canonical"

    monkeypatch.setattr(form, "canonical_text", change)
    with pytest.raises(WriteError, match="meanwhile"):
        format_folder(tmp_path)
    assert path.read_text(encoding="utf-8") == "edited"


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "attestations.csv"
    path.write_bytes(f"{HEADER}\r\na,dune,2019,,,\r\n".encode())
    before = path.read_bytes()

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(WriteError):
        format_folder(tmp_path)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["attestations.csv"]


@pytest.mark.parametrize("name", ["nowhere", ""])
def test_a_folder_without_tables_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataError):
        format_folder(tmp_path / name)


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=10)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.fixed_dictionaries({"id": st.from_regex("[a-z]{1,8}", fullmatch=True), "note_fr": TEXTS})
    )
)
def test_canonical_text_reads_back(tmp_path: Path, cells: list[dict[str, str]]) -> None:
    table = TABLES["attestations"]
    rows = [dict.fromkeys(table.header, "") | row for row in cells]
    for row in rows:
        row["note_fr"] = row["note_fr"].replace("\r\n", "\n").replace("\r", "\n")
    path = tmp_path / "attestations.csv"
    path.write_bytes(canonical_text(rows, table))
    found: list[object] = []
    read: list[Row] = list(read_rows(path, table, report=found.append))
    assert read == sorted(rows, key=lambda row: row["id"])
    assert not found
    format_folder(tmp_path)
    once = path.read_bytes()
    assert format_folder(tmp_path).changed == ()
    assert path.read_bytes() == once
