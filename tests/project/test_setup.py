"""`make` sets up what is missing, once; `make test` tells all that is wrong, and what to install."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import __main__ as runner
from tests import browser

STAMPS = (".made", ".runtime", ".dev")


@pytest.fixture
def dry(tmp_path: Path) -> Callable[[str], list[str]]:
    """What `make` would run in a project that was set up before."""
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(name, tmp_path)
    (tmp_path / ".venv").mkdir()
    for age, stamp in enumerate(STAMPS, start=1):
        (tmp_path / ".venv" / stamp).touch()
        newer = (tmp_path / "requirements-dev.txt").stat().st_mtime + age
        os.utime(tmp_path / ".venv" / stamp, (newer, newer))
    words = ["make", "--no-print-directory", "--dry-run"]
    return lambda target: subprocess.check_output([*words, target], cwd=tmp_path, text=True).splitlines()


def test_a_second_run_installs_nothing(dry: Callable[[str], list[str]]) -> None:
    assert dry("site") == [".venv/bin/python -m generator site"]
    assert dry("test") == [".venv/bin/python -m tests"]


def test_a_changed_lock_is_installed(dry: Callable[[str], list[str]], tmp_path: Path) -> None:
    now = (tmp_path / ".venv" / ".dev").stat().st_mtime + 1
    os.utime(tmp_path / "requirements.txt", (now, now))
    assert any("--require-hashes -r requirements.txt" in line for line in dry("site"))


def test_an_old_python_is_told_so(tmp_path: Path) -> None:
    shutil.copy("Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    made = subprocess.run(["make", "PYTHON=", "site"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert made.returncode != 0
    assert "needs Python 3.11 or newer" in made.stderr


def test_a_machine_without_a_browser_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "APPLICATIONS", ())
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    assert browser.provide() == "a Chromium and a Chinese font"


@pytest.mark.parametrize("failing", ["ruff", "mypy", "zizmor", "pytest"])
def test_one_failure_fails_the_whole_and_the_rest_is_still_run(failing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    def run(tool: str, *_: str) -> int:
        ran.append(tool)
        return int(tool == failing)

    monkeypatch.setattr(runner, "run", run)
    monkeypatch.setattr(runner, "provide", str)
    assert runner.main([]) == 1
    assert ran == [check[0] for check in runner.CHECKS.values()] + ["pytest"]


def test_a_missing_browser_fails_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "run", lambda *_: 0)
    monkeypatch.setattr(runner, "provide", lambda: "a Chromium")
    assert runner.main([]) == 1
