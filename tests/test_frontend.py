"""What the pages take from npm: that it was built, from what, and what is not in it."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
FRONTEND = ROOT / "frontend"
EDITOR = ROOT / "src/coopgraph/serve/editor/built"
PAGE = ROOT / "src/coopgraph/render/page/built"


def load_hook() -> Any:  # a module by its path
    spec = spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def hook() -> Any:  # the module
    return load_hook()


def built(folder: Path, name: str) -> str:
    path = folder / name
    assert path.is_file(), f"{path.name} is not built: run `python hatch_build.py` in the checkout"
    return path.read_text("utf-8")


def test_what_is_built_is_of_the_sources_of_this_checkout(hook: Any) -> None:
    wanted = hook._digest(hook._inputs(FRONTEND), FRONTEND)
    for folder in (EDITOR, PAGE):
        made_of = built(folder, ".made-of").strip()
        assert made_of == wanted, "frontend/ has changed: run `python hatch_build.py`"


def test_the_lock_names_versions_and_sums_but_no_address() -> None:
    text = (FRONTEND / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in text
    lock = json.loads(text)
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert len(packages) > 30
    assert all(
        one["version"] and one["integrity"].startswith("sha512-") for one in packages.values()
    )
    asked = json.loads((FRONTEND / "package.json").read_text("utf-8"))
    named = {**asked["dependencies"], **asked["devDependencies"]}
    assert {name: packages[f"node_modules/{name}"]["version"] for name in named} == named


def test_no_file_of_the_frontend_names_a_registry() -> None:
    for path in load_hook()._inputs(FRONTEND):
        assert not re.search(r"registry\.|//[a-z.]*npmjs", path.read_text("utf-8")), path.name


@pytest.mark.parametrize("name", ["editor.js", "editor.css"])
def test_the_editor_fetches_nothing_from_elsewhere(name: str) -> None:
    text = built(EDITOR, name)
    assert not re.search(r"url\(\s*[\"']?(https?:)?//", text)
    assert not re.search(r"@import", text)
    assert not re.search(r"sourceMappingURL", text)
    for host in (
        "lov.linkeddata.es",
        "dbpedia.org/sparql",
        "query.wikidata.org",
        "onlyfans",
        "unpkg",
    ):
        assert host not in text
    assert "prefix.cc" not in text


def test_the_editor_evaluates_no_text_and_adds_no_style_element() -> None:
    text = built(EDITOR, "editor.js")
    assert not re.search(r"\beval\(|new Function\(", text)
    # YASR carries a resizer of columns that adds style elements: its function returns at once
    assert text.count('createElement("style")') == 0


def test_the_licences_of_what_is_inside_go_along() -> None:
    licences = built(EDITOR, "editor.licences.txt")
    for name in ("@zazuko/yasgui", "codemirror", "graphology", "n3", "dompurify"):
        assert re.search(rf"^{re.escape(name)} \d", licences, re.MULTILINE), name
    sigma = built(PAGE, "sigma.js")
    assert sigma.startswith("/*!")
    assert re.search(r"^sigma \d", sigma, re.MULTILINE)
    assert "Permission is hereby granted" in sigma


def test_sigma_can_stand_between_the_tags_of_a_page() -> None:
    text = built(PAGE, "sigma.js")
    assert "</" + "script" not in text.lower()
    assert "<!--" not in text
    assert "var SigmaKit=" in text


def test_the_land_is_where_it_is() -> None:
    land = json.loads(built(PAGE, "land.json"))
    west, south, east, north = land["box"]
    rings = land["land"]
    assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
    points = [tuple(point) for part in (*rings, *land["borders"]) for point in part]
    assert all(west <= x <= east and south <= y <= north for x, y in points)
    assert all(round(x, 2) == x and round(y, 2) == y for x, y in points)
    assert set(land["credit"]) == {"fr", "en"}
    assert (PAGE / "land.json").stat().st_size < 250_000

    def on_land(x: float, y: float) -> bool:
        return sum(_crosses(ring, x, y) for ring in rings) % 2 == 1

    for name, place in {
        "Rennes": (-1.68, 48.11),
        "Québec": (-71.3, 46.9),
        "Gaspé": (-65, 48.9),
    }.items():
        assert on_land(*place), name
    for name, place in {"Atlantic": (-40, 45), "Gulf": (-62, 48), "Biscay": (-5, 45.5)}.items():
        assert not on_land(*place), name
    # the nearest French land to Québec must not be simplified away
    assert any(all(-57 < x < -56 and 46.5 < y < 47.3 for x, y in ring) for ring in rings)


def _crosses(ring: list[list[float]], x: float, y: float) -> bool:
    """Tell whether a ray to the east from the point crosses the ring an odd number of times."""
    pairs = itertools.pairwise(ring)
    hits = [
        ax + (y - ay) * (bx - ax) / (by - ay) > x
        for (ax, ay), (bx, by) in pairs
        if (ay > y) != (by > y)
    ]
    return sum(hits) % 2 == 1


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[], Path]:
    """Return a checkout with the inputs and nothing built."""

    def make() -> Path:
        ignored = shutil.ignore_patterns("node_modules")
        shutil.copytree(FRONTEND, tmp_path / "frontend", ignore=ignored)
        return tmp_path

    return make


def test_nothing_is_done_twice(
    hook: Any, copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, runs = copy(), []

    def run(command: list[str], folder: Path, **_: object) -> None:
        runs.append(command)
        for kind, names in hook._FILES.items() if "build/main.js" in command else ():
            (Path(command[-1]) / kind).mkdir()
            for name in names:
                (Path(command[-1]) / kind / name).write_text(name)

    monkeypatch.setattr(hook, "_run", run)
    monkeypatch.setattr(hook, "_find_node", lambda: ("node", ["npm"]))
    (root / "frontend/node_modules").mkdir()
    assert hook.build_frontend(root)
    assert len(runs) == 2
    assert not hook.build_frontend(root)
    (root / "src/coopgraph/render/page/built/land.json").unlink()
    assert hook.build_frontend(root)
    assert len(runs) == 3  # the packages are there
    (root / "frontend/editor/main.js").write_text("changed")
    assert hook.build_frontend(root)
    assert not hook.build_frontend(root)


def test_without_the_registry_the_reason_and_the_remedy_are_said(
    hook: Any, copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy()
    failing = [sys.executable, "-c", "raise SystemExit('no route to the packages')"]
    monkeypatch.setattr(hook, "_find_node", lambda: (sys.executable, failing))
    with pytest.raises(hook.BuildError, match="no route to the packages") as caught:
        hook.build_frontend(root)
    assert "python hatch_build.py" in hook._warning(caught.value)
    assert not (root / "src").exists()
