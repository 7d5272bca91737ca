"""The preview: it shows the site, and shows it anew when something that it is made of changes."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from tests.publish.conftest import ROOT

PATIENCE = 60


def free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port: int = chosen.getsockname()[1]
        return port


def until(say: Callable[[], str], words: str) -> str:
    """What `say` says once it holds the words; the test fails when it never does."""
    last = ""
    for _ in range(PATIENCE * 4):
        try:
            last = say()
        except URLError as fault:
            last = str(fault)
        if words in last:
            return last
        time.sleep(0.25)
    pytest.fail(f"never said {words!r}, but {last[-2000:]}")


@pytest.fixture
def preview(docs: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a preview of one page, run as its users do."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("题目一\n\n这是第一段。\n", encoding="utf-8")
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "generator", "serve", "--address", address]
    with subprocess.Popen([*command, "--seeds", str(seeds), "--docs", str(docs)], cwd=ROOT) as running:
        yield f"http://{address}/"
        running.terminate()


def test_an_address_that_is_taken_is_said_in_one_line(docs: Path, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("题目一\n\n这是第一段。\n", encoding="utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        command = [sys.executable, "-m", "generator", "serve", "--address", address]
        command += ["--seeds", str(seeds), "--docs", str(docs)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1].startswith(f"Error: {address}: ")
    assert "Traceback" not in ended.stderr


def test_a_changed_page_and_a_changed_hand_written_page_show(preview: str, docs: Path, tmp_path: Path) -> None:
    def read(name: str) -> Callable[[], str]:
        return lambda: urllib.request.urlopen(preview + name).read().decode()  # noqa: S310 - our own address

    assert "这是第一段。" in until(read("pages/a.html"), "这是第一段。")
    (tmp_path / "seeds" / "a.txt").write_text("题目一\n\n这是另一段。\n", encoding="utf-8")
    assert "这是另一段。" in until(read("pages/a.html"), "这是另一段。")
    (docs / "about" / "index.md").write_text("# 新写的话\n", encoding="utf-8")
    assert "新写的话" in until(read("about/index.html"), "新写的话")
