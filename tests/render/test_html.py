"""The page as text: whole, safe, the same bytes each time."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.render.views import hostile_view, large_view, make_node, make_view, one_tie_view

from coopgraph.errors import CoopgraphError, WriteError
from coopgraph.render import html
from coopgraph.render.html import render_page, write_page
from coopgraph.views.model import Words


class _Elements(HTMLParser):
    """Collect start tags, and the text of scripts and styles."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[str, str]] = []
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = tag if tag in ("script", "style") else ""
        if self._open:
            kind = dict(attrs).get("type") or tag
            self.blocks.append((kind, ""))

    def handle_data(self, data: str) -> None:
        if self._open:
            kind, text = self.blocks[-1]
            self.blocks[-1] = (kind, text + data)

    def handle_endtag(self, tag: str) -> None:
        self._open = ""


def parse(text: str) -> _Elements:
    elements = _Elements()
    elements.feed(text)
    return elements


def test_the_same_view_gives_the_same_bytes() -> None:
    assert render_page(one_tie_view()) == render_page(one_tie_view())


def test_the_policy_names_each_script_and_the_style_by_its_hash() -> None:
    elements = parse(render_page(one_tie_view()))
    policy = next(
        content["content"] or ""
        for tag, content in elements.tags
        if tag == "meta" and content.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    hashes = set(re.findall(r"'sha256-([^']+)'", policy))
    run = [text for kind, text in elements.blocks if kind in ("script", "style")]
    assert len(run) == 3
    assert hashes == {
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in run
    }


def test_nothing_is_loaded_from_elsewhere() -> None:
    for view in (one_tie_view(), hostile_view("https://exemple.example/x.js")):
        for tag, attributes in parse(render_page(view)).tags:
            assert not attributes.get("src")
            if tag == "a" and attributes.get("href", "") != "#twin":
                assert attributes["rel"] == "noopener noreferrer"
            elif "href" in attributes and tag == "link":
                assert attributes["href"] == "data:,"


def test_no_element_has_a_style_or_a_handler_of_its_own() -> None:
    for _tag, attributes in parse(render_page(hostile_view("' style=x onclick=x '"))).tags:
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "</noscript><img src=x onerror=alert(1)>",
        "<!--<script>",
        "]]>\u2028\u2029&amp;\"'`{{ 7*7 }}{% raw %}",
        "\u202eesrever\u2066\u0000\ufeff",
        "x" * 10_000,
    ],
)
def test_a_hostile_label_adds_no_element_in_any_field(text: str) -> None:
    plain = [tag for tag, _ in parse(render_page(hostile_view("plain"))).tags]
    elements = parse(render_page(hostile_view(text)))
    assert [tag for tag, _ in elements.tags] == plain
    payload = next(block for kind, block in elements.blocks if kind == "application/json")
    assert not set("<>&\u2028\u2029") & set(payload)
    assert json.loads(payload)["title"] == [text, text]


def test_only_web_addresses_become_links() -> None:
    view = hostile_view("x")
    evidence = view.facts["f1"].evidence[0]
    for url in ("javascript:alert(1)", "data:text/html,x", "//exemple.example", "http://a b"):
        fact = view.facts["f1"]._replace(evidence=(evidence._replace(url=url),))
        page = render_page(replace(view, facts={"f1": fact}))
        links = [attributes for tag, attributes in parse(page).tags if tag == "a"]
        assert [link["href"] for link in links] == ["#twin"]
        assert url not in page


def test_no_tie_is_lost_between_the_same_two_actors() -> None:
    view = one_tie_view()
    tie = view.ties[0]
    twice = replace(view, ties=(tie, tie._replace(id="t2"), tie._replace(id="t3")))
    block = next(b for kind, b in parse(render_page(twice)).blocks if kind == "application/json")
    assert json.loads(block)["ties"]["id"] == {"each": ["t1", "t2", "t3"]}


def test_the_page_opens_in_the_language_asked_for() -> None:
    assert '<html lang="en">' in render_page(one_tie_view(), language="en")
    assert "<title>Network of dunes</title>" in render_page(one_tie_view(), language="en")
    assert "<title>Réseau des dunes</title>" in render_page(one_tie_view())


def test_readers_without_script_get_picture_and_table() -> None:
    page = render_page(one_tie_view())
    still = page[page.index("<noscript>") : page.index("</noscript>")]
    assert "<svg" in still
    assert "La mission f1 a eu lieu." in still
    assert "La Gazette de la Dune" in still


def test_a_large_table_without_script_says_that_it_is_cut() -> None:
    page = render_page(large_view(700))
    still = page[page.index("<noscript>") : page.index("</noscript>")]
    assert "Ce sont les 1000 premiers liens sur" in still
    assert still.count("<tr>") == 1001


def test_a_view_without_nodes_is_a_page() -> None:
    assert "<svg" in render_page(make_view((), (), ()))


def test_a_tie_to_nowhere_is_refused() -> None:
    view = one_tie_view()
    with pytest.raises(ValueError, match="names 'b', which is no node"):
        render_page(replace(view, nodes=view.nodes[:1]))
    with pytest.raises(ValueError, match="rests on 'f1', no fact"):
        render_page(replace(view, facts={}))


def test_the_file_is_utf8_with_line_feeds(tmp_path: Path) -> None:
    view = replace(one_tie_view(), title=Words("Réseau", "Network"))
    write_page(view, tmp_path / "page.html")
    written = (tmp_path / "page.html").read_bytes()
    assert written.decode("utf-8") == render_page(view)
    assert b"\r" not in written
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(WriteError) as caught:
        write_page(one_tie_view(), tmp_path / "missing" / "page.html")
    assert "could not be written" in caught.value.text("en")
    assert "Impossible d’écrire" in caught.value.text("fr")
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError):
        write_page(one_tie_view(), tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_pyvis_without_its_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "_LIBRARY", "templates/nowhere.js")
    with pytest.raises(CoopgraphError, match="install pyvis"):
        render_page(one_tie_view())


def test_who_is_not_drawn_is_counted_without_script_too() -> None:
    apart = make_node("ada", 500, 500, shape="person", drawn=False)
    view = one_tie_view()
    page = render_page(replace(view, nodes=(*view.nodes, apart)), language="fr")
    assert "Hors de l’image\N{NO-BREAK SPACE}: 1 personne sans lien." in page
    assert page.count("Acteur ada") == 1  # in the data, not in the still picture
    assert "Hors de l’image\N{NO-BREAK SPACE}: " not in re.sub(
        r"<script.*?</script>", "", render_page(view, language="fr"), flags=re.DOTALL
    )
