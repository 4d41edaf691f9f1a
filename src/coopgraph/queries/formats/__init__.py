"""The forms in which an answer is written: for people, for programs, for the web of data.

>>> sorted(RESULT_FORMATS)
['arrow', 'csv', 'html', 'json', 'jsonld', 'markdown', 'ntriples', 'parquet', 'spreadsheet',
 'table', 'trig', 'tsv', 'turtle', 'xlsx', 'xml']

Each writer takes the answer, a binary stream and, by keyword, the language and the width of the
screen in columns (None: as wide as needed). A writer refuses an answer of another form: rows cannot
be Turtle. ``xlsx``, ``parquet`` and ``arrow`` need the extra ``tables`` and say so where it is
missing. `default_format` names the one that fits; `remarks` says what does not stand in an exact
format, such as that rows were left out.
"""

from __future__ import annotations

from typing import BinaryIO, Final, Protocol

from coopgraph.queries.formats.columnar import write_arrow, write_parquet
from coopgraph.queries.formats.delimited import write_csv, write_tsv
from coopgraph.queries.formats.graphs import write_jsonld, write_ntriples, write_trig, write_turtle
from coopgraph.queries.formats.html_page import write_html
from coopgraph.queries.formats.markdown import write_markdown
from coopgraph.queries.formats.remarks import remarks
from coopgraph.queries.formats.results_json import write_json
from coopgraph.queries.formats.results_xml import write_xml
from coopgraph.queries.formats.spreadsheet import write_spreadsheet
from coopgraph.queries.formats.table import write_table
from coopgraph.queries.formats.workbook import write_xlsx
from coopgraph.queries.result import Answered, GraphResult

__all__ = ["RESULT_FORMATS", "ResultWriter", "default_format", "remarks"]


class ResultWriter(Protocol):
    """What each writer of `RESULT_FORMATS` looks like."""

    def __call__(
        self,
        answered: Answered,
        stream: BinaryIO,
        *,
        language: str = "en",
        width: int | None = None,
    ) -> None:
        """Write the answer.

        Raises:
            UnknownFormat: the answer has another form than this format is for.
        """


RESULT_FORMATS: Final[dict[str, ResultWriter]] = {
    "table": write_table,
    "csv": write_csv,
    "tsv": write_tsv,
    "json": write_json,
    "xml": write_xml,
    "markdown": write_markdown,
    "html": write_html,
    "spreadsheet": write_spreadsheet,
    "xlsx": write_xlsx,
    "parquet": write_parquet,
    "arrow": write_arrow,
    "turtle": write_turtle,
    "trig": write_trig,
    "ntriples": write_ntriples,
    "jsonld": write_jsonld,
}


def default_format(answered: Answered) -> str:
    """Return the name of the format that people want who name none."""
    return "turtle" if isinstance(answered, GraphResult) else "table"
