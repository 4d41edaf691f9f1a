r"""Give a column of terms the type that all of its values have.

| all values of the column are | type |
|---|---|
| IRIs | strings, each kept once (a dictionary) |
| xsd:integer | 64-bit integer |
| xsd:decimal, or xsd:integer and xsd:decimal | decimal with 38 digits |
| xsd:double; xsd:float | 64-bit; 32-bit floating point |
| xsd:boolean | boolean |
| xsd:date without a time zone, years 1 to 9999 | date |
| xsd:dateTime in UTC, written with Z | timestamp in microseconds |
| anything else | strings, as written |

Where one value is not written as its datatype wants, or is too large, the column stays strings: no
value is lost or rounded, except that ``03`` and ``3`` are one number. Texts in several languages
get a second column ``<name>_lang``; values of several types a second column ``<name>_type``, with
``iri``, ``bnode``, ``triple`` or the IRI of the datatype. What is the same for the whole column
stands in the metadata of its field: ``term``, ``datatype``, ``language``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from coopgraph.queries.formats.tsv_cells import BLANK, IRI, LANG_STRING, TRIPLE, Cells
from coopgraph.vocabulary import PREFIXES, XSD

__all__ = ["arrow_table"]

Array = Any  # pyarrow comes without types

_DIGITS: Final = 38  # of a decimal
_INTEGER: Final = XSD.integer.value
_DECIMAL: Final = XSD.decimal.value
_TEXTS: Final = {XSD.string.value, LANG_STRING, PREFIXES["rdf"] + "dirLangString"}
_FLOATING: Final = r"^([+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?INF|NaN)$"
_DAY: Final = r"^([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}"
_TIME: Final = r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z"
# how a value must be written, and the type: what Arrow would read but XML Schema forbids stays out
_FORMS: Final = {
    _INTEGER: (r"^[+-]?[0-9]+$", pa.int64()),
    PREFIXES["xsd"] + "double": (_FLOATING, pa.float64()),
    PREFIXES["xsd"] + "float": (_FLOATING, pa.float32()),
    XSD.date.value: (_DAY + "$", pa.date32()),
    PREFIXES["xsd"] + "dateTime": (_DAY + _TIME + "$", pa.timestamp("us", "UTC")),
}
_DECIMAL_FORM: Final = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$"


def arrow_table(variables: Collection[str], columns: list[Cells], *, truncated: bool) -> Array:
    """Return the table; `truncated` is told in the metadata of its schema.

    Columns keep the names and the order of the variables. A companion stands behind its column; if
    a variable has its name already, it gets one more ``_`` at the end.
    """
    fields, arrays = [], []
    taken = set(variables)
    for name, cells in zip(variables, columns, strict=True):
        for suffix, array, facts in _column(cells):
            label = name + suffix
            while suffix and label in taken:
                label += "_"
            taken.add(label)
            fields.append(pa.field(label, array.type, metadata=facts))
            arrays.append(array)
    told = {"truncated": "true"} if truncated else None
    return pa.table(arrays, schema=pa.schema(fields, metadata=told))


def _column(cells: Cells) -> Iterator[tuple[str, Array, dict[str, str]]]:
    """Yield the column and its companions, each with its suffix and its metadata."""
    kinds = set(cells.kinds.unique().to_pylist())
    languages = set(cells.languages.unique().to_pylist())
    texts = kinds <= _TEXTS
    in_texts = languages if texts else languages - {None}
    facts = _facts(kinds)
    if len(in_texts) == 1 and None not in in_texts:
        facts["language"] = str(next(iter(in_texts)))
    if kinds == {IRI}:
        places = cells.places.cast(pa.int32())
        yield "", pa.DictionaryArray.from_arrays(places, cells.terms), facts
        return
    typed = _typed(cells.terms, kinds)
    yield "", (cells.terms if typed is None else typed).take(cells.places), facts
    if len(kinds) > 1 and not texts and typed is None:
        yield "_type", _coded(cells.kinds, cells.places), {}
    if len(in_texts) > 1:
        yield "_lang", _coded(cells.languages, cells.places), {}


def _facts(kinds: Collection[str]) -> dict[str, str]:
    """Return what is true of each value of the column."""
    if len(kinds) != 1:
        return {}
    (kind,) = kinds
    return {"term": kind} if kind in (IRI, BLANK, TRIPLE) else {"datatype": kind}


def _coded(words: Array, places: Array) -> Array:
    """Return words that come again and again as a dictionary."""
    coded = words.take(places).dictionary_encode()
    return pa.DictionaryArray.from_arrays(coded.indices.cast(pa.int32()), coded.dictionary)


def _typed(terms: Array, kinds: Collection[str]) -> Array | None:
    """Return the terms as values of their type; None if they have several, or one has no form."""
    try:
        if kinds == {XSD.boolean.value}:
            return _booleans(terms)
        if kinds in ({_DECIMAL}, {_DECIMAL, _INTEGER}):
            return _decimals(terms)
        for kind, (form, type_) in _FORMS.items():
            if kinds == {kind} and _all_match(terms, form):
                signless = pc.replace_substring_regex(terms, r"^\+", "")
                return signless.cast(type_)
    except pa.ArrowInvalid:  # out of the range of the type, or a day that is none
        return None
    return None


def _all_match(terms: Array, form: str) -> bool:
    return bool(pc.all(pc.match_substring_regex(terms, form)).as_py())


def _booleans(terms: Array) -> Array | None:
    true = pc.is_in(terms, pa.array(["true", "1"]))
    known = pc.or_(true, pc.is_in(terms, pa.array(["false", "0"])))
    return true if pc.all(known).as_py() else None


def _decimals(terms: Array) -> Array | None:
    """Return decimals with as many places as the longest one has."""
    if not _all_match(terms, _DECIMAL_FORM):
        return None
    point = pc.find_substring(terms, ".")
    behind = pc.subtract(pc.subtract(pc.utf8_length(terms), point), 1)
    places = pc.max(pc.if_else(pc.less(point, 0), 0, behind)).as_py()
    if places > _DIGITS:
        return None
    return terms.cast(pa.decimal128(_DIGITS, places))
