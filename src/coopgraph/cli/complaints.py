"""What the command line says when a call or the data is wrong, in French and in English.

click has messages in English only; those that its callers meet are given in French here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

import click

from coopgraph.errors import CoopgraphError

__all__ = ["UnknownCommand", "print_error", "show_usage_error"]


class UnknownCommand(click.UsageError):
    """There is no such command; `near` holds those whose names are alike."""

    def __init__(self, word: str, near: Sequence[str], context: click.Context) -> None:
        meant = f" Did you mean {', '.join(near)}?" if near else ""
        super().__init__(f"No such command: {word}.{meant}", context)
        self.word = word
        self.near = near


def print_error(error: CoopgraphError, language: str) -> None:
    """Print the text of an error on standard error, and the findings that it carries."""
    label = "Erreur : " if language == "fr" else "Error: "
    click.echo(label + error.text(language), err=True)
    findings = getattr(error, "findings", ())
    if findings:
        from coopgraph.findings import format_findings

        click.echo(format_findings(findings, style="text", language=language), err=True)


def show_usage_error(error: click.ClickException, language: str, file: IO[str]) -> None:
    """Print what is wrong with a call, in the language of the call."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), file=file)
        return
    french = language == "fr"
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(context.get_usage(), file=file)
        hint = "Pour l’aide : {}" if french else "For help: {}"
        click.echo(hint.format(f"{context.command_path} --help") + "\n", file=file)
    message = _in_french(error) if french else error.format_message()
    click.echo(("Erreur : " if french else "Error: ") + message, file=file)


def _in_french(error: click.ClickException) -> str:
    """Return the message of a usage error in French."""
    if isinstance(error, UnknownCommand):
        return f"commande inconnue : {error.word}.{_meant(error.near)}"
    if isinstance(error, click.NoSuchOption):
        return f"option inconnue : {error.option_name}.{_meant(error.possibilities)}"
    if isinstance(error, click.MissingParameter):
        return f"il manque {_hint(error)}."
    if isinstance(error, click.BadParameter):
        return f"valeur non admise pour {_hint(error)} : {error.message}"
    return f"appel mal formé ({error.message.rstrip('.')})."


def _hint(error: click.BadParameter) -> str:
    """Return the name of the parameter as it is written on the line."""
    if error.param is None or error.ctx is None:
        return "ce paramètre"
    return error.param.get_error_hint(error.ctx)


def _meant(near: Sequence[str] | None) -> str:
    return f" Vouliez-vous dire {', '.join(near)} ?" if near else ""
