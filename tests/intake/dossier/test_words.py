"""Roles, languages, series and days that a dossier gives in words of its own."""

from __future__ import annotations

import pytest

from coopgraph.intake.dossier.codes import CODES, make_finding
from coopgraph.intake.dossier.days import last_day
from coopgraph.intake.dossier.language import language_of
from coopgraph.intake.dossier.roles import role_of
from coopgraph.intake.dossier.series import series_of


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("organiser", ("organiser", False)),
        ("head of delegation", ("head-of-delegation", False)),
        ("Chef de délégation", ("head-of-delegation", False)),
        ("hôte à l'hôtel de ville", ("host", True)),
        ("témoin, premier ministre", ("witness", True)),
        ("Président", ("participant", True)),
        ("hôtelier", ("participant", True)),
    ],
)
def test_roles(text: str, role: tuple[str, bool]) -> None:
    assert role_of(text) == role


@pytest.mark.parametrize(
    ("text", "expected", "language"),
    [
        ("Mayor of Saint-Élie", "fr", "en"),
        ("Québec", "en", "en"),
        ("page sans date", "en", "fr"),
        ("date", "fr", "fr"),
        ("both governments in equal parts", "fr", "en"),
        ("Merged into Trois-Dunes.", "fr", "en"),
        ("Fusionnée en 2031.", "en", "fr"),
        ("Held by the Société des Amis de la Dune et du Port de Sable", "fr", "en"),
        ("Young people supported", "fr", "en"),
        ("Vu au Museum of the Sea", "en", "fr"),
    ],
)
def test_languages(text: str, expected: str, language: str) -> None:
    assert language_of(text, expected) == language


@pytest.mark.parametrize(
    ("identifier", "title", "series", "number"),
    [
        ("cpcfq-session-9", "Session", "cpcfq", "9"),
        ("ofqj-ca-50", "Conseil", "ofqj-ca", "50"),
        ("ejc-19", "Entretiens", "ejc", "19"),
        ("ejc-2031", "Entretiens", "", ""),
        ("cifq-session-33", "Session", "cifq", "33"),
        ("rapm-21-port-dune-2031", "21e Rencontre alternée : volet du port", "", ""),
        ("cpcfq-session-2031", "Suivi", "", ""),
        ("rencontre", "21e Rencontre alternée des premiers ministres", "rapm", "21"),
        ("rencontre", "Préparer la 21e Rencontre alternée des premiers ministres", "", ""),
        ("entretiens-2031", "32es Entretiens Jacques Cartier", "ejc", "32"),
        ("congres-commun-2031", "2e congrès commun France-Québec / Q", "congres-commun", "2"),
        ("reunion", "65e session du conseil des dunes", "", "65"),
        ("salon", "Salon de la dune, 3e édition", "", "3"),
        ("salon", "Salon de la dune, deuxième édition", "", "2"),
        ("fete", "25e anniversaire du Salon de la dune", "", ""),
        ("fete", "400e session de la dune", "", ""),
        ("visite", "Première visite à la dune", "", ""),
        ("atelier", "Atelier des 5es Assises", "", ""),
        ("cpcfq-bilan-2016", "Bilan", "", ""),
    ],
)
def test_series(identifier: str, title: str, series: str, number: str) -> None:
    assert series_of(identifier, title) == (series, number)


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2018-24", "2019-02-28"),
        ("2015/2018", "2018-12-31"),
        ("2019/..", "2019-01-01"),
        ("[..2018-11]", "2018-11-30"),
        ("[2017..]", "2017-12-31"),
        ("2024-10?", "2024-10-31"),
        ("XXXX-09-30", ""),
    ],
)
def test_days_of_a_status(edtf: str, day: str) -> None:
    assert last_day(edtf) == (day, False)


def test_every_code_has_words_in_both_languages() -> None:
    for code, words in CODES.items():
        assert code[:3] in ("E90", "W90")
        assert all(words), code


def test_a_remark_does_not_refuse() -> None:
    finding = make_finding("W903", "dune.yaml", 1, 1, record="actors/dune")
    assert "refused" not in finding.remedy_en
    assert finding.severity == "warning"
