"""``coopgraph import FILE…``: other people's files into the tables."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.options import DATA_FR, data_folder, data_option, progress_bar
from coopgraph.errors import DataError, UsageError

if TYPE_CHECKING:
    from coopgraph.findings import Finding
    from coopgraph.intake.incoming import IncomingRecord
    from coopgraph.intake.plan import Plan
    from coopgraph.progress import Progress

__all__ = ["command"]

_ENDINGS = (".yaml", ".yml", ".xlsx", ".ods")


@click.command(
    cls=BilingualCommand,
    help_fr="""Importer des fichiers dans les tables.

Un fichier est un dossier de faits (.yaml), un classeur (.xlsx, .ods) ou un dossier de CSV ; un
classeur et des CSV peuvent nommer la source de chaque ligne dans les colonnes source et locator.
Sans --apply, rien n’est écrit : le plan est affiché. Ce qui est en doute ou refusé n’entre jamais
et est toujours dit ; relire le même fichier ne change rien. Code de sortie 1 si quelque chose
n’entre pas.

  coopgraph import faits.yaml ajouts.xlsx --data mes-tables --lang fr

  coopgraph import faits.yaml --data mes-tables --apply --lang fr""",
    options_fr={
        "data": DATA_FR,
        "apply": "Écrire le plan dans les tables : tout ou rien.",
        "style": "Présentation du plan.",
        "details": "Lister aussi les fiches nouvelles et complétées.",
    },
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option("--apply", is_flag=True, help="Write the plan into the tables: all or nothing.")
@data_option
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "csv"]), default="text",
    show_default=True, help="How the plan is shown.",
)  # fmt: skip
@click.option("--details", is_flag=True, help="List new and changed records, too.")
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    apply: bool,
    data: Path | None,
    style: str,
    details: bool,
) -> None:
    """Import files into the tables.

    A file is a dossier of facts (.yaml), a workbook (.xlsx, .ods) or a folder of CSV; workbooks and
    CSV may name the source of each row in the columns source and locator. Without --apply nothing
    is written: the plan is shown. What is in doubt or refused never enters and is
    always told; reading the same file again changes nothing. Exit code 1 if something stays out.

      coopgraph import facts.yaml more.xlsx --data my-tables

      coopgraph import facts.yaml --data my-tables --apply
    """
    from coopgraph.intake.report import spell_report

    _check_files(files)
    folder = data_folder(data)
    with progress_bar(context, "Importation :", "Import:") as progress:
        plan = _plan(files, folder, progress)
        changed = _apply(plan, folder) if apply else ()
    language, decide = language_of(context), _decide_command(files, data)
    click.echo(spell_report(plan, style=style, language=language, details=details, decide=decide))
    if apply:
        _say_applied(context, changed)
    else:
        _say_planned(context, complete=plan.complete)
    if not plan.complete:
        context.exit(1)


def _decide_command(files: Iterable[Path], data: Path | None) -> str:
    """Return the command that settles a doubt of this import, as it is to be typed."""
    tables = ["--data", str(data)] if data is not None else []
    return shlex.join(["coopgraph", "match", *map(str, files), *tables])


def _check_files(files: Iterable[Path]) -> None:
    """Refuse what is no file of ours, before anything is read.

    Raises:
        UsageError: unknown ending, or two files of one name.
        DataError: a file does not exist.
    """
    origins: dict[str, Path] = {}
    for path in files:
        if not path.exists():
            raise DataError(f"There is no file {path}.", f"Le fichier {path} n’existe pas.")
        if not path.is_dir() and path.suffix.lower() not in _ENDINGS:
            known = ", ".join(_ENDINGS)
            raise UsageError(
                f"{path}: unknown ending. Known: {known}, or a folder of CSV.",
                f"{path} : extension inconnue. Connues : {known}, ou un dossier de CSV.",
            )
        name = path.name if path.is_dir() else path.stem
        if origins.setdefault(name, path) != path:
            raise UsageError(
                f"{origins[name]} and {path} have the same name: rename one of them.",
                f"{origins[name]} et {path} portent le même nom : renommer l’un d’eux.",
            )


def _plan(files: tuple[Path, ...], folder: Path, progress: Progress) -> Plan:
    """Read the files and plan their import."""
    from coopgraph.intake.apply import prepare_folder
    from coopgraph.intake.plan import make_plan

    prepare_folder(folder)
    told: list[Finding] = []
    records: list[IncomingRecord] = []
    for place, path in enumerate(files):
        progress(path.name, place, len(files))
        records += _read(path, told.append)
    return make_plan(records, folder, told=told, progress=progress)


def _read(path: Path, report: Callable[[Finding], None]) -> list[IncomingRecord]:
    if path.suffix.lower() in (".yaml", ".yml") and not path.is_dir():
        from coopgraph.intake.dossier import read_dossier

        return read_dossier(path, report=report)
    from coopgraph.intake.sheets import read_sheets

    return read_sheets(path, report=report)


def _apply(plan: Plan, folder: Path) -> tuple[str, ...]:
    from coopgraph.intake.apply import apply_plan

    return apply_plan(plan, folder)


def _say_planned(context: click.Context, *, complete: bool) -> None:
    if complete:
        say(
            context,
            "Rien n’a été écrit : ajouter --apply.",
            "Nothing was written: add --apply.",
            err=True,
        )
    else:
        say(
            context,
            "Rien n’a été écrit. Corriger d’abord ce qui est refusé, trancher ce qui est en doute ;"
            " avec --apply, tout le reste entre.",
            "Nothing was written. First correct what is refused and settle what is in doubt; with"
            " --apply, all the rest enters.",
            err=True,
        )


def _say_applied(context: click.Context, changed: tuple[str, ...]) -> None:
    if changed:
        names = ", ".join(changed)
        say(context, f"Écrit : {names}", f"Written: {names}", err=True)
    else:
        say(context, "Rien à changer.", "Nothing to change.", err=True)
