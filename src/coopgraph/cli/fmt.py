"""``coopgraph fmt``: the canonical form of the tables."""

from __future__ import annotations

from pathlib import Path

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.check import print_findings
from coopgraph.cli.options import DATA_FR, data_folder, data_option

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Mettre les tables en forme canonique.

UTF-8, virgules, lignes triées par identifiant, dates en EDTF ; ce qui a été compris d’une date est
affiché. Une table qui a des erreurs de structure n’est pas touchée. Les nouveaux identifiants ne
sont figés (ids.lock) que si les tables n’ont pas d’erreur.

  coopgraph fmt --data mes-tables --lang fr""",
    options_fr={
        "data": DATA_FR,
        "only_check": "Dire ce qui changerait, sans rien écrire.",
        "encoding": "Encodage des tables s’il n’est pas UTF-8.",
    },
)
@data_option
@click.option("--check", "only_check", is_flag=True, help="Tell what would change; write nothing.")
@click.option(
    "--encoding", type=click.Choice(["cp1252"]), help="Encoding of the tables if not UTF-8."
)
@click.pass_context
def command(
    context: click.Context, data: Path | None, only_check: bool, encoding: str | None
) -> None:
    """Rewrite the tables in canonical form.

    UTF-8, commas, rows sorted by id, dates in EDTF; how a date was understood is shown. A table
    with errors of structure is left alone. New ids are frozen (ids.lock) only if the tables have no
    errors.

      coopgraph fmt --data my-tables
    """
    from coopgraph.intake.apply import finish_folder
    from coopgraph.tables.form import format_folder

    folder = data_folder(data)
    finish_folder(folder)
    result = format_folder(folder, write=not only_check, encoding=encoding)
    for change in result.understood:
        click.echo(
            f"{change.file}:{change.line}:{change.column}: {change.before} → {change.after}",
            err=True,
        )
    for name in result.changed:
        say(
            context,
            f"{name} : {'à mettre en forme' if only_check else 'mis en forme'}",
            f"{name}: {'would change' if only_check else 'rewritten'}",
        )
    if result.errors:
        say(
            context,
            f"Nouveaux identifiants pas encore figés : {result.errors} erreur(s) dans les tables ; "
            "voir coopgraph check.",
            f"New ids are not frozen yet: {result.errors} error(s) in the tables; "
            "see coopgraph check.",
            err=True,
        )
    if result.findings:
        print_findings(context, list(result.findings), "text")
    if only_check and result.changed:
        hint = "coopgraph fmt" + (f" --data {data}" if data else "")
        hint += f" --encoding {encoding}" if encoding else ""
        say(context, f"Pour corriger : {hint}", f"To repair: {hint}", err=True)
        context.exit(1)
    if not result.changed and language_of(context) and not result.findings:
        say(context, "Rien à changer.", "Nothing to change.", err=True)
