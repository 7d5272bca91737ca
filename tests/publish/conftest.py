"""A place to publish in: a folder with the hand-written pages, and nothing generated."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HAND_WRITTEN = ("about", "assets", "en")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A docs folder as the program finds it the first time."""
    for folder in HAND_WRITTEN:
        if (ROOT / "docs" / folder).is_dir():
            shutil.copytree(ROOT / "docs" / folder, tmp_path / "docs" / folder)
    return tmp_path / "docs"
