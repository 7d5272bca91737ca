"""What works here works on systems whose own encoding is not UTF-8."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PYTHON = [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning"]
WINDOWS = {**os.environ, "PYTHONIOENCODING": "cp1252"}


def run(*words: str) -> str:
    done = subprocess.run([*PYTHON, "-m", "generator", *words], env=WINDOWS, check=True, stdout=subprocess.PIPE)
    return done.stdout.decode()


@pytest.mark.parametrize("words", [("export",), ("show", "000"), ("ledger",)], ids=" ".join)
def test_data_is_utf_8_everywhere(words: tuple[str, ...]) -> None:
    assert "000_5b1a5244461864bc" in run(*words)


def test_files_are_utf_8_everywhere(tmp_path: Path) -> None:
    run("build", "--docs", str(tmp_path), "--quiet")
    assert "百千万工程" in (tmp_path / "index.md").read_text(encoding="utf-8")
