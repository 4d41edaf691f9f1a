"""A finding is told in one line, for people and for machines."""

import json
from dataclasses import replace

import pytest

from coopgraph.findings import (
    Finding,
    format_finding,
    format_findings,
    has_errors,
    sort_findings,
)

FAULT = Finding(
    file="missions.csv",
    line=14,
    column="when",
    code="E203",
    value="automn 2018",
    text_en="date not recognised",
    text_fr="date non reconnue",
    remedy_en="write EDTF",
    remedy_fr="écrire en EDTF",
    cell="C14",
)


def test_a_finding_names_place_code_value_remedy_and_cell() -> None:
    assert format_finding(FAULT, "en") == (
        "missions.csv:14:when: E203 date not recognised “automn 2018” — write EDTF (cell C14)"
    )
    assert format_finding(FAULT, "fr") == (
        "missions.csv:14:when: E203 date non reconnue «\N{NO-BREAK SPACE}automn 2018"
        "\N{NO-BREAK SPACE}» — écrire en EDTF (cellule C14)"
    )


def test_a_value_cannot_steer_the_terminal() -> None:
    text = format_finding(replace(FAULT, value="a\x1b[31m\u202eb\n" + "x" * 200), "en")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\n" not in text
    assert "…" in text
    assert len(text) < 250


def test_findings_stand_in_file_order() -> None:
    later = replace(FAULT, line=20)
    first = replace(FAULT, file="actors.csv", line=99)
    assert sort_findings([later, FAULT, first]) == [first, FAULT, later]


def test_only_errors_are_errors() -> None:
    warning = replace(FAULT, code="W201")
    assert (FAULT.severity, warning.severity) == ("error", "warning")
    assert has_errors([warning, FAULT])
    assert not has_errors([warning])


def test_machines_get_json_and_annotations() -> None:
    (told,) = json.loads(format_findings([FAULT], style="json", language="fr"))
    assert (told["severity"], told["line"], told["text_fr"]) == ("error", 14, FAULT.text_fr)
    annotation = format_findings([replace(FAULT, text_en="50 %")], style="github", language="en")
    assert annotation.startswith("::error file=missions.csv,line=14,title=E203::")
    assert "50 %25" in annotation


def test_another_style_is_refused() -> None:
    with pytest.raises(ValueError, match="xml"):
        format_findings([FAULT], style="xml", language="en")
