"""Gaps: each kind finds what is missing in the invented tables, and nothing where nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from coopgraph.errors import UnknownQuery
from coopgraph.graph import build_graph
from coopgraph.identifiers import concept_iri, record_iri, split_iri
from coopgraph.views.gaps import GAPS, find_gaps, latest_source, read_gaps
from coopgraph.vocabulary import COOP, XSD

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"


@pytest.fixture(scope="module")
def dune() -> Store:
    return build_graph(DUNE).store


def records(graph: Store, name: str, **options: object) -> list[str]:
    (gap,) = find_gaps(graph, [name], language="en", **options)  # type: ignore[arg-type]  # checked by mypy where they are declared
    return [split_iri(row.record.value)[1] for row in gap.result.rows]


def test_every_kind_has_words_a_step_and_a_file() -> None:
    assert set(read_gaps()) == {path.stem for path in GAPS.glob("*.rq")}
    for question in read_gaps().values():
        header = question.header
        for both in (header.title, header.question, header.keywords, header.step):
            assert both.fr
            assert both.en
            assert both.fr != both.en
        assert next(iter(header.columns)) == "record"


def test_an_empty_graph_has_no_gaps() -> None:
    assert latest_source(Store()) == "0001-01-01"
    assert all(not gap.result.rows for gap in find_gaps(Store(), language="fr"))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("agreements-without-date", ["plan-dune-2020"]),
        ("missing-sessions", ["session-dune-2"]),
        ("bare-currency", ["projet-sable.award.2"]),
    ],
)
def test_what_is_missing_is_found(dune: Store, name: str, found: list[str]) -> None:
    assert records(dune, name) == found


def test_an_amount_is_told_with_what_it_is_for_and_the_currency_supposed(dune: Store) -> None:
    (gap,) = find_gaps(dune, ["bare-currency"], language="en")
    (row,) = gap.result.rows
    assert (row.recordLabel.value, row.detail.value) == ("Sand project", "9500.5 CAD ?")


def test_a_series_that_goes_on_is_no_silence(dune: Store) -> None:
    given: dict[str, object] = {"as_of": "2031-12-31", "years": 10}
    town = "ville-port-dune"  # of the session of 2016, with the ministry
    before = records(dune, "silent-ties", **given)
    later = Store()
    later.extend(dune)
    session = NamedNode(record_iri("mission", "session-dune-9"))
    for status, silent in (("cancelled", True), ("completed", False)):
        for predicate, value in (
            (COOP.series, Literal("commission-dune")),
            (COOP.latestEnd, Literal("2030-05-01", datatype=XSD.date)),
            (COOP.hasStatus, NamedNode(concept_iri("status", status))),
        ):
            later.add(Quad(session, predicate, value))
        left = records(later, "silent-ties", **given)
        assert (left == before) == silent
        assert (town in left) == silent


def test_a_plan_is_past_only_after_its_date(dune: Store) -> None:
    assert records(dune, "plans-without-trace", as_of="2019-12-31") == []
    assert records(dune, "plans-without-trace", as_of="2031-12-31") == ["mission-prevue-2021"]


def test_silence_is_counted_in_years(dune: Store) -> None:
    soon = records(dune, "silent-agreements", as_of="2031-12-31", years=2)
    assert set(records(dune, "silent-agreements", as_of="2031-12-31", years=30)) < set(soon)


def test_a_whole_has_the_sides_of_its_parts(dune: Store) -> None:
    assert "mission-hiver-2014" not in records(dune, "one-sided")
    assert "mission-hiver-2014-atelier" in records(dune, "one-sided")


def test_copies_are_no_second_witness(dune: Store) -> None:
    (gap,) = find_gaps(dune, ["one-source"], language="fr")
    titles = {row.record.value: row.detail.value for row in gap.result.rows}
    assert titles
    assert all(titles.values())


def test_an_unknown_kind_is_refused_with_the_list(dune: Store) -> None:
    with pytest.raises(UnknownQuery, match="missing-sessions"):
        find_gaps(dune, ["missing-cats"], language="en")
