"""Where the files that come with coopgraph are: ``data/`` and ``ontology/``.

In a wheel they lie inside the package; in a checkout and in an editable install they lie at the
top of the repository. Both are looked for here and nowhere else.

>>> shipped_folder("ontology").name
'ontology'
"""

from __future__ import annotations

from pathlib import Path

from coopgraph.errors import CoopgraphError

__all__ = ["shipped_folder"]


def shipped_folder(name: str) -> Path:
    """Return the folder ``"data"`` or ``"ontology"`` that comes with this installation.

    Raises:
        CoopgraphError: the installation is not complete.
    """
    package = Path(__file__).resolve().parent
    for candidate in (package / "shipped" / name, package.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise CoopgraphError(
        f"The folder {name}/ that comes with coopgraph is missing: install coopgraph again.",
        f"Le dossier {name}/ livré avec coopgraph est introuvable : réinstaller coopgraph.",
    )
