"""The store: what was computed for an unchanged page is not computed again.

A record holds a page taken apart, and the facts and the summary of each article that begins on it. It counts only for
the very same page, sidecar, rules and code, and facts only for the very same article and issue. One that is broken, or
that another version wrote, is as none, and the folder may be deleted at any time. A record is plain data: out of it
nothing can be made but what `model` has.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any

from . import model
from .model import Article, Facts, Given, Issue, Page, Seed, Sentence
from .text import Run, Text

PACKAGE = Path(__file__).parent
# What decides what is computed for a page.
DECIDES = ("store.py", "build.py", "text.py", "rules.py", "summarise.py", "rules", "model", "recover", "extract")
FAST = 1  # how hard a record is pressed
DIGEST = 64  # letters of a digest
Told = tuple[Facts, tuple[Sentence, ...]]


@dataclass
class _Record:
    """What is known of one page. `key`: of which page, sidecar, rules and code; `changed`: it is to be written."""

    key: str
    page: Page
    told: dict[str, tuple[Article, Issue, Told]] = field(default_factory=dict)
    changed: bool = True


class Store:
    """The records of pages in a folder; without a folder, nothing is kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._records: dict[str, _Record] = {}

    def opened(self, seed: Seed, given: Given | None, make: Callable[[Seed, Given | None], Page]) -> Page:
        """A page taken apart, with what a person knows of it (`given`): as it is known, or as `make` makes it."""
        if self._folder is None:
            return make(seed, given)
        key = _digest((code(PACKAGE), seed.id, seed.name, seed.source, repr(given)))
        record = _read(self._file(seed.id), key) or _Record(key, make(seed, given))
        self._records[seed.id] = record
        return record.page

    def told(self, article: Article, issue: Issue, make: Callable[[Article, Issue], Told]) -> Told:
        """The facts and the summary of an article of `issue`: as they are known, or as `make` makes them."""
        record = self._records.get(article.seeds[0])
        if record is None:
            return make(article, issue)
        known = record.told.get(article.id)
        if known is None or known[:2] != (article, issue):
            known = (article, issue, make(article, issue))
            record.told[article.id] = known
            record.changed = True
        return known[2]

    def write(self) -> None:
        """Keep what was made anew; where that cannot be, it is made again the next time."""
        if self._folder is None:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for seed, record in self._records.items():
                if record.changed:
                    _write(self._file(seed), record)

    def _file(self, seed: str) -> Path:
        return Path(self._folder or "") / f"{_digest((seed,))[: DIGEST // 2]}.page"


def _read(file: Path, key: str) -> _Record | None:
    """The record in a file; None where there is none, it is of something else, or it is not as it was written."""
    try:
        written = file.read_bytes()
    except OSError:
        return None
    head, pressed = written[: 2 * DIGEST], written[2 * DIGEST :]
    if head.decode("ascii", "replace") != key + sha256(pressed).hexdigest():
        return None
    page, told = _unpacked(json.loads(zlib.decompress(pressed)))
    return _Record(key, page, {one[0].id: one for one in told}, changed=False)


def _write(file: Path, record: _Record) -> None:
    whole = (record.page, tuple(record.told.values()))
    written = json.dumps(_packed(whole), ensure_ascii=False, separators=(",", ":"))
    pressed = zlib.compress(written.encode("utf-8", "surrogatepass"), FAST)
    aside = file.with_suffix(".new")
    aside.write_bytes(record.key.encode() + sha256(pressed).hexdigest().encode() + pressed)
    aside.replace(file)


def _digest(parts: Iterable[str]) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def code(package: Path) -> str:
    """A digest of all by which a page is read: the code of the stages in `package`, the rules, this Python."""
    every = sha256(sys.version.encode())
    for name in DECIDES:
        place = package / name
        for file in filter(Path.is_file, sorted(place.glob("*.*")) if place.is_dir() else (place,)):
            every.update(f"\0{file.relative_to(package).as_posix()}\0".encode() + file.read_bytes())
    return every.hexdigest()


def _packed(whole: Any) -> list[list[Any]]:
    """A thing as rows, each a kind and its parts: plain values, or [the number of a row before]; the last is it."""
    rows: list[list[Any]] = []
    seen: dict[int, tuple[list[int], Any]] = {}  # each with the thing itself: while it lives, no other has its id
    parts_of = {kind: parts for kind, (_, parts) in _kinds().items()}

    def put(thing: Any) -> Any:
        kind = type(thing)
        if thing is None or kind in (str, int, float, bool):
            return thing
        if id(thing) not in seen:
            row = [kind.__name__, *map(put, parts_of[kind](thing))]
            seen[id(thing)] = ([len(rows)], thing)
            rows.append(row)
        return seen[id(thing)][0]

    put(whole)
    return rows


def _unpacked(rows: list[list[Any]]) -> Any:
    """What `_packed` made rows of."""
    made: list[Any] = []
    makers = {kind.__name__: make for kind, (make, _) in _kinds().items()}
    for kind, *parts in rows:
        made.append(makers[kind]([made[part[0]] if type(part) is list else part for part in parts]))
    return made[-1]


Ways = tuple[Callable[[list[Any]], Any], Callable[[Any], Iterable[Any]]]


@cache
def _kinds() -> Mapping[type, Ways]:
    """For each kind of thing how it is made of its parts, and what its parts are."""
    found: dict[type, Ways] = {
        tuple: (tuple, tuple),
        Run: (Run._make, tuple),
        date: (lambda parts: date.fromisoformat(parts[0]), lambda day: (day.isoformat(),)),
        Decimal: (lambda parts: Decimal(parts[0]), lambda number: (str(number),)),
        Text: (lambda parts: Text(*parts), lambda text: (text.value, text.runs)),
    }
    for kind in vars(model).values():
        if isinstance(kind, type) and issubclass(kind, Enum):
            found[kind] = (_maker(kind), lambda one: (one.value,))
        elif isinstance(kind, type) and is_dataclass(kind):
            found[kind] = (_maker(kind), _parts([one.name for one in fields(kind) if one.init]))
    return found


def _maker(kind: type) -> Callable[[list[Any]], Any]:
    return lambda parts: kind(*parts)


def _parts(names: list[str]) -> Callable[[Any], Iterable[Any]]:
    several = attrgetter(*names)
    return several if len(names) > 1 else lambda one: (several(one),)
