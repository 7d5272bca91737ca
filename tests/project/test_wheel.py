"""The package as people install it: by another name, away from the repository."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

SEED = Path("seeds/001_8f75e8691d6c27ef.txt").resolve()


@pytest.fixture(scope="module")
def banmian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a fresh environment into which only the built wheel was installed, without any index."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder], check=True)
    wheel = next(folder.glob("*.whl"))
    venv.create(folder / "venv", with_pip=False)
    home = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    words = ["--python", home / "python", "install", "--quiet", "--no-index", "--no-deps", wheel]
    subprocess.run([sys.executable, "-m", "pip", *map(str, words)], check=True)
    # What it depends on is borrowed from the environment of the tests.
    library = subprocess.check_output(
        [home / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    )
    Path(library.strip(), "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "banmian"


def run(*words: str | Path, away: Path) -> str:
    return subprocess.check_output(list(map(str, words)), cwd=away, text=True, encoding="utf-8")


def test_it_says_what_it_can_do(banmian: Path, tmp_path: Path) -> None:
    assert "site" in run(banmian, "--help", away=tmp_path)


def test_it_recovers_a_page_as_the_repository_does(banmian: Path, tmp_path: Path) -> None:
    installed = run(banmian, "export", SEED, away=tmp_path)
    assert installed
    assert installed == run(sys.executable, "-m", "generator", "export", SEED, away=Path.cwd())


def test_it_builds_a_site_anywhere(banmian: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / SEED.name).write_bytes(SEED.read_bytes())
    run(banmian, "build", "--quiet", away=tmp_path)
    assert list((tmp_path / "docs" / "articles").glob("*.md"))
