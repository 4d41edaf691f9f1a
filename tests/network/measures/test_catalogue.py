"""The words of the measures stand in docs/measures.md as they are."""

from pathlib import Path

from coopgraph.network.measures.catalogue import MEASURES

PAGE = Path(__file__).parents[3] / "docs" / "measures.md"


def test_the_page_of_measures_is_up_to_date() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    for name, measure in MEASURES.items():
        sign = " ↑" if measure.grows else ""
        [line] = [line for line in lines if line.startswith(f"| `{name}`{sign} |")]
        for text in (measure.definition_fr, measure.definition_en):
            assert text[1:] in line
        assert measure.title_fr in line
        assert measure.title_en in line
