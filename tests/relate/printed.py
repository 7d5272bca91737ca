"""Small collections of newspaper pages, one article a page, read and related by the program itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.build import build
from generator.model import Library

FOLIO = "{paper} {day} 第0{number}版 综合 责编：岑国栋"
DAYS = {21: "2023年5月21日 星期日", 22: "2023年5月22日 星期一", 28: "2023年5月28日 星期日"}


def page(day: int, *lines: str, paper: str = "茂名日报", number: int = 1) -> str:
    """A page of May 2023 with its folio and one article, a paragraph a line."""
    folio = FOLIO.format(paper=paper, day=DAYS[day], number=number)
    return "\n\n".join((folio, *lines)) + "\n"


def collection(folder: Path, pages: Mapping[str, str]) -> Library:
    """The pages by name, as a collection."""
    for name, printed in pages.items():
        file = folder / f"{name}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(printed, encoding="utf-8", newline="")
    return build(folder)


def named(folder: Path, pages: Iterable[str]) -> Library:
    """The pages as a collection, named a, b, c in their order."""
    return collection(folder, dict(zip("abcdef", pages, strict=False)))
