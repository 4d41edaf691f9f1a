r"""What a loader is: a function from rows to statements, which can be read in two ways.

The graph is built from the text (`Loader.lines`). Who wants to look at statements calls the loader
and gets quads; they are parsed from the same text, so there is nothing to keep in step.

>>> from coopgraph.loaders.lines import quote
>>> @Loader
... def load_dunes(batches, context):
...     for columns in batches:
...         for name in columns["name"]:
...             yield f"<https://example.org/dune> <a:name> {quote(name)} .\n"
>>> [quad.object.value for quad in load_dunes([{"name": "La « Dune »"}], None)]
['La « Dune »']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Quad, RdfFormat, parse

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import open_lines
from coopgraph.tables.batches import Columns, Row, columns_of

__all__ = ["Loader"]


class Loader:
    """The loader of one table. As a decorator, it makes one of a function that yields lines."""

    def __init__(self, lines: Callable[[Iterable[Columns], LoadContext], Iterator[str]]) -> None:
        self.lines = lines

    def __call__(self, rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
        """Yield what the rows say, as quads. As for lines, the rows have been checked.

        Raises:
            SyntaxError: they have not, and an id or an address makes no IRI.
        """
        return parse(open_lines(self.lines(columns_of(rows), context)), format=RdfFormat.N_TRIPLES)
