"""The one place that touches `docs/`: everything is written aside first, then put into place file by file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from ..errors import BrokenPromiseError, SettingsError
from .address import DATA, LANDINGS, OWN_FOLDERS
from .folders import aside, refusals_named

MARK = "generated: true"
HEAD = f"---\n{MARK}\n".encode()
OURS = "README.txt"
SAID = b"Banmian writes every file of this folder, and removes what it no longer writes.\n"
SAFE_PART = re.compile(r"(?!\.)[^\x00-\x1f\x7f/\\:*?\"<>|]+")


def write(docs: Path, files: Mapping[str, bytes]) -> None:
    """Make the generated files below `docs` those of `files`, and leave every other file as it is.

    A file that is the same already is not touched. A generated file that is in `files` no more is removed. Raises
    SettingsError, before anything is changed, when a hand-written file stands where a generated one belongs or the
    disk refuses.
    """
    for name in files:
        _check_name(name)
    with refusals_named(docs):
        _refuse_data_of_others(docs / DATA)
        mark = {f"{DATA}/{OURS}": SAID} if any(map(_is_data, files)) else {}
        marked = {**files, **mark}
        changed = {name: content for name, content in marked.items() if not _same(docs / name, content)}
        taken = sorted(name for name in changed if not _is_data(name) and _is_hand_written(docs / name))
        if taken:
            place = docs / taken[0]
            raise SettingsError(f"{place}: this file is hand-written, and a generated one belongs there; move it")
        _put_all(docs, changed)
        for stale in set(_generated(docs)) - set(marked):
            (docs / stale).unlink()
            _drop_empty((docs / stale).parent, docs)


def _is_data(name: str) -> bool:
    return name.startswith(f"{DATA}/")


def _refuse_data_of_others(folder: Path) -> None:
    """Raises SettingsError when the folder of data is somebody's own: it holds files, and not our mark."""
    if folder.exists() and not (folder / OURS).is_file() and any(folder.iterdir()):
        raise SettingsError(f"{folder}: the program writes all files of this folder; move what is in it elsewhere")


def _put_all(docs: Path, changed: Mapping[str, bytes]) -> None:
    """Write every file aside, then put it into place."""
    docs.mkdir(parents=True, exist_ok=True)
    with aside(docs.resolve()) as made:
        for name, content in changed.items():
            _put(made / name, content)
        for name in changed:
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
        for name in changed:
            (made / name).replace(docs / name)


def _check_name(name: str) -> None:
    parts = PurePosixPath(name).parts
    if name.startswith("/") or not parts or not all(SAFE_PART.fullmatch(part) for part in parts):
        raise BrokenPromiseError(f"{name!r} is no name for a file below the docs folder")


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _is_hand_written(path: Path) -> bool:
    return path.exists() and not _is_generated(path)


def _is_generated(path: Path) -> bool:
    """Whether a file bears the mark of those that the program wrote."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(HEAD)) == HEAD


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _generated(docs: Path) -> Iterator[str]:
    """The files below `docs` that an earlier run wrote."""
    landings = (docs / name for name in LANDINGS)
    inner = (path for folder in OWN_FOLDERS for path in (docs / folder).glob("**/*.md"))
    for path in (*landings, *inner):
        if _is_generated(path):
            yield path.relative_to(docs).as_posix()
    yield from (path.relative_to(docs).as_posix() for path in (docs / DATA).glob("**/*") if path.is_file())


def _drop_empty(folder: Path, docs: Path) -> None:
    if folder != docs and not any(folder.iterdir()):
        folder.rmdir()
