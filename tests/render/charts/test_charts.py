"""Charts in files: whole or not there, as the name ends."""

from pathlib import Path

import pytest

from coopgraph.errors import WriteError
from coopgraph.render.charts import (
    Bar,
    Layer,
    Panel,
    Passage,
    draw_bars,
    draw_chart,
    draw_stacks,
    write_chart,
)

PICTURES = {
    "lines": draw_chart("Étés", ("2030", "2031"), [Panel("Densité", (0, 1), (1, 2))]),
    "bars": draw_bars("Étés", [Bar("Oasis", 1, 2, 0, 1)], measure="couples"),
    "stacks": draw_stacks(
        "Étés",
        ("2030", "2031"),
        [Layer(0, "Oasis", (3, 3)), Layer(1, "Sel", (0, 2))],
        [Passage(0, 0, 1, 1)],
        measure="membres",
    ),
    "nothing": draw_bars("Étés", [], measure="couples"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_pdf_has_the_letters_as_text_and_the_same_bytes_each_time(
    name: str, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.PDF"
    write_chart(PICTURES[name], first)
    write_chart(PICTURES[name], second)
    assert first.read_bytes().startswith(b"%PDF-")
    assert b"/ToUnicode" in first.read_bytes(), "letters can be searched and copied"
    assert first.read_bytes() == second.read_bytes()


def test_no_style_sheet_stands_in_the_way_of_the_pdf() -> None:
    assert not [name for name, svg in PICTURES.items() if "<style" in svg or "style=" in svg]


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(WriteError):
        write_chart(PICTURES["bars"], tmp_path / "none" / "a.svg")
    write_chart(PICTURES["bars"], tmp_path / "a.svg")
    assert [path.name for path in tmp_path.iterdir()] == ["a.svg"]
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == PICTURES["bars"]
