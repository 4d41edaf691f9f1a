"""Who may import whom, how large modules and functions may be, what an import may load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "coopgraph"
TESTS = Path(__file__).parent

# From left to right; a stage may import those before it. Names in one set do not import each other.
ORDER: tuple[frozenset[str], ...] = (
    frozenset({"errors", "findings", "shipped", "files", "os_reasons", "progress", "locks"}),
    frozenset({"vocabulary", "identifiers", "dates", "phrases", "spelling"}),
    frozenset({"tables"}),
    frozenset({"intake"}),
    frozenset({"loaders"}),
    frozenset({"store", "sparql", "graph", "canonical", "remote", "bindings"}),
    frozenset({"validate", "queries", "network"}),
    frozenset({"views"}),
    frozenset({"render", "export"}),
    frozenset({"site"}),
    frozenset({"serve"}),
    frozenset({"cli", "api"}),
)
# Stages that are one subject in several modules of the top level, which may import each other.
ONE_SUBJECT = {"errors", "dates", "store"}
HEAVY = {
    "pyvis": {"render/html.py"},
    "click": {"cli/"},
    "networkx": {"network/", "export/", "api/knowledge.py"},  # the last for the type it returns
}
MODULES = sorted(SOURCE.rglob("*.py"))


def stage_of(module: Path) -> str:
    return module.relative_to(SOURCE).with_suffix("").parts[0]


def level_of(stage: str) -> int:
    return next(index for index, stages in enumerate(ORDER) if stage in stages)


def imports_of(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{module}: imports are absolute"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def may_import(importer: str, imported: str) -> bool:
    if importer == imported:
        return True
    level = level_of(importer)
    if imported in ORDER[level]:
        return bool(ONE_SUBJECT & ORDER[level])
    return level_of(imported) < level


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_stage_imports_only_those_before_it(module: Path) -> None:
    stage = stage_of(module)
    if stage in {"__init__", "__main__"}:
        return
    for name in imports_of(module):
        parts = name.split(".")
        if (
            parts[0] == "coopgraph"
            and len(parts) > 1
            and (SOURCE / parts[1]).exists() | (SOURCE / f"{parts[1]}.py").exists()
        ):
            assert may_import(stage, parts[1]), f"{stage} may not import {parts[1]}"


@pytest.mark.parametrize("library", sorted(HEAVY))
def test_a_heavy_library_is_imported_only_where_it_belongs(library: str) -> None:
    for module in MODULES:
        place = module.relative_to(SOURCE).as_posix()
        if library in {name.split(".")[0] for name in imports_of(module)}:
            assert any(place.startswith(home) for home in HEAVY[library]), place


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_and_functions_stay_small(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= 400, "over 400 lines: look for the second subject"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            if body:
                lines = (node.end_lineno or 0) - body[0].lineno + 1
                assert lines <= 40, f"{node.name} has {lines} lines"


@pytest.mark.parametrize(
    "module", sorted(TESTS.rglob("test_*.py")), ids=lambda path: str(path.relative_to(TESTS))
)
def test_test_modules_stay_small(module: Path) -> None:
    assert module.read_text(encoding="utf-8").count("\n") <= 300


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_says_what_it_is_for(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "no module docstring"


def loaded_by(statement: str) -> set[str]:
    script = f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    return {name.split(".")[0] for name in done.stdout.split("\n")}


HEAVY_AT_START = {
    "rdflib",
    "networkx",
    "pyvis",
    "pyshacl",
    "numpy",
    "jinja2",
    "IPython",
    "rapidfuzz",
}


def test_importing_coopgraph_loads_nothing_heavy() -> None:
    assert loaded_by("import coopgraph") & (HEAVY_AT_START | {"pyoxigraph", "click"}) == set()


def test_the_help_loads_nothing_heavy() -> None:
    statement = "from coopgraph.cli import main\ntry:\n main(['--help'])\nexcept SystemExit:\n pass"
    loaded = loaded_by(statement)
    assert "click" in loaded
    assert loaded & (HEAVY_AT_START | {"pyoxigraph"}) == set()
