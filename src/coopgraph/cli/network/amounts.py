"""``coopgraph network amounts``: what each funder gave to each recipient, by currency."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.network.cutting import CUTTING_FR, Cut, cutting_options
from coopgraph.cli.network.measuring import Column, write_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopgraph.cli.network.measuring import Opened
    from coopgraph.views.model import Words

__all__ = ["command"]

_NOT_FOR_PEOPLE = frozenset({"funder", "recipient", "records"})


@click.command(
    "amounts",
    cls=BilingualCommand,
    help_fr="""Additionner ce que chaque financeur a donné à chaque bénéficiaire, par monnaie.

Seules les aides comptent : ni les sommes réservées, dont elles sont payées, ni ce qui est prévu ou
annulé. Deux monnaies ne s’additionnent jamais. Avec une période, les aides sans date manquent.

  coopgraph network amounts --lang fr
  coopgraph network amounts --from 2015 --format csv --lang fr""",
    options_fr={**CUTTING_FR, "mode": "Ce qui a pu, ou ce qui a sûrement été donné alors."},
)
@cutting_options("What may, or what surely was given then.")
@click.pass_context
def command(context: click.Context, asked: Cut) -> None:
    """Add up what each funder gave to each recipient, by currency.

    Awards alone count: neither budgets, of which they are paid, nor what is planned or cancelled.
    Two currencies are never added up. With a period, awards without a date are missing.

      coopgraph network amounts
      coopgraph network amounts --from 2015 --format csv
    """
    _show(context, asked.open_cut(context, "funding"), asked.form)


def _show(context: click.Context, opened: Opened, form: str) -> None:
    """Write the sums, and on the other stream the total of each currency."""
    from coopgraph.views.amounts import COLUMNS, amount_rows, money, totals
    from coopgraph.views.ground import Ground

    language = language_of(context)
    found = amount_rows(opened.network, language)
    people = form == "table"
    names = [name for name in COLUMNS if not people or name not in _NOT_FOR_PEOPLE]
    truth = ("non", "oui") if language == "fr" else ("no", "yes")
    words = Ground(opened.graph, True).kinds if people else {}
    rows = [
        row._asdict()
        | {
            "amount": money(row.amount, language) if people else _number(row.amount),
            "kinds": _kinds(row.kinds, words, language),
            "currency_certain": truth[row.currency_certain] if people else row.currency_certain,
        }
        for row in found
    ]
    columns = [Column(name, COLUMNS[name].fr, COLUMNS[name].en) for name in names]
    write_rows(context, columns, [[row[name] for name in names] for row in rows], form)
    told = ", ".join(
        f"{money(total, language)} {name}" for name, total in totals(opened.network).items()
    )
    say(context, f"En tout : {told or 0}.", f"In all: {told or 0}.", err=True)


def _number(amount: Decimal) -> float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _kinds(kinds: str, words: Mapping[tuple[str, str], Words], language: str) -> str:
    """Return what the money is, in words where they are at hand."""
    if not words:
        return kinds
    known = ((kind, words.get(("money-kind", kind))) for kind in kinds.split())
    return ", ".join(getattr(word, language) if word else kind for kind, word in known)
