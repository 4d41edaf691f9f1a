r"""A Markdown table (GitHub's), with the same words as the one for a terminal.

>>> from coopgraph.queries.formats.markdown import markdown_cell
>>> markdown_cell("a | b <script>")
'a \\| b &lt;script&gt;'
"""

from __future__ import annotations

import re
from typing import BinaryIO, Final

from coopgraph.queries.formats.cells import cell_text, heading, shown_columns
from coopgraph.queries.formats.form import only_rows
from coopgraph.queries.formats.remarks import remarks
from coopgraph.queries.result import Answered, Result, Verdict

__all__ = ["markdown_cell", "write_markdown"]

_MEANT: Final = re.compile(r"([\\`*_\[\]|])")


def write_markdown(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write rows, or yes and no; the width changes nothing.

    Raises:
        UnknownFormat: the answer is a graph.
    """
    rows = only_rows(answered, "markdown")
    if isinstance(rows, Verdict):
        words = ("oui", "non") if language == "fr" else ("yes", "no")
        lines = [words[0] if rows.value else words[1]]
    else:
        lines = _lines(rows, language) if rows.rows else []
    for remark in remarks(answered, language=language):
        lines += ["", markdown_cell(remark)] if lines else [markdown_cell(remark)]
    stream.write(("\n".join(lines) + "\n").encode("utf-8", "replace"))


def _lines(result: Result, language: str) -> list[str]:
    places = shown_columns(result)
    heads = [heading(result, place, places, language) for place in places]
    lines = [_line(heads), "|" + "---|" * len(heads)]
    lines += [_line([cell_text(row[place], language) for place in places]) for row in result.rows]
    return lines


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(markdown_cell(cell) for cell in cells) + " |"


def markdown_cell(text: str) -> str:
    """Return the text so that nothing in it is taken for Markdown or HTML."""
    escaped = _MEANT.sub(r"\\\1", text.replace("&", "&amp;"))
    return escaped.replace("<", "&lt;").replace(">", "&gt;")
