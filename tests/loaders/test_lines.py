"""Lines of N-Triples: every text comes back as it was, however the lines are read."""

from collections.abc import Iterator
from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from coopgraph.loaders.lines import open_lines, quote, statement, statements, text_literal

DUNE = "<https://example.org/dune>"
NAME = NamedNode("https://example.org/name")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def objects(lines: str) -> list[object]:
    return [quad.object for quad in parse(lines, format=RdfFormat.N_TRIPLES)]


@given(TEXTS)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert objects(statement(DUNE, NAME, quote(text))) == [Literal(text)]


@given(TEXTS)
def test_a_text_comes_back_from_a_store_that_reads_leniently(text: str) -> None:
    store = Store()
    line = statement(DUNE, NAME, text_literal(text, "fr-CA"))
    store.bulk_load(open_lines([line]), RdfFormat.N_TRIPLES, lenient=True)
    assert [quad.object for quad in store] == [Literal(text, language="fr-ca")]


@pytest.mark.parametrize("text", ["\\", '"', "\n", "\r", "\t", "\x00", "\x7f", "\u2028", "é", "🜁"])
def test_nothing_ends_a_line_before_its_end(text: str) -> None:
    assert statement(DUNE, NAME, quote(text)).count("\n") == 1
    assert objects(statement(DUNE, NAME, quote(f"{text} .")) * 2) == [Literal(f"{text} .")] * 2


def test_objects_may_go_on_when_there_are_no_more_subjects() -> None:
    assert statements([DUNE, DUNE], NAME, repeat(NAME)) == statement(DUNE, NAME, NAME) * 2
    assert statements([], NAME, repeat(NAME)) == ""


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=9)), st.integers(1, 7))
def test_lines_are_read_like_a_file(lines: list[str], size: int) -> None:
    stream = open_lines(lines)
    read = iter(lambda: stream.read(size), b"")
    assert b"".join(read) == "".join(lines).encode()


def test_trouble_while_lines_are_made_reaches_the_reader() -> None:
    def lines() -> Iterator[str]:
        yield "one"
        raise KeyError("two")

    with pytest.raises(KeyError, match="two"):
        open_lines(lines()).read()
