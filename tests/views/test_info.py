"""The corpus in figures, counted by hand on the invented tables."""

import csv
from pathlib import Path

from pyoxigraph import Store

from coopgraph.graph import build_graph
from coopgraph.views.info import corpus_figures

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"


def rows(table: str) -> list[dict[str, str]]:
    with (DUNE / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_figures_are_those_of_the_tables() -> None:
    found = {figure.name: figure.value for figure in corpus_figures(build_graph(DUNE).store)}
    assert found["missions"] == len(rows("missions"))
    assert found["sources"] == len(rows("sources"))
    assert found["citations"] == len(rows("citations"))
    persons = [row for row in rows("actors") if row["kind"] == "person"]
    assert found["persons"] == len(persons) > 0
    assert found["organisations"] == len(rows("actors")) - len(persons)
    planned = [row for row in rows("missions") + rows("projects") if row["status"] == "planned"]
    assert found["planned"] == len(planned) > 0
    undecided = [row for row in rows("claims") if row["standing"] == "undecided"]
    assert found["undecided"] == len(undecided) > 0


def test_an_empty_graph_has_zeros_and_no_years() -> None:
    found = {figure.name: figure.value for figure in corpus_figures(Store())}
    assert found["missions"] == 0
    assert found["first-year"] is None


def test_disputes_claims_names_and_withdrawals_are_counted() -> None:
    found = {figure.name: figure.value for figure in corpus_figures(build_graph(DUNE).store)}
    assert found["disputes"] == len(rows("disputes")) > 0
    assert found["figures"] == len(rows("figures")) > 0
    assert found["withdrawn"] == len(rows("withdrawals")) > 0
    for standing in ("retained", "not-retained"):
        claims = [row for row in rows("claims") if row["standing"] == standing]
        assert found[f"claims-{standing}"] == len(claims) > 0
    attested = {row["record"] for row in rows("attestations")}
    dated = [row for row in rows("names") if row["when"] or row["id"] in attested]
    assert found["dated-names"] == len(dated) > 0


def test_amounts_are_counted_by_currency_and_never_added() -> None:
    found = {figure.name: figure.value for figure in corpus_figures(build_graph(DUNE).store)}
    amounts = [row for row in rows("awards") + rows("budgets") if row["amount"]]
    for currency in ("CAD", "EUR"):
        number = sum(row["currency"] == currency for row in amounts)
        assert found[f"amounts-{currency.lower()}"] == number > 0
