"""Charts of figures: over time, as bars, as stacked sizes; each is one SVG document.

- `lines`: figures over time, a panel for each measure, a band from certain to possible;
- `bars`: one figure of several things, solid where it is certain and pale where it is possible;
- `stacks`: sizes by period, one on the other, and what became of each from period to period;
- `frame`: the sheet they all stand on, their scales and their figures in words.

Letters are text, nothing comes from elsewhere, and the same figures give the same bytes. They are
drawn with attributes alone, no style sheet, so that `write_chart` makes the same PDF of them.

What they do not do: they compute nothing and know no measure by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopgraph.files import replacing
from coopgraph.render.charts.bars import Bar, draw_bars
from coopgraph.render.charts.lines import Panel, draw_chart
from coopgraph.render.charts.stacks import REST, Layer, Passage, draw_stacks

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "REST",
    "Bar",
    "Layer",
    "Panel",
    "Passage",
    "draw_bars",
    "draw_chart",
    "draw_stacks",
    "write_chart",
]


def write_chart(svg: str, path: Path, language: str = "fr") -> None:
    """Write a chart, whole or not at all: as PDF if the name ends so, else as SVG.

    Raises:
        MissingExtra: a PDF is asked for and the extra `pdf` is not installed.
        WriteError: the file cannot be written; what was there is as it was.
    """
    data = svg.encode()
    if path.suffix.lower() == ".pdf":
        from coopgraph.render.stills.pdf import make_pdf

        data = make_pdf(svg, language=language)
    with replacing(path) as stream:
        stream.write(data)
