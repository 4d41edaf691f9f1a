"""The command line: one thin module for each command, imported when it is called.

``coopgraph --help`` lists the commands in the order of a fact's way. Exit codes: 0 fine, 1 findings
or failure, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from keyword import iskeyword

import click

from coopgraph.cli.bilingual import BilingualGroup, language_of_call
from coopgraph.cli.complaints import show_usage_error

__all__ = ["COMMANDS", "coopgraph", "main"]

COMMANDS = (
    "demo",
    "template",
    "check",
    "fmt",
    "import",
    "match",
    "build",
    "validate",
    "info",
    "gaps",
    "query",
    "ask",
    "why",
    "chain",
    "view",
    "network",
    "export",
    "serve",
)


_INTERRUPTED = {
    "fr": "Interrompu : rien n’a été remplacé.",
    "en": "Interrupted: nothing was replaced.",
}


def _loader(name: str) -> Callable[[], click.Command]:
    def load() -> click.Command:
        module = f"{name}_" if iskeyword(name) else name
        command = import_module(f"coopgraph.cli.{module}").command
        assert isinstance(command, click.Command)  # noqa: S101 — narrows the type for mypy
        return command

    return load


@click.group(
    cls=BilingualGroup,
    loaders={name: _loader(name) for name in COMMANDS},
    help_fr="""Un graphe de connaissances de la coopération franco-québécoise.

Qui a travaillé avec qui, quand, au titre de quel accord, avec quel résultat, et comment nous le
savons.

  coopgraph why quiet-oceans technopole-maritime-du-quebec --lang fr""",
    options_fr={"version": "Afficher la version."},
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="coopgraph", message="%(version)s", help="Show the version.")
def coopgraph() -> None:
    """A knowledge graph of Franco-Québécois cooperation.

    Who worked with whom, when, under which agreement, with which outcome, and how we know.

      coopgraph why quiet-oceans technopole-maritime-du-quebec
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = coopgraph.main(words, prog_name="coopgraph", standalone_mode=False)
    except click.Abort:
        click.echo(_INTERRUPTED[_language_or_english(words)], err=True)
        sys.exit(130)
    except click.ClickException as error:
        show_usage_error(error, _language_or_english(words), sys.stderr)
        sys.exit(error.exit_code)
    sys.exit(code if isinstance(code, int) else 0)


def _language_or_english(words: list[str]) -> str:
    try:
        return language_of_call(words, os.environ)[0]
    except click.BadParameter:
        return "en"
