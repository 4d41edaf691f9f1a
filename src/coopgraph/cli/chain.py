"""``coopgraph chain [ACTOR or RECORD]``: what led to what, and where the sources are silent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.options import DATA_FR, STORE_FR, data_option, open_graph, store_option

if TYPE_CHECKING:
    from coopgraph.views.chain import Chain, ChainSentence
    from coopgraph.views.model import Evidence

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Raconter une chaîne : mission, accord, appel, aide, projet, résultat.

OF est l’identifiant ou le nom d’un acteur ou d’une fiche ; sans lui, les chaînes sont énumérées.
Chaque phrase est suivie de ses sources ; là où aucune source ne relie deux fiches, la lacune est
dite.

  coopgraph chain accord-tmq-tbi-2010 --lang fr""",
    options_fr={
        "data": DATA_FR,
        "store": STORE_FR,
        "form": "Texte ou JSON.",
        "without_inferred": "Laisser de côté ce que le curateur a déduit.",
    },
)
@click.argument("of", required=False)
@data_option
@store_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Text or JSON.",
)  # fmt: skip
@click.option("--without-inferred", is_flag=True, help="Leave out what the curator deduced.")
@click.pass_context
def command(
    context: click.Context,
    of: str | None,
    data: Path | None,
    store: str | None,
    form: str,
    without_inferred: bool,
) -> None:
    """Tell a chain: mission, agreement, call, award, project, outcome.

    OF is the id or the name of an actor or a record; without it, the chains are listed. Each
    sentence is followed by its sources; where no source joins two records, the gap is told.

      coopgraph chain accord-tmq-tbi-2010
    """
    from coopgraph.views.chain import chain_of, find_chains

    graph = open_graph(context, data, store)
    chains = find_chains(graph, inferred=not without_inferred)
    language = language_of(context)
    if of is None:
        _print_list(context, chains, form)
        return
    chain = chain_of(graph, chains, of)
    if form == "json":
        click.echo(json.dumps(_fields(chain), ensure_ascii=False, indent=2))
        return
    _print_chain(chain, language)


def _print_list(context: click.Context, chains: tuple[Chain, ...], form: str) -> None:
    """Print one line for each chain: its id, its title, how many records and gaps it has."""
    if form == "json":
        listed = [
            {
                "id": chain.id,
                "title": chain.title._asdict(),
                "records": len(chain.records),
                "gaps": len(chain.gaps),
            }
            for chain in chains
        ]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for chain in chains:
        title = getattr(chain.title, language_of(context))
        click.echo(f"{len(chain.records):>3}  {chain.id}  {title}")
    if not chains:
        say(
            context,
            "Aucune chaîne : aucune source de ces données ne relie trois fiches.",
            "No chain: no source of these data joins three records.",
        )


def _print_chain(chain: Chain, language: str) -> None:
    """Print the sentences of a chain, sources below each, an empty line around each gap."""
    from coopgraph.views.chain import chain_sentences

    for told in chain_sentences(chain):
        if told.kind == "gap":
            click.echo()
        click.echo(f"{'··· ' if told.kind == 'gap' else ''}{getattr(told.words, language)}")
        for source in dict.fromkeys(_source(piece, language) for piece in told.evidence):
            click.echo(f"    — {source}")


def _source(evidence: Evidence, language: str) -> str:
    published = getattr(evidence.published, language)
    named = (evidence.publisher or evidence.title, published, evidence.locator)
    return ", ".join(part for part in named if part)


def _fields(chain: Chain) -> dict[str, object]:
    """Return a chain by the names of its fields; records by their ids."""
    from coopgraph.views.chain import chain_sentences

    return {
        "id": chain.id,
        "title": chain.title._asdict(),
        "flows": [
            {
                "records": [chain.facts[iri].id for iri in flow.records],
                "joints": [
                    {
                        "earlier": chain.facts[joint.earlier].id,
                        "later": chain.facts[joint.later].id,
                        "kind": joint.kind,
                        "inferred": joint.inferred,
                    }
                    for joint in flow.joints
                ],
            }
            for flow in chain.flows
        ],
        "gaps": [
            {
                "earlier": chain.facts[gap.earlier].id,
                "later": chain.facts[gap.later].id,
                "actors": gap.actors,
            }
            for gap in chain.gaps
        ],
        "told": [_sentence(chain, told) for told in chain_sentences(chain)],
    }


def _sentence(chain: Chain, told: ChainSentence) -> dict[str, object]:
    return {
        "kind": told.kind,
        "sentence": told.words._asdict(),
        "records": [chain.facts[iri].id for iri in told.records],
        "inferred": told.inferred,
        "evidence": [piece._asdict() for piece in told.evidence],
    }
