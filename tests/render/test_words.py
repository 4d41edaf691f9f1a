"""The words of the page: both languages, the typography, and each of them used."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from coopgraph.render.words import PAGE_WORDS


def page_sources() -> str:
    folder = Path(str(files("coopgraph.render").joinpath("page")))
    parts = (part for part in sorted(folder.rglob("*")) if part.suffix in {".js", ".jinja"})
    return "\n".join(
        part.read_text(encoding="utf-8") for part in parts if "built" not in part.parts
    )


def test_french_has_no_break_spaces_and_curly_apostrophes() -> None:
    for key, words in PAGE_WORDS.items():
        assert not re.search(r" [:;!?»]|« |'", words.fr), key
        assert all(words), key


def test_both_languages_fill_the_same_places() -> None:
    for key, words in PAGE_WORDS.items():
        assert set(re.findall(r"{\w+}", words.fr)) == set(re.findall(r"{\w+}", words.en)), key


def test_no_word_is_left_over_and_none_is_missing() -> None:
    text = page_sources()
    for key in PAGE_WORDS:
        stem = re.sub(r"\.(one|many)$", "", key)
        parts = stem.split(".")
        families = [".".join(parts[:end]) for end in range(1, len(parts))]
        signs = [f"'{stem}'", f'"{stem}"', *(f"`{family}.${{" for family in families)]
        assert any(sign in text for sign in signs), key
    for key in re.findall(
        r"word\('([^']+)'|data-(?:word|label|title|placeholder)=\"([^\"]+)\"", text
    ):
        assert (key[0] or key[1]) in PAGE_WORDS
