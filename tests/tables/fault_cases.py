"""One faulty folder for each code of tables: what its files hold, beside a small sound folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from coopgraph.tables.column_map import TABLES

__all__ = ["CASES", "SCHEMES", "Case", "sound_folder", "table_text"]

SCHEMES: Mapping[str, tuple[str, ...]] = {
    "actor-kind": ("person", "technopole"),
    "mission-kind": ("visit",),
    "money-kind": ("budget",),
    "outcome-kind": ("contract",),
    "place-kind": ("city",),
    "programme-kind": ("fund",),
    "side": ("france", "quebec"),
    "source-kind": ("article",),
    "standing": ("retained",),
    "status": ("completed", "planned"),
}


class Case(NamedTuple):
    """Files that replace those of the sound folder (None: no folder at all), and an encoding."""

    files: Mapping[str, bytes] | None
    encoding: str | None = None


def table_text(table: str, *rows: Mapping[str, str], separator: str = ",") -> bytes:
    """Return the text of a table; cells are written as they are, quotation marks included."""
    header = TABLES[table].header
    lines = [separator.join(header)]
    lines += [separator.join(row.get(name, "") for name in header) for row in rows]
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass")


_PLACE = {"id": "port-dune", "kind": "city", "name_fr": "Port Dune", "side": "quebec"}
_ACTOR = {"id": "dune", "kind": "technopole", "name_fr": "Technopole des Dunes", "side": "quebec"}
_MISSION = {"id": "visite", "kind": "visit", "title_fr": "Visite", "title_en": "Visit"}
_MISSION |= {"when": "2031-04", "status": "completed", "status_as_of": "2031-08-13"}
_SOURCE = {"id": "gazette", "title": "Gazette des Dunes", "language": "fr", "kind": "article"}
_CITATION = {"id": "visite.s.1", "record": "visite", "source": "gazette", "locator": "§ 1"}
_BUDGET = {"id": "b.1", "record": "fonds", "kind": "budget", "amount": "12", "currency": "CAD"}
_FUND = {"id": "fonds", "kind": "fund", "title_fr": "Fonds", "title_en": "Fund"}
_CLAIM = {"id": "visite.claim.1", "record": "visite", "column": "when", "value": "2031-04"}
_CLAIM |= {"standing": "retained"}
_WITHDRAWN = {"id": "erreur", "table": "missions", "reason_fr": "Erreur", "reason_en": "Error"}

_SOUND: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "places": (_PLACE,),
    "actors": (_ACTOR,),
    "missions": (_MISSION,),
    "sources": (_SOURCE,),
    "citations": (_CITATION,),
    "programmes": (_FUND,),
    "budgets": (_BUDGET,),
    "withdrawals": (_WITHDRAWN,),
}


def sound_folder(folder: Path, changes: Mapping[str, bytes]) -> Path:
    """Write the sound tables, some files replaced, and return their folder."""
    for name, rows in _SOUND.items():
        (folder / f"{name}.csv").write_bytes(table_text(name, *rows))
    for file, content in changes.items():
        (folder / file).write_bytes(content)
    return folder


def _changed(table: str, /, **cells: str) -> Case:
    """Return the case in which the one row of a table has other cells."""
    return Case({f"{table}.csv": table_text(table, dict(_SOUND[table][0]) | cells)})


def _replaced(table: str, old: str, new: str) -> Case:
    """Return the case in which the text of a table was edited."""
    text = table_text(table, *_SOUND[table])
    return Case({f"{table}.csv": text.replace(old.encode(), new.encode())})


_HEADER = ",".join(TABLES["places"].header)
_LATIN = "é".encode("cp1252")

CASES: Mapping[str, Case] = {
    # E101 is tested with a folder in the place of a file: see test_findings.py
    "E102": Case({"places.csv": b""}),
    "E103": Case({"places.csv": b"PK\x03\x04rest"}),
    "E104": Case({"places.csv": table_text("places", _PLACE).decode().encode("utf-16")}),
    "E105": Case(
        {"places.csv": table_text("places", _PLACE | {"note_fr": "#"}).replace(b"#", _LATIN)}
    ),
    "E106": _changed("places", name_fr="Port\0Dune"),
    "E107": _changed("missions", title_fr='"Visite'),
    "E108": _changed("missions", title_fr='"Visite" au port'),
    "E109": _changed("missions", title_fr='"' + "x" * 140_000 + '"'),
    "E110": _changed("missions", title_fr="Visite, suite", inferred="when"),
    "E111": _replaced("missions", ",,,,,,,,,,", ""),
    "E112": _replaced("places", "name_en", "name_fr"),
    "E113": _replaced("places", "latitude", "lattitude"),
    "E114": _replaced("places", ",inferred", ""),
    "E115": Case(None),
    "E116": Case({"mission.csv": b"id\n"}),
    "E117": Case({"places.csv": b"x" * (9 << 20)}),
    "E118": Case({"places.csv": (_HEADER + "\n" + 'a,"b"c,,,,,,,,,,,\n' * 101).encode()}),
    "E119": Case(None),
    "W101": Case({"places.csv": b"\xef\xbb\xbf" + table_text("places", _PLACE)}),
    "W102": Case({"places.csv": table_text("places", _PLACE, separator=";")}),
    "W103": Case(
        {"places.csv": table_text("places", _PLACE | {"note_fr": "#"}).replace(b"#", _LATIN)},
        "cp1252",
    ),
    "E200": _changed("places", name_fr=""),
    "E201": _changed("budgets", id="Budget n° 1"),
    "E203": _changed("missions", when="early 2031"),
    "E204": _changed("missions", status_as_of="13/08/2031"),
    "E205": _changed("missions", count="trois"),
    "E206": _changed("budgets", amount="12 000"),
    "E207": _changed("missions", batch="vrai"),
    "E208": _changed("budgets", currency="$"),
    "E209": _changed("sources", url="www.example.org"),
    "E210": _changed("sources", language="français"),
    "E211": _changed("places", side="québec"),
    "E212": _changed("citations", column="titre_fr"),
    "E213": _changed("withdrawals", table="mission"),
    "E214": _changed("places", name_fr="Port\x07Dune"),
    "E215": _changed("places", name_fr="Port\ufffdDune"),
    "E216": _changed("missions", when="automne 2031"),
    "E217": _changed("places", side=" quebec"),
    "E218": _changed("missions", inferred="when place"),
    "E219": Case({"claims.csv": table_text("claims", _CLAIM | {"record": ""})}),
    "W201": _changed("places", name_fr="Port Dune "),
    "W202": _changed("places", name_fr="Porte de l’E\u0301te\u0301"),
    "W203": _changed("places", note_fr='"une\r\ndeux"'),
    "E301": Case({"places.csv": table_text("places", _PLACE, _PLACE)}),
    "E302": _changed("places", id="dune"),
    "E303": _changed("actors", place="port-dunes"),
    "E304": _changed("actors", place="gazette"),
    "E305": Case({"ids.lock": b"missions visite-de-2030\n"}),
    "E306": _changed("withdrawals", id="visite"),
    "E307": _changed("missions", part_of="erreur"),
    "E308": Case({"ids.lock": b"missions\n"}),
    "W301": Case({"ids.lock": b"missions visite\n"}),
}
