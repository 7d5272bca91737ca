"""Read newspaper pages: bytes become characters, and nothing else happens to them.

A page is a `.txt` file, in UTF-8, GB18030 or (with its byte order mark) UTF-16. Line ends, byte order marks and
blanks stay, so that every offset is right. Beside it may lie a sidecar (`.yml`): what a person knows of the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os.path import realpath
from pathlib import Path
from stat import S_ISREG

from ..errors import UnreadableSeedError
from ..model import Given, Refused, Seed, Unread
from .characters import decode
from .sidecar import ENDINGS, read_sidecars
from .slug import slug

__all__ = ["read", "read_given"]

ENDING = ".txt"
NOT_PAGES = "reports"
DROPPINGS = ("._", ".#")  # what a Mac and an editor leave beside a file of the same name
LARGEST = 2 * 1024 * 1024


def read(*paths: Path) -> tuple[tuple[Seed, ...], tuple[Unread, ...]]:
    """The pages at `paths` (files, or folders and all below them), in the order of their names.

    With them, those that cannot be read, each with the reason.
    """
    seeds: dict[str, Seed] = {}
    unread: list[Unread] = []
    found = {(name, file): folder for path in paths for name, file, folder in _pages(path)}
    for (name, file), folder in sorted(found.items()):
        try:
            _refuse_foreign(name, file, folder)
            seed = _seed(name, file, seeds)
        except UnreadableSeedError as fault:
            unread.append(Unread(name, fault.message, fault.what, fault.found))
        else:
            seeds[seed.id.casefold()] = seed
    return tuple(seeds.values()), tuple(unread)


def read_given(
    *paths: Path, seeds: Sequence[Seed], unread: Sequence[Unread]
) -> tuple[Mapping[str, Given], tuple[Refused, ...]]:
    """What a person knows of the `seeds` read from `paths`, by seed id, and what in their sidecars is refused.

    `unread`: the pages there that cannot be read.
    """
    found = {found for path in paths for found in _sidecars(path)}
    return read_sidecars(sorted(found), seeds, [page.name for page in unread])


def _seed(name: str, file: Path, seeds: Mapping[str, Seed]) -> Seed:
    """One page; raises UnreadableSeedError, also when its address is that of one of `seeds`."""
    seed = Seed(slug(name[: -len(ENDING)]), name, decode(name, _content(name, file)))
    twin = seeds.get(seed.id.casefold())
    if twin:
        advice = f"its address {seed.id} is taken by {twin.name}; rename one of the two"
        raise UnreadableSeedError(name, "twin", advice, other=twin.name)
    return seed


def _pages(path: Path) -> list[tuple[str, Path, Path]]:
    """The pages at `path`, each with its name (its path below the folder, with `/`), and the folder it must lie in."""
    if path.is_file():
        # Who names a link means what it leads to.
        return [(_readable(path.name), path, Path(realpath(path)).parent)] if _has_ending(path.name) else []
    return _below(path, (ENDING,))


def _sidecars(path: Path) -> list[tuple[str, Path, Path]]:
    """The sidecars at `path`: those below a folder, or the one beside a page."""
    if not path.is_file():
        return _below(path, ENDINGS)
    beside = (path.with_suffix(ending) for ending in ENDINGS if _has_ending(path.name))
    return [(_readable(file.name), file, path.parent) for file in beside if file.is_file()]


def _below(folder: Path, endings: tuple[str, ...]) -> list[tuple[str, Path, Path]]:
    found = ((file.relative_to(folder), file) for file in folder.rglob("*"))
    return [(_readable(name.as_posix()), file, folder) for name, file in found if _is_ours(name, file, endings)]


def _readable(name: str) -> str:
    """The name with every byte that is no character replaced, so that it can be printed."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_ours(name: Path, file: Path, endings: tuple[str, ...]) -> bool:
    *folders, own = name.parts
    left_out = name.parts[0] == NOT_PAGES or any(folder.startswith(".") for folder in folders)
    return _has_ending(own, endings) and not left_out and not own.startswith(DROPPINGS) and not file.is_dir()


def _has_ending(name: str, endings: tuple[str, ...] = (ENDING,)) -> bool:
    return name.lower().endswith(endings)


def _refuse_foreign(name: str, file: Path, folder: Path) -> None:
    """Raises UnreadableSeedError for a link to a file elsewhere, which nobody has put among the pages."""
    if not Path(realpath(file)).is_relative_to(realpath(folder)):
        advice = "this is a link that leads out of the folder; put the file itself here"
        raise UnreadableSeedError(name, "outside", advice)


def _content(name: str, file: Path) -> bytes:
    try:
        status = file.stat()
        if not S_ISREG(status.st_mode):
            raise UnreadableSeedError(name, "no_file", "this is a pipe or a device; save the page as a file")
        if status.st_size > LARGEST:
            found = f"the file has {status.st_size} bytes, the largest that is read {LARGEST}"
            advice = "a newspaper page has about 30 kB; cut the file into its pages"
            raise UnreadableSeedError(name, "large", f"{found}; {advice}", size=status.st_size, largest=LARGEST)
        return file.read_bytes()
    except OSError as fault:
        advice = f"cannot be opened ({fault.strerror}); check that it exists and may be read"
        raise UnreadableSeedError(name, "closed", advice) from fault
