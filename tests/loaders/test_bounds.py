"""A date says when in EDTF and in days, each only if it is known."""

import pytest

from coopgraph.dates import InvalidDate
from coopgraph.loaders.bounds import date_statements, is_open_ended


def said(edtf: str, spoken: str = "") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for predicate, term in date_statements(edtf, spoken):
        name = predicate.value.partition("#")[2]
        found.setdefault(name, []).append(term.value.rpartition("/scheme/")[2])
    return found


def test_an_unknown_bound_is_absent() -> None:
    assert said("[..2018-11]") == {
        "when": ["[..2018-11]"],
        "latestBegin": ["2018-11-30"],
        "latestEnd": ["2018-11-30"],
        "dateMark": ["date-mark/window"],
    }


def test_qualifiers_and_marks_are_concepts() -> None:
    assert said("2010%")["dateQualifier"] == [
        "date-qualifier/approximate",
        "date-qualifier/uncertain",
    ]
    assert said("/2016")["dateMark"] == ["date-mark/duration", "date-mark/unknown-begin"]


def test_what_was_going_on_has_an_end_only_if_its_source_spoke() -> None:
    assert said("2010/..")["openEnd"] == ["true"]
    assert "earliestEnd" not in said("2010/..")
    assert said("2010/..", "2019-08-13")["earliestEnd"] == ["2019-08-13"]


def test_the_day_on_which_a_source_spoke_changes_no_other_date() -> None:
    assert said("2010/2014", "2019-08-13") == said("2010/2014")


@pytest.mark.parametrize(
    ("edtf", "is_open"), [("2010/..", True), ("[2010..]", False), ("2010/", False)]
)
def test_only_an_interval_has_an_open_end(edtf: str, is_open: bool) -> None:
    assert is_open_ended(edtf) is is_open
    assert ("openEnd" in said(edtf)) is is_open


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(InvalidDate):
        date_statements("soon")
