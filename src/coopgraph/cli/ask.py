"""``coopgraph ask``: a person's question, in French or English, to the nearest of the bank."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.options import DATA_FR, STORE_FR, data_option, open_graph, store_option
from coopgraph.errors import UsageError

if TYPE_CHECKING:
    from coopgraph.queries.asking import Asked, Suggestion
    from coopgraph.sparql import Queryable

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Chercher la question nommée qui répond à une question en mots.

Montre les questions les plus proches, leur score et ce qui a été compris ; --run pose la première,
--run 2 la deuxième.

  coopgraph ask "Qui a participé au soft landing de 2018 ?" --run 1""",
    options_fr={
        "data": DATA_FR,
        "store": STORE_FR,
        "run": "Poser la question de ce rang (1 : la première).",
        "as_json": "Écrire en JSON ce qui a été compris et trouvé.",
    },
)
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
@data_option
@store_option
@click.option(
    "--run", type=click.IntRange(1, 3), is_flag=False, flag_value=1, metavar="[N]",
    help="Ask the question of this rank (1: the first).",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Write what was understood as JSON.")
@click.pass_context
def command(
    context: click.Context,
    words: tuple[str, ...],
    data: Path | None,
    store: str | None,
    run: int | None,
    as_json: bool,
) -> None:
    """Find the named question that answers a question in words.

    Shows the nearest questions, their score and what was understood; --run asks the first, --run 2
    the second.

      coopgraph ask "Who took part in the soft landing of 2018?" --run 1
    """
    from coopgraph.queries.asking import find_questions

    graph = open_graph(context, data, store)
    asked = find_questions(" ".join(words), graph, otherwise=language_of(context))
    if as_json:
        click.echo(json.dumps(_as_json(asked), ensure_ascii=False, indent=2))
        return
    _show(context, asked, err=run is not None)
    if run is not None:
        _run(context, asked, graph, run)


def _as_json(asked: Asked) -> dict[str, object]:
    return {
        "language": asked.language,
        "unknown": {word: list(names) for word, names in asked.nearest.items()},
        "suggestions": [
            {
                "id": suggestion.question.id,
                "score": suggestion.score,
                "parameters": suggestion.parameters,
                "missing": list(suggestion.missing),
                "why": suggestion.why,
            }
            for suggestion in asked.suggestions
        ],
    }


def _show(context: click.Context, asked: Asked, *, err: bool) -> None:
    """Print the questions found, or what was understood where none fits."""
    if asked.reading.cut:
        say(
            context,
            "Texte long : seul le début est lu.",
            "A long text: only its beginning is read.",
            err=True,
        )
    for rank, suggestion in enumerate(asked.suggestions, 1):
        _show_one(context, rank, suggestion, err=err)
    if not asked.suggestions:
        _show_nothing(context, asked)
    for word, near in asked.nearest.items():
        if near:
            names = ", ".join(near)
            say(
                context,
                f"« {word} » : inconnu ; proches : {names}",
                f"“{word}”: unknown; nearest: {names}",
                err=True,
            )


def _show_one(context: click.Context, rank: int, suggestion: Suggestion, *, err: bool) -> None:
    language = language_of(context)
    header = suggestion.question.header
    click.echo(f"{rank}. {header.title.text(language)}  [{suggestion.score:.2f}]", err=err)
    call = " ".join(f"-p {name}={value}" for name, value in suggestion.parameters.items())
    click.echo(f"   coopgraph query {suggestion.question.id} {call}".rstrip(), err=err)
    for name, mention in suggestion.given:
        click.echo(f"   {name} = {suggestion.parameters[name]} ({mention.label})", err=err)
    for parameter in header.parameters:
        if parameter.name in suggestion.missing:
            words, example = parameter.words.text(language), parameter.example
            say(
                context,
                f"   manque : {words}, par exemple -p {parameter.name}={example}",
                f"   missing: {words}, for example -p {parameter.name}={example}",
                err=err,
            )
    shared = ", ".join(suggestion.shared)
    if shared:
        say(context, f"   mots communs : {shared}", f"   shared words: {shared}", err=err)


def _show_nothing(context: click.Context, asked: Asked) -> None:
    understood = ", ".join(
        dict.fromkeys(f"{m.label}" for m in asked.reading.mentions if m.strength > 0.5)
    )
    if understood:
        say(context, f"Compris : {understood}.", f"Understood: {understood}.")
    say(
        context,
        "Aucune question de la banque ne répond à cela. « coopgraph query --list » les montre ;"
        " « coopgraph query -e » prend du SPARQL.",
        "No question of the bank answers this. “coopgraph query --list” shows them;"
        " “coopgraph query -e” takes SPARQL.",
    )


def _run(context: click.Context, asked: Asked, graph: Queryable, rank: int) -> None:
    """Answer the question of this rank, as a table."""
    from coopgraph.queries.formats import RESULT_FORMATS
    from coopgraph.queries.run import run_question

    if rank > len(asked.suggestions):
        raise UsageError(
            f"There is no question of rank {rank} to ask.",
            f"Il n’y a pas de question de rang {rank} à poser.",
        )
    chosen, language = asked.suggestions[rank - 1], language_of(context)
    answer = run_question(graph, chosen.question, chosen.parameters, language=language)
    stream = sys.stdout.buffer
    RESULT_FORMATS["table"](answer, stream, language=language, width=None)
    stream.flush()
