"""import: plan, apply, apply again; what is no file of ours is refused."""

import shlex
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.intake.conftest import bytes_of

DOSSIER = """\
sources:
  - {id: gazette-brume, url: "https://example.org/brume", title: Gazette de la Brume,
     publisher: Gazette, published: 2031-08-13, language: fr, kind: news}
actors:
  - id: quai-de-la-brume
    kind: company
    name_fr: Quai de la Brume
    side: quebec
    sources: [{source: gazette-brume, where: "§ 1"}]
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "brume.yaml"
    path.write_text(DOSSIER, encoding="utf-8")
    return path


def test_a_plan_is_shown_and_nothing_written(run: Run, dune: Path, dossier: Path) -> None:
    before = bytes_of(dune)
    done = run("import", dossier, "--data", dune)
    assert (done.code, done.out.splitlines()[-1].split()[:2]) == (0, ["Total", "2"])
    assert "Nothing was written" in done.err
    assert bytes_of(dune) == before


def test_applied_twice_it_changes_the_tables_once(run: Run, dune: Path, dossier: Path) -> None:
    first = run("import", dossier, "--apply", "--data", dune, "--lang", "fr")
    assert (first.code, "actors.csv" in first.err) == (0, True)
    before = bytes_of(dune)
    second = run("import", dossier, "--apply", "--data", dune, "--lang", "fr")
    assert (second.code, "Rien à changer." in second.err) == (0, True)
    assert bytes_of(dune) == before
    assert run("fmt", "--check", "--data", dune).code == 0


def test_what_stays_out_gives_exit_code_1(run: Run, dune: Path, dossier: Path) -> None:
    text = DOSSIER.replace("source: gazette-brume", "source: nulle-part")
    dossier.write_text(text, encoding="utf-8")
    done = run("import", dossier, "--data", dune, "--format", "csv")
    assert done.code == 1
    assert "E922" in done.out or "E934" in done.out


def test_the_printed_command_settles_a_doubt(run: Run, dune: Path, tmp_path: Path) -> None:
    dossier = tmp_path / "quai de la brume.yaml"  # a name that a shell has to have in quotes
    text = DOSSIER.replace("Quai de la Brume", "Technopole de la Dune").replace("quebec", "france")
    dossier.write_text(text.replace("kind: company", "kind: technopole"), encoding="utf-8")
    done = run("import", dossier, "--data", dune, "--lang", "fr")
    assert (done.code, "trancher ce qui est en doute" in done.err) == (1, True)
    command = next(line for line in done.out.splitlines() if " --same " in line)
    assert run(*shlex.split(command)[1:]).code == 0
    again = run("import", dossier, "--data", dune)
    assert (again.code, "Nothing was written: add --apply." in again.err) == (0, True)


def test_other_files_are_refused(run: Run, dune: Path, tmp_path: Path, dossier: Path) -> None:
    other = tmp_path / "brume.pdf"
    other.write_bytes(b"%PDF")
    assert run("import", other, "--data", dune).code == 2
    assert run("import", "--data", dune).code == 2
    twin = tmp_path / "sud" / "brume.yaml"
    twin.parent.mkdir()
    twin.write_text(DOSSIER, encoding="utf-8")
    same_name = run("import", dossier, twin, "--data", dune, "--lang", "fr")
    assert (same_name.code, "même nom" in same_name.err) == (2, True)
    assert run("import", tmp_path / "absent.yaml", "--data", dune).code == 1


def test_the_help_has_an_example_in_both_languages(run: Run) -> None:
    assert "coopgraph import facts.yaml" in run("import", "--help").out
    assert "coopgraph import faits.yaml" in run("import", "--help", "--lang", "fr").out
