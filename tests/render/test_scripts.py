"""The scripts of the page: each name once in what is shared, and none that nothing defines."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest

from coopgraph.render import html
from coopgraph.render.html import _page_file  # the scripts as the page puts them together

TOP = re.compile(r"^(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)


def names_in(*files: str) -> list[str]:
    return list(chain(*(TOP.findall(_page_file(name)) for name in files)))


SHARED = names_in(*(f"{name}.js" for name in (*html._SCRIPTS, "main")))


def test_no_shared_name_is_given_twice() -> None:
    assert [name for name, times in Counter(SHARED).items() if times > 1] == []


@pytest.mark.parametrize("pane", sorted(html._PANES))
def test_a_pane_gives_no_name_twice_and_hides_none_that_is_shared(pane: str) -> None:
    own = names_in(*(f"panes/{pane}/{name}.js" for name in html._PANES[pane]))
    assert [name for name, times in Counter(own).items() if times > 1] == []
    assert sorted(set(own) & set(SHARED)) == []


def test_both_ways_of_drawing_a_network_offer_the_same() -> None:
    wanted = {
        "openPicture", "drawPicture", "swapPicture", "resizePicture", "fit",
        "zoomBy", "centreOn", "measureCamera",
    }  # fmt: skip
    for way in ("picture", "large"):
        assert wanted <= set(names_in(f"panes/network/{way}.js"))
