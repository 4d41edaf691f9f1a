"""The page of all codes is the one in ``docs/``, and it leaves none out."""

from pathlib import Path

from coopgraph.tables.codes import CODES
from coopgraph.validate.codes_page import spell_codes
from coopgraph.validate.gates import read_gates

DOCS = Path(__file__).parents[2] / "docs" / "findings.md"


def test_the_page_of_codes_is_the_one_in_docs() -> None:
    assert DOCS.read_text(encoding="utf-8") == spell_codes(), (
        "write spell_codes() of coopgraph.validate.codes_page to docs/findings.md"
    )


def test_every_code_of_tables_shapes_and_gates_has_its_section() -> None:
    page = spell_codes()
    for code in (*CODES, *(gate.code for gate in read_gates()), "E400", "E408", "E496"):
        assert f"### {code}\n" in page
    assert "<" not in page
