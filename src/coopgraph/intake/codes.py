"""Every code that the plan of an import can give, with its words in both languages.

``E92x`` and ``E93x`` tell what was kept out of the tables, and why. What is wrong with one cell
carries the same code as in a table (``E2xx``, `coopgraph.tables.codes`).

>>> finding = make_finding("E924", "dossier.yaml", 12, column="actor", value="port-dune")
>>> finding.text_en
'the record that is named here is held back'
"""

# ruff: noqa: E501 — one line a text reads better here than a wrapped one

from __future__ import annotations

from typing import Final

from coopgraph.findings import Finding
from coopgraph.tables.codes import Code, french_spaces
from coopgraph.tables.nearest import did_you_mean

__all__ = ["CODES", "make_finding"]

# fmt: off
CODES: Final[dict[str, Code]] = {
    "E920": Code("this decision cannot be read", "cette décision est illisible",
                 "write ids as “id”, “table/id” or “origin:id”", "écrire les identifiants sous la forme « id », « table/id » ou « origine:id »"),
    "E921": Code("these decisions go round in a circle", "ces décisions tournent en rond",
                 "keep one id at the end: remove one of the rows of matches.csv", "garder un identifiant à la fin : retirer l’une des lignes de matches.csv"),
    "E922": Code("no record has this id, neither in the tables nor in the files", "aucune fiche ne porte cet identifiant, ni dans les tables ni dans les fichiers",
                 "correct the id, or import the file that has the record with it{near}", "corriger l’identifiant, ou importer en même temps le fichier qui contient la fiche{near}"),
    "E923": Code("this record is of the table “{found}”, which does not fit here", "cette fiche est de la table « {found} », qui ne convient pas ici",
                 "name a record of: {wanted}", "nommer une fiche de : {wanted}"),
    "E924": Code("the record that is named here is held back", "la fiche nommée ici est retenue",
                 "settle it first; this enters with the next import", "la trancher d’abord ; ceci entrera à la prochaine importation"),
    "E925": Code("the record that is named here was refused", "la fiche nommée ici a été refusée",
                 "correct it first; this enters with the next import", "la corriger d’abord ; ceci entrera à la prochaine importation"),
    "E926": Code("this may be a record that is known already", "ceci est peut-être une fiche déjà connue",
                 "decide with one of the commands below (coopgraph match), then import again", "trancher par l’une des commandes ci-dessous (coopgraph match), puis relancer l’importation"),
    "E927": Code("another thing has this id already: {other}", "autre chose porte déjà cet identifiant : {other}",
                 "if it is that one, the command below says so (coopgraph match); if not, give this record another id", "si c’est bien elle, la commande ci-dessous le dit (coopgraph match) ; sinon, donner un autre identifiant à cette fiche"),
    "E928": Code("this id cannot be used: {reason}", "cet identifiant ne peut pas servir : {reason}",
                 "give the record another id", "donner un autre identifiant à la fiche"),
    "E929": Code("decided to be the programme “{programme}”, it cannot stand here: {reason}", "tranché comme étant le programme « {programme} », cela ne peut pas figurer ici : {reason}",
                 "enter by hand what is meant", "saisir à la main ce qui est voulu"),
    "W930": Code("not taken over: the record is of the table “{table}” by decision", "non repris : la fiche est de la table « {table} » par décision",
                 "enter it by hand if it matters", "le saisir à la main si cela compte"),
    "E931": Code("the file gives the same record twice, differently", "le fichier donne deux fois la même fiche, différemment",
                 "keep one of them", "n’en garder qu’une"),
    "E932": Code("the record has no id", "la fiche n’a pas d’identifiant",
                 "give it one", "lui en donner un"),
    "E933": Code("after the decisions both ends are the same record", "après les décisions, les deux bouts sont la même fiche",
                 "check the decisions, or leave this out", "vérifier les décisions, ou laisser ceci de côté"),
    "E934": Code("none of the sources of this can be named", "aucune des sources de ceci ne peut être nommée",
                 "settle or correct the sources first", "trancher ou corriger d’abord les sources"),
    "E935": Code("the tables have no such column", "les tables n’ont pas de colonne de ce nom",
                 "choose a column of “{table}”", "choisir une colonne de « {table} »"),
    "W936": Code("not the parties that are known of this agreement: {known} there, {more} here; all are kept", "pas les parties connues de cette entente : {known} là, {more} ici ; toutes sont gardées",
                 "check whether one party is named in two ways, or which source is right", "vérifier si une partie est nommée de deux façons, ou quelle source a raison"),
    "E937": Code("no source is named for this", "aucune source n’est nommée pour ceci",
                 "name in “source” the id of a source, and in “locator” the place in it (§ 3, a heading, a table row)", "nommer dans « source » l’id d’une source, et dans « locator » l’endroit (§ 3, un titre, une ligne de tableau)"),
    "E938": Code("the source is named, but not the place in it", "la source est nommée, mais pas l’endroit",
                 "write the place in “locator”: § 3, a heading, a table row", "écrire l’endroit dans « locator » : § 3, un titre, une ligne de tableau"),
    "W939": Code("{count} without a source of {own} given those of the record", "{count} sans source propre {own} celles de la fiche",
                 "nothing to do if the same source says all of it; else write “source” and “locator” on the row", "rien à faire si la même source dit tout cela ; sinon écrire « source » et « locator » sur la ligne"),
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
    **facts: str,
) -> Finding:
    """Return the finding of this code, its words filled in with `facts`.

    A fact that differs between the languages is given twice, as ``name_en`` and ``name_fr``.

    Raises:
        KeyError: the code is unknown, or a word that its text needs is missing.
    """
    words = CODES[code]
    texts = {}
    for language, lead in (("en", "; "), ("fr", " ; ")):
        own = {name.removesuffix(f"_{language}"): fact for name, fact in facts.items()}
        question = did_you_mean(near, language)
        texts[language] = own | {"near": lead + question if question else ""}
    return Finding(
        file=file,
        line=line,
        column=column,
        code=code,
        value=value,
        text_en=words.text_en.format_map(texts["en"]),
        text_fr=french_spaces(words.text_fr.format_map(texts["fr"])),
        remedy_en=words.remedy_en.format_map(texts["en"]),
        remedy_fr=french_spaces(words.remedy_fr.format_map(texts["fr"])),
        cell=cell,
        record=record,
    )
