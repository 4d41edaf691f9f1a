"""The page ``docs/commands.md``: the help of every command, in English and French.

>>> "## coopgraph why" in spell_commands()
True
"""

from __future__ import annotations

from collections.abc import Sequence

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
        parts += _told(name)
        parts += [part for inner in _inside(name) for part in _told(name, inner)]
    return "\n".join(parts)


def _told(*names: str) -> list[str]:
    heading = f"{'#' * (1 + len(names))} coopgraph {' '.join(names)}\n"
    return [heading, *(f"```text\n{_help(names, language)}\n```\n" for language in ("en", "fr"))]


def _inside(name: str) -> list[str]:
    """Return the names of the commands inside a group, none for a command that is no group."""
    context = _context((name,), "en")
    group = context.command
    return group.list_commands(context) if isinstance(group, click.Group) else []


def _help(names: Sequence[str], language: str) -> str:
    context = _context(names, language)
    with context.scope(cleanup=False):
        lines = context.command.get_help(context).splitlines()
    return "\n".join(line.rstrip() for line in lines).strip()


def _context(names: Sequence[str], language: str) -> click.Context:
    """Return the context in which the last of these commands, each inside the one before, runs."""
    context = click.Context(coopgraph, info_name="coopgraph", **coopgraph.context_settings)
    context.meta["coopgraph.language"] = language
    for name in names:
        group = context.command
        assert isinstance(group, click.Group)  # noqa: S101 — the names come from its list
        command = group.get_command(context, name)
        assert command is not None  # noqa: S101 — the name comes from the list of commands
        context = click.Context(command, info_name=name, parent=context, terminal_width=100)
    return context
