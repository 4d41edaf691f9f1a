"""Every module states its public names, and states them truly."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "coopgraph"
NAMES = sorted(
    ".".join(("coopgraph", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(
        ".__init__"
    )
    for path in SOURCE.rglob("*.py")
    if path.name != "__main__.py"
)


def own_names(module: ModuleType) -> set[str]:
    """Return the public functions and classes that are defined in the module itself."""
    return {
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", None) == module.__name__
    }


@pytest.mark.parametrize("name", NAMES)
def test_all_is_exact(name: str) -> None:
    module = importlib.import_module(name)
    stated = list(getattr(module, "__all__", ()))
    assert stated == sorted(
        stated, key=lambda word: (word.upper() != word, word[0].islower(), word)
    ) or (sorted(stated) == stated), "__all__ is sorted"
    for word in stated:
        assert hasattr(module, word), f"__all__ names {word}, which is not there"
    if not name.startswith("coopgraph.cli"):
        callables = {word for word in own_names(module) if callable(getattr(module, word))}
        assert callables <= set(stated), "public but not in __all__"
