"""Describe the tables for people: ``data/README.md``, in French and in English, from the map.

>>> print(spell_column(TABLES["venues"].column("place"), "en"))
| `place` | the id of a row of `places` | yes | where it is | `port-dune` |

It says what columns are for and how a fact is stated; how to write dates is told by
`coopgraph.phrases`, and what to do about a finding by ``docs/findings.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coopgraph.tables.codes import french_spaces
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column, Table

__all__ = ["GENERATED", "spell_column", "spell_dictionary"]

GENERATED: Final = "<!-- coopgraph fmt writes this page from the column map: edit the map -->\n"

_HOLDS_EN: Final = {
    "id": "the id of the row",
    "ref": "the id of a row of {tables}",
    "concept": "a concept of the scheme `{scheme}`",
    "text": "text",
    "label": "text in {language}",
    "edtf": "a date (EDTF, or words that fmt turns into EDTF)",
    "day": "a day, YYYY-MM-DD",
    "integer": "a whole number",
    "decimal": "a number",
    "boolean": "`true`, `false` or nothing",
    "currency": "a currency code (ISO 4217)",
    "url": "a web address",
    "language": "a language tag (BCP 47)",
    "column": "the name of a column",
    "columns": "names of columns of this table, with spaces between",
    "table": "the name of a table",
}
_HOLDS_FR: Final = {
    "id": "l’identifiant de la ligne",
    "ref": "l’identifiant d’une ligne de {tables}",
    "concept": "un concept du schéma `{scheme}`",
    "text": "du texte",
    "label": "du texte en {language}",
    "edtf": "une date (EDTF, ou des mots que fmt met en EDTF)",
    "day": "un jour, AAAA-MM-JJ",
    "integer": "un nombre entier",
    "decimal": "un nombre",
    "boolean": "`true`, `false` ou rien",
    "currency": "un code de monnaie (ISO 4217)",
    "url": "une adresse web",
    "language": "une étiquette de langue (BCP 47)",
    "column": "le nom d’une colonne",
    "columns": "des noms de colonnes de cette table, séparés par des espaces",
    "table": "le nom d’une table",
}
_START_FR: Final = """
# Les tables

[English below](#the-tables)

Une ligne est un nœud du graphe ; une table de liens relie des fiches. Les fichiers sont en UTF-8,
séparés par des virgules, triés par `id` ; un tableur les ouvre et les enregistre (« CSV UTF-8 »).

- `coopgraph check` dit ce qui ne va pas : fichier, ligne, colonne, cellule.
- `coopgraph fmt` remet les tables en forme et met les dates écrites en mots en EDTF.
- Un `id` publié ne change jamais et n’est jamais réutilisé : `ids.lock` les garde tous. Une fiche
  erronée est retirée par une ligne de `withdrawals.csv`, jamais effacée.
- Chaque fiche cite au moins une source, par une ligne de `citations.csv`.
- Comment ajouter un fait avec un tableur : `CONTRIBUTING.md`.

**Comment un fait est dit**

- *Fenêtre* : `[2031-04..2031-08]` est un jour inconnu entre les deux ; `2031-04/2031-08` a duré de
  l’un à l’autre ; `2031/..` durait encore quand la source a parlé.
- *Attesté* : `roles.when` est un mandat dont la source donne le début ou la fin. Le jour où elle
  montre la personne en poste est une ligne de `attestations`, et ne dit rien du mandat.
- *État au* : `status` vaut au jour `status_as_of`. Une annonce n’est pas une tenue ; « pas de
  contrat » est un résultat `not-achieved`, une suspension un résultat `interruption`.
- *Cause ou suite* : `led-to` si une source dit que l’un a amené l’autre ; sinon `followed-by`.
- *Déduit* : une colonne nommée dans `inferred` n’est pas dans la source ; la note dit comment elle
  a été déduite. Toute requête et toute vue peut l’écarter.
- *Nombres* : une valeur, avec sa précision dans `qualifier` ; une somme dans sa monnaie ;
  `part_of_total` distingue un total de ses parts. Rien n’est converti, ni additionné d’une monnaie
  à l’autre.
- *Lot* : `batch` si une ligne en représente plusieurs que la source ne nomme pas ; `count` dit
  combien.

**Coordonnées.** `coordinates_source` dit, lieu par lieu, d’où viennent les points et les
identifiants géographiques : GeoNames (CC BY 4.0) pour la plupart ; Admin Express 2018 de l’IGN
(Licence ouverte), dont les centres ont été calculés ici ; Canada Cities Database de SimpleMaps
(CC BY 4.0) ; trois pages de Wikipédia et airportsdata (licence MIT) pour les quatre derniers.
"""
_START_EN: Final = """
# The tables

One row is one node of the graph; a link table ties records. Files are UTF-8, separated by commas,
sorted by `id`; a spreadsheet opens and saves them (“CSV UTF-8”).

- `coopgraph check` tells what is wrong: file, line, column, cell.
- `coopgraph fmt` puts the tables in form and turns dates in words into EDTF.
- A published `id` never changes and is never used again: `ids.lock` keeps them all. A record that
  was wrong is withdrawn with a row of `withdrawals.csv`, never deleted.
- Every record cites at least one source, through a row of `citations.csv`.
- How to add a fact with a spreadsheet: `CONTRIBUTING.md`.

**How a fact is stated**

- *Window*: `[2031-04..2031-08]` is one unknown day between the two; `2031-04/2031-08` lasted from
  one to the other; `2031/..` was still going on when the source spoke.
- *Attested*: `roles.when` is a term whose begin or end the source gives. The day on which it shows
  the person in office is a row of `attestations`, and says nothing about the term.
- *Status as of*: `status` holds on the day `status_as_of`. What is announced has not been held; “no
  contract” is an outcome `not-achieved`, a suspension an outcome `interruption`.
- *Causing or preceding*: `led-to` where a source says that one brought about the other; else
  `followed-by`.
- *Inferred*: a column named in `inferred` is not in the source; the note says how it was deduced.
  Every query and every view can leave it out.
- *Counts*: one value, with its exactness in `qualifier`; an amount in its own currency; a total and
  its parts are told apart by `part_of_total`. Nothing is converted, or added across currencies.
- *Batch*: `batch` where one row stands for several that the source does not name; `count` says how
  many.

**Coordinates.** `coordinates_source` names, place by place, where points and geographical
identifiers come from: GeoNames (CC BY 4.0) for most; Admin Express 2018 of IGN (French Licence
Ouverte), whose centres were computed here; the Canada Cities Database of SimpleMaps (CC BY 4.0);
three Wikipedia pages and airportsdata (MIT licence) for the last four.
"""
_HEADS: Final = {
    "fr": "| colonne | contient | obligatoire | sens | exemple |",
    "en": "| column | holds | required | meaning | example |",
}


def spell_dictionary(tables: Mapping[str, Table] = TABLES) -> str:
    """Return the text of ``data/README.md``."""
    parts = [GENERATED]
    for language, start in (("fr", _START_FR), ("en", _START_EN)):
        parts.append(french_spaces(start) if language == "fr" else start)
        parts += [_spell_table(table, language) for table in tables.values()]
    return "\n".join(parts)


def spell_column(column: Column, language: str) -> str:
    """Return the line of the page that describes a column in ``"fr"`` or ``"en"``."""
    french = language == "fr"
    required = ("oui" if french else "yes") if column.required else ""
    meaning = (column.help_fr or column.label_fr) if french else column.help_en or column.label_en
    example = f"`{column.example}`" if column.example else ""
    cells = (f"`{column.name}`", _holds(column, language), required, meaning, example)
    line = " ".join(f"| {cell}" if cell else "|" for cell in cells) + " |"
    return french_spaces(line) if french else line


def _spell_table(table: Table, language: str) -> str:
    french = language == "fr"
    label = table.label_fr if french else table.label_en
    meaning = table.help_fr if french else table.help_en
    lines = [spell_column(column, language) for column in table.columns]
    head = f"## {label}: `{table.name}.csv`" if not french else f"## {label} : `{table.name}.csv`"
    start = french_spaces(head) if french else head
    sentence = meaning[:1].upper() + meaning[1:]
    return "\n".join(
        [start, "", f"{sentence}.", "", _HEADS[language], "|---" * 5 + "|", *lines, ""]
    )


def _holds(column: Column, language: str) -> str:
    french = language == "fr"
    any_table = "n’importe quelle table" if french else "any table"
    names = (" ou " if french else " or ").join(f"`{name}`" for name in column.tables)
    languages = {"fr": ("français", "French"), "en": ("anglais", "English"), "": ("", "")}
    return (_HOLDS_FR if french else _HOLDS_EN)[column.kind].format(
        tables=names or any_table,
        scheme=column.scheme,
        language=languages[column.language][0 if french else 1],
    )
