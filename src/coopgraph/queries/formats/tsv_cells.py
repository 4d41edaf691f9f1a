r"""Read the engine's own TSV into Arrow columns of terms, without a Python loop over cells.

The engine writes its answer as TSV itself, where each term stands in Turtle's syntax; Arrow reads
the cells in C, and vectorised string functions take them apart. So a text is told from an IRI, and
an empty text from a variable without a value. Each distinct term is taken apart once.

>>> cells = read_tsv(b'?x\t?y\n<http://example.org/dune>\t"Dune"@fr\n3\t\n', ("x", "y"))
>>> cells[0].value.to_pylist(), [kind.rpartition("#")[2] for kind in cells[0].kind.to_pylist()]
(['http://example.org/dune', '3'], ['iri', 'integer'])
>>> cells[1].value.to_pylist(), cells[1].language.to_pylist()
(['Dune', None], ['fr', None])

Needs pyarrow, at import; `coopgraph.queries.formats.libraries` says so where it is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Final, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    parse_query_results,
)

from coopgraph.queries.tsv_rows import TsvRows
from coopgraph.sparql import Term
from coopgraph.vocabulary import PREFIXES, XSD

__all__ = ["BLANK", "IRI", "LANG_STRING", "TRIPLE", "Cells", "read_rows", "read_terms", "read_tsv"]

Array = Any  # pyarrow comes without types

IRI: Final = "iri"
BLANK: Final = "bnode"
TRIPLE: Final = "triple"
LANG_STRING: Final = PREFIXES["rdf"] + "langString"
_DIR_LANG_STRING: Final = PREFIXES["rdf"] + "dirLangString"

# a suffix holds no quotation mark, so the last one ends the text
_LITERAL: Final = r'(?s)^"(?P<text>.*)"(?:\^\^<(?P<datatype>[^"]*)>|@(?P<language>[^"]*))?$'
_ESCAPES: Final = (('\\"', '"'), ("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r"))
_BLOCK: Final = 1 << 22


class Cells(NamedTuple):
    """One column: what each cell says, as which kind of term, in which language.

    `kind` is ``iri``, ``bnode``, ``triple`` or the IRI of a datatype. `places` tells for each row
    which distinct term it has (null: none); the other three have one entry for each term.
    """

    terms: Array
    kinds: Array
    languages: Array
    places: Array

    @property
    def value(self) -> Array:
        """The text of each row; null where the variable has no value."""
        return self.terms.take(self.places)

    @property
    def kind(self) -> Array:
        """The kind of each row."""
        return self.kinds.take(self.places)

    @property
    def language(self) -> Array:
        """The language tag of each row; null where there is none."""
        return self.languages.take(self.places)


def read_tsv(data: bytes, variables: Sequence[str]) -> list[Cells]:
    """Return the columns of an answer that pyoxigraph serialised as TSV."""
    if not variables:
        return []
    try:
        table = _read(data, variables, _BLOCK)
    except pa.ArrowInvalid:  # a cell longer than a block: take all in one
        table = _read(data, variables, max(len(data), _BLOCK))
    return [_cells(column.combine_chunks()) for column in table.columns]


def _read(data: bytes, variables: Sequence[str], block: int) -> Array:
    return csv.read_csv(
        pa.BufferReader(data),
        read_options=csv.ReadOptions(
            column_names=list(variables), skip_rows=1, block_size=min(block, 2**31 - 1)
        ),
        parse_options=csv.ParseOptions(
            delimiter="\t", quote_char=False, escape_char=False, ignore_empty_lines=False
        ),
        convert_options=csv.ConvertOptions(
            column_types=dict.fromkeys(variables, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
        ),
    )


def _cells(column: Array) -> Cells:
    coded = column.dictionary_encode()
    return _taken_apart(coded.dictionary, coded.indices)


def _taken_apart(terms: Array, places: Array) -> Cells:
    """Return the parts of distinct terms in Turtle's syntax."""
    is_triple, is_iri = pc.starts_with(terms, "<<"), pc.starts_with(terms, "<")
    none = pa.nulls(len(terms), pa.string())
    if pc.all(is_iri, min_count=0).as_py() and not pc.any(is_triple).as_py():
        return Cells(_inside(terms), _repeated(IRI, len(terms)), none, places)
    is_literal, is_blank = pc.starts_with(terms, '"'), pc.starts_with(terms, "_:")
    parts = pc.extract_regex(terms, _LITERAL)
    text, datatype, language = (pc.struct_field(parts, index) for index in range(3))
    text = _unescaped(pc.if_else(is_literal, text, ""))
    if pc.any(is_triple).as_py():
        terms = _plain_triples(terms, is_triple)
    kinds = pc.case_when(
        pa.StructArray.from_arrays(
            [is_triple, is_iri, is_blank, pc.and_(is_literal, pc.not_equal(datatype, ""))],
            names=["triple", "iri", "blank", "typed"],
        ),
        TRIPLE, IRI, BLANK, datatype, _untyped(terms, is_literal, language),
    )  # fmt: skip
    iri = pc.and_not(is_iri, is_triple)
    value = pc.if_else(iri, _inside(terms), pc.if_else(is_literal, text, terms))
    tagged = pc.and_(is_literal, pc.not_equal(language, ""))
    return Cells(value, kinds, pc.if_else(tagged, language, none), places)


def _untyped(terms: Array, is_literal: Array, language: Array) -> Array:
    """Return the datatype of terms that name none: texts, and numbers and booleans as they are."""
    in_quotes = pc.if_else(
        pc.not_equal(language, ""),
        pc.if_else(pc.match_substring(language, "--"), _DIR_LANG_STRING, LANG_STRING),
        XSD.string.value,
    )
    number = pc.if_else(
        pc.match_substring_regex(terms, "[eE]"),
        PREFIXES["xsd"] + "double",
        pc.if_else(pc.match_substring(terms, "."), XSD.decimal.value, XSD.integer.value),
    )
    truth = pc.is_in(terms, pa.array(["true", "false"]))
    bare = pc.if_else(truth, XSD.boolean.value, number)
    return pc.if_else(is_literal, in_quotes, bare)


def _inside(terms: Array) -> Array:
    return pc.utf8_slice_codeunits(terms, 1, -1)


def _repeated(text: str, length: int) -> Array:
    return pa.repeat(pa.scalar(text, pa.string()), length)


def _unescaped(texts: Array) -> Array:
    r"""Return the texts with ``\\``, ``\"``, ``\n``, ``\t`` and ``\r`` as what they stand for."""
    escaped = pc.match_substring(texts, "\\")
    if not pc.any(escaped).as_py():
        return texts
    # cut at each \\ first: what is between has no backslash but those that begin an escape
    pieces = pc.split_pattern(texts.filter(escaped), "\\\\")
    values = pieces.flatten()
    for sequence, character in _ESCAPES:
        values = pc.replace_substring(values, sequence, character)
    joined = pc.binary_join(pa.ListArray.from_arrays(pieces.offsets, values), "\\")
    return pc.replace_with_mask(texts, escaped, joined)


def _plain_triples(terms: Array, is_triple: Array) -> Array:
    """Return the terms with triples written in full; rare, hence one by one."""
    data = b"?x\n" + "".join(f"{term}\n" for term in terms.filter(is_triple).to_pylist()).encode()
    found = parse_query_results(BytesIO(data), QueryResultsFormat.TSV)
    if not isinstance(found, QuerySolutions):
        raise TypeError(found)
    written = pa.array([str(row[0]) for row in found], pa.string())
    return pc.replace_with_mask(terms, is_triple, written)


def read_rows(rows: Sequence[Any], variables: Sequence[str]) -> list[Cells]:
    """Return the columns of rows: of the engine's TSV where it is there, else term by term."""
    if isinstance(rows, TsvRows):
        return read_tsv(rows.data, variables)
    return [read_terms(row[place] for row in rows) for place in range(len(variables))]


def read_terms(terms: Iterable[Term | None]) -> Cells:
    """Return a column of terms that Python holds already, one by one."""
    places: dict[Term, int] = {}
    rows = [None if term is None else places.setdefault(term, len(places)) for term in terms]
    parts = [_parts(term) for term in places]
    values, kinds, languages = (
        pa.array([part[index] for part in parts], pa.string()) for index in range(3)
    )
    return Cells(values, kinds, languages, pa.array(rows, pa.int32()))


def _parts(term: Term) -> tuple[str, str, str | None]:
    if isinstance(term, NamedNode):
        return term.value, IRI, None
    if isinstance(term, Literal):
        language = term.language
        if language and term.direction is not None:
            language = f"{language}--{term.direction.value}"
        return term.value, term.datatype.value, language
    return str(term), BLANK if isinstance(term, BlankNode) else TRIPLE, None
