"""template: a workbook in one call, refusals with what to do."""

from pathlib import Path

from tests.cli.conftest import Run

from coopgraph.intake.sheets import read_sheets


def test_a_template_is_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "saisie.xlsx"
    done = run("template", "-o", path, "--table", "venues", "--lang", "fr")
    assert (done.code, done.out) == (0, f"{path} : écrit.\n")
    assert read_sheets(path, report=lambda _: None) == []


def test_a_template_holds_the_data_that_is_asked_for(run: Run, tmp_path: Path, dune: Path) -> None:
    path = tmp_path / "book.xlsx"
    assert run("template", "-o", path, "--with-data", "--data", dune).code == 0
    keys = {record.key for record in read_sheets(path, report=lambda _: None)}
    assert "missions/mission-prevue-2021" in keys


def test_data_without_with_data_is_told(run: Run, tmp_path: Path, dune: Path) -> None:
    done = run("template", "-o", tmp_path / "book.xlsx", "--table", "venues", "--data", dune)
    assert (done.code, "--with-data" in done.err) == (0, True)


def test_wrong_calls_leave_no_file(run: Run, tmp_path: Path, dune: Path) -> None:
    path = tmp_path / "book.xlsx"
    unknown = run("template", "-o", path, "--table", "mission")
    assert (unknown.code, "did you mean “missions”" in unknown.err) == (2, True)
    assert run("template", "-o", tmp_path / "book.ods").code == 2
    (dune / "venues.csv").write_text('id,activity\n"a,b\n', encoding="utf-8")
    broken = run("template", "-o", path, "--with-data", "--data", dune)
    assert (broken.code, "E107" in broken.err) == (1, True)
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_file_that_is_there_is_replaced_only_by_force(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "saisie.xlsx"
    path.write_bytes("rempli à la main".encode())
    words = ("template", "-o", path, "--table", "venues")
    english, french = run(*words), run(*words, "--lang", "fr")
    assert english.code == french.code == 2
    assert "exists already" in english.err
    assert "--force" in english.err
    assert "existe déjà" in french.err
    assert path.read_bytes() == "rempli à la main".encode()
    assert run(*words, "--force").code == 0
    assert path.read_bytes()[:2] == b"PK"
