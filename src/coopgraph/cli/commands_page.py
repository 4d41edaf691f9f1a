"""The page ``docs/commands.md``: the help of every command, in English and French.

>>> "## coopgraph why" in spell_commands()
True
"""

from __future__ import annotations

import click

from coopgraph.cli import COMMANDS, coopgraph

__all__ = ["spell_commands"]

_START = """\
# Commands / Commandes

The help of every command, as `coopgraph COMMAND --help` prints it. Exit codes: 0 fine, 1 findings
or failure, 2 wrong usage.

L’aide de chaque commande, telle que `coopgraph COMMANDE --help --lang fr` l’affiche. Codes de
sortie : 0 tout va bien, 1 constats ou échec, 2 appel mal formé.
"""


def spell_commands() -> str:
    """Return the text of the page, commands in the order of a fact's way."""
    parts = [_START]
    for name in COMMANDS:
        parts.append(f"## coopgraph {name}\n")
        parts += [f"```text\n{_help(name, language)}\n```\n" for language in ("en", "fr")]
    return "\n".join(parts)


def _help(name: str, language: str) -> str:
    root = click.Context(coopgraph, info_name="coopgraph", **coopgraph.context_settings)
    root.meta["coopgraph.language"] = language
    command = coopgraph.get_command(root, name)
    assert command is not None  # noqa: S101 — the name comes from the list of commands
    context = click.Context(command, info_name=name, parent=root, terminal_width=100)
    with context.scope(cleanup=False):
        lines = command.get_help(context).splitlines()
    return "\n".join(line.rstrip() for line in lines).strip()
