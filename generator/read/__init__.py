"""Read newspaper pages: bytes become characters, and nothing else happens to them.

A page is a `.txt` file, in UTF-8, GB18030 or (with its byte order mark) UTF-16. Line ends, byte order marks and
blanks stay, so that every offset is right.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from stat import S_ISREG

from ..errors import UnreadableSeedError
from ..model import Seed, Unread
from .characters import decode
from .slug import slug

__all__ = ["read"]

ENDING = ".txt"
NOT_PAGES = "reports"
LARGEST = 2 * 1024 * 1024


def read(*paths: Path) -> tuple[tuple[Seed, ...], tuple[Unread, ...]]:
    """The pages at `paths` (files, or folders and all below them), in the order of their names.

    With them, those that cannot be read, each with the reason.
    """
    seeds: dict[str, Seed] = {}
    unread: list[Unread] = []
    for name, file in sorted({pair for path in paths for pair in _pages(path)}):
        try:
            seed = _seed(name, file, seeds)
        except UnreadableSeedError as fault:
            unread.append(Unread(name, fault.message, fault.what, fault.found))
        else:
            seeds[seed.id.casefold()] = seed
    return tuple(seeds.values()), tuple(unread)


def _seed(name: str, file: Path, seeds: Mapping[str, Seed]) -> Seed:
    """One page; raises UnreadableSeedError, also when its address is that of one of `seeds`."""
    seed = Seed(slug(name.removesuffix(file.suffix)), name, decode(name, _content(name, file)))
    twin = seeds.get(seed.id.casefold())
    if twin:
        advice = f"its address {seed.id} is taken by {twin.name}; rename one of the two"
        raise UnreadableSeedError(name, "twin", advice, other=twin.name)
    return seed


def _pages(path: Path) -> list[tuple[str, Path]]:
    """The pages at `path`, each with its name: its path below the folder, with `/`."""
    if path.is_file():
        return [(_readable(path.name), path)]
    found = ((file.relative_to(path), file) for file in path.rglob("*"))
    return [(_readable(name.as_posix()), file) for name, file in found if _is_page(name, file)]


def _readable(name: str) -> str:
    """The name with every byte that is no character replaced, so that it can be printed."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_page(name: Path, file: Path) -> bool:
    hidden = any(part.startswith(".") for part in name.parts)
    return file.suffix.lower() == ENDING and not hidden and name.parts[0] != NOT_PAGES and not file.is_dir()


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
