"""Whether a reference names a row that exists, in a table where it may be.

The index of all ids is built first (`coopgraph.tables.index`), so that a row may name one that
stands further down or in another file.
"""

from __future__ import annotations

from coopgraph.tables.cells import CellFault
from coopgraph.tables.columns import Column, Table
from coopgraph.tables.index import RecordIndex

__all__ = ["Reference"]


class Reference:
    """One column of references: in which tables its rows may be, and what to say if they are not.

    A withdrawn record may be cited (its withdrawal has a source too), and the ledger of imports may
    remember that something was read into it; but no other row may build on it.
    """

    def __init__(self, column: Column, table: Table, index: RecordIndex) -> None:
        self.name = column.name
        self.wanted = column.tables
        self.allowed = frozenset(column.tables or index.known_tables) - {"withdrawals"}
        if table.name in ("citations", "imports") and not column.tables:
            self.allowed |= {"withdrawals"}
        self._index = index

    def fault(self, value: str) -> CellFault:
        """Return what is wrong with a reference to none of the tables where its row may be."""
        table_of, wanted = self._index.table_of, self.wanted
        holder = table_of(value)
        if holder is None and table_of(value.strip()) in self.allowed:
            return CellFault("E217")
        if holder is None:
            return CellFault("E303", self._add_first(), self._index.near(value, wanted))
        if holder == "withdrawals":
            return CellFault("E307")
        facts = {
            "found": holder,
            "wanted_en": " or ".join(wanted),
            "wanted_fr": " ou ".join(wanted),
        }
        return CellFault("E304", facts, self._index.near(value, wanted))

    def _add_first(self) -> dict[str, str]:
        """Return what to do about an id that no row has and that looks like no other."""
        files = [f"{name}.csv" for name in self.wanted]
        english, french = " or ".join(files) or "its table", " ou ".join(files) or "sa table"
        return {
            "instead_en": f"add its row to {english} first",
            "instead_fr": f"ajouter d’abord sa ligne dans {french}",
        }
