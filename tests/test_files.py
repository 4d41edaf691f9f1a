"""A file is whole or it is not there."""

from pathlib import Path

import pytest

from coopgraph.errors import WriteError
from coopgraph.files import replacing


def fail_after(path: Path, data: bytes) -> None:
    with replacing(path) as stream:
        stream.write(data)
        raise RuntimeError


def write_onto(full: Path, target: Path) -> None:
    with replacing(target), full.open("wb", buffering=0) as disk:
        disk.write(b"x")


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        fail_after(target, b"half")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_check_may_refuse_the_finished_file(tmp_path: Path) -> None:
    def refuse(partial: Path) -> None:
        assert partial.read_bytes() == b"new"
        raise WriteError("refused", "refusé")

    with pytest.raises(WriteError), replacing(tmp_path / "a.txt", check=refuse) as stream:
        stream.write(b"new")
    assert list(tmp_path.iterdir()) == []


def test_permissions_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    with replacing(target) as stream:
        stream.write(b"new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_missing_folder_is_told_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(WriteError) as caught, replacing(tmp_path / "no" / "a.txt"):
        pass
    assert "could not be written" in caught.value.text("en")
    assert "Impossible d’écrire" in caught.value.text("fr")


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(WriteError, match="room"):
        write_onto(full, tmp_path / "a.txt")
    assert list(tmp_path.iterdir()) == []
