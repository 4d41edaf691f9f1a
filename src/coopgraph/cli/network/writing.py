"""What a command about a network writes, and where: rows or a chart, on the screen or in a file.

The ending of the name decides; a form that says otherwise is refused before anything is read.

>>> read_target(None, Path("years.csv")).form, read_target("json", None).form
('csv', 'json')
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeAlias

import click

from coopgraph.cli.bilingual import language_of, say
from coopgraph.errors import UnknownFormat, UsageError

if TYPE_CHECKING:
    from coopgraph.queries.result import Result

__all__ = [
    "CHARTS",
    "FORMS",
    "WRITING_FR",
    "Column",
    "Target",
    "output_option",
    "read_target",
    "write_drawing",
    "write_rows",
    "write_text",
]

FORMS = ("table", "csv", "tsv", "json", "markdown", "xlsx", "parquet")
CHARTS = ("svg", "pdf")
_TEXTS = ("text", "table")
_BINARY = ("xlsx", "parquet")
_ENDINGS = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".md": "markdown",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".svg": "svg",
    ".pdf": "pdf",
}

WRITING_FR = {
    "form": f"Forme : {', '.join(FORMS)}.",
    "output": "Fichier ; sa fin dit la forme : .csv, .tsv, .json, .md, .xlsx, .parquet, ou un"
    " graphique en .svg, .pdf.",
}
"""The French texts of ``--format`` and ``-o``."""

_Command: TypeAlias = Callable[..., object]


class Column(NamedTuple):
    """One column of an answer: its name for programs, its heading for people."""

    name: str
    fr: str
    en: str


class Target(NamedTuple):
    """In which form to write, and into which file; None: on standard output."""

    form: str
    path: Path | None = None

    @property
    def is_chart(self) -> bool:
        """Whether a chart is asked for, and not rows."""
        return self.form in CHARTS

    @property
    def is_for_people(self) -> bool:
        """Whether headings and names are read, and not by a program."""
        return self.form in ("text", "table", "markdown")


def output_option(command: _Command) -> _Command:
    """Add ``-o``."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        help="File; its ending tells the form: .csv, .tsv, .json, .md, .xlsx, .parquet, or a chart"
        " in .svg, .pdf.",
    )(command)


def read_target(
    form: str | None, output: Path | None, *, usual: str = "table", extra: Sequence[str] = ()
) -> Target:
    """Return what is to be written where; `extra` are forms that only this command has.

    Raises:
        UnknownFormat: there is no such form.
        UsageError: the ending of the name tells no form, or another one than is asked for.
    """
    known = (*extra, *FORMS)
    _refuse_other_forms(form or usual, (*known, *CHARTS))
    if output is None:
        if form in CHARTS:
            raise UsageError(
                f"A chart is a file: name it, as in -o chart.{form}.",
                f"Un graphique est un fichier : le nommer, par exemple -o graphique.{form}.",
            )
        return Target(form or usual)
    ending = output.suffix.lower()
    if ending == ".txt" and form in (None, *_TEXTS):
        return Target(form or usual, output)
    if form is not None and ending in (".txt", *_ENDINGS) and _ENDINGS.get(ending) != form:
        raise UsageError(
            f"--format {form} and the name {output.name} contradict each other: leave out --format,"
            " the ending decides.",
            f"--format {form} et le nom {output.name} se contredisent : laisser --format, la fin du"
            " nom décide.",
        )
    if ending not in _ENDINGS:
        endings = ", ".join([".txt", *_ENDINGS][:-2])
        raise UsageError(
            f"{output.name}: end the name in {endings} (rows), or .svg, .pdf (chart).",
            f"{output.name} : finir le nom par {endings} (lignes), ou .svg, .pdf (graphique).",
        )
    return Target(_ENDINGS[ending], output)


def write_rows(
    context: click.Context,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str | float | None]],
    form: str,
    path: Path | None = None,
) -> None:
    """Write rows in one of `FORMS`, on standard output or into a file, whole or not at all.

    Numbers are rounded to six digits.

    Raises:
        UnknownFormat: there is no such form.
        UsageError: a form that is no text would go to a terminal.
        WriteError: the file cannot be written; what was there is as it was.
    """
    _refuse_other_forms(form, FORMS)
    if path is not None:
        from coopgraph.files import replacing

        with replacing(path) as stream:
            _write(columns, rows, form, stream, language_of(context))
        told_fr = f"{len(rows)} ligne{'s' if len(rows) > 1 else ''}"
        told_en = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
        say(context, f"{path} : {told_fr}.", f"{path}: {told_en}.", err=True)
        return
    if form in _BINARY and sys.stdout.isatty():
        raise UsageError(
            f"{form} is no text for a terminal: send it to a file, as in … --format {form} > FILE.",
            f"{form} n’est pas du texte pour un terminal : l’envoyer dans un fichier, par exemple"
            f" … --format {form} > FICHIER.",
        )
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    _write(columns, rows, form, sys.stdout.buffer, language_of(context), width)
    sys.stdout.buffer.flush()


def write_text(context: click.Context, text: str, path: Path | None) -> None:
    """Write a text on standard output or into a file, whole or not at all.

    Raises:
        WriteError: the file cannot be written; what was there is as it was.
    """
    if path is None:
        click.echo(text, nl=False)
        return
    from coopgraph.files import replacing

    with replacing(path) as stream:
        stream.write(click.unstyle(text).encode("utf-8"))
    say(context, f"{path} : écrit.", f"{path}: written.", err=True)


def write_drawing(context: click.Context, svg: str, path: Path | None) -> None:
    """Write a chart as its name ends, whole or not at all.

    Raises:
        MissingExtra: a PDF is asked for and the extra `pdf` is not installed.
        WriteError: the file cannot be written; what was there is as it was.
    """
    from coopgraph.render.charts import write_chart

    if path is not None:
        write_chart(svg, path, language_of(context))
        say(context, f"{path} : dessiné.", f"{path}: drawn.", err=True)


def _refuse_other_forms(form: str, known: Sequence[str]) -> None:
    if form not in known:
        names = ", ".join(known)
        raise UnknownFormat(
            f"There is no form {form}. Known: {names}.",
            f"La forme {form} n’existe pas. Formes connues : {names}.",
        )


def _write(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str | float | None]],
    form: str,
    stream: BinaryIO,
    language: str,
    width: int | None = None,
) -> None:
    if form == "json":
        names = [column.name for column in columns]
        told = [dict(zip(names, map(_rounded, row), strict=True)) for row in rows]
        stream.write((json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
        return
    from coopgraph.queries.formats import RESULT_FORMATS

    RESULT_FORMATS[form](_result(columns, rows), stream, language=language, width=width)


def _result(columns: Sequence[Column], rows: Sequence[Sequence[str | float | None]]) -> Result:
    from pyoxigraph import Literal

    from coopgraph.queries.header import Bilingual
    from coopgraph.queries.result import make_result

    return make_result(
        tuple(column.name for column in columns),
        [tuple(None if v is None else Literal(_rounded(v)) for v in row) for row in rows],
        {column.name: Bilingual(column.fr, column.en) for column in columns},
    )


def _rounded(value: str | float | None) -> Any:  # of the type that was given
    # the last digits differ between engines and machines, the rows must not
    return round(value, 6) if isinstance(value, float) else value
