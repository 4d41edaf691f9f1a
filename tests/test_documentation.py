"""The documentation names every command, question, view and format, and is up to date."""

import re
from pathlib import Path

import pytest

from coopgraph.cli import COMMANDS
from coopgraph.cli.commands_page import spell_commands
from coopgraph.cli.export_network import NETWORK_FORMATS
from coopgraph.export import EXPORTERS
from coopgraph.export.networks import NETWORK_EXPORTERS
from coopgraph.network.projections import PROJECTIONS
from coopgraph.queries.catalogue import read_catalogue
from coopgraph.queries.formats import RESULT_FORMATS
from coopgraph.queries.questions_page import spell_questions
from coopgraph.render.html import MOST_BY_VIS
from coopgraph.views import VIEWS
from coopgraph.views.legend import DOUBTS, SHAPES, SIDES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_page_of_commands_is_up_to_date() -> None:
    assert text_of("docs/commands.md") == spell_commands(), (
        "write spell_commands() of coopgraph.cli.commands_page to docs/commands.md"
    )
    for name in COMMANDS:
        assert f"## coopgraph {name}" in text_of("docs/commands.md")


def test_the_page_of_questions_is_up_to_date() -> None:
    assert text_of("docs/questions.md") == spell_questions(), (
        "write spell_questions() of coopgraph.queries.questions_page to docs/questions.md"
    )
    for name in read_catalogue():
        assert f"### {name}\n" in text_of("docs/questions.md")


def test_the_help_names_every_format_and_view() -> None:
    page = text_of("docs/commands.md")
    for name in (*EXPORTERS, *RESULT_FORMATS, *VIEWS):
        assert name in page


@pytest.mark.parametrize("name", ["README.md", "README.fr.md"])
def test_the_readme_is_short_and_its_links_lead_somewhere(name: str) -> None:
    text = text_of(name)
    assert text.count("\n") < 120
    for part in text.split("](")[1:]:
        target = part.partition(")")[0]
        assert target.startswith("http") or (ROOT / target).exists(), target


@pytest.mark.parametrize("name", ["README.md", "README.fr.md"])
def test_the_readme_shows_commands_that_exist(name: str) -> None:
    for line in text_of(name).splitlines():
        words = line.split()
        if words[:1] == ["coopgraph"]:
            assert words[1] in COMMANDS, line
            if words[1] == "query" and words[2][0] not in "-":
                assert words[2] in read_catalogue(), line


def rows_of(name: str) -> list[str]:
    return [line for line in text_of(f"docs/{name}.md").splitlines() if line.startswith("|")]


def named_in_rows(name: str) -> list[str]:
    """Return what stands in backquotes at the begin of each row of the tables of a page."""
    return [
        word
        for line in rows_of(name)
        if line.startswith("| `")
        for word in re.findall(r"`([^`]+)`", line.split("|")[1])
    ]


def test_the_page_of_networks_tells_every_projection_and_its_weight() -> None:
    assert named_in_rows("networks") == list(PROJECTIONS)
    for line, one in zip(
        (line for line in rows_of("networks") if line.startswith("| `")),
        PROJECTIONS.values(),
        strict=True,
    ):
        assert ("| → |" in line) is one.directed
        assert f"{one.description_en} Weight: {one.weight_en}." in line
        assert f"{one.description_fr} Poids\u00a0: {one.weight_fr}." in line


def test_the_page_of_views_tells_every_view_every_doubt_and_every_word_of_the_link() -> None:
    lines, text = rows_of("views"), text_of("docs/views.md")
    page = ROOT / "src/coopgraph/render/page"
    scripts = [page / "link.js", *sorted(page.glob("panes/*/pane.js"))]
    script = "".join(path.read_text(encoding="utf-8") for path in scripts)
    words = set(re.findall(r"(?:put|told\.set|told\.append)\('([a-z-]+)'", script))
    assert len(words) > 20
    named = named_in_rows("views")
    assert named[: len(VIEWS)] == list(VIEWS)
    assert set(named[len(VIEWS) :]) == words
    for name, view in VIEWS.items():
        assert f"| `{name}` | {view.description.en} | {view.description.fr} |" in lines
    for mark in DOUBTS.values():
        [line] = [line for line in lines if f"| {mark.help.en} | {mark.help.fr} |" in line]
        assert line.startswith(f"| {mark.words.en} / {mark.words.fr} |")
        assert mark.sign in line
        assert {"dashed": "dashes", "dotted": "dotted", "solid": ""}[mark.line] in line
    for shape in SHAPES.values():
        assert f"{shape.sign} {shape.words.en} / {shape.words.fr}" in " ".join(text.split())
    assert all(f"`{side.colour}`" in text for side in SIDES.values())
    assert f"Up to {MOST_BY_VIS:,} nodes" in text


def test_the_page_of_exports_tells_every_format() -> None:
    lines = rows_of("exports")
    assert named_in_rows("exports") == [*NETWORK_EXPORTERS, "svg", "pdf", *EXPORTERS]
    assert {*NETWORK_EXPORTERS, "svg", "pdf"} == set(NETWORK_FORMATS)
    told = {
        *((one.name, one.extension, one.title_en, one.title_fr) for one in EXPORTERS.values()),
        *(
            (one.name, one.extension, one.title_en, one.title_fr)
            for one in NETWORK_EXPORTERS.values()
        ),
    }
    for name, extension, english, french in told:
        assert f"| `{name}` | `.{extension}` | {english} / {french} |" in lines


def test_the_page_of_the_server_tells_every_address() -> None:
    routes = {
        address.replace("{name:path}", "{name}")
        for path in (ROOT / "src/coopgraph/serve").glob("*.py")
        for address in re.findall(r'Route\("(/[^"]*)"', path.read_text(encoding="utf-8"))
    }
    assert set(named_in_rows("serve")) == routes | {"/sparql"}


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_what_a_page_links_to_exists(path: Path) -> None:
    for part in path.read_text(encoding="utf-8").split("](")[1:]:
        target = part.partition(")")[0].partition("#")[0]
        assert target.startswith("http") or not target or (DOCS / target).exists(), target
