"""Commands that speak French or English: help, headings, texts.

The language comes from ``--lang`` anywhere on the line, else from the locale of the caller
(``LC_ALL``, ``LC_MESSAGES``, ``LANG``), else it is English. This is the only place that reads them.

>>> language_of_call(["query", "--lang", "fr", "--list"], {})
('fr', ['query', '--list'])
>>> language_of_call(["info"], {"LANG": "fr_CA.UTF-8"})
('fr', ['info'])
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from inspect import cleandoc
from typing import Any

import click

from coopgraph.cli.complaints import UnknownCommand, print_error
from coopgraph.errors import CoopgraphError

__all__ = ["BilingualCommand", "BilingualGroup", "language_of", "language_of_call", "say"]


def language_of_call(
    arguments: Sequence[str], environment: Mapping[str, str]
) -> tuple[str, list[str]]:
    """Return the language of a call and its arguments without ``--lang``.

    Raises:
        click.BadParameter: ``--lang`` has no value, or one other than ``fr`` and ``en``.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    language = "fr" if locale.lower().startswith("fr") else "en"
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--lang" or word.startswith("--lang="):
            language = word.partition("=")[2] or next(words, "")
            if language not in ("fr", "en"):
                raise click.BadParameter(f"--lang: {language or '∅'} (fr | en)")
        else:
            rest.append(word)
    return language, rest


def language_of(context: click.Context) -> str:
    """Return the language of the call that `context` belongs to, ``"fr"`` or ``"en"``."""
    found = context.find_root().meta.get("coopgraph.language")
    return str(found) if found else language_of_call([], os.environ)[0]


def say(context: click.Context, fr: str, en: str, *, err: bool = False) -> None:
    """Print one text in the language of the call."""
    click.echo(fr if language_of(context) == "fr" else en, err=err)


class _Bilingual(click.Command):
    """What commands and groups share: French help beside the English one."""

    help_fr: str = ""
    options_fr: Mapping[str, str] = {}

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence, for the list of commands."""
        context = click.get_current_context(silent=True)
        french = context is not None and language_of(context) == "fr"
        text = self.help_fr if french else self.help or ""
        return text.strip().split("\n")[0].rstrip(".")

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        prefix = "Utilisation : " if language_of(ctx) == "fr" else "Usage: "
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the description, examples kept line by line."""
        text = self.help_fr if language_of(ctx) == "fr" else self.help or ""
        blocks = cleandoc(text).split("\n\n")
        with formatter.indentation():
            for block in blocks:
                formatter.write_paragraph()
                formatter.write_text("\b\n" + block if block.startswith("  ") else block)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options in the language of the call."""
        french = language_of(ctx) == "fr"
        rows = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None and isinstance(parameter, click.Option):
                translated = _french_option(self, parameter) if french else None
                rows.append((record[0], translated or record[1]))
        lang = "Langue (par défaut celle du système)." if french else "Language (default: locale)."
        rows.insert(len(rows) - 1, ("--lang [fr|en]", lang))
        with formatter.section("Options\N{NO-BREAK SPACE}" if french else "Options"):
            formatter.write_dl(rows)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with its text in the language of the call."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Afficher cette aide." if language_of(ctx) == "fr" else "Show this help."
        return option


def _french_option(command: _Bilingual, option: click.Option) -> str | None:
    """Return the French text of an option, with its default as click shows it."""
    text = command.options_fr.get(option.name or "")
    if text and option.show_default and option.default is not None:
        return f"{text}  [par défaut : {option.default}]"
    return text


class BilingualCommand(_Bilingual):
    """One command; `help_fr` and `options_fr` hold the French texts."""

    def __init__(
        self,
        *arguments: Any,  # passed on to click unread
        help_fr: str = "",
        options_fr: Mapping[str, str] | None = None,
        **attributes: Any,  # passed on to click unread
    ) -> None:
        super().__init__(*arguments, **attributes)
        self.help_fr = help_fr
        self.options_fr = options_fr or {}


class BilingualGroup(_Bilingual, click.Group):
    """A group of commands: the outermost finds the language, each loads a command when called."""

    def __init__(
        self,
        *arguments: Any,  # passed on to click unread
        help_fr: str = "",
        options_fr: Mapping[str, str] | None = None,
        loaders: Mapping[str, Callable[[], click.Command]],
        **attributes: Any,  # passed on to click unread
    ) -> None:
        super().__init__(*arguments, **attributes)
        self.help_fr = help_fr
        self.options_fr = options_fr or {}
        self.loaders = loaders

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of a fact's way."""
        return list(self.loaders)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command."""
        loader = self.loaders.get(cmd_name)
        return loader() if loader else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or refuse the word and propose the nearest."""
        if args and not args[0].startswith("-") and args[0] not in self.loaders:
            raise UnknownCommand(args[0], get_close_matches(args[0], self.loaders), ctx)
        return super().resolve_command(ctx, args)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # passed on to click unread
    ) -> click.Context:
        """Take ``--lang`` off the line, wherever it stands, before anything is parsed."""
        if parent is not None:  # a group inside the group: its line has no --lang any more
            return super().make_context(info_name, args, parent, **extra)
        language, rest = language_of_call(args, os.environ)
        settings = {**self.context_settings, **extra}
        context = self.context_class(self, info_name=info_name, parent=parent, **settings)
        context.meta["coopgraph.language"] = language
        with context.scope(cleanup=False):
            self.parse_args(context, rest)
        return context

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; print errors of our own tree without a traceback."""
        try:
            return super().invoke(ctx)
        except CoopgraphError as error:
            print_error(error, language_of(ctx))
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            # The reader of our output has left (`| head`): no more to say, nothing went wrong.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            ctx.exit(0)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands."""
        with ctx.scope(cleanup=False):
            rows = [
                (name, command.get_short_help_str())
                for name in self.list_commands(ctx)
                if (command := self.get_command(ctx, name)) is not None
            ]
        with formatter.section(
            "Commandes\N{NO-BREAK SPACE}" if language_of(ctx) == "fr" else "Commands"
        ):
            formatter.write_dl(rows)
