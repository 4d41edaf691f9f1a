"""Edges in are edges out: every row that should tie is in an edge, or has a reason why not."""

import pytest
from pyoxigraph import Store
from tests.network.projections.conftest import Networks, Rows

from coopgraph.network.projections import PROJECTIONS, account_for, project
from coopgraph.network.projections.edges import REASONS

# the whole corpus, 22 times: test_projections covers the same lines
pytestmark = pytest.mark.no_cover

FORMER = {"amends": "amends", "replaces": "replaces", "renews": "renews", "part_of": "part-of"}
ORIGINS = {
    "missions": {"under": "under", "funded_by": "funded-by", "part_of": "part-of"},
    "projects": {"under": "under", "funded_by": "funded-by", "part_of": "part-of"},
    "programmes": {"part_of": "part-of"},
    "outcomes": {"of": "results-from"},
}
CAUSAL = {
    *("signed-during", "issued-during", "announced-during", "held-under", "falls-within"),
    *("follows", "continues"),
}
ONE_EDGE_A_ROW = ("person-organisation", "funding", "agreements", "chains")


def ids(rows: list[dict[str, str]]) -> set[str]:
    return {row["id"] for row in rows}


def cells(rows: list[dict[str, str]], columns: dict[str, str]) -> set[str]:
    return {f"{row['id']}.{kind}" for row in rows for name, kind in columns.items() if row[name]}


def related(rows: Rows, *predicates: str) -> set[str]:
    return ids([row for row in rows("relations") if row["predicate"] in predicates])


def taking(rows: Rows, table: str) -> set[str]:
    records = ids(rows(table))
    return ids([row for row in rows("participations") if row["activity"] in records])


def between_agreements(rows: Rows) -> set[str]:
    agreements = ids(rows("agreements"))
    links = [*rows("sequences"), *rows("relations")]
    return ids([row for row in links if {row["subject"], row["object"]} <= agreements])


def causes(rows: Rows) -> set[str]:
    columns = (cells(rows(table), names) for table, names in ORIGINS.items())
    awards = ids([row for row in rows("awards") if row["programme"]])
    return set().union(*columns, ids(rows("sequences")), related(rows, *CAUSAL), awards)


def expected(name: str, rows: Rows) -> set[str]:
    """Return the ids of the rows that the projection has to account for, read from the tables."""
    meetings = ids(rows("participations")) | ids(rows("parties"))
    funded = {"funded_by": "funded-by"}
    return {
        "actors": lambda: meetings,
        "actors-by-mission": lambda: taking(rows, "missions"),
        "actors-by-project": lambda: taking(rows, "projects"),
        "actors-by-agreement": lambda: ids(rows("parties")),
        "territories": lambda: meetings | ids(rows("venues")) | related(rows, "twinned-with"),
        "person-organisation": lambda: ids(rows("roles")) | ids(rows("signatories")),
        "funding": lambda: set().union(
            *(ids(rows(table)) for table in ("awards", "budgets", "beneficiaries")),
            *(cells(rows(table), funded) for table in ("missions", "projects")),
            related(rows, "funds"),
        ),
        "themes": lambda: ids(rows("subjects")),
        "agreements": lambda: cells(rows("agreements"), FORMER) | between_agreements(rows),
        "actor-theme": lambda: ids(rows("subjects")),
        "chains": lambda: causes(rows),
    }[name]()


@pytest.mark.parametrize("inferred", [True, False])
@pytest.mark.parametrize("name", PROJECTIONS)
def test_every_row_is_in_an_edge_or_has_its_reason(
    corpus: Store, rows: Rows, name: str, inferred: bool
) -> None:
    account = account_for(corpus, name, inferred=inferred)
    assert account.tied.isdisjoint(account.left_out)
    assert account.tied | account.left_out.keys() == expected(name, rows)
    assert account.tied
    assert set(account.left_out.values()) <= set(REASONS)
    assert inferred != ("inferred" in account.left_out.values())


@pytest.mark.parametrize("name", ONE_EDGE_A_ROW)
def test_each_row_that_ties_is_one_edge(corpus: Store, networks: Networks, name: str) -> None:
    assert networks[name].number_of_edges() == len(account_for(corpus, name).tied)


def test_what_was_deduced_ties_nothing_where_it_is_left_out(
    corpus: Store, networks: Networks
) -> None:
    for name, whole in networks.items():
        sure = project(corpus, name, inferred=False)
        assert 0 < sure.number_of_edges() < whole.number_of_edges(), name
        assert not any(data["inferred"] for *_, data in sure.edges(data=True)), name
