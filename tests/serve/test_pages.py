"""What stands in for the editor where it is not built."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pyoxigraph import Store
from starlette.applications import Starlette
from starlette.types import Message, Scope

from coopgraph.queries.catalogue import read_catalogue
from coopgraph.serve.pages import page_routes, render_editor, render_plain
from coopgraph.serve.service import Service


def ask(editor: Path, target: str) -> str:
    """Return what the pages answer where the editor is in this folder."""
    # of the service, the pages only use the catalogue
    service = Service(Store(), 0, "", None, None, read_catalogue(), frozenset())  # type: ignore[arg-type]  # see above
    app = Starlette(routes=page_routes(service, editor=editor))
    path, _, query = target.partition("?")
    scope: Scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [],
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    async def call() -> None:
        await app(scope, receive, send)

    with ThreadPoolExecutor() as pool:  # a browser of another test may have a loop in this thread
        pool.submit(asyncio.run, call()).result()
    assert sent[0]["status"] == 200
    return b"".join(one.get("body", b"") for one in sent[1:]).decode()


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "L’éditeur n’est pas construit"), ("en", "is not built here")]
)
def test_without_the_editor_the_plain_page_says_how_to_build_it(
    tmp_path: Path, language: str, words: str
) -> None:
    text = ask(tmp_path, f"/query?lang={language}")
    assert words in text
    assert "python hatch_build.py" in text
    assert "<script" not in text


def test_with_the_editor_the_plain_page_does_not_speak_of_it(tmp_path: Path) -> None:
    (tmp_path / "editor.js").write_text("1")
    (tmp_path / "editor.css").write_text("a {}")
    assert "hatch_build" not in ask(tmp_path, "/query?plain&lang=en")
    assert "/assets/editor.js" in ask(tmp_path, "/query?lang=en")
    assert ask(tmp_path, "/assets/editor.js") == "1"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_of_the_editor_has_nothing_inline(language: str) -> None:
    text = render_editor(language, "abc").decode()
    assert "style=" not in text
    assert "<style" not in text
    assert not re.search(r"<[^>]* on\w+=", text)
    assert 'src="/assets/editor.js?abc"' in text
    assert text.count("<script") == 2  # data, which nobody runs, and the file
    assert f"/query?plain&amp;lang={language}" in text.split("<noscript>")[1]
    assert b"hatch_build" not in render_plain({}, language)
