"""Every format from a graph whose every text is hostile: the same things, none of them broken."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.export.networks.conftest import write_bytes
from tests.render.hostile import ATTACKS, HOSTILE, hostile_store

from coopgraph.export.networks import NETWORK_EXPORTERS, Selection, select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopgraph.export.networks import Selected


def shape(name: str, data: bytes) -> object:
    """Return what a file holds, without its words: how many things of each sort."""
    text = data.decode()
    if name in ("gexf", "graphml"):
        root = etree.fromstring(data)
        return [sum(1 for _ in root.iter(f"{{*}}{tag}")) for tag in ("node", "edge", "script")]
    if name == "cytoscape":
        elements = json.loads(data)["elements"]
        return [len(elements["nodes"]), len(elements["edges"])]
    if name == "geojson":
        return [
            (one["id"], one["geometry"], sorted(one["properties"]), one["properties"]["kind"])
            for one in json.loads(data)["features"]
        ]
    if name == "ical":
        lines = text.split("\r\n")
        assert max(len(line.encode()) for line in lines) <= 75
        starts = ("BEGIN:", "END:", "DTSTART", "DTEND", "UID:", "ATTENDEE", "X-")
        return [line for line in lines if line.startswith(starts)]
    return len(text.splitlines())


def tables(data: bytes) -> Iterator[tuple[str, int, set[int]]]:
    """Return the name, the number of rows and the widths of rows of each table in an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".csv"):
                text = archive.read(name).decode("utf-8-sig")
                rows = list(csv.reader(io.StringIO(text, newline="")))
                yield name, len(rows), {len(row) for row in rows}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", sorted(set(NETWORK_EXPORTERS) - {"csv"}))
def test_a_file_has_the_same_things_in_it(name: str, text: str, selected: Selected) -> None:
    hostile = select(hostile_store(text), Selection())
    for language in ("fr", "en"):
        written = write_bytes(hostile, name, language)
        assert shape(name, written) == shape(name, write_bytes(selected, name, language))


@pytest.mark.parametrize("text", HOSTILE)
def test_tables_have_the_same_rows_and_columns(text: str, selected: Selected) -> None:
    hostile = select(hostile_store(text), Selection())
    assert [*tables(write_bytes(hostile, "csv"))] == [*tables(write_bytes(selected, "csv"))]


def test_geojson_keeps_the_words_as_words() -> None:
    written = json.loads(write_bytes(select(hostile_store("attacks"), Selection()), "geojson"))
    labels = [one["properties"]["label_fr"] for one in written["features"]
              if one["properties"]["kind"] == "place"]  # fmt: skip
    assert labels
    for attack in ATTACKS[:8]:
        assert all(attack in label for label in labels)
    assert "\x00" not in json.dumps(written, ensure_ascii=False)
