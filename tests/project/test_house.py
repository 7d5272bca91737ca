"""The order of the house: who may know whom, and how big a room may be."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path("generator")
STAGES = ("read", "recover", "extract", "relate", "summarise")
COMMON = {"text", "model", "rules", "errors"}
SHAPELESS = {"utils", "helpers", "base", "common", "misc"}
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FUNCTION = 45
LONGEST_FILE = 400

files = pytest.mark.parametrize("file", FILES, ids=str)


def room(file: Path) -> str:
    """The module or folder directly below the package that holds a file."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imported_rooms(file: Path) -> set[str]:
    """The rooms of ours that a file imports, itself included if it does."""
    package = (PACKAGE.name, *file.relative_to(PACKAGE).parts[:-1])
    found = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.ImportFrom) and node.level:
            target = (*package[: len(package) - node.level + 1], *(node.module or "").split("."))
            inside = [part for part in target[1:] if part]
            found |= {inside[0]} if inside else {alias.name for alias in node.names}
    return found


@files
def test_a_stage_knows_only_the_common_words(file: Path) -> None:
    if room(file) in STAGES:
        assert imported_rooms(file) <= {*COMMON, room(file)}


@files
def test_imports_of_ours_are_relative(file: Path) -> None:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.ImportFrom) and not node.level:
            assert (node.module or "").split(".")[0] not in {"generator", "banmian"}
        if isinstance(node, ast.Import):
            assert not {alias.name.split(".")[0] for alias in node.names} & {"generator", "banmian"}


@files
def test_functions_and_files_stay_small(file: Path) -> None:
    long = [
        node.name
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert not long
    assert len(file.read_text(encoding="utf-8").splitlines()) < LONGEST_FILE


@files
def test_every_file_has_a_name_that_says_something(file: Path) -> None:
    assert not {*file.with_suffix("").parts} & SHAPELESS


def test_the_rule_about_stages_would_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stage that imports another one, in either way of writing it, is seen."""
    monkeypatch.chdir(tmp_path)
    stage = PACKAGE / "extract" / "dates.py"
    stage.parent.mkdir(parents=True)
    stage.write_text(
        "from ..recover.group import group\nfrom .. import relate\nfrom ..text import Text\n", encoding="utf-8"
    )
    assert imported_rooms(stage) == {"recover", "relate", "text"}
