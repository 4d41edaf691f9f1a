"""Writing a plan: all or nothing, whatever stops it, and never two at once."""

from contextlib import suppress
from pathlib import Path

import pytest
from tests.intake.conftest import bytes_of
from tests.intake.gazette import actor, mission, plan_of

from coopgraph.errors import DataError, WriteError
from coopgraph.intake.apply import apply_plan, finish_folder, locked, prepare_folder
from coopgraph.intake.plan import Plan
from coopgraph.tables.pending import PENDING, refuse_interrupted


class Killed(BaseException):
    """Stands for kill -9: no handler of ours may see it as an error it knows."""


def apply_until(plan: Plan, folder: Path, step: int) -> None:
    """Apply a plan and stop at the nth time that a file gets its name, or at the end."""
    calls = iter(range(100))
    replace = Path.replace

    def stop(self: Path, target: Path) -> Path:
        if next(calls) == step:
            raise Killed
        return replace(self, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", stop)
        with suppress(Killed):
            apply_plan(plan, folder)


@pytest.mark.parametrize("step", range(8))
def test_a_killed_import_leaves_the_old_tables_or_the_new_ones(dune: Path, step: int) -> None:
    old = bytes_of(dune)
    plan = plan_of(dune, actor("gazette", "quai", "Quai"), mission("gazette", "2031"))
    apply_until(plan, dune, step)
    left = bytes_of(dune)
    if step:
        assert finish_folder(dune) or step > 6
    else:
        assert left == old
        assert not finish_folder(dune)
    assert not (dune / PENDING).exists()
    new = bytes_of(dune)
    assert (new == old) is (step == 0)
    again = plan_of(dune, actor("gazette", "quai", "Quai"), mission("gazette", "2031"))
    assert {entry.outcome for entry in again.entries} == ({"same"} if step else {"new"})


def test_readers_are_told_of_an_import_that_was_interrupted(dune: Path) -> None:
    plan = plan_of(dune, actor("gazette", "quai", "Quai"))
    apply_until(plan, dune, 2)
    with pytest.raises(DataError, match="interrupted"):
        refuse_interrupted(dune)
    prepare_folder(dune)
    refuse_interrupted(dune)


def test_a_table_edited_meanwhile_is_not_overwritten(dune: Path) -> None:
    plan = plan_of(dune, actor("gazette", "quai", "Quai"))
    apply_until(plan, dune, 1)
    path = dune / "sources.csv"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    edited = path.read_bytes()
    with pytest.raises(DataError, match="was changed"):
        finish_folder(dune)
    assert path.read_bytes() == edited


def test_a_plan_of_other_tables_is_refused(dune: Path) -> None:
    plan = plan_of(dune, actor("gazette", "quai", "Quai"))
    path = dune / "actors.csv"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = bytes_of(dune)
    with pytest.raises(WriteError, match="changed since"):
        apply_plan(plan, dune)
    assert bytes_of(dune) == before


def test_tables_with_errors_take_nothing(dune: Path) -> None:
    path = dune / "parties.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "zz.party.1,nulle-part,nulle-part,,,\n", encoding="utf-8")
    before = bytes_of(dune)
    with pytest.raises(DataError, match="have errors") as refused:
        apply_plan(plan_of(dune, actor("gazette", "quai", "Quai")), dune)
    assert {finding.code for finding in refused.value.findings} == {"E303"}
    assert bytes_of(dune) == before


def test_two_imports_at_once_are_refused(dune: Path) -> None:
    plan = plan_of(dune, actor("gazette", "quai", "Quai"))
    with locked(dune), pytest.raises(WriteError, match="Another import"):
        apply_plan(plan, dune)
    assert apply_plan(plan, dune)


def test_a_corpus_may_begin_in_an_empty_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    prepare_folder(folder)
    written = apply_plan(plan_of(folder, actor("gazette", "quai", "Quai")), folder)
    assert "actors.csv" in written
    prepare_folder(folder)
