"""The one output that a notebook keeps, so that a code host shows what the notebook makes.

Write it again with ``python -m tests.notebook_outputs`` after a change of the data or of the
picture; `tests/test_notebooks.py` compares. What is kept is what a code host leaves of the output:
without the live page, which is large, the image that stands beside it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coopgraph.api.picture import Picture

__all__ = ["KEPT", "NOTEBOOKS", "code_of", "kept_output"]

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
KEPT = {"06-networks-over-time.ipynb": "cell-14"}


def code_of(path: Path) -> list[dict[str, Any]]:  # Any: a cell is whatever JSON holds
    """Return the cells of a notebook that hold code."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def kept_output(picture: Picture) -> list[dict[str, Any]]:  # Any: as in a notebook
    """Return the outputs of a cell that shows `picture`, without the style and the frame."""
    bundle = picture._repr_mimebundle_(exclude={"image/svg+xml"})
    html = re.sub(r"<style>.*?</style>|<iframe .*?</iframe>", "", bundle["text/html"], flags=re.S)
    data = {"text/html": [html], "text/plain": bundle["text/plain"].splitlines(keepends=True)}
    return [
        {"data": data, "execution_count": None, "metadata": {}, "output_type": "execute_result"}
    ]


def write_outputs() -> None:
    """Run what the kept cells need, and write what they show into their notebooks."""
    for name, cell_id in KEPT.items():
        path = NOTEBOOKS / name
        notebook = json.loads(path.read_text(encoding="utf-8"))
        names: dict[str, object] = {}
        opening, *_ = code_of(path)
        exec("".join(opening["source"]), names)  # noqa: S102 — ours
        [cell] = [cell for cell in notebook["cells"] if cell.get("id") == cell_id]
        shown: Any = eval("".join(cell["source"]), names)  # noqa: S307 — ours; Any: as it comes
        cell["outputs"] = kept_output(shown)
        text = json.dumps(notebook, ensure_ascii=False, indent=1)
        path.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    write_outputs()
