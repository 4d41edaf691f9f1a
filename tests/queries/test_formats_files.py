"""The forms that are files of their own: pages, workbooks, columns, graphs."""

import hashlib
import re
import sys
from base64 import b64encode
from decimal import Decimal
from html.parser import HTMLParser
from io import BytesIO

import openpyxl
import pyarrow.parquet
import pytest
from pyarrow import ipc
from pyoxigraph import (
    BaseDirection,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from coopgraph.errors import UnknownFormat, UsageError
from coopgraph.queries.formats import RESULT_FORMATS
from coopgraph.queries.formats.html_page import POLICY
from coopgraph.queries.header import Bilingual
from coopgraph.queries.result import Answered, GraphResult, Result, Verdict, make_result
from coopgraph.vocabulary import PREFIXES, XSD

MISSION = NamedNode("https://w3id.org/coopgraph/id/mission/visite-dune-2031")
FORMULAS = ["=1+1", "+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "\u00a0=1"]
NASTY = "</td><script>alert(1)</script>&\"'"


def written(name: str, answered: Answered, language: str = "en") -> bytes:
    stream = BytesIO()
    RESULT_FORMATS[name](answered, stream, language=language)
    return stream.getvalue()


def amounts() -> Result:
    return make_result(
        ("mission", "amount", "open", "note"),
        [
            (MISSION, Literal("1250.5", datatype=XSD.decimal), Literal(True), Literal('a;b,"c"')),
            (None, Literal(-5), None, Literal("-5")),
            (None, Literal("12345678901234567890", datatype=XSD.integer), None, Literal("x\x00")),
        ],
        {"mission": Bilingual("mission", "visit"), "amount": Bilingual("montant", "amount")},
    )


class Tags(HTMLParser):
    """Every start tag of a page, with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_the_page_escapes_every_text_and_links_only_to_the_web() -> None:
    result = make_result(
        ("x", "<v>"),
        [
            (Literal(NASTY), NamedNode("javascript:alert(1)")),
            (Literal(NASTY, language="fr"), NamedNode("http://example.org/?a=1&b='2'")),
            (Literal(NASTY, datatype=NamedNode("urn:x:y")), NamedNode("data:text/html,x")),
        ],
        {"x": Bilingual(NASTY, NASTY)},
    )
    page = written("html", result).decode()
    tags = Tags(page)
    assert not tags.named("script")
    assert [link["href"] for link in tags.named("a")] == ["http://example.org/?a=1&b='2'"]
    assert page.count("&lt;script&gt;") == 4
    assert [cell.get("lang") for cell in tags.named("td")].count("fr") == 1


def test_the_page_is_whole_by_itself_and_speaks_its_language() -> None:
    page = written("html", amounts(), "fr").decode()
    tags = Tags(page)
    assert tags.named("html") == [{"lang": "fr"}]
    assert "<caption>3 lignes</caption>" in page
    assert '<th scope="col">montant</th>' in page
    assert not {"src", "srcset"} & {key for _, attributes in tags.found for key in attributes}
    assert not tags.named("link")
    style = re.search("<style>(.*)</style>", page, re.DOTALL)
    assert style is not None
    digest = b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in POLICY
    assert {"http-equiv": "Content-Security-Policy", "content": POLICY} in tags.named("meta")
    assert "<p>oui</p>" in written("html", Verdict(True), "fr").decode()
    assert "No result" in written("html", make_result(("x",), [])).decode()


def test_csv_for_spreadsheets() -> None:
    french = written("spreadsheet", amounts(), "fr").decode("utf-8-sig").split("\r\n")
    assert french[0] == '"mission";"montant";"open";"note"'
    assert french[1] == f'"{MISSION.value}";"1250,5";"oui";"a;b,""c"""'
    assert french[2] == ';"-5";;"\'-5"'
    english = written("spreadsheet", amounts()).decode("utf-8-sig").split("\r\n")
    assert english[1] == f'"{MISSION.value}",1250.5,"yes","a;b,""c"""'
    assert english[2] == ',-5,,"\'-5"'
    assert written("spreadsheet", amounts()).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_spreadsheet_runs_a_text(text: str) -> None:
    result = make_result(("x",), [(Literal(text),)])
    line = written("spreadsheet", result).decode("utf-8-sig").split("\r\n", 1)[1]
    assert line == f'"\'{text}"\r\n'
    cell = openpyxl.load_workbook(BytesIO(written("xlsx", result))).worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert str(cell.value).strip() == text.strip()
    # the standard form stays exact
    assert text in written("csv", result).decode()


def test_the_workbook_has_numbers_texts_and_remarks() -> None:
    cut = make_result(("x",), [(Literal("é" * 40_000),)], truncated=True)
    book = openpyxl.load_workbook(BytesIO(written("xlsx", amounts(), "fr")))
    assert book.sheetnames == ["réponse"]
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("mission", "montant", "open", "note")
    assert rows[1] == (MISSION.value, 1250.5, "oui", 'a;b,"c"')
    assert rows[2] == (None, -5, None, "-5")
    assert rows[3] == (None, "12345678901234567890", None, "x\ufffd")
    book = openpyxl.load_workbook(BytesIO(written("xlsx", cut)))
    assert str(book["answer"]["A2"].value).endswith("é […]")
    assert "cut short" in str(book["remarks"]["A1"].value)


def test_headings_of_sheets_are_told_apart() -> None:
    same = Bilingual("acteur", "actor")
    result = make_result(("a", "b"), [(None, None)], {"a": same, "b": same})
    assert written("spreadsheet", result).decode("utf-8-sig").startswith('"actor","actor (b)"\r\n')


def test_parquet_and_arrow_hold_the_same_typed_columns() -> None:
    result = make_result(("m", "n"), [(MISSION, Literal(3)), (None, None)], truncated=True)
    table = pyarrow.parquet.read_table(BytesIO(written("parquet", result)))
    again = ipc.open_file(BytesIO(written("arrow", result))).read_all()
    assert table.to_pydict() == again.to_pydict() == {"m": [MISSION.value, None], "n": [3, None]}
    assert str(again.schema.field("m").type).startswith("dictionary")
    assert str(again.schema.field("n").type) == "int64"
    assert again.schema.metadata == {b"truncated": b"true"}


@pytest.mark.parametrize("name", ["html", "spreadsheet", "xlsx", "parquet", "arrow"])
def test_the_same_answer_gives_the_same_bytes(name: str) -> None:
    assert written(name, amounts()) == written(name, amounts())
    with pytest.raises(UnknownFormat, match="turtle, trig, ntriples, jsonld"):
        written(name, GraphResult(()))


def test_the_forms_of_graphs_say_the_same() -> None:
    graph = GraphResult(
        (Triple(MISSION, NamedNode("http://purl.org/dc/terms/title"), Literal(NASTY)),)
    )
    for name, kind in (("trig", RdfFormat.TRIG), ("jsonld", RdfFormat.JSON_LD)):
        data = written(name, graph)
        assert tuple(quad.triple for quad in parse(data, kind)) == graph.triples
        with pytest.raises(UnknownFormat, match="parquet"):
            written(name, amounts())
    assert b"@prefix dct: " in written("trig", graph)


@pytest.mark.parametrize(("name", "library"), [("xlsx", "openpyxl"), ("arrow", "pyarrow")])
def test_a_missing_extra_says_what_to_install(
    name: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("tsv_cells", "typed_columns"):
        monkeypatch.delitem(sys.modules, f"coopgraph.queries.formats.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match=r"pip install 'coopgraph\[tables\]'"):
        written(name, amounts())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("json", QueryResultsFormat.JSON),
        ("xml", QueryResultsFormat.XML),
        ("tsv", QueryResultsFormat.TSV),
    ],
)
def test_the_standard_forms_keep_odd_terms(name: str, kind: QueryResultsFormat) -> None:
    terms = (
        Literal("ab", language="ar", direction=BaseDirection.RTL),
        # no blanks at the ends: the engine's reader of XML takes them away, our writer does not
        Literal("a\tb\nc\rd\\\"e'<&>\u2028\x7f"),
        Literal(""),
        Literal("x", datatype=NamedNode("http://example.org/é")),
        Literal("x", language="fr-CA"),
        NamedNode("http://example.org/?a=1&b='2'#é"),
        None,
    )
    result = make_result(tuple("abcdefg"), [terms, (None,) * 7])
    found = parse_query_results(written(name, result), kind)
    assert isinstance(found, QuerySolutions)
    assert [tuple(row) for row in found] == [terms, (None,) * 7]


def test_xml_keeps_blanks_at_the_ends() -> None:
    assert b"<literal> a\n</literal>" in written("xml", make_result(("x",), [(Literal(" a\n"),)]))


def test_numbers_of_sheets_are_exact_or_texts() -> None:
    huge = make_result(("x",), [(Literal("1e30", datatype=NamedNode(PREFIXES["xsd"] + "double")),)])
    assert written("spreadsheet", huge).decode("utf-8-sig").endswith(f"{Decimal('1e30'):f}\r\n")
