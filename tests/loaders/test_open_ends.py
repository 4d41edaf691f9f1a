"""Until when an open-ended thing is known to have gone on."""

from coopgraph.loaders import LOADERS, LoadContext
from coopgraph.loaders.open_ends import OpenEnds
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.read import Row

TERM = "<https://example.org/term>"


def ends_of(ends: OpenEnds) -> list[str]:
    return [line.split('"')[1] for line in ends.statements()]


def waiting(edtf: str = "2010/..") -> OpenEnds:
    ends = OpenEnds()
    ends.wait("term", TERM, edtf, "when")
    return ends


def test_the_latest_source_counts() -> None:
    ends = waiting()
    for source, published in (("a", "2017-05"), ("b", "2019"), ("c", "2018-12-31")):
        ends.cite("term", source, "")
        ends.publish(source, published)
    assert ends_of(ends) == ["2019-01-01"]


def test_a_source_cited_for_the_date_counts_and_one_cited_for_a_name_does_not() -> None:
    ends = waiting()
    ends.cite("term", "a", "side")
    ends.publish("a", "2030")
    assert ends_of(ends) == []
    ends.cite("term", "b", "when")
    ends.publish("b", "2019")
    assert ends_of(ends) == ["2019-01-01"]


def test_a_source_without_a_known_day_says_nothing() -> None:
    ends = waiting()
    ends.cite("term", "a", "")
    ends.publish("a", "XXXX-09-30")
    assert ends_of(ends) == []


def test_a_plan_does_not_end_before_it_begins() -> None:
    ends = waiting("2025/..")
    ends.cite("term", "a", "")
    ends.publish("a", "2019")
    assert ends_of(ends) == ["2025-01-01"]


def row(table: str, **cells: str) -> Row:
    return Row({name: cells.get(name, "") for name in TABLES[table].header})


def load(context: LoadContext, table: str, **cells: str) -> set[tuple[str, str]]:
    quads = LOADERS[table](iter([row(table, **cells)]), context)
    return {(str(quad.subject), str(quad.object)) for quad in quads if "earliestEnd" in str(quad)}


def test_the_tables_meet_in_the_sources() -> None:
    context = LoadContext({"t": "terms", "c": "citations", "s": "sources", "a": "agreements"})
    assert not load(context, "terms", id="t", agreement="a", when="2010/..")
    load(context, "citations", id="c", record="t", source="s", locator="§ 1")
    found = load(context, "sources", id="s", title="T", language="fr", published="2019-08-13")
    term = "<https://w3id.org/coopgraph/id/term/t>"
    assert (term, '"2019-08-13"^^<http://www.w3.org/2001/XMLSchema#date>') in found


def test_the_status_of_a_row_speaks_for_itself() -> None:
    context = LoadContext({"m": "missions", "s": "sources"})
    made = load(context, "missions", id="m", when="2010/..", status_as_of="2019-08-13")
    assert len(made) == 1
    context.open_ends.cite("m", "s", "")
    context.open_ends.publish("s", "2020")
    assert not list(context.open_ends.statements())
