"""Arrow, pandas and polars: both routes give the same terms, and columns the types they state."""

import datetime
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import testing as pandas_testing
from pyoxigraph import (
    BaseDirection,
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    Store,
    Triple,
)

from coopgraph.api.answer import Answer
from coopgraph.errors import UsageError
from coopgraph.queries.formats.tsv_cells import Cells, read_terms, read_tsv
from coopgraph.queries.frames import to_arrow, to_pandas, to_polars
from coopgraph.queries.pool import QueryPool
from coopgraph.queries.result import make_result
from coopgraph.queries.tsv_rows import TsvRows
from coopgraph.sparql import Term

XSD = "http://www.w3.org/2001/XMLSchema#"
S, P = NamedNode("http://example.org/s"), NamedNode("http://example.org/p")

TEXTS = st.text(max_size=12) | st.sampled_from(
    [
        'a\tb\nc\r"d"\\',
        "\\\\n",
        "\\",
        '"@en',
        '"^^<x>',
        "",
        "\ufeff",
        "\x00",
        "\x85\u2028",
        "_:b",
        "<<",
    ]
)
LEXICAL = st.sampled_from(
    ["", "0", "-5", "+3", "03", "1.50", "-0.0", "5.", "1e3", "INF", "NaN", "true", "1", "abc"]
) | st.sampled_from(
    ["9" * 30, "0x10", "2031-02-30", "2031-04-01", "2031-04-01Z", "2031-04-01T10:00:00Z"]
)
KINDS = st.sampled_from(
    ["integer", "decimal", "double", "float", "boolean", "date", "dateTime", "gYear", "string"]
)
LITERALS = (
    st.builds(Literal, TEXTS)
    | st.builds(lambda t, tag: Literal(t, language=tag), TEXTS, st.sampled_from(["fr", "fr-CA"]))
    | st.builds(lambda t: Literal(t, language="ar", direction=BaseDirection.RTL), TEXTS)
    | st.builds(lambda t, kind: Literal(t, datatype=NamedNode(XSD + kind)), LEXICAL, KINDS)
    | st.builds(lambda t: Literal(t, datatype=NamedNode("http://example.org/été#(x)")), TEXTS)
)
IRIS = st.sampled_from(["http://example.org/é?a=1&b=%20#x'()", "urn:x:@_:b", "http://例え.jp/𝄞"])
TERMS = (
    LITERALS
    | st.builds(NamedNode, IRIS)
    | st.just(BlankNode("b1"))
    | st.builds(lambda o: Triple(S, P, o), LITERALS)
)


def solutions(rows: list[tuple[Term | None, ...]], width: int) -> QuerySolutions:
    """Return the rows as the engine gives them, in order: by way of a store."""
    store = Store()
    for number, row in enumerate(rows):
        at = NamedNode(f"http://example.org/row/{number:05}")
        store.add(Quad(at, NamedNode("http://example.org/in"), S))
        for column, term in enumerate(row):
            if term is not None:
                store.add(Quad(at, NamedNode(f"http://example.org/c{column}"), term))
    optional = " ".join(
        f"OPTIONAL {{ ?row <http://example.org/c{column}> ?v{column} }}" for column in range(width)
    )
    names = " ".join(f"?v{column}" for column in range(width))
    text = f"SELECT {names} {{ ?row <http://example.org/in> ?in {optional} }} ORDER BY ?row"
    found = store.query(text)
    assert isinstance(found, QuerySolutions)
    return found


def parts(cells: Cells) -> list[tuple[str | None, str | None, str | None]]:
    columns = (cells.value, cells.kind, cells.language)
    return list(zip(*(column.to_pylist() for column in columns), strict=True))


@given(st.lists(st.tuples(st.none() | TERMS, st.none() | TERMS), max_size=6))
@settings(max_examples=300, deadline=None)
def test_the_engines_tsv_and_the_terms_themselves_give_the_same_cells(
    rows: list[tuple[Term | None, Term | None]],
) -> None:
    # two answers: the engine writes one as TSV, Python reads the other term by term
    fast, slow = solutions(list(rows), 2), [tuple(row) for row in solutions(list(rows), 2)]
    data = fast.serialize(format=QueryResultsFormat.TSV)
    assert data is not None
    for place, cells in enumerate(read_tsv(data, ("v0", "v1"))):
        assert parts(cells) == parts(read_terms(row[place] for row in slow))


@given(st.lists(st.none() | LITERALS, max_size=4), st.booleans())
@settings(max_examples=200, deadline=None)
def test_both_routes_give_the_same_table(terms: list[Term | None], again: bool) -> None:
    rows: list[tuple[Term | None, ...]] = [(term,) for term in terms * (2 if again else 1)]
    fast = to_arrow(solutions(rows, 1))
    slow = to_arrow(make_result(("v0",), [tuple(row) for row in solutions(rows, 1)]))
    # as text: NaN is not equal to itself
    assert str(fast.to_pylist()) == str(slow.to_pylist())
    assert fast.schema.equals(slow.schema, check_metadata=True)


def column(*terms: Term | None) -> dict[str, list[object]]:
    table = to_arrow(make_result(("x",), [(term,) for term in terms]))
    told: dict[str, list[object]] = table.to_pydict()
    return told


def typed(text: str, kind: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + kind))


def test_a_column_of_one_type_has_that_type() -> None:
    assert column(typed("03", "integer"), None, typed("+4", "integer")) == {"x": [3, None, 4]}
    assert column(typed("1.25", "decimal"), typed("2", "integer")) == {
        "x": [Decimal("1.25"), Decimal("2.00")]
    }
    assert column(typed("1", "boolean"), typed("false", "boolean")) == {"x": [True, False]}
    assert column(typed("2031-04-01", "date")) == {"x": [datetime.date(2031, 4, 1)]}
    assert column(typed("-INF", "double")) == {"x": [float("-inf")]}
    assert column(typed("0.1", "float")) == {"x": [0.10000000149011612]}
    assert column(typed("2031-04-01T10:00:00Z", "dateTime")) == {
        "x": [datetime.datetime(2031, 4, 1, 10, tzinfo=datetime.UTC)]
    }
    assert column(None, None) == {"x": [None, None]}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("9223372036854775808", "integer"),
        ("0x10", "integer"),
        ("2031-02-30", "date"),
        ("2031-02-03Z", "date"),
        ("0000-01-01", "date"),
        ("1e3", "decimal"),
        ("0." + "1" * 39, "decimal"),
        ("yes", "boolean"),
        ("nan", "double"),
        ("2031-04-01T10:00:00.1234567Z", "dateTime"),
        ("2031-04-01T10:00:00+02:00", "dateTime"),
    ],
)
def test_what_the_type_cannot_hold_stays_as_written(text: str, kind: str) -> None:
    assert column(typed(text, kind)) == {"x": [text]}


def test_mixed_columns_have_companions() -> None:
    assert column(Literal("a", language="fr"), Literal("b"), None) == {
        "x": ["a", "b", None],
        "x_lang": ["fr", None, None],
    }
    assert column(S, Literal(""), typed("3", "integer"), BlankNode("b")) == {
        "x": [S.value, "", "3", "_:b"],
        "x_type": ["iri", XSD + "string", XSD + "integer", "bnode"],
    }
    both = make_result(("x", "x_lang"), [(Literal("a", language="fr"), S), (Literal("b"), S)])
    assert to_arrow(both).column_names == ["x", "x_lang_", "x_lang"]


def test_what_holds_for_the_whole_column_stands_in_its_metadata() -> None:
    table = to_arrow(make_result(("x", "y"), [(S, Literal("a", language="fr"))], truncated=True))
    assert str(table.schema.field("x").type).startswith("dictionary<values=string, indices=int32")
    assert table.schema.field("x").metadata == {b"term": b"iri"}
    assert table.schema.field("y").metadata[b"language"] == b"fr"
    assert table.schema.metadata == {b"truncated": b"true"}


def test_answers_without_rows_or_columns() -> None:
    for text in ("SELECT ?a ?b { FILTER(false) }", "SELECT * {}"):
        found = Store().query(text)
        assert isinstance(found, QuerySolutions)
        assert to_arrow(found).num_rows == 0
    assert to_arrow(make_result(("a", "b"), [])).column_names == ["a", "b"]


DATES = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?iri ?n ?sum ?day ?label ?any ?class {
  VALUES (?iri ?n ?sum ?day ?label ?any ?class) {
    (<http://example.org/a> 3 1.50 "2031-04-01"^^xsd:date "île"@fr "a\\tb\\n" true)
    (<http://example.org/b> 4 UNDEF UNDEF "isle"@en <http://example.org/a> false)
    (UNDEF UNDEF 2 "2031-04-02"^^xsd:date UNDEF 7 UNDEF)
  }
}"""


@pytest.mark.parametrize("text", [DATES, "SELECT ?a ?b { FILTER(false) }", "SELECT * {}"])
def test_an_answer_within_limits_gives_the_frame_of_its_terms_without_reading_them(
    text: str, tmp_path: Path
) -> None:
    on_disk = Store(str(tmp_path))
    on_disk.flush()
    del on_disk
    for source in (Store(), tmp_path):
        with QueryPool(source, workers=1) as pool:
            answer = Answer(pool.run(text))
        rows = answer.result.rows
        assert isinstance(rows, TsvRows)
        frames = answer.to_arrow(), answer.to_pandas(), answer.to_polars()
        assert len(answer) == frames[0].num_rows or not answer.columns
        assert not rows.is_read
        terms = make_result(answer.columns, list(rows))
        assert answer.answered == terms
        assert frames[0].equals(to_arrow(terms), check_metadata=True)
        pandas_testing.assert_frame_equal(frames[1], to_pandas(terms))
        assert frames[2].equals(to_polars(terms))


def test_the_types_of_an_answer_within_limits() -> None:
    with QueryPool(Store(), workers=1) as pool:
        answer = Answer(pool.run(DATES))
    frame = answer.to_arrow().drop_columns(["any", "any_type", "iri"])
    assert frame.to_pylist()[0] == {
        "n": 3,
        "sum": Decimal("1.50"),
        "day": datetime.date(2031, 4, 1),
        "label": "île",
        "label_lang": "fr",
        "class": True,
    }
    assert answer.to_arrow()["any"].to_pylist() == ["a\tb\n", "http://example.org/a", "7"]
    assert (answer[0].class_, answer[1].sum, answer.terms[1].label.language) == (True, None, "en")


def test_a_cell_longer_than_a_block() -> None:
    long = Literal("é" * 3_000_000)
    assert to_arrow(solutions([(long,), (None,)], 1)).to_pydict() == {"v0": [long.value, None]}


def test_pandas_and_polars_keep_types_and_gaps() -> None:
    rows = make_result(
        ("iri", "n", "day"), [(S, Literal(3), typed("2031-04-01", "date")), (None,) * 3]
    )
    pandas, polars = to_pandas(rows), to_polars(rows)
    assert [str(kind) for kind in pandas.dtypes] == [
        "category",
        "int64[pyarrow]",
        "date32[day][pyarrow]",
    ]
    assert pandas["n"].isna().tolist() == [False, True]
    assert polars.rows() == [(S.value, 3, datetime.date(2031, 4, 1)), (None, None, None)]


@pytest.mark.parametrize("library", ["pyarrow", "pandas", "polars"])
def test_a_missing_library_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("tsv_cells", "typed_columns"):
        monkeypatch.delitem(sys.modules, f"coopgraph.queries.formats.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    call = to_polars if library == "polars" else to_pandas
    with pytest.raises(UsageError, match="pip install") as caught:
        call(make_result(("x",), []))
    assert library in caught.value.text("fr")
