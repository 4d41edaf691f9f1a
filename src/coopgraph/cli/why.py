"""``coopgraph why A [B]``: how we know."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.options import DATA_FR, STORE_FR, data_option, open_graph, store_option

if TYPE_CHECKING:
    from coopgraph.views.model import Evidence, Fact

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Dire comment nous le savons : les faits d’un acteur, ou ceux qui en lient deux.

A et B sont des identifiants ou des noms. Chaque fait est une phrase, suivie de sa source et de
l’endroit dans la source.

  coopgraph why quiet-oceans technopole-maritime-du-quebec --lang fr""",
    options_fr={"data": DATA_FR, "store": STORE_FR, "as_json": "En JSON."},
)
@click.argument("a")
@click.argument("b", required=False)
@data_option
@store_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(
    context: click.Context,
    a: str,
    b: str | None,
    data: Path | None,
    store: str | None,
    as_json: bool,
) -> None:
    """Tell how we know: the facts about an actor, or those that tie two.

    A and B are ids or names. Each fact is a sentence, followed by its source and the place in it.

      coopgraph why quiet-oceans technopole-maritime-du-quebec
    """
    from coopgraph.views.why import why

    facts = why(open_graph(context, data, store), a, b)
    if as_json:
        click.echo(json.dumps(list(map(_fields, facts)), ensure_ascii=False, indent=2))
        return
    if not facts:
        _say_nothing(context, a, b)
    for fact in facts:
        _print_fact(fact, language_of(context))


def _fields(fact: Fact) -> dict[str, object]:
    """Return a fact and its evidence by the names of their fields."""
    return fact._asdict() | {"evidence": [piece._asdict() for piece in fact.evidence]}


def _say_nothing(context: click.Context, a: str, b: str | None) -> None:
    """Say that there is no fact, and where to look next."""
    if b is None:
        say(
            context,
            f"Aucun fait sur {a} dans ces données, hors son nom et son lieu.",
            f"These data hold no fact about {a} but its name and place.",
        )
        return
    say(
        context,
        f"Aucun fait ne lie {a} et {b}. Les faits de chacun : coopgraph why {a}, coopgraph why {b}",
        f"No fact ties {a} and {b}. The facts of each: coopgraph why {a}, coopgraph why {b}",
    )


def _print_fact(fact: Fact, language: str) -> None:
    """Print a fact as a sentence, and its sources below it."""
    click.echo(getattr(fact.sentence, language))
    for evidence in fact.evidence:
        click.echo(f"    — {_source(evidence, language)}")
        if evidence.url:
            click.echo(f"      {evidence.url}")
    click.echo(f"    [{fact.id}]")


def _source(evidence: Evidence, language: str) -> str:
    """Return publisher, date, title and locator in one line."""
    published = getattr(evidence.published, language)
    head = ", ".join(part for part in (evidence.publisher, published) if part)
    title = f"« {evidence.title} »" if language == "fr" else f"“{evidence.title}”"
    return ", ".join(part for part in (head, title, evidence.locator) if part)
