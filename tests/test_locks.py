"""A lock is free again when its holder ends, however it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from coopgraph.errors import StoreError
from coopgraph.locks import held_lock

HOLD = (
    "import sys, time, pathlib; from coopgraph.locks import held_lock\n"
    "with held_lock(pathlib.Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
)


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], env=environment, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    with holder.stdout:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StoreError) as caught, held_lock(path):
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert str(tmp_path) in caught.value.text_fr
    with held_lock(path):
        assert path.exists()
    assert not path.exists()


def test_an_error_inside_frees_the_lock(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), held_lock(tmp_path / "lock"):
        raise ZeroDivisionError
    with held_lock(tmp_path / "lock"):
        pass
