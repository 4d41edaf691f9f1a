from hypothesis import given
from hypothesis import strategies as st
from tests.network.measures.conftest import QUICK

from coopgraph.network.measures.histories import EVENTS, Chapter, follow

PARTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3))


def part(*groups: str) -> dict[str, int]:
    return {name: number for number, group in enumerate(groups) for name in group}


def told(*periods: dict[str, int]) -> list[tuple[int, int, str, tuple[int, ...]]]:
    """Return all but the first period and the members."""
    chapters = follow(periods)
    return [(c.period, c.community, c.event, c.partners) for c in chapters if c.period]


def test_a_community_that_changes_a_little_lasts() -> None:
    assert told(part("abcd"), part("abce"), part("bce")) == [
        (1, 0, "lasting", ()),
        (2, 0, "lasting", ()),
    ]


def test_ids_do_not_follow_size() -> None:
    before, after = part("abcd", "xyz"), part("xyzuv", "abc")
    assert told(before, after) == [(1, 0, "lasting", ()), (1, 1, "lasting", ())]
    assert follow([before, after])[2].members == ("a", "b", "c")


def test_two_become_one() -> None:
    assert told(part("abcd", "xy"), part("abcdxy")) == [
        (1, 0, "merged", (1,)),
        (1, 1, "absorbed", (0,)),
    ]


def test_one_becomes_two() -> None:
    assert told(part("abcdxy"), part("abcd", "xy")) == [
        (1, 0, "lasting", ()),
        (1, 1, "split", (0,)),
    ]


def test_born_and_died_and_born_again_under_another_id() -> None:
    assert told(part("ab"), part("xy"), part("ab")) == [
        (1, 0, "died", ()),
        (1, 1, "born", ()),
        (2, 1, "died", ()),
        (2, 2, "born", ()),
    ]


def test_too_little_in_common_is_another_community() -> None:
    # 2 of 8: alike by a quarter, and most of the old ones are nowhere any more
    assert told(part("abcde"), part("abxyz")) == [(1, 0, "absorbed", (1,)), (1, 1, "split", (0,))]


def test_nodes_by_themselves_are_no_community() -> None:
    assert follow([part("ab", "x")]) == [Chapter(0, 0, "born", ("a", "b"), ())]


@QUICK
@given(st.lists(PARTS, max_size=5))
def test_every_community_has_a_chapter_and_ids_are_never_used_twice(
    periods: list[dict[str, int]],
) -> None:
    chapters = follow(periods)
    for period, numbers in enumerate(periods):
        groups = [[n for n in numbers if numbers[n] == number] for number in set(numbers.values())]
        own = [chapter for chapter in chapters if chapter.period == period and chapter.members]
        assert sorted(map(sorted, (c.members for c in own))) == sorted(
            sorted(group) for group in groups if len(group) > 1
        )
    gone: set[int] = set()
    seen: set[tuple[int, int]] = set()
    for chapter in chapters:
        assert chapter.event in EVENTS
        assert chapter.community not in gone
        assert (chapter.period, chapter.community) not in seen
        seen.add((chapter.period, chapter.community))
        if not chapter.members:
            gone.add(chapter.community)
