"""``coopgraph check``: are the tables, or a file of RDF, well formed?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.options import data_folder, progress_bar
from coopgraph.findings import Finding, format_findings, has_errors

__all__ = ["command", "print_findings"]


def print_findings(context: click.Context, findings: list[Finding], style: str) -> None:
    """Print findings and leave with exit code 1 if any is an error."""
    text = format_findings(findings, style=style, language=language_of(context))
    if text:
        click.echo(text)
    if style == "text":
        errors = sum(finding.severity == "error" for finding in findings)
        warnings = len(findings) - errors
        say(
            context,
            f"{errors} erreur(s), {warnings} avertissement(s).",
            f"{errors} error(s), {warnings} warning(s).",
            err=True,
        )
    if has_errors(findings):
        context.exit(1)


@click.command(
    cls=BilingualCommand,
    help_fr="""Vérifier les tables, ou des fichiers RDF.

Sans chemin : les tables livrées. Un dossier est lu comme des tables, un fichier .csv comme une
table de son dossier, un fichier .ttl .trig .nt .nq .rdf .jsonld comme du RDF.

  coopgraph check mes-tables --lang fr""",
    options_fr={
        "style": "Présentation des constats.",
        "encoding": "Encodage des tables s’il n’est pas UTF-8.",
    },
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text",
    show_default=True, help="How findings are shown.",
)  # fmt: skip
@click.option(
    "--encoding", type=click.Choice(["cp1252"]), help="Encoding of the tables if not UTF-8."
)
@click.pass_context
def command(
    context: click.Context, paths: tuple[Path, ...], style: str, encoding: str | None
) -> None:
    """Check tables, or files of RDF.

    Without a path: the shipped tables. A folder is read as tables, a .csv file as one table of its
    folder, a .ttl .trig .nt .nq .rdf .jsonld file as RDF.

      coopgraph check my-tables
    """
    findings: list[Finding] = []
    for path in paths or (data_folder(None),):
        findings += _check_path(context, path, encoding)
    print_findings(context, findings, style)


def _check_path(context: click.Context, path: Path, encoding: str | None) -> Iterable[Finding]:
    """Return the findings of one path, by what it is."""
    from coopgraph.tables.check import check_folder
    from coopgraph.vocabulary import read_schemes

    if path.is_file() and path.suffix != ".csv":
        from coopgraph.validate.rdf_files import judge_rdf_file

        return judge_rdf_file(path)
    folder = data_folder(path.parent if path.suffix == ".csv" and path.is_file() else path)
    with progress_bar(context, "Vérification :", "Checking:") as progress:
        found = check_folder(
            folder,
            schemes=read_schemes(),
            encoding=encoding,
            progress=progress,
        )
    return [finding for finding in found if path.is_dir() or finding.file == path.name]
