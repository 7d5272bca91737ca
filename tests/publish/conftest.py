"""A place to publish in: a folder with the hand-written pages, and nothing generated."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import build
from generator.config import load_settings
from generator.model import Library
from generator.publish.check import check
from generator.publish.render import everything
from generator.publish.site import build_site
from generator.publish.write import write
from tests.site.press import hand_written

ROOT = Path(__file__).parents[2]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A docs folder as the program finds it the first time."""
    hand_written(tmp_path / "docs")
    return tmp_path / "docs"


@pytest.fixture(scope="session")
def library() -> Library:
    """What the program knows of the five pages that are shipped."""
    return build(ROOT / "seeds")


@pytest.fixture(scope="session")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their built site, in which every link leads somewhere."""
    folder = tmp_path_factory.mktemp("seeds")
    settings = load_settings(ROOT / "mkdocs.yml")
    hand_written(folder / "docs")
    write(folder / "docs", everything(library, settings))
    build_site(folder / "docs", folder / "site", ROOT / "mkdocs.yml")
    assert check(library, settings, folder / "docs", folder / "site") == []
    return folder / "site"
