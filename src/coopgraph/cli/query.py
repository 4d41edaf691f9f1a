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
    from coopgraph.sparql import Queryable

__all__ = ["command"]

_BINARY = ("xlsx", "parquet", "arrow")


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
        "form": "Forme de la réponse : table, csv, tsv, json, xml, markdown, html, spreadsheet,"
        " xlsx, parquet, arrow ; pour un graphe : turtle, trig, ntriples, jsonld.",
        "timeout": "Durée permise à une requête à soi, en secondes.",
        "why_empty": "Si la réponse est vide : dire quel motif l’a vidée.",
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
    help="Form of the answer: table, csv, tsv, json, xml, markdown, html, spreadsheet, xlsx,"
    " parquet, arrow; for a graph: turtle, trig, ntriples, jsonld.",
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=60, show_default=True,
    help="Seconds that a query of your own may take.",
)  # fmt: skip
@click.option(
    "--why-empty", is_flag=True, help="If the answer is empty: tell which pattern emptied it."
)
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
    why_empty: bool,
) -> None:
    """Ask a named question, or your own in SPARQL.

    ID is a question of "--list"; FILE.rq or -e give a query of your own, which runs apart, within
    limits, and calls nothing outside.

      coopgraph query took-part -p activity=soft-landing-quebec-2018
    """
    if show_list:
        _list_questions(context, form)
    elif show and question:
        _show_question(context, question)
    elif text is not None or (question and question.endswith(".rq")):
        _refuse_parameters(parameters)
        sparql = text if text is not None else _read_text(Path(str(question)))
        _answer_text(context, sparql, data, store, form, timeout, why_empty=why_empty)
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
    *,
    why_empty: bool,
) -> None:
    from coopgraph.queries.limits import Limits
    from coopgraph.queries.run import run_text

    graph = open_graph(context, data, store)
    folder = store_folder(store)
    answer = run_text(graph, sparql, folder=folder, limits=Limits(seconds=timeout))
    _write(context, answer, form)
    if why_empty and _is_empty(answer):
        _say_what_emptied(context, graph, sparql, folder)


def _is_empty(answer: Answered) -> bool:
    """Tell whether an answer has no rows, no triples, or is “no”."""
    return not (getattr(answer, "rows", ()) or getattr(answer, "triples", ())) and not getattr(
        answer, "value", False
    )


def _say_what_emptied(
    context: click.Context, graph: Queryable, sparql: str, folder: Path | None
) -> None:
    from coopgraph.queries.emptied import find_emptying

    found = find_emptying(graph, sparql, folder=folder)
    for one in found:
        say(context, one.text_fr, one.text_en, err=True)
    if not found:
        say(
            context,
            "Aucun motif seul ne l’explique : en retirer un après l’autre.",
            "No single pattern explains it: take away one after the other.",
            err=True,
        )


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
    if name in _BINARY and sys.stdout.isatty():
        raise UsageError(
            f"{name} is no text for a terminal: send it to a file, as in … --format {name} > FILE.",
            f"{name} n’est pas du texte pour un terminal : l’envoyer dans un fichier, par exemple"
            f" … --format {name} > FICHIER.",
        )
    RESULT_FORMATS[name](answer, stream, language=language, width=width)
    stream.flush()
    if name not in ("table", "markdown", "html"):  # these two say it themselves
        for remark in remarks(answer, language=language):
            click.echo(remark, err=True)


def _list_questions(context: click.Context, form: str | None) -> None:
    """List the questions: as words, as JSON, or in Turtle as executables of SHACL."""
    from coopgraph.queries.catalogue import read_catalogue

    if form == "turtle":
        from coopgraph.queries.executables import spell_executables

        click.echo(spell_executables(), nl=False)
        return

    catalogue, language = read_catalogue(), language_of(context)
    if form == "json":
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
