"""Parquet and Arrow: an answer as typed columns, for data frames and databases.

Both write what `coopgraph.queries.frames.to_arrow` returns; which type a column gets stands in
`coopgraph.queries.formats.typed_columns`. They hold no clock: the same answer gives the same bytes
with the same version of pyarrow. Arrow is the file format (IPC, “Feather 2”), not compressed, so
that every reader of it can read it.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from coopgraph.queries.formats.form import as_rows
from coopgraph.queries.formats.libraries import needing
from coopgraph.queries.result import Answered

__all__ = ["write_arrow", "write_parquet"]


def write_parquet(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write rows as Parquet (zstd); language and width change nothing.

    Raises:
        UnknownFormat: the answer is not rows.
        UsageError: pyarrow is not installed.
    """
    table = _table(answered, "parquet")
    from pyarrow import BufferOutputStream, parquet

    # in memory first: a stream may not tell where it is, and an answer is whole or not written
    buffer = BufferOutputStream()
    parquet.write_table(table, buffer, compression="zstd")
    stream.write(buffer.getvalue().to_pybytes())


def write_arrow(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write rows as an Arrow file; language and width change nothing.

    Raises:
        UnknownFormat: the answer is not rows.
        UsageError: pyarrow is not installed.
    """
    table = _table(answered, "arrow")
    from pyarrow import BufferOutputStream, ipc

    buffer = BufferOutputStream()
    with ipc.new_file(buffer, table.schema) as writer:
        writer.write_table(table)
    stream.write(buffer.getvalue().to_pybytes())


def _table(answered: Answered, name: str) -> Any:  # pyarrow comes without types
    result = as_rows(answered, name)
    with needing("pyarrow"):
        from coopgraph.queries.formats.tsv_cells import read_rows
        from coopgraph.queries.formats.typed_columns import arrow_table
    columns = read_rows(result.rows, result.variables)
    return arrow_table(result.variables, columns, truncated=result.truncated)
