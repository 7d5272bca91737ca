"""A place to publish in: a folder with the hand-written pages, and nothing generated."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HAND_WRITTEN = ("about", "assets", "en")


def hand_written(docs: Path) -> None:
    """Put the hand-written pages into a folder."""
    for folder in HAND_WRITTEN:
        shutil.copytree(ROOT / "docs" / folder, docs / folder)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A docs folder as the program finds it the first time."""
    hand_written(tmp_path / "docs")
    return tmp_path / "docs"
