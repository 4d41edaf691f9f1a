"""A view in a notebook: three forms of one picture, none of which reaches outside."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace
from typing import TYPE_CHECKING

import lxml.html
import pytest
from lxml import etree
from tests.render.views import doubtful_view, hostile_view, large_view

from coopgraph.api import picture
from coopgraph.api.picture import Picture
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from pathlib import Path

FORMS = {"text/html", "image/svg+xml", "text/plain"}


def test_a_picture_has_all_three_forms() -> None:
    bundle = Picture(doubtful_view())._repr_mimebundle_()
    assert bundle.keys() == FORMS
    assert "<iframe " in bundle["text/html"]
    root = etree.fromstring(bundle["image/svg+xml"].encode())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert bundle["text/plain"].splitlines()[0] == "Réseau des dunes"


def test_the_page_leaves_its_still_where_style_and_frame_are_taken_out() -> None:
    shown = Picture(replace(doubtful_view(), title=Words('Dunes "<b>', "Dunes")))
    bundle = shown._repr_mimebundle_()
    left = lxml.html.fromstring(f"<div>{bundle['text/html']}</div>")
    style, frame, image = left
    assert [style.tag, frame.tag, image.tag] == ["style", "iframe", "img"]
    lxml.etree.strip_elements(left, "style", "iframe", with_tail=False)
    assert [one.tag for one in left.iter()] == ["div", "img"]
    assert "".join(left.itertext()) == ""
    kind, _, data = image.get("src").partition(";base64,")
    assert kind == "data:image/svg+xml"
    assert b64decode(data).decode() == bundle["image/svg+xml"]
    assert image.get("alt") == 'Dunes "<b>'
    hiding = style.text.split("{")[0].strip()
    assert hiding == f"iframe + .{image.get('class')}"


def test_only_what_is_wanted_is_made() -> None:
    shown = Picture(doubtful_view())
    assert shown._repr_mimebundle_(include={"text/plain"}).keys() == {"text/plain"}
    assert shown._repr_mimebundle_(exclude={"text/html"}).keys() == FORMS - {"text/html"}


def test_the_display_system_takes_the_bundle() -> None:
    formatters = pytest.importorskip("IPython.core.formatters")
    found, _ = formatters.DisplayFormatter().format(Picture(doubtful_view()))
    assert found.keys() >= FORMS
    assert found["text/plain"].count("\n") == 5


def test_a_sketch_names_the_strongest_first() -> None:
    lines = Picture(large_view(40), language="en").sketch.splitlines()
    assert lines[1] == "2008 – 2020 · 40 nodes, 80 ties"
    numbers = [int(line.split()[0]) for line in lines[2:]]
    assert len(numbers) == 10
    assert numbers == sorted(numbers, reverse=True)


def test_a_sketch_leaves_a_terminal_alone() -> None:
    text = "\x1b[31mrouge\x07\u202e"
    sketch = Picture(hostile_view(text)).sketch
    assert not set(sketch) & set("\x1b\x07\u202e")
    assert "rouge" in sketch


def test_the_still_of_a_large_network_is_light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MOST_IN_STILL", 20)
    view = large_view(100)
    bundle = Picture(view)._repr_mimebundle_(include={"image/svg+xml"})
    root = etree.fromstring(bundle["image/svg+xml"].encode())
    assert "les 20 nœuds les plus reliés, sur 100" in "".join(root.itertext())
    assert len(bundle["image/svg+xml"]) < len(Picture(view).svg) / 2


def test_a_picture_is_saved_as_its_name_says(tmp_path: Path) -> None:
    shown = Picture(replace(doubtful_view(), title=Words("Dunes", "Dunes")))
    for name, begin in (("a.svg", b"<?xml"), ("a.pdf", b"%PDF-"), ("a.html", b"<!doctype html>")):
        shown.save(tmp_path / name)
        assert (tmp_path / name).read_bytes().lower().startswith(begin.lower())
