"""``coopgraph demo``: all of it in one command."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.options import build_from
from coopgraph.errors import DataError, WriteError
from coopgraph.findings import has_errors
from coopgraph.os_reasons import explain_os_error

__all__ = ["command"]

_QUESTION = "what-came-of"


@click.command(
    cls=BilingualCommand,
    help_fr="""Tout montrer en une commande, sur les tables livrées.

Construit le graphe, le valide, répond à une question, dessine le réseau dans une page hors ligne et
écrit le fichier Turtle.

  coopgraph demo -o out --lang fr""",
    options_fr={"output": "Dossier où écrire la page et le fichier Turtle."},
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("out"), show_default=True,
    help="Folder for the page and the Turtle file.",
)  # fmt: skip
@click.pass_context
def command(context: click.Context, output: Path) -> None:
    """Show all of it in one command, on the shipped tables.

    Builds the graph, validates it, answers a question, draws the network into an offline page and
    writes the Turtle file.

      coopgraph demo -o out
    """
    from coopgraph.export import export_file
    from coopgraph.queries.catalogue import find_question
    from coopgraph.queries.formats import RESULT_FORMATS
    from coopgraph.queries.run import run_question
    from coopgraph.render.html import write_page
    from coopgraph.validate import validate_graph
    from coopgraph.views import VIEWS

    language = language_of(context)
    with _step(context, "graphe construit", "graph built"):
        built = build_from(context, None)
    with _step(context, "graphe validé", "graph validated"):
        findings = validate_graph(built.store, index=built.index)
        if has_errors(findings):
            raise DataError(
                "The data breaks rules.", "Les données enfreignent des règles.", findings
            )
    with _step(context, "réponse à une question", "question answered"):
        question = find_question(_QUESTION)
        result = run_question(built.store, question, {}, language=language)
        click.echo(f"\n{question.header.question.text(language)}\n")
        sys.stdout.flush()
        RESULT_FORMATS["table"](
            result,
            sys.stdout.buffer,
            language=language,
            width=shutil.get_terminal_size((160, 24)).columns,
        )
        click.echo()
    _make_folder(output)
    page, turtle = output / "network.html", output / "coopgraph.ttl"
    with _step(context, f"page {page}", f"page {page}"):
        write_page(VIEWS["network"].make(built.store), page, language=language)
    with _step(context, f"Turtle {turtle}", f"Turtle {turtle}"):
        export_file(built.store, "turtle", turtle)
    say(context, f"\nOuvrir la page : {page.resolve()}", f"\nOpen the page: {page.resolve()}")


def _make_folder(folder: Path) -> None:
    """Make the folder for the results, if it is not there.

    Raises:
        WriteError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        why_en, why_fr = explain_os_error(problem)
        raise WriteError(
            f"The folder {folder} cannot be made: {why_en}. Name another one with -o.",
            f"Impossible de créer le dossier {folder} : {why_fr}. En nommer un autre avec -o.",
        ) from problem


@contextmanager
def _step(context: click.Context, fr: str, en: str) -> Iterator[None]:
    """Print what was done and how long it took."""
    start = time.perf_counter()
    yield
    seconds = f"{time.perf_counter() - start:.2f}"
    say(context, f"{seconds.replace('.', ','):>6} s  {fr}", f"{seconds:>6} s  {en}")
