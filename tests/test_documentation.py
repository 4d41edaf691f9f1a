"""The documentation names every command, question, view and format, and is up to date."""

from pathlib import Path

import pytest

from coopgraph.cli import COMMANDS
from coopgraph.cli.commands_page import spell_commands
from coopgraph.export import EXPORTERS
from coopgraph.queries.catalogue import read_catalogue
from coopgraph.queries.formats import RESULT_FORMATS
from coopgraph.queries.questions_page import spell_questions
from coopgraph.views import VIEWS

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
