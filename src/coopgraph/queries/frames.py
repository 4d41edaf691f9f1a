"""An answer as an Arrow table, a pandas or a polars data frame.

>>> from pyoxigraph import Store
>>> found = Store().query('SELECT ?n ?label { VALUES (?n ?label) { (1 "un"@fr) (2 "deux"@fr) } }')
>>> table = to_arrow(found)
>>> table.to_pylist()
[{'n': 1, 'label': 'un'}, {'n': 2, 'label': 'deux'}]
>>> str(table.schema.field("n").type), table.schema.field("label").metadata
('int64', {b'datatype': b'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString',
           b'language': b'fr'})

The solutions of pyoxigraph go there without a Python object for each cell: the engine writes them
itself and Arrow reads them (`coopgraph.queries.formats.tsv_cells`). They are read once and gone. So
does what a process within limits answered (`TsvRows`), which stays. An answer whose terms Python
holds already (`Result`, `Answer`) goes there cell by cell. The types of the columns are those of
`coopgraph.queries.formats.typed_columns`; a variable without a value is null, which an empty text
is not.

pyarrow comes with ``pip install 'coopgraph[tables]'``; pandas and polars are yours to install.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyoxigraph import QueryResultsFormat, QuerySolutions

from coopgraph.queries.formats.libraries import needing
from coopgraph.queries.result import Result
from coopgraph.sparql import Answer

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["Rows", "to_arrow", "to_pandas", "to_polars"]

Rows = QuerySolutions | Result | Answer
"""What has rows: the solutions of pyoxigraph (read once), or an answer of ours."""


def to_arrow(rows: Rows) -> pa.Table:
    """Return the rows as an Arrow table.

    Raises:
        UsageError: pyarrow is not installed.
    """
    with needing("pyarrow"):
        from coopgraph.queries.formats.tsv_cells import read_rows, read_tsv
        from coopgraph.queries.formats.typed_columns import arrow_table
    if isinstance(rows, QuerySolutions):
        variables = tuple(variable.value for variable in rows.variables)
        data = rows.serialize(format=QueryResultsFormat.TSV)
        columns = read_tsv(data or b"", variables)
        return arrow_table(variables, columns, truncated=False)
    columns = read_rows(rows.rows, rows.variables)
    truncated = isinstance(rows, Result) and rows.truncated
    return arrow_table(rows.variables, columns, truncated=truncated)


def to_pandas(rows: Rows) -> pd.DataFrame:
    """Return the rows as a pandas data frame, with columns of Arrow's types.

    IRIs become a categorical; numbers, dates and booleans keep their type beside missing values.

    Raises:
        UsageError: pyarrow or pandas is not installed.

    >>> from pyoxigraph import Store
    >>> frame = to_pandas(Store().query("SELECT ?n { VALUES ?n { 1 UNDEF } }"))
    >>> str(frame.dtypes["n"]), frame["n"].isna().sum().item()
    ('int64[pyarrow]', 1)
    """
    table = to_arrow(rows)
    with needing("pandas", install="pandas"):
        import pandas
    from pyarrow import types

    def mapper(kind: Any) -> Any:  # pyarrow and pandas come without types
        return None if types.is_dictionary(kind) else pandas.ArrowDtype(kind)

    return table.to_pandas(types_mapper=mapper)


def to_polars(rows: Rows) -> pl.DataFrame:
    """Return the rows as a polars data frame; IRIs become a categorical.

    Raises:
        UsageError: pyarrow or polars is not installed.

    >>> from pyoxigraph import Store
    >>> to_polars(Store().query("SELECT ?n { VALUES ?n { 1 UNDEF } }"))["n"].to_list()
    [1, None]
    """
    table = to_arrow(rows)
    with needing("polars", install="polars"):
        import polars
    frame = polars.from_arrow(table)
    if not isinstance(frame, polars.DataFrame):
        raise TypeError(frame)
    return frame
