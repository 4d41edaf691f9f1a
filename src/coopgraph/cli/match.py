"""``coopgraph match``: which records may be the same thing, and what was decided about them."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.options import DATA_FR, data_folder, data_option

if TYPE_CHECKING:
    from coopgraph.intake.decisions import Decisions
    from coopgraph.intake.incoming import IncomingRecord
    from coopgraph.intake.matching import Candidate, Entity
    from coopgraph.intake.matching.gold import Measured

__all__ = ["command"]

_TABLES = (
    "actors", "places", "agreements", "missions", "programmes", "projects", "outcomes", "sources",
)  # fmt: skip
_CSV_HEADER = (
    "score", "decision", "first_table", "first_id", "first_name",
    "second_table", "second_id", "second_name", "reasons",
)  # fmt: skip


class _Shown(NamedTuple):
    """A candidate, and ``same``, ``different`` or nothing for what was decided."""

    candidate: Candidate
    decision: str


@click.command(
    cls=BilingualCommand,
    help_fr="""Chercher les fiches qui pourraient désigner la même chose, et en décider.

Sans fichier : parmi les tables. Avec des fichiers (dossier .yaml, classeur .xlsx ou .ods, dossier
de CSV) : entre ces fichiers et les tables. Chaque paire a une note de 0 à 1 et ses raisons ; celles
dont personne n’a décidé viennent d’abord. Rien n’est fusionné : --same et --different écrivent une
ligne dans matches.csv, que les importations suivantes respectent ; si l’une des deux fiches n’est
pas encore dans les tables, nommer aussi son fichier.

--gold mesure les notes sur des paires décidées à la main. La précision est celle des décisions
automatiques (note de 0,95 ou plus), le rappel celui des candidats (0,5 ou plus). Les poids ont été
réglés en regardant la moitié « réglage », paire par paire ; la moitié « réserve » n’a pas servi à
les régler, mais ce n’est pas un essai à l’aveugle : ses paires avaient été lues, et viennent des
dossiers mêmes pour lesquels le programme a été écrit. Beaucoup de sources vraies ont la même
adresse, ce qui est facile : d’où la ligne « sans sources ».

  coopgraph match --table actors --above 0.8 --lang fr

  coopgraph match nouveau.yaml --data mes-tables

  coopgraph match nouveau.yaml --same tmq technopole-maritime-du-quebec --data mes-tables""",
    options_fr={
        "data": DATA_FR,
        "style": "Présentation des paires.",
        "above": "Note la plus basse montrée.",
        "tables": f"Seulement cette table (répétable) : {', '.join(_TABLES)}.",
        "same": "Décider que A désigne la même chose que B ; A prendra l’identifiant B.",
        "different": "Décider que A et B sont deux choses.",
        "date": "Jour de la décision (aucun s’il n’est pas donné).",
        "gold": "Mesurer les notes sur les paires décidées de ce dossier.",
    },
)
@click.argument(
    "files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path, exists=True)
)
@data_option
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "csv"]), default="text",
    show_default=True, help="How pairs are shown.",
)  # fmt: skip
@click.option(
    "--above",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="Lowest score shown.",
)
@click.option(
    "--table", "tables", type=click.Choice(_TABLES), multiple=True, metavar="TABLE",
    help=f"Only this table (repeatable): {', '.join(_TABLES)}.",
)  # fmt: skip
@click.option(
    "--same", nargs=2, metavar="A B", help="Decide that A is the same as B; A will go by the id B."
)
@click.option("--different", nargs=2, metavar="A B", help="Decide that A and B are two things.")
@click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD",
    help="Day of the decision (none if not given).",
)  # fmt: skip
@click.option(
    "--gold", type=click.Path(path_type=Path), metavar="FOLDER",
    help="Measure the scores on the decided pairs of this folder.",
)  # fmt: skip
@click.pass_context
def command(
    context: click.Context, files: tuple[Path, ...], data: Path | None, style: str, above: float,
    tables: tuple[str, ...], same: tuple[str, str] | None, different: tuple[str, str] | None,
    date: object, gold: Path | None,
) -> None:  # fmt: skip
    """Seek records that may be the same thing, and decide about them.

    Without a file: among the tables. With files (a .yaml dossier, an .xlsx or .ods workbook, a
    folder of CSV): between these and the tables. Every pair has a score from 0 to 1 and its
    reasons; those that nobody has decided come first. Nothing is merged: --same and --different
    write a row of matches.csv, which later imports obey; where one of the two records is not in the
    tables yet, name its file, too.

    --gold measures the scores on pairs decided by hand. Precision is that of automatic decisions
    (score 0.95 or more), recall that of candidates (0.5 or more). Weights were set while looking at
    the half “tuned”, pair by pair; the half “held” was not used to set them, but it is no blind
    test: its pairs had been read, and come from the very dossiers that the program was written for.
    Many true pairs of sources share an address, which is easy: hence the line “no sources”.

      coopgraph match --table actors --above 0.8

      coopgraph match new.yaml --data my-tables

      coopgraph match new.yaml --same tmq technopole-maritime-du-quebec --data my-tables
    """
    chosen = [bool(same), bool(different), gold is not None]
    if sum(chosen) > 1:
        raise click.UsageError("--same | --different | --gold")
    if date is not None and not (same or different):
        raise click.UsageError("--date: --same | --different")
    if gold is not None:
        _print_measure(context, gold)
    elif pair := same or different:
        _decide(context, data_folder(data), files, pair, is_same=bool(same), date=date)
    else:
        shown = _candidates(context, data_folder(data), files, tables, above)
        {"text": _print_text, "json": _print_json, "csv": _print_csv}[style](context, shown)


def _candidates(
    context: click.Context, folder: Path, files: tuple[Path, ...], tables: tuple[str, ...],
    above: float,
) -> list[_Shown]:  # fmt: skip
    """Return the candidates, those that are not decided first."""
    from coopgraph.intake.decisions import read_decisions
    from coopgraph.intake.matching import match_entities
    from coopgraph.intake.matching.gold import read_entities

    decisions = read_decisions(folder)
    known = read_entities(folder)
    incoming = _read_incoming(context, files, decisions)
    if not files:
        known, incoming = [], known
    found = [
        _Shown(candidate, _decision(decisions, candidate))
        for candidate in match_entities(known, incoming, above=above)
        if not tables or {candidate.first.table, candidate.second.table} & set(tables)
    ]
    return sorted(found, key=lambda shown: bool(shown.decision))


def _decision(decisions: Decisions, candidate: Candidate) -> str:
    first, second = candidate.first.id, candidate.second.id
    if decisions.differ(first, second):
        return "different"
    return "same" if first != second and decisions.decided(first, second) else ""


def _read_files(context: click.Context, files: Iterable[Path]) -> list[IncomingRecord]:
    """Return the records of all files; what is wrong in them is told but stops nothing."""
    from coopgraph.findings import Finding, format_findings

    records: list[IncomingRecord] = []
    told: list[Finding] = []
    for path in files:
        if path.suffix.lower() in (".yaml", ".yml"):
            from coopgraph.intake.dossier import read_dossier

            records += read_dossier(path, report=told.append)
        else:
            from coopgraph.intake.sheets import read_sheets

            records += read_sheets(path, report=told.append)
    errors = [finding for finding in told if finding.severity == "error"]
    if errors:
        click.echo(format_findings(errors, style="text", language=language_of(context)), err=True)
    return records


def _read_incoming(
    context: click.Context, files: tuple[Path, ...], decisions: Decisions
) -> list[Entity]:
    from coopgraph.intake.matching import entities_of, rows_of

    return entities_of(rows_of(_read_files(context, files), rename=decisions.resolve))


def _decide(
    context: click.Context, folder: Path, files: tuple[Path, ...], pair: tuple[str, str], *,
    is_same: bool, date: object,
) -> None:  # fmt: skip
    """Write a decision and say so."""
    from coopgraph.intake.matching.decide import write_decision
    from coopgraph.tables.index import index_records

    known = set()
    for key, table in index_records(folder).tables().items():
        known |= {key, f"{table}/{key}"}
    for record in _read_files(context, files):
        if record.id:
            scoped = f"{record.root.table}/{record.id}"
            known |= {record.id, scoped}
            known |= {f"{record.origin}:{record.id}", f"{record.origin}:{scoped}"}
    day = str(date)[:10] if date is not None else ""
    row = write_decision(folder, *pair, same=is_same, known=known, date=day)
    sign = "=" if is_same else "≠"
    say(
        context,
        f"{folder / 'matches.csv'} : {pair[0]} {sign} {pair[1]} ({row['id']}). Les prochaines"
        " importations en tiendront compte.",
        f"{folder / 'matches.csv'}: {pair[0]} {sign} {pair[1]} ({row['id']}). The next imports will"
        " obey.",
        err=True,
    )


def _name(entity: Entity) -> str:
    return entity.labels[0].text if entity.labels else entity.id


def _print_text(context: click.Context, found: list[_Shown]) -> None:
    """Print each pair with its reasons, one a line."""
    french = language_of(context) == "fr"
    decided = {
        "same": " [décidé : même chose]" if french else " [decided: same]",
        "different": " [décidé : différents]" if french else " [decided: different]",
        "": "",
    }
    for (first, second, score, reasons), decision in found:
        click.echo(
            f"{score:.2f}  {first.table}/{first.id}  |  {second.table}/{second.id}", nl=False
        )
        click.echo(decided[decision])
        click.echo(f"      {_name(first)}  |  {_name(second)}")
        for piece in reasons:
            sign = "+" if piece.weight > 0 else "−" if piece.weight < 0 else "·"
            click.echo(f"      {sign} {piece.reason_fr if french else piece.reason_en}")
    undecided = sum(not shown.decision for shown in found)
    say(
        context,
        f"{len(found)} paire(s), dont {undecided} sans décision.",
        f"{len(found)} pair(s), {undecided} of them undecided.",
        err=True,
    )


def _print_json(_context: click.Context, found: list[_Shown]) -> None:
    """Print a list of objects; reasons in both languages."""
    click.echo(
        json.dumps(
            [
                {
                    "score": candidate.score,
                    "decision": decision or None,
                    "first": _fields(candidate.first),
                    "second": _fields(candidate.second),
                    "reasons": [piece._asdict() for piece in candidate.reasons],
                }
                for candidate, decision in found
            ],
            ensure_ascii=False,
            indent=2,
        )
    )


def _fields(entity: Entity) -> dict[str, str]:
    return {"table": entity.table, "id": entity.id, "name": _name(entity)}


def _print_csv(context: click.Context, found: list[_Shown]) -> None:
    """Print a table; the reasons in the language of the call, joined by semicolons."""
    french = language_of(context) == "fr"
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_CSV_HEADER)
    for (first, second, score, reasons), decision in found:
        told = "; ".join(piece.reason_fr if french else piece.reason_en for piece in reasons)
        ends = [*_fields(first).values(), *_fields(second).values()]
        writer.writerow([f"{score:.2f}", decision, *ends, told])


def _print_measure(context: click.Context, folder: Path) -> None:
    """Print counts, precision and recall: for each table, for both halves, for all."""
    from coopgraph.intake.matching.gold import measure

    measured = measure(folder)
    french = language_of(context) == "fr"
    heads = (
        (
            "mêmes",
            "différents",
            "auto",
            "auto faux",
            "candidats",
            "cand. faux",
            "précision",
            "rappel",
        )
        if french
        else ("same", "different", "auto", "wrong", "candidates", "wrong", "precision", "recall")
    )
    halves = (
        {"tuned": "réglage", "held": "réserve"} if french else {"tuned": "tuned", "held": "held"}
    )
    click.echo(" " * 12 + "".join(f"{head:>12}" for head in heads))
    for table in sorted({item.table for item in measured}):
        _print_tally(table, [item for item in measured if item.table == table])
    for half, name in halves.items():
        _print_tally(name, [item for item in measured if item.half == half])
    harder = [item for item in measured if item.table != "sources"]
    _print_tally("sans sources" if french else "no sources", harder)
    _print_tally("tout" if french else "all", measured)


def _print_tally(name: str, measured: list[Measured]) -> None:
    from coopgraph.intake.matching.gold import tally

    counts = tally(measured)
    decided = counts.sure_same + counts.sure_different
    numbers = (
        counts.same, counts.different, decided, counts.sure_different,
        counts.found_same + counts.found_different, counts.found_different,
    )  # fmt: skip
    precision = f"{counts.precision:.3f}" if decided else "–"
    recall = f"{counts.recall:.3f}" if counts.same else "–"
    click.echo(
        f"{name:<12}"
        + "".join(f"{number:>12}" for number in numbers)
        + f"{precision:>12}{recall:>12}"
    )
