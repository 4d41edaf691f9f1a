"""Every code that a finding in tables or RDF files can carry, with its words in both languages.

``E1xx`` is about files and their structure, ``E2xx`` about what one cell holds, ``E3xx`` about ids
and references, ``E5xx`` about RDF files; ``W`` is a warning: the data can be used as it is. A code
never changes its meaning and is never given to another problem. ``docs/findings.md`` is written
from this table by `coopgraph.validate.codes_page`.

>>> finding = make_finding("E303", "parties.csv", 4, column="actor", value="dune", near=("dunes",))
>>> finding.text_en, finding.remedy_en
('no row has this id', 'did you mean “dunes”?')

Words in braces are filled in when the finding is made. French is typed here with plain spaces;
`french_spaces` sets the no-break ones.
"""

# ruff: noqa: E501 — one line a text reads better here than a wrapped one

from __future__ import annotations

import re
from typing import Final, NamedTuple

from coopgraph.findings import Finding
from coopgraph.tables.nearest import did_you_mean

__all__ = ["CODES", "Code", "french_spaces", "make_finding"]


class Code(NamedTuple):
    """What a code says (`text`) and what to do about it (`remedy`), in English and French."""

    text_en: str
    text_fr: str
    remedy_en: str
    remedy_fr: str


# fmt: off
CODES: Final[dict[str, Code]] = {
    # the file and its structure
    "E101": Code("the file cannot be read: {reason}", "le fichier ne peut pas être lu : {reason}",
                 "check its name and who may read it", "vérifier son nom et les droits de lecture"),
    "E102": Code("the file is empty", "le fichier est vide",
                 "give it its header: {header}", "lui donner son en-tête : {header}"),
    "E103": Code("this is a workbook, not a CSV file", "c’est un classeur, pas un fichier CSV",
                 "save the sheet as “CSV UTF-8”", "enregistrer la feuille en « CSV UTF-8 »"),
    "E104": Code("the file is UTF-16", "le fichier est en UTF-16",
                 "save it as “CSV UTF-8”", "l’enregistrer en « CSV UTF-8 »"),
    "E105": Code("the file is not UTF-8 ({lines})", "le fichier n’est pas en UTF-8 ({lines})",
                 "save it as “CSV UTF-8”; if it comes from an older Excel, coopgraph fmt --encoding cp1252 rewrites it in UTF-8", "l’enregistrer en « CSV UTF-8 » ; s’il vient d’un ancien Excel, coopgraph fmt --encoding cp1252 le réécrit en UTF-8"),
    "E106": Code("a NUL character stands in the text", "un caractère NUL se trouve dans le texte",
                 "the file is damaged: take the last good copy, or delete the character", "le fichier est abîmé : reprendre la dernière bonne copie, ou supprimer ce caractère"),
    "E107": Code("the quotation mark opened on this line is never closed", "le guillemet ouvert à cette ligne n’est jamais fermé",
                 "close it, or double it (\"\") if it is part of the text", "le fermer, ou le doubler (\"\") s’il fait partie du texte"),
    "E108": Code("text follows a closing quotation mark", "du texte suit un guillemet fermant",
                 "double the quotation marks (\"\") inside the cell", "doubler les guillemets (\"\") à l’intérieur de la cellule"),
    "E109": Code("a cell is longer than 131,072 characters, or its quotation mark is not closed", "une cellule dépasse 131 072 caractères, ou son guillemet n’est pas fermé",
                 "shorten the cell or close the quotation mark", "raccourcir la cellule ou fermer le guillemet"),
    "E110": Code("the row has {found} cells, the header {wanted}", "la ligne a {found} cellules, l’en-tête {wanted}",
                 "put cells that contain a comma in quotation marks", "mettre entre guillemets les cellules qui contiennent une virgule"),
    "E111": Code("the row has only {found} cells, the header {wanted}", "la ligne n’a que {found} cellules, l’en-tête {wanted}",
                 "add the separators that are missing", "ajouter les séparateurs manquants"),
    "E112": Code("the header names this column twice", "l’en-tête nomme deux fois cette colonne",
                 "keep one of them", "n’en garder qu’une"),
    "E113": Code("the table has no such column", "la table n’a pas de colonne de ce nom",
                 "{near}", "{near}"),
    "E114": Code("the header lacks this column", "il manque cette colonne dans l’en-tête",
                 "add it (fmt does it)", "l’ajouter (fmt le fait)"),
    "E115": Code("the folder of tables does not exist", "le dossier des tables n’existe pas",
                 "check the path", "vérifier le chemin"),
    "E116": Code("there is no table of this name", "aucune table ne porte ce nom",
                 "{near}", "{near}"),
    "E117": Code("a line of the file is longer than 8 MiB", "une ligne du fichier dépasse 8 Mio",
                 "this is not a table: take the right file", "ce n’est pas une table : prendre le bon fichier"),
    "E118": Code("more than {limit} quotation marks are broken: the rest of the file was not read", "plus de {limit} guillemets sont mal formés : la suite du fichier n’a pas été lue",
                 "correct the first ones and check again", "corriger les premiers et vérifier de nouveau"),
    "E119": Code("the folder holds no table", "le dossier ne contient aucune table",
                 "check the path: tables are called missions.csv, actors.csv …", "vérifier le chemin : les tables s’appellent missions.csv, actors.csv…"),
    "W101": Code("the file begins with a byte-order mark", "le fichier commence par une marque d’ordre des octets (BOM)",
                 "nothing to do: fmt removes it", "rien à faire : fmt la retire"),
    "W102": Code("cells are separated by {found}, not by a comma", "les cellules sont séparées par {found}, non par une virgule",
                 "nothing to do: it was read so, and fmt writes commas", "rien à faire : il a été lu ainsi, et fmt écrit des virgules"),
    "W103": Code("the file was read as cp1252, as declared ({lines})", "le fichier a été lu en cp1252, comme déclaré ({lines})",
                 "check the accents; fmt writes UTF-8", "vérifier les accents ; fmt écrit en UTF-8"),
    # one cell
    "E200": Code("this cell may not be empty", "cette cellule ne peut pas être vide",
                 "expected: {help}", "attendu : {help}"),
    "E201": Code("this is not an id", "ce n’est pas un identifiant",
                 "write small letters without accents and digits, joined by “-” or “.”{near}", "écrire des minuscules sans accent et des chiffres, joints par « - » ou « . »{near}"),
    "E203": Code("date not recognised", "date non reconnue", "{reason}", "{reason}"),
    "E204": Code("this is not a day of the calendar", "ce n’est pas un jour du calendrier",
                 "write YYYY-MM-DD, such as 2031-08-13{near}", "écrire AAAA-MM-JJ, par exemple 2031-08-13{near}"),
    "E205": Code("this is not a whole number", "ce n’est pas un nombre entier",
                 "write digits only, such as 12", "n’écrire que des chiffres, par exemple 12"),
    "E206": Code("this is not a decimal number", "ce n’est pas un nombre décimal",
                 "write it without spaces, with a point, at most 30 digits, such as 12000.50", "l’écrire sans espace, avec un point, 30 chiffres au plus, par exemple 12000.50"),
    "E207": Code("this is neither true nor false", "ce n’est ni true ni false",
                 "write true or false, or leave the cell empty", "écrire true ou false, ou laisser la cellule vide"),
    "E208": Code("this is not a currency code", "ce n’est pas un code de monnaie",
                 "write an ISO 4217 code such as CAD or EUR{near}", "écrire un code ISO 4217, par exemple CAD ou EUR{near}"),
    "E209": Code("this is not a web address", "ce n’est pas une adresse web",
                 "write it whole, such as https://example.org/page, without spaces", "l’écrire en entier, par exemple https://example.org/page, sans espace"),
    "E210": Code("this is not a language tag", "ce n’est pas une étiquette de langue",
                 "write a BCP 47 tag such as fr or en", "écrire une étiquette BCP 47, par exemple fr ou en"),
    "E211": Code("the scheme “{scheme}” has no such concept", "le schéma « {scheme} » n’a pas ce concept",
                 "{near}", "{near}"),
    "E212": Code("the table “{table}” has no such column", "la table « {table} » n’a pas cette colonne",
                 "{near}", "{near}"),
    "E213": Code("there is no table of this name", "aucune table ne porte ce nom", "{near}", "{near}"),
    "E214": Code("a control character stands in the text", "un caractère de commande se trouve dans le texte",
                 "delete it", "le supprimer"),
    "E215": Code("a damaged character stands in the text", "un caractère abîmé se trouve dans le texte",
                 "type the character again", "retaper ce caractère"),
    "E216": Code("the date is written in words", "la date est écrite en mots",
                 "write {edtf}{also}", "écrire {edtf}{also}"),
    "E217": Code("spaces stand before or after the value", "des espaces précèdent ou suivent la valeur",
                 "delete them (fmt does it)", "les supprimer (fmt le fait)"),
    "E218": Code("this table has no such column", "cette table n’a pas cette colonne", "{near}", "{near}"),
    "E219": Code("a column is named, but no record", "une colonne est nommée, mais aucune fiche",
                 "write the id in “record”, or empty “column”", "écrire l’id dans « record », ou vider « column »"),
    "W201": Code("spaces stand before or after the text", "des espaces précèdent ou suivent le texte",
                 "nothing to do: fmt removes them", "rien à faire : fmt les retire"),
    "W202": Code("letters and accents are stored apart", "lettres et accents sont enregistrés séparément",
                 "nothing to do: fmt joins them (NFC)", "rien à faire : fmt les réunit (NFC)"),
    "W203": Code("lines inside the cell end as on Windows", "les lignes à l’intérieur de la cellule finissent comme sous Windows",
                 "nothing to do: fmt writes plain line ends", "rien à faire : fmt écrit des fins de ligne simples"),
    # ids and references
    "E301": Code("this id stands already on line {other} of the table", "cet identifiant figure déjà à la ligne {other} de la table",
                 "give this row another id", "donner un autre identifiant à cette ligne"),
    "E302": Code("this id stands already in {place}", "cet identifiant figure déjà dans {place}",
                 "give this row another id: ids are unique across all tables", "donner un autre identifiant à cette ligne : un identifiant est unique dans toutes les tables"),
    "E303": Code("no row has this id", "aucune ligne n’a cet identifiant", "{near}", "{near}"),
    "E304": Code("this id belongs to a row of another table", "cet identifiant est celui d’une ligne d’une autre table",
                 "it is in {found}; expected: {wanted}{near}", "il est dans {found} ; attendu : {wanted}{near}"),
    "E305": Code("a frozen id is gone", "un identifiant figé a disparu",
                 "bring its row back to “{table}”, or withdraw it with a row in withdrawals.csv", "rétablir sa ligne dans « {table} », ou la retirer par une ligne de withdrawals.csv"),
    "E306": Code("a withdrawn id is used again", "un identifiant retiré est réutilisé",
                 "give the new row in “{table}” a new id", "donner un nouvel identifiant à la nouvelle ligne de « {table} »"),
    "E307": Code("the record of this id was withdrawn", "la fiche de cet identifiant a été retirée",
                 "name the record that takes its place, if there is one", "nommer la fiche qui la remplace, s’il y en a une"),
    "E308": Code("a line of ids.lock is malformed", "une ligne de ids.lock est mal formée",
                 "write “table id”, or bring the file back from the last good version", "écrire « table identifiant », ou reprendre le fichier de la dernière bonne version"),
    "W301": Code("this id is new", "cet identifiant est nouveau",
                 "check that it can stay for ever: fmt freezes it once the tables have no errors", "vérifier qu’il peut rester pour toujours : fmt le fige dès que les tables n’ont plus d’erreur"),
    # RDF files
    "E701": Code("syntax error: {reason}", "erreur de syntaxe : {reason}",
                 "correct the file at this place", "corriger le fichier à cet endroit"),
    "E702": Code("the file has a DOCTYPE, which is refused", "le fichier contient un DOCTYPE, ce qui est refusé",
                 "write namespaces out instead of entities", "écrire les espaces de noms en entier, sans entités"),
    "E703": Code("the file names a context that is not bundled", "le fichier nomme un contexte qui n’est pas fourni",
                 "use {context}, or write the context into the file", "employer {context}, ou écrire le contexte dans le fichier"),
    "E704": Code("reading took longer than {limit} s and was stopped", "la lecture a dépassé {limit} s et a été arrêtée",
                 "split the file", "diviser le fichier"),
    "E705": Code("reading needed more than {limit} MiB of memory and was stopped", "la lecture a dépassé {limit} Mio de mémoire et a été arrêtée",
                 "split the file, or look for text nested or repeated without end", "diviser le fichier, ou y chercher une imbrication ou une répétition sans fin"),
    "E706": Code("no RDF format has this file ending", "aucun format RDF n’a cette extension de fichier",
                 "use one of: {known}", "employer l’une de celles-ci : {known}"),
    "E707": Code("the ontology has no such term", "l’ontologie n’a pas ce terme", "{near}", "{near}"),
    "E708": Code("the reader broke down on this file ({reason})", "le lecteur est tombé en panne sur ce fichier ({reason})",
                 "look for text that is nested or repeated without end", "chercher une imbrication ou une répétition sans fin"),
    "E709": Code("the text is nested deeper than {limit} levels", "le texte est imbriqué sur plus de {limit} niveaux",
                 "flatten it", "l’aplatir"),
    "E710": Code("the file is not UTF-8", "le fichier n’est pas en UTF-8",
                 "save it as UTF-8", "l’enregistrer en UTF-8"),
}
# fmt: on


def make_finding(
    code: str,
    file: str,
    line: int,
    *,
    column: str = "",
    value: str = "",
    cell: str = "",
    record: str = "",
    near: tuple[str, ...] = (),
    **facts: str | int,
) -> Finding:
    """Return the finding of this code, its words filled in with `facts`.

    A fact that differs between the languages is given twice, as ``name_en`` and ``name_fr``;
    `near` holds the nearest valid values and becomes “did you mean …?”; where there is none, the
    fact ``instead`` stands in its place, if it is given.

    Raises:
        KeyError: the code is unknown, or a word that its text needs is missing.
    """
    words = CODES[code]
    english, french = _facts_of("en", facts), _facts_of("fr", facts)
    # a remedy that is a sentence of its own takes the question as a second one
    alone = words.remedy_en == "{near}"
    for language, chosen, lead in (("en", english, "; "), ("fr", french, " ; ")):
        question = did_you_mean(near, language) or str(chosen.get("instead", ""))
        chosen["near"] = question if alone or not question else lead + question
    return Finding(
        file=file,
        line=line,
        column=column,
        code=code,
        value=value,
        text_en=words.text_en.format_map(english),
        text_fr=french_spaces(words.text_fr.format_map(french)),
        remedy_en=words.remedy_en.format_map(english),
        remedy_fr=french_spaces(words.remedy_fr.format_map(french)),
        cell=cell,
        record=record,
    )


def french_spaces(text: str) -> str:
    r"""Return the text with the no-break spaces that French typography asks for.

    >>> french_spaces("attendu : « fr » ?").count("\N{NO-BREAK SPACE}")
    4
    """
    return re.sub(" (?=[:;!?»])|(?<=«) ", "\N{NO-BREAK SPACE}", text)


def _facts_of(language: str, facts: dict[str, str | int]) -> dict[str, str | int]:
    """Return the facts with those of one language under their bare names."""
    ending = f"_{language}"
    own = {name.removesuffix(ending): fact for name, fact in facts.items() if name.endswith(ending)}
    return facts | own
