"""``coopgraph network list``: every projection, what it ties and what a tie weighs."""

from __future__ import annotations

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of

__all__ = ["command"]


@click.command(
    "list",
    cls=BilingualCommand,
    help_fr="""Énumérer les réseaux, et dire ce que pèse un lien de chacun.

« coopgraph network project NOM » en écrit les liens, « coopgraph view » et « coopgraph export » en
font des images et des fichiers.

  coopgraph network list --lang fr""",
)
@click.pass_context
def command(context: click.Context) -> None:
    """List the networks, and say what a tie of each weighs.

    "coopgraph network project NAME" writes its ties, "coopgraph view" and "coopgraph export" make
    pictures and files of it.

      coopgraph network list
    """
    from coopgraph.network.projections import PROJECTIONS

    language = language_of(context)
    for name, projection in PROJECTIONS.items():
        title = getattr(projection, f"title_{language}")
        click.echo(f"{name:<20} {title}")
        click.echo(f"{'':20} {getattr(projection, f'description_{language}')}")
        weight = getattr(projection, f"weight_{language}")
        heading = "Poids\N{NO-BREAK SPACE}:" if language == "fr" else "Weight:"
        click.echo(f"{'':20} {heading} {weight}.")
