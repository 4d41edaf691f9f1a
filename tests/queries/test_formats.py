import json
from io import BytesIO
from xml.etree import ElementTree

import pytest
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    Triple,
    parse_query_results,
)

from coopgraph.errors import UnknownFormat
from coopgraph.queries.formats import RESULT_FORMATS, default_format, remarks
from coopgraph.queries.formats.cells import cell_text, display_width
from coopgraph.queries.header import Bilingual
from coopgraph.queries.result import Answered, GraphResult, Result, Verdict, make_result
from coopgraph.vocabulary import EDTF, XSD

MISSION = NamedNode("https://w3id.org/coopgraph/id/mission/visite-dune-2031")
ROLE = NamedNode("https://w3id.org/coopgraph/scheme/participation-role/organiser")
NASTY = 'a "b", | c\n<d>\t\\'


def rows() -> Result:
    return make_result(
        ("mission", "role", "roleLabel", "when", "note", "n"),
        [
            (
                MISSION,
                ROLE,
                Literal("organisateur", language="fr"),
                Literal("2031-23", datatype=EDTF.EDTF),
                Literal(NASTY),
                Literal(3),
            ),
            (None, ROLE, None, None, Literal(True), BlankNode("b")),
        ],
        {"mission": Bilingual("mission", "visit"), "role": Bilingual("rôle", "role")},
    )


def written(name: str, answered: Answered, language: str = "en", width: int | None = None) -> str:
    stream = BytesIO()
    RESULT_FORMATS[name](answered, stream, language=language, width=width)
    return stream.getvalue().decode()


def test_table() -> None:
    assert written("table", rows(), "fr").split("\n") == [
        "mission           rôle          when          note              n",
        "────────────────  ────────────  ────────────  ────────────────  ───",
        'visite-dune-2031  organisateur  automne 2031  a "b", | c <d> \\  3',
        "                                              oui               _:b",
        "",
    ]


def test_table_is_wrapped_by_width_on_screen() -> None:
    result = make_result(
        ("name",), [(Literal("日本 日本"),), (Literal("e\u0301te\u0301 abcdefgh"),)]
    )
    assert written("table", result, width=6) == "name\n────\n".replace("────", "──────") + (
        "日本\n日本\ne\u0301te\u0301\nabcdef\ngh\n"
    )


def test_ids_give_way_where_there_is_no_room() -> None:
    result = make_result(("m", "mLabel"), [(MISSION, Literal("Visit to the dunes"))])
    assert "visite-dune-2031" in written("table", result, width=60)
    narrow = written("table", result, width=30)
    assert "visite-dune-2031" not in narrow
    assert "without the ids" in narrow.lower()


def test_csv_and_tsv_are_those_of_the_recommendation() -> None:
    assert written("csv", rows()).split("\r\n") == [
        "mission,role,roleLabel,when,note,n",
        f'{MISSION.value},{ROLE.value},organisateur,2031-23,"a ""b"", | c\n<d>\t\\",3',
        f",{ROLE.value},,,true,_:b",
        "",
    ]
    first = written("tsv", rows()).split("\n")[:2]
    assert first[0] == "?mission\t?role\t?roleLabel\t?when\t?note\t?n"
    assert first[1].split("\t")[2:5] == [
        '"organisateur"@fr',
        f'"2031-23"^^<{EDTF.EDTF.value}>',
        '"a \\"b\\", | c\\n<d>\\t\\\\"',
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("json", QueryResultsFormat.JSON),
        ("xml", QueryResultsFormat.XML),
        ("tsv", QueryResultsFormat.TSV),
    ],
)
def test_a_parser_reads_the_same_terms_back(name: str, kind: QueryResultsFormat) -> None:
    found = parse_query_results(written(name, rows()).encode(), kind)
    assert isinstance(found, QuerySolutions)
    again = [tuple(row) for row in found]
    assert [row[:5] for row in again] == [tuple(row)[:5] for row in rows().rows]
    assert again[0][5] == Literal("3", datatype=XSD.integer)


def test_xml_writes_what_xml_can_hold() -> None:
    result = make_result(("x",), [(Literal("a\x00b\r<"),)])
    (value,) = ElementTree.fromstring(written("xml", result)).iter(  # noqa: S314 — our own
        "{http://www.w3.org/2005/sparql-results#}literal"
    )
    assert value.text == "a\ufffdb\r<"


def test_markdown_takes_nothing_for_markup() -> None:
    lines = written("markdown", rows()).split("\n")
    assert lines[1] == "|---|---|---|---|---|"
    assert lines[2].endswith(r'| a "b", \| c &lt;d&gt; \\ | 3 |')


def test_yes_and_no() -> None:
    assert written("table", Verdict(True), "fr") == "oui\n"
    assert written("markdown", Verdict(False)) == "no\n"
    assert json.loads(written("json", Verdict(True))) == {"head": {}, "boolean": True}
    assert "<boolean>false</boolean>" in written("xml", Verdict(False))
    with pytest.raises(UnknownFormat):
        written("csv", Verdict(True))


def test_graphs() -> None:
    graph = GraphResult(
        (Triple(MISSION, NamedNode("https://w3id.org/coopgraph/ns#hasRole"), ROLE),)
    )
    assert default_format(graph) == "turtle"
    assert written("turtle", graph).startswith("@prefix coop: <https://w3id.org/coopgraph/ns#> .")
    assert written("ntriples", graph).count("\n") == 1
    for name in ("table", "csv", "json", "xml", "markdown"):
        with pytest.raises(UnknownFormat, match="turtle"):
            written(name, graph)
    with pytest.raises(UnknownFormat, match="csv"):
        written("turtle", rows())


def test_an_empty_answer_says_why_that_may_be() -> None:
    note = Bilingual("À lire ainsi.", "Read it so.")
    empty = make_result(("x",), [], note=note)
    assert written("table", empty, "fr").startswith("Aucun résultat")
    assert remarks(empty, language="en")[-1] == "Read it so."
    assert "No result" in written("markdown", empty)
    assert written("csv", empty) == "x\r\n"


def test_a_cut_answer_says_so() -> None:
    cut = make_result(("x",), [(Literal("a"),)], truncated=True)
    assert written("table", cut).endswith("only the first 1 results are given.\n")


def test_cells_steer_no_terminal() -> None:
    assert cell_text(Literal("a\x1b[31m\u202eb"), "en") == "a\\x1b[31m\\u202eb"
    assert cell_text(Literal("n’est\u00a0: «\u202f»"), "fr") == "n’est\u00a0: «\u202f»"
    assert cell_text(NamedNode("http://purl.org/dc/terms/title"), "en") == "dct:title"
    assert cell_text(NamedNode("https://example.org/"), "en") == "https://example.org/"
    assert display_width("e\u0301") == 1
