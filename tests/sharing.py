"""Work that is done once in a test run, though several processes need it: whoever comes first does it, the others wait."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

WAIT_S = 600


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that `make` has filled, the same for all processes of this run.

    Raises AssertionError where the process that was to fill it failed or took too long.
    """
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done, failed = shared / name, shared / f"{name}.done", shared / f"{name}.failed"
    try:
        folder.mkdir()
    except FileExistsError:
        _wait(done, failed)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    done.touch()
    return folder


def _wait(done: Path, failed: Path) -> None:
    end = time.monotonic() + WAIT_S
    while not done.exists():
        assert not failed.exists(), f"{failed.stem} was made in another process and failed there"
        assert time.monotonic() < end, f"{done.stem} was not made in time"
        time.sleep(0.2)
