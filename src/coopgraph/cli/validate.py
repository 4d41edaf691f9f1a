"""``coopgraph validate``: does the graph keep the rules?"""

from __future__ import annotations

from pathlib import Path

import click

from coopgraph.cli.bilingual import BilingualCommand
from coopgraph.cli.check import print_findings
from coopgraph.cli.options import DATA_FR, build_from, data_option, progress_bar

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Valider le graphe : formes SHACL et règles entre fiches.

Chaque constat est rapporté à la ligne de la table qui en est la cause.

  coopgraph validate --data mes-tables --lang fr""",
    options_fr={"data": DATA_FR, "style": "Présentation des constats."},
)
@data_option
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text",
    show_default=True, help="How findings are shown.",
)  # fmt: skip
@click.pass_context
def command(context: click.Context, data: Path | None, style: str) -> None:
    """Validate the graph: SHACL shapes and rules across records.

    Each finding is told of the row of the table that causes it.

      coopgraph validate --data my-tables
    """
    from coopgraph.validate import validate_graph

    built = build_from(context, data)
    with progress_bar(context, "Validation :", "Validating:") as progress:
        findings = validate_graph(built.store, index=built.index, progress=progress)
    print_findings(context, [*built.findings, *findings], style)
