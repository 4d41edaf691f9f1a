"""Say what is wrong in a dossier, record by record, and remember which records are refused.

>>> found = []
>>> voice = Voice("dune.yaml", found.append)
>>> voice.begin("actors/dune")
>>> voice.say("E906", Text(3, 5, ""), key="name_fr")
>>> voice.refused, found[0].record, found[0].line
(True, 'actors/dune', 3)
"""

from __future__ import annotations

from collections.abc import Callable

from coopgraph.findings import Finding
from coopgraph.intake.dossier.codes import make_finding
from coopgraph.intake.dossier.nodes import Node, Text, is_null, shape_words

__all__ = ["Voice"]


class Voice:
    """Report findings of one file; `refused` tells that the present record has an error."""

    def __init__(self, file: str, report: Callable[[Finding], None]) -> None:
        self.file = file
        self.record = ""
        self.refused = False
        self._report = report

    def begin(self, record: str) -> None:
        """Speak of the record with this key from here on."""
        self.record = record
        self.refused = False

    def say(
        self,
        code: str,
        node: Node | None,
        *,
        value: str | None = None,
        near: tuple[str, ...] = (),
        **facts: str | int,
    ) -> None:
        """Report a finding at the place of `node` (None: the file); a text is shown as its value.

        Raises:
            KeyError: the code is unknown, or a word that its text needs is missing.
        """
        if value is None:
            value = node.text if isinstance(node, Text) else ""
        line, column = (node.line, node.column) if node is not None else (0, 0)
        self.refused |= code.startswith("E")
        self._report(
            make_finding(
                code, self.file, line, column, value=value, record=self.record, near=near, **facts
            )
        )

    def want(self, node: Node, shape: type[Node]) -> None:
        """Report that a value has another shape than the one that is wanted."""
        wanted = shape_words(shape)
        found = ("nothing", "vide") if is_null(node) else shape_words(type(node))
        self.say(
            "E904",
            node,
            wanted_en=wanted[0],
            wanted_fr=wanted[1],
            found_en=found[0],
            found_fr=found[1],
        )
