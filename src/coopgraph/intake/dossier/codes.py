"""The codes that a dossier's own structure can bring, with their words in both languages.

Codes beginning with E90 are errors: the record (or, where no record is named, the file or the list)
is refused. Codes beginning with W90 are remarks: the record is read. What one value holds is judged
under the codes that tables have for it (``E203`` for a date, ``E211`` for a kind …), so that one
problem has one code wherever it occurs.

>>> finding = make_finding(
...     "E907", "dune.yaml", 4, 3, value="Été", record="actors/Été", near=("ete",)
... )
>>> finding.code, finding.remedy_en
('E907', 'write small letters without accents, digits, “-” or “.”; did you mean “ete”?; refused')
"""

# ruff: noqa: E501 — one line a text reads better here than a wrapped one

from __future__ import annotations

from typing import Final

from coopgraph.findings import Finding
from coopgraph.tables.codes import CODES as TABLE_CODES
from coopgraph.tables.codes import Code, french_spaces
from coopgraph.tables.nearest import did_you_mean

__all__ = ["CODES", "make_finding"]

# fmt: off
CODES: Final[dict[str, Code]] = {
    "E901": Code("this key stands twice in one mapping (first on line {first})", "cette clé figure deux fois dans le même ensemble (d’abord ligne {first})",
                 "keep one of them", "n’en garder qu’une"),
    "E902": Code("this is not well-formed YAML: {reason}", "le YAML est mal formé : {reason}",
                 "correct it here; nothing of the file was read", "le corriger ici ; rien du fichier n’a été lu"),
    "E903": Code("{limit_en}", "{limit_fr}",
                 "write the values out, plainly; nothing of the file was read", "écrire les valeurs en toutes lettres, simplement ; rien du fichier n’a été lu"),
    "E904": Code("{wanted_en} is wanted here, this is {found_en}", "il faut ici {wanted_fr}, ceci est {found_fr}",
                 "give the value the shape that the format asks for", "donner à la valeur la forme que demande le format"),
    "E905": Code("dossiers have no list of this name; none of its records was read", "les dossiers n’ont pas de liste de ce nom ; aucune de ses fiches n’a été lue",
                 "{near}", "{near}"),
    "E906": Code("the key “{key}” is missing or has no value", "la clé « {key} » manque ou n’a pas de valeur",
                 "add it", "l’ajouter"),
    "E907": Code("this is not an id", "ce n’est pas un identifiant",
                 "write small letters without accents, digits, “-” or “.”{near}", "écrire des minuscules sans accent, des chiffres, « - » ou « . »{near}"),
    "E908": Code("another record of the list has this id and says something else (line {first})", "une autre fiche de la liste porte cet identifiant et dit autre chose (ligne {first})",
                 "give one of them another id, or join them", "donner un autre identifiant à l’une, ou les réunir"),
    "E909": Code("a reference to a source needs both “source” and “where”", "un renvoi à une source demande « source » et « where »",
                 "add what is missing", "ajouter ce qui manque"),
    "W901": Code("this key is not part of the format and was left out", "cette clé ne fait pas partie du format et a été laissée de côté",
                 "{near}", "{near}"),
    "W902": Code("this record repeats word for word the one on line {first}", "cette fiche répète mot pour mot celle de la ligne {first}",
                 "delete one of them; it was read once", "supprimer l’une d’elles ; elle a été lue une fois"),
    "W903": Code("what is said to be inferred has no value here", "ce qui est dit déduit n’a pas de valeur ici",
                 "nothing to mark: check the word, or give the value", "rien à marquer : vérifier le mot, ou donner la valeur"),
    "W904": Code("the day of the status is not known: {taken} was taken and marked as inferred", "le jour de l’état n’est pas connu : {taken} a été retenu et marqué comme déduit",
                 "give status_as_of", "donner status_as_of"),
    "W905": Code("the day of the status is not known, and no date tells it", "le jour de l’état n’est pas connu, et aucune date ne le dit",
                 "give status_as_of: the table needs it", "donner status_as_of : la table en a besoin"),
    "W906": Code("this dispute names no record", "ce désaccord ne nomme aucune fiche",
                 "name in “about” the records that it concerns", "nommer dans « about » les fiches concernées"),
    "W907": Code("this note points into the files, which nobody sees in the tables", "cette note renvoie aux fichiers, que personne ne voit dans les tables",
                 "rewrite it in the table after the import; it was read as it is", "la réécrire dans la table après l’import ; elle a été lue telle quelle"),
}
# fmt: on


def make_finding(
    code: str,
    file: str,
    line: int,
    column: int,
    *,
    value: str = "",
    record: str = "",
    near: tuple[str, ...] = (),
    **facts: str | int,
) -> Finding:
    """Return the finding of a code of `CODES` or of the tables, at a line and column of the file.

    Errors that name a record say at the end of the remedy that it is refused.

    Raises:
        KeyError: the code is unknown, or a word that its text needs is missing.
    """
    words = CODES.get(code) or TABLE_CODES[code]
    said: dict[str, tuple[str, str]] = {}
    for language, text, remedy in (
        ("en", words.text_en, words.remedy_en),
        ("fr", words.text_fr, words.remedy_fr),
    ):
        chosen = _facts_of(language, facts)
        question = did_you_mean(near, language) or str(chosen.get("instead", ""))
        lead = {"en": "; ", "fr": " ; "}[language] if question and remedy != "{near}" else ""
        advice = remedy.format_map(chosen | {"near": lead + question})
        if record and code.startswith("E"):
            end = {"en": ("; ", "refused"), "fr": (" ; ", "fiche refusée")}[language]
            advice = f"{advice}{end[0]}{end[1]}" if advice else end[1]
        said[language] = text.format_map(chosen), advice
    return Finding(
        file=file,
        line=line,
        column=str(column) if column else "",
        code=code,
        value=value,
        text_en=said["en"][0],
        text_fr=french_spaces(said["fr"][0]),
        remedy_en=said["en"][1],
        remedy_fr=french_spaces(said["fr"][1]),
        record=record,
    )


def _facts_of(language: str, facts: dict[str, str | int]) -> dict[str, str | int]:
    """Return the facts with those of one language under their bare names."""
    ending = f"_{language}"
    own = {name.removesuffix(ending): fact for name, fact in facts.items() if name.endswith(ending)}
    return facts | own
