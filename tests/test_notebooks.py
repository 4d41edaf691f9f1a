"""Every notebook runs from top to bottom, with public names; one keeps one output."""

import ast
import contextlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests import notebook_outputs
from tests.notebook_outputs import KEPT, code_of, kept_output

NOTEBOOKS = sorted(notebook_outputs.NOTEBOOKS.glob("*.ipynb"))
# What a reader must have seen by the end: a notebook that shows nothing has not shown anything.
SEEN = {
    "01": ("§", "non obtenu", "<iframe"),
    "02": ("UnknownQuery", "QueryRefused", "Technopôle Brest-Iroise"),
    "03": ("missions.csv", "Gazette de Dune", "prévoyait d’organiser un colloque"),
    "04": ("§", "non obtenu", "[1]", "Brest métropole"),
    "05": ("accords / agreements", "sans thème / without"),
    "06": ("entrent dans le réseau", "possibly", "liens sûrs", "<iframe"),
}


def run_cell(cell: dict[str, Any], names: dict[str, object]) -> str:
    """Run a cell and return what it shows: what it prints, and the value of its last line."""
    tree = ast.parse("".join(cell["source"]))
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, cell["id"], "exec"), names)  # noqa: S102 — ours
        if isinstance(last, ast.Expr):
            code = compile(ast.Expression(last.value), cell["id"], "eval")
            shown = eval(code, names)  # noqa: S307 — ours
            if cell["outputs"]:
                kept = kept_output(shown)
                assert cell["outputs"] == kept, "run python -m tests.notebook_outputs"
            if shown is not None:
                print(repr(shown), getattr(shown, "_repr_html_", str)())
    return printed.getvalue()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
@pytest.mark.no_cover
def test_a_notebook_runs_from_top_to_bottom(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLBACKEND", "agg")
    names: dict[str, object] = {}
    shown = "\n".join(run_cell(cell, names) for cell in code_of(path))
    for words in SEEN[path.name[:2]]:
        assert words in shown
    if "plt" in names:
        import matplotlib.pyplot as plt

        assert all(figure.axes for figure in map(plt.figure, plt.get_fignums()))
        assert plt.get_fignums()
        plt.close("all")


def test_there_is_a_notebook_for_each_list_of_what_it_shows() -> None:
    assert [path.name[:2] for path in NOTEBOOKS] == sorted(SEEN)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_keeps_only_its_one_output_and_uses_public_names(path: Path) -> None:
    for cell in code_of(path):
        assert bool(cell["outputs"]) == (KEPT.get(path.name) == cell["id"])
        assert len(json.dumps(cell["outputs"])) < 300_000
        assert cell["execution_count"] is None
        text = "".join(cell["source"])
        assert not re.search(r"coopgraph\S*\._|import _", text)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_speaks_both_languages(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    titles = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    assert all(" / " in title.splitlines()[0] for title in titles)
