"""The Markdown in `docs/` is the product: it is what the program writes today, and a difference is shown for review."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main

DOCS = Path("docs")
MARK = "---\ngenerated: true\n"
SHOWN = 200


def generated(docs: Path) -> dict[str, str]:
    """The generated files of a folder by their paths, and what stands in them."""
    texts = {file.relative_to(docs).as_posix(): file.read_text(encoding="utf-8") for file in docs.rglob("*.md")}
    return {name: text for name, text in texts.items() if text.startswith(MARK)}


def difference(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    """The lines of a diff over all files, those that came or went included."""
    for name in sorted(before.keys() | after.keys()):
        old, new = (texts.get(name, "").splitlines() for texts in (before, after))
        yield from unified_diff(old, new, f"docs/{name}", f"today/{name}", lineterm="", n=1)


def test_the_committed_markdown_is_what_the_program_writes(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["build", "--docs", str(tmp_path), "--quiet"])
    assert result.exit_code == 0, result.output
    found = list(difference(generated(DOCS), generated(tmp_path)))
    more = f"\n… and {len(found) - SHOWN} lines more" if len(found) > SHOWN else ""
    shown = "\n".join(found[:SHOWN])
    assert not found, f"run `make build`, look at what changed, and commit it:\n{shown}{more}"


def test_a_difference_names_file_and_line() -> None:
    found = list(difference({"a.md": "one\ntwo\n", "gone.md": "x\n"}, {"a.md": "one\nthree\n"}))
    assert {"--- docs/a.md", "-two", "+three", "--- docs/gone.md", "-x"} <= set(found)
