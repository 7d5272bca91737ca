"""Cases: pages as plain text, each with what a person says is on it. `tests/cases/README.md` tells the form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("tests/cases")
RULE = "=" * 20


@dataclass(frozen=True)
class Case:
    """One page, and what is on it: for each article its lines `kind: words`, then what belongs to none."""

    name: str
    shows: str
    page: str
    expected: tuple[tuple[str, ...], ...]


def all_cases() -> list[Case]:
    """The cases, in the order of their names."""
    return [read_case(file) for file in sorted(FOLDER.glob("*.txt"))]


def read_case(file: Path) -> Case:
    """The case in a file: a sentence, a rule, the page, a rule, the articles (a blank line between them)."""
    shows, page, expected = file.read_text(encoding="utf-8").split(f"\n{RULE}\n")
    articles = [tuple(line for line in part.splitlines() if line) for part in expected.strip().split("\n\n")]
    return Case(file.stem, shows.strip(), page, tuple(articles))
