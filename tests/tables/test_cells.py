"""What one cell may hold, kind by kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from coopgraph.tables.cells import cell_check
from coopgraph.tables.column_map import COLUMNS, TABLES
from coopgraph.tables.columns import Column
from coopgraph.vocabulary import read_schemes

# Those that need no other table to be judged.
ALONE = [name for name, column in COLUMNS.items() if column.kind not in ("ref", "column", "table")]


def code(column: Column, value: str) -> str:
    fault = cell_check(column, schemes={"side": ("france", "quebec")}, header=("id", "when"))(value)
    return fault.code if fault else ""


@pytest.mark.parametrize(
    ("column", "good", "bad"),
    [
        ("id", "a a-b a.1 mission-2031.actor.1", "A a_b -a a- a..b é a/b"),
        ("when", "2018-23 2010/.. [2010-04..] 199X 2016?", "2019-02-29 2020/2019 soon"),
        ("status_as_of", "2024-02-29", "2023-02-29 2024-2-29 2024 20240229"),
        ("count", "0 12 -3", "1.0 +1 01 1e3 ١ 9999999999999999999"),
        ("amount", "0 12 12.50 -0.5", "1,5 1e3 .5 5. 01 NaN 1234567890123456789012345678901"),
        ("batch", "true false", "True vrai 1"),
        ("currency", "CAD EUR FRF", "cad $ EURO XYZ"),
        ("url", "https://a.org http://a.org:8080/x?y=é#z https://é.fr/", ""),
        ("url", "http://127.0.0.1/", "a.org ftp://a.org javascript:alert(1) https:// https:///x"),
        ("url", "", "https://u:p@a.org https://a.org:x/ http://a.org/%zz http://a..b http://[::1"),
        ("language", "fr fr-CA zh-Hant", "FR français fr_CA f"),
        ("side", "france quebec", "France québec"),
        ("inferred", "id when", "wen"),
    ],
)
def test_values_by_kind(column: str, good: str, bad: str) -> None:
    assert [value for value in good.split() if code(COLUMNS[column], value)] == []
    assert [value for value in bad.split() if not code(COLUMNS[column], value)] == []


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x7f", "\x85", "\t", "\u202e", "\u200b", "\ufeff"]
)
def test_signs_that_steer_are_refused_in_any_text(sign: str) -> None:
    assert code(COLUMNS["note_fr"], f"a{sign}b") == "E214"
    assert code(COLUMNS["url"], f"https://a.org/{sign}b") == "E209"


@pytest.mark.parametrize("sign", [chr(0xDC80), "\ufffd"])
def test_damaged_characters_are_refused(sign: str) -> None:
    assert code(COLUMNS["title"], f"a{sign}b") == "E215"


def test_lines_and_no_break_spaces_are_text() -> None:
    assert code(COLUMNS["note_fr"], "un\ndeux : « trois »") == ""
    assert code(COLUMNS["note_fr"], " un") == "W201"


def test_only_the_spaces_are_told_where_the_rest_is_right() -> None:
    assert code(COLUMNS["when"], " 2019") == "E217"
    assert code(COLUMNS["currency"], "CAD ") == "E217"
    assert code(COLUMNS["currency"], "cad ") == "E208"


def test_words_that_say_planned_tell_the_status_too() -> None:
    fault = cell_check(COLUMNS["when"], schemes={})("prévu 2020")
    assert fault is not None
    assert (fault.code, fault.facts["edtf"]) == ("E216", "2020")
    assert "planned" in fault.facts["also_fr"]


@settings(deadline=None)
@given(st.text(max_size=30))
def test_what_passes_can_stand_in_rdf(value: str) -> None:
    if value and not code(COLUMNS["note_fr"], value):
        Literal(value, language="fr")
    address = f"https://example.org/{value}"
    if not code(COLUMNS["url"], address):
        NamedNode(address)


@settings(deadline=None)
@given(st.sampled_from(ALONE), st.text(min_size=1))
def test_no_text_ever_raises(column: str, value: str) -> None:
    code(COLUMNS[column], value)


@pytest.mark.parametrize(
    ("value", "near"),
    [
        ("mission de prospection", "prospecting-mission"),
        ("Mission de  prospections", "prospecting-mission"),
        ("Prospecting mission", "prospecting-mission"),
    ],
)
def test_a_concept_is_found_by_its_labels_in_both_languages(value: str, near: str) -> None:
    column = COLUMNS["kind"].with_(scheme="mission-kind")
    fault = cell_check(column, schemes=read_schemes())(value)
    assert fault is not None
    assert fault.near[0] == near


@pytest.mark.parametrize(("count", "end"), [(12, "c11"), (13, "c11 …")])
def test_where_no_concept_is_near_the_choices_are_told(count: int, end: str) -> None:
    column = COLUMNS["kind"].with_(scheme="mission-kind")
    names = tuple(f"c{number:02}" for number in range(count))
    fault = cell_check(column, schemes={"mission-kind": names})("xyzzy")
    assert fault is not None
    assert fault.near == ()
    assert fault.facts["instead_en"] == f"choices: {', '.join(names[:11])}, {end}"


def test_choices_are_listed_with_their_labels_in_the_language_of_the_reader() -> None:
    schemes = read_schemes()
    fault = cell_check(TABLES["missions"].column("status"), schemes=schemes)("zzz")
    assert fault is not None
    assert "completed (achevée)" in fault.facts["instead_fr"]
    assert "completed," in fault.facts["instead_en"]
    kinds = cell_check(TABLES["missions"].column("kind"), schemes=schemes)("zzz")
    assert kinds is not None
    assert "prospecting-mission (mission de prospection)" in kinds.facts["instead_fr"]


def test_a_bare_dollar_is_told_how_to_be_written() -> None:
    fault = cell_check(COLUMNS["currency"], schemes={})("$")
    assert fault is not None
    assert "currency_certain" in fault.facts["instead_en"]
    assert cell_check(COLUMNS["currency"], schemes={})("zz") == ("E208", {}, ())
