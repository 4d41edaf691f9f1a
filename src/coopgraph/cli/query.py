"""``coopgraph query``: a named question, or a reader's own SPARQL."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.options import (
    DATA_FR,
    STORE_FR,
    data_option,
    open_graph,
    store_folder,
    store_option,
)
from coopgraph.errors import UnknownFormat, UsageError

if TYPE_CHECKING:
    from coopgraph.queries.catalogue import Question
    from coopgraph.queries.result import Answered

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Poser une question nommée, ou la sienne en SPARQL.

ID est une question de « --list » ; FICHIER.rq ou -e donnent une requête à soi, qui tourne à part,
dans des limites, sans rien appeler au dehors.

  coopgraph query took-part -p activity=soft-landing-quebec-2018 --lang fr""",
    options_fr={
        "data": DATA_FR,
        "store": STORE_FR,
        "show_list": "Énumérer les questions.",
        "show": "Montrer la question, ses paramètres et son SPARQL.",
        "text": "Une requête SPARQL à soi.",
        "parameters": "Un paramètre de la question ; répétable.",
        "form": "Forme de la réponse : table, csv, tsv, json, xml, markdown, turtle, ntriples.",
        "timeout": "Durée permise à une requête à soi, en secondes.",
    },
)
@click.argument("question", metavar="[ID|FILE.rq]", required=False)
@data_option
@store_option
@click.option("--list", "show_list", is_flag=True, help="List the questions.")
@click.option("--show", is_flag=True, help="Show the question, its parameters and its SPARQL.")
@click.option("-e", "text", metavar="SPARQL", help="A query of your own.")
@click.option(
    "-p", "parameters", metavar="NAME=VALUE", multiple=True, help="A parameter; repeatable."
)
@click.option(
    "--format", "form", metavar="FORM",
    help="Form of the answer: table, csv, tsv, json, xml, markdown, turtle, ntriples.",
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=60, show_default=True,
    help="Seconds that a query of your own may take.",
)  # fmt: skip
@click.pass_context
def command(
    context: click.Context,
    question: str | None,
    data: Path | None,
    store: str | None,
    show_list: bool,
    show: bool,
    text: str | None,
    parameters: Sequence[str],
    form: str | None,
    timeout: float,
) -> None:
    """Ask a named question, or your own in SPARQL.

    ID is a question of "--list"; FILE.rq or -e give a query of your own, which runs apart, within
    limits, and calls nothing outside.

      coopgraph query took-part -p activity=soft-landing-quebec-2018
    """
    if show_list:
        _list_questions(context, as_json=form == "json")
    elif show and question:
        _show_question(context, question)
    elif text is not None or (question and question.endswith(".rq")):
        _refuse_parameters(parameters)
        sparql = text if text is not None else _read_text(Path(str(question)))
        _answer_text(context, sparql, data, store, form, timeout)
    elif question:
        _answer_question(context, question, data, store, form, parameters)
    else:
        raise UsageError(
            "Name a question (see coopgraph query --list), a file.rq, or give SPARQL with -e.",
            "Nommer une question (voir coopgraph query --list), un fichier.rq, ou du SPARQL : -e.",
        )


def _answer_question(
    context: click.Context,
    name: str,
    data: Path | None,
    store: str | None,
    form: str | None,
    parameters: Sequence[str],
) -> None:
    from coopgraph.queries.catalogue import find_question
    from coopgraph.queries.run import run_question

    question, values = find_question(name), _values(parameters)
    language = language_of(context)
    answer = run_question(open_graph(context, data, store), question, values, language=language)
    if form in (None, "table"):
        click.echo(question.header.question.text(language), err=True)
    _write(context, answer, form)


def _answer_text(
    context: click.Context,
    sparql: str,
    data: Path | None,
    store: str | None,
    form: str | None,
    timeout: float,
) -> None:
    from coopgraph.queries.limits import Limits
    from coopgraph.queries.run import run_text

    graph = open_graph(context, data, store)
    folder = store_folder(store)
    _write(context, run_text(graph, sparql, folder=folder, limits=Limits(seconds=timeout)), form)


def _write(context: click.Context, answer: Answered, form: str | None) -> None:
    """Write the answer on standard output, and what is to be said of it on standard error."""
    from coopgraph.queries.formats import RESULT_FORMATS, default_format, remarks

    name = form or default_format(answer)
    if name not in RESULT_FORMATS:
        known = ", ".join(RESULT_FORMATS)
        raise UnknownFormat(
            f"There is no form {name}. Known: {known}.",
            f"La forme {name} n’existe pas. Formes connues : {known}.",
        )
    language = language_of(context)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    stream = sys.stdout.buffer
    RESULT_FORMATS[name](answer, stream, language=language, width=width)
    stream.flush()
    if name not in ("table", "markdown"):  # these two say it themselves
        for remark in remarks(answer, language=language):
            click.echo(remark, err=True)


def _list_questions(context: click.Context, *, as_json: bool) -> None:
    from coopgraph.queries.catalogue import read_catalogue

    catalogue, language = read_catalogue(), language_of(context)
    if as_json:
        titles = {name: entry.header.title._asdict() for name, entry in catalogue.items()}
        click.echo(json.dumps(titles, ensure_ascii=False, indent=2))
        return
    width = max(map(len, catalogue))
    for name, entry in catalogue.items():
        click.echo(f"{name:<{width}}  {entry.header.title.text(language)}")
    say(context, f"{len(catalogue)} questions", f"{len(catalogue)} questions", err=True)


def _show_question(context: click.Context, name: str) -> None:
    from coopgraph.queries.catalogue import find_question

    entry: Question = find_question(name)
    language = language_of(context)
    click.echo(entry.header.question.text(language))
    for parameter in entry.header.parameters:
        need = " *" if parameter.required else f" = {parameter.default or '–'}"
        words = parameter.words.text(language)
        click.echo(f"  -p {parameter.name}={parameter.example}   {words} ({parameter.kind}){need}")
    click.echo(f"\n{entry.sparql}")


def _values(parameters: Sequence[str]) -> dict[str, str]:
    """Read ``NAME=VALUE`` pairs."""
    values = {}
    for word in parameters:
        name, sign, value = word.partition("=")
        if not sign or not name:
            raise UsageError(
                f"“{word}” is no parameter: write -p name=value.",
                f"« {word} » n’est pas un paramètre : écrire -p nom=valeur.",
            )
        values[name] = value
    return values


def _refuse_parameters(parameters: Sequence[str]) -> None:
    if parameters:
        raise UsageError(
            "A query of your own takes no -p: write the values into it.",
            "Une requête à soi ne prend pas de -p : y écrire les valeurs.",
        )


def _read_text(path: Path) -> str:
    """Return the text of a file of SPARQL."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} cannot be read: name a file of SPARQL in UTF-8, or a question of --list.",
            f"{path} est illisible : nommer un fichier SPARQL en UTF-8, ou une question de --list.",
        ) from error
