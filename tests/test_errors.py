"""The family of errors: what a missing extra says, and who raises it."""

import sys
from pathlib import Path

import pytest

import coopgraph.errors
from coopgraph.errors import MissingExtra, UsageError
from coopgraph.intake.dossier import read_dossier
from coopgraph.intake.sheets import read_sheets
from coopgraph.intake.sheets.template import write_template


def test_a_missing_extra_says_how_to_install_it_in_a_checkout_and_elsewhere() -> None:
    error = MissingExtra("Workbooks", "Les classeurs", extra="intake")
    assert isinstance(error, UsageError)
    assert error.exit_code == 2
    for text in (error.text_en, error.text_fr):
        assert ".venv/bin/python -m pip install -e '.[intake]'" in text
        assert "python -m pip install 'coopgraph[intake]'" in text
    assert error.text_fr.startswith("Les classeurs")


@pytest.mark.parametrize("name", ["openpyxl", "python_calamine"])
def test_workbooks_need_the_extra(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtra):
        read_sheets(tmp_path / "book.xlsx", report=print)


def test_a_template_needs_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with (tmp_path / "book.xlsx").open("wb") as stream, pytest.raises(MissingExtra):
        write_template(stream)


def test_dossiers_need_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "dune.yaml"
    path.write_text("themes: []\n", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    with pytest.raises(MissingExtra, match="Dossiers"):
        read_dossier(path, report=print)


def test_the_tree_in_the_docstring_names_every_error() -> None:
    tree = coopgraph.errors.__doc__ or ""
    assert [name for name in coopgraph.errors.__all__ if name not in tree] == []


def test_the_makefile_installs_what_reads_workbooks() -> None:
    makefile = (Path(__file__).parents[1] / "Makefile").read_text(encoding="utf-8")
    assert "-e '.[intake]'" in makefile
