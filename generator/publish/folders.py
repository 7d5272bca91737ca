"""What is written where: never into a folder of somebody's own, and aside first, so that a stop leaves it whole."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from ..errors import SettingsError

ASIDE = re.compile(r"(?P<run>\d+)-\w{8}")
LONG = 24 * 60 * 60  # seconds; no run takes that long


def keep_apart(written: Path, kept: Path) -> None:
    """Raises SettingsError when the folder `written`, which is to be changed, is `kept`, holds it or lies in it."""
    keep_whole(written, kept)
    if kept.resolve() in written.resolve().parents:
        raise SettingsError(f"{written}: this folder lies in {kept}, where nothing is written; name another one")


def keep_whole(written: Path, kept: Path) -> None:
    """Raises SettingsError when the folder `written`, which is to be changed, is `kept` or holds it."""
    place = written.resolve()
    if kept.resolve() == place:
        raise SettingsError(f"{written}: nothing is written to {kept} itself; name another folder")
    if place in kept.resolve().parents:
        raise SettingsError(f"{written}: this folder holds {kept}, which would be lost; name another one")


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """A new folder beside `folder` to write in, which is gone afterwards; what a run that was killed left goes too."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    made = Path(mkdtemp(prefix=f".{folder.name}-{os.getpid()}-", dir=folder.parent))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def refusals_named(folder: Path) -> Iterator[None]:
    """What the disk refuses is said as a SettingsError, with the path."""
    try:
        yield
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise SettingsError(f"{fault.filename or folder}: cannot be written ({why}); name another folder") from fault


def _clear(folder: Path) -> None:
    """Remove what runs that are over left beside the folder."""
    prefix = f".{folder.name}-"
    for left in folder.parent.iterdir():
        found = ASIDE.fullmatch(left.name.removeprefix(prefix))
        if found and left.name.startswith(prefix) and _is_over(int(found["run"]), left):
            shutil.rmtree(left, ignore_errors=True)


def _is_over(run: int, left: Path) -> bool:
    """Whether the run with this process number has ended. On Windows, to ask would be to end it: there, time tells."""
    if os.name == "nt":
        return time.time() - left.stat().st_mtime > LONG
    try:
        os.kill(run, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return run == os.getpid()  # a number is used again: this run has only begun
