"""``coopgraph network project``: the ties of one network, as rows."""

from __future__ import annotations

from typing import Any

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.network.cutting import CUTTING_FR, Cut, cutting_options
from coopgraph.cli.network.measuring import Column, Opened, labels_of, write_rows

__all__ = ["command"]

_FOR_PEOPLE = (
    Column("source", "de", "from"),
    Column("target", "à", "to"),
    Column("kind", "lien", "tie"),
    Column("label", "par", "through"),
    Column("when", "date", "date"),
    Column("doubts", "doutes", "doubts"),
)
_MONEY = (Column("amount", "montant", "amount"), Column("currency", "monnaie", "currency"))
_FOR_PROGRAMS = (
    *("source", "target", "kind", "record", "label_fr", "label_en", "edtf", "earliest_begin"),
    *("latest_begin", "earliest_end", "latest_end", "weight", "doubts", "inferred", "records"),
)


@click.command(
    "project",
    cls=BilingualCommand,
    help_fr="""Écrire les liens d’un réseau, un par ligne.

« table » les montre en mots ; les autres formes donnent les identifiants, les quatre bornes de la
date, le poids, les doutes et les fiches derrière chaque lien. Avec une période : les liens qui ont
pu (« possibly ») ou qui ont sûrement tenu (« certainly ») alors, sous les noms d’alors.

  coopgraph network project territories --from 2010 --to 2015 --lang fr
  coopgraph network project actors --at "mai 2010" --lang fr
  coopgraph network project funding --format csv --lang fr""",
    options_fr={**CUTTING_FR, "mode": "Ce qui a pu, ou ce qui a sûrement eu lieu."},
)
@click.argument("name")
@cutting_options("What may, or what surely did take place.")
@click.pass_context
def command(context: click.Context, asked: Cut, name: str) -> None:
    """Write the ties of a network, one a line.

    "table" shows them in words; the other forms give ids, the four bounds of the date, the weight,
    the doubts and the records behind each tie. With a period: the ties that may ("possibly") or
    surely ("certainly") hold then, under the names of that time.

      coopgraph network project territories --from 2010 --to 2015
      coopgraph network project actors --at "May 2010"
      coopgraph network project funding --format csv
    """
    opened = asked.open_cut(context, name)
    if asked.form == "table":
        write_rows(context, *_in_words(opened, language_of(context)), asked.form)
    else:
        write_rows(context, *_in_full(opened.network), asked.form)
    number = opened.network.number_of_edges()
    say(context, f"{number} liens.", f"{number} ties.", err=True)


def _in_words(opened: Opened, language: str) -> tuple[list[Column], list[tuple[str, ...]]]:
    """Return columns and rows for people; amounts only where there are any."""
    from coopgraph.views.amounts import money
    from coopgraph.views.legend import DOUBTS
    from coopgraph.views.sentences.grammar import date_words
    from coopgraph.views.tie_kinds import tie_mark

    labels = labels_of(opened)
    paid = any("amount" in tie for *_, tie in opened.network.edges(data=True))
    rows: list[tuple[str, ...]] = []
    for source, target, tie in opened.network.edges(data=True):
        amount = money(tie["amount"], language) if "amount" in tie else ""
        row = (
            getattr(labels[source], language),
            getattr(labels[target], language),
            getattr(tie_mark(tie["kind"]).words, language),
            str(tie.get(f"label_{language}") or ""),
            date_words(str(tie.get("edtf", "")), "fr" if language == "fr" else "en"),
            ", ".join(
                getattr(DOUBTS[doubt].words, language) for doubt in tie.get("doubts", "").split()
            ),
        )
        rows.append((*row, amount, str(tie.get("currency", ""))) if paid else row)
    return [*_FOR_PEOPLE, *(_MONEY if paid else ())], rows


def _in_full(network: Any) -> tuple[list[Column], list[list[Any]]]:
    """Return the columns and rows of all attributes, those of this projection alone last."""
    ties = [
        {"source": source, "target": target, **tie}
        for source, target, tie in network.edges(data=True)
    ]
    own = sorted({name for tie in ties for name in tie} - {*_FOR_PROGRAMS, "id", "iri", "marks"})
    names = [*_FOR_PROGRAMS, *own]
    rows = [[_cell(tie.get(name)) for name in names] for tie in ties]
    return [Column(name, name, name) for name in names], rows


def _cell(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value
