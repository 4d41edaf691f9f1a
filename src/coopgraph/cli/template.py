"""``coopgraph template``: a workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from coopgraph.cli.bilingual import BilingualCommand, say
from coopgraph.cli.options import DATA_FR, OUTPUT_FR, data_folder, data_option, output_option

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Faire un classeur à remplir, une feuille par table.

Chaque feuille a ses colonnes, une ligne d’aide par langue et des listes de choix ; tout y est au
format texte, pour que le tableur ne change rien. coopgraph import lit le classeur rempli. Un
fichier qui existe n’est remplacé qu’avec --force.

  coopgraph template -o saisie.xlsx --table missions --table participations --lang fr""",
    options_fr={
        "output": OUTPUT_FR,
        "tables": "Seulement cette table (peut être répété).",
        "force": "Remplacer le fichier s’il existe.",
        "with_data": "Y écrire ce que les tables contiennent déjà.",
        "data": DATA_FR,
    },
)
@output_option
@click.option("--table", "tables", multiple=True, help="Only this table (may be repeated).")
@click.option("--with-data", is_flag=True, help="Fill in what the tables hold already.")
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@data_option
@click.pass_context
def command(
    context: click.Context,
    output: Path,
    tables: tuple[str, ...],
    with_data: bool,
    force: bool,
    data: Path | None,
) -> None:
    """Make a workbook to fill in, one sheet a table.

    Every sheet has its columns, a row of help in each language and lists of choices; all of it is
    formatted as text, so that the spreadsheet changes nothing. coopgraph import reads the workbook
    once it is filled in. A file that exists is replaced with --force only.

      coopgraph template -o entry.xlsx --table missions --table participations
    """
    from coopgraph.files import replacing
    from coopgraph.intake.sheets.template import write_template

    _check_output(output, force=force)
    if data is not None and not with_data:
        say(
            context,
            "--data est ignoré sans --with-data.",
            "--data is ignored without --with-data.",
            err=True,
        )
    rows = _rows_of(data_folder(data), tables) if with_data else None
    with replacing(output) as stream:
        write_template(stream, tables=tables, rows=rows)
    say(context, f"{output} : écrit.", f"{output}: written.")


def _check_output(output: Path, *, force: bool) -> None:
    """Refuse a name of another kind, and a file that somebody may have filled in.

    Raises:
        UsageError: the name does not end in .xlsx, or the file exists.
    """
    from coopgraph.errors import UsageError

    if output.suffix.lower() != ".xlsx":
        raise UsageError(
            f"{output} must end in .xlsx.", f"Le nom {output} doit se terminer par .xlsx."
        )
    if output.exists() and not force:
        raise UsageError(
            f"{output} exists already, nothing was written. Give another name, or add --force to"
            " replace it: what it holds is lost then.",
            f"{output} existe déjà, rien n’a été écrit. Donner un autre nom, ou ajouter --force"
            " pour le remplacer : son contenu est alors perdu.",
        )


def _rows_of(folder: Path, tables: tuple[str, ...]) -> dict[str, list[dict[str, str]]]:
    """Return the rows of the tables of a template.

    Raises:
        DataError: a table cannot be read.
    """
    from coopgraph.errors import DataError
    from coopgraph.findings import Finding, has_errors
    from coopgraph.intake.sheets.template import template_tables
    from coopgraph.tables.read import read_rows

    found: list[Finding] = []
    rows = {}
    for table in template_tables(tables):
        path = folder / f"{table.name}.csv"
        if path.is_file():
            rows[table.name] = [dict(row) for row in read_rows(path, table, report=found.append)]
    if has_errors(found):
        raise DataError(
            f"The tables in {folder} have errors; nothing was written.",
            f"Les tables de {folder} ont des erreurs ; rien n’a été écrit.",
            found,
        )
    return rows
