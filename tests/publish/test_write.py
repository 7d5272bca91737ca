"""What touches the disk: whole files or none, and nothing of anybody else's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import BrokenPromiseError, SettingsError
from generator.publish.write import write

HEAD = "---\ngenerated: true\n---\n\n"


def made(**names: str) -> dict[str, bytes]:
    return {name.replace("__", "/") + ".md": (HEAD + words).encode() for name, words in names.items()}


def told(files: dict[str, bytes]) -> dict[str, str]:
    return {name: content.decode() for name, content in files.items()}


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_folder_is_made(tmp_path: Path) -> None:
    files = made(index="首页", articles__a="一")
    write(tmp_path / "new" / "docs", files)
    assert tree(tmp_path / "new" / "docs") == told(files)


def test_nothing_is_left_beside_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "docs", made(index="首页"))
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]


def test_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    write(tmp_path, made(index="首页", articles__a="一", articles__b="一"))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    write(tmp_path, made(index="首页", articles__a="二", articles__b="一"))
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    assert [path.name for path in before if before[path] != after[path]] == ["a.md"]


def test_a_generated_file_that_is_no_more_goes_and_its_empty_folder(tmp_path: Path) -> None:
    write(tmp_path, made(index="首页", articles__a="一", places__x="地"))
    write(tmp_path, made(index="首页"))
    assert tree(tmp_path) == told(made(index="首页"))
    assert not (tmp_path / "places").exists()


def test_hand_written_files_stay_wherever_they_are(tmp_path: Path) -> None:
    for name in ("about/how.md", "articles/notes.md", "assets/a.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("手写", encoding="utf-8")
    write(tmp_path, made(articles__a="一"))
    write(tmp_path, {})
    assert tree(tmp_path) == {"about/how.md": "手写", "articles/notes.md": "手写", "assets/a.css": "手写"}


def test_a_hand_written_file_is_never_overwritten_and_nothing_else_is_done(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("手写", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"index\.md: this file is hand-written"):
        write(tmp_path, made(articles__a="一", index="首页"))
    assert tree(tmp_path) == {"index.md": "手写"}


@pytest.mark.parametrize(
    "name", ["../out.md", "/out.md", "articles/../../out.md", ".git/x.md", "a\\b.md", "", "a\x00.md"]
)
def test_nothing_is_written_outside(tmp_path: Path, name: str) -> None:
    with pytest.raises(BrokenPromiseError, match="is no name for a file"):
        write(tmp_path / "docs", {name: HEAD.encode()})
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_a_folder_belongs_is_named_and_nothing_else_is_done(tmp_path: Path) -> None:
    write(tmp_path / "docs", made(index="旧"))
    (tmp_path / "docs" / "articles").write_text("手写", encoding="utf-8")
    before = tree(tmp_path)
    with pytest.raises(SettingsError, match=r"docs/articles: cannot be written"):
        write(tmp_path / "docs", made(index="新", articles__a="新"))
    assert tree(tmp_path) == before


def test_what_a_killed_run_left_beside_the_folder_goes_and_what_a_running_one_writes_stays(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    names = [
        f".docs-{ended.pid}-abcd_123",
        f".docs-{os.getppid()}-abcd_123",
        ".docs-mine",
        f".site-{ended.pid}-abcd_123",
    ]
    for name in names:
        (tmp_path / name / "articles").mkdir(parents=True)
    write(tmp_path / "docs", made(index="首页"))
    assert {path.name for path in tmp_path.iterdir()} == {"docs", *names[1:]}


def test_when_the_disk_refuses_the_old_files_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is cut off while it writes has changed nothing yet."""
    write(tmp_path / "docs", made(index="旧", articles__a="旧"))
    put = Path.write_bytes

    def refuse(path: Path, content: bytes) -> int:
        if path.name == "a.md":
            raise OSError("no space left")
        return put(path, content)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(SettingsError, match=r"docs: cannot be written \(no space left"):
        write(tmp_path / "docs", made(index="新", articles__a="新"))
    assert tree(tmp_path / "docs") == told(made(index="旧", articles__a="旧"))
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]


def test_data_that_is_written_no_more_goes(tmp_path: Path) -> None:
    write(tmp_path, {"data/a.csv": b"1", "data/more/b.csv": b"2"})
    write(tmp_path, {"data/a.csv": b"3"})
    assert {name: words for name, words in tree(tmp_path).items() if name.endswith(".csv")} == {"data/a.csv": "3"}
    write(tmp_path, {})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_somebodys_own_data_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mine.csv").write_text("手写", encoding="utf-8")
    with pytest.raises(SettingsError, match="data: the program writes all files of this folder"):
        write(tmp_path, made(index="首页") | {"data/a.csv": b"1"})
    assert tree(tmp_path) == {"data/mine.csv": "手写"}
