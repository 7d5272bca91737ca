"""The committed pages are what the program writes today: a change of the program shows as a change of the pages."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from generator.build import build
from generator.config import load_settings
from generator.publish.render import render
from generator.publish.write import write
from tests.publish.conftest import ROOT

SHOWN = 200


def generated(docs: Path) -> dict[str, str]:
    """The files in a docs folder that bear the mark of the program."""
    found = ((path.relative_to(docs).as_posix(), path.read_text(encoding="utf-8")) for path in docs.rglob("*.md"))
    return {name: content for name, content in found if content.startswith("---\ngenerated: true\n")}


def test_the_committed_pages_are_what_the_program_writes_today(tmp_path: Path) -> None:
    write(tmp_path / "docs", render(build(ROOT / "seeds"), load_settings(ROOT / "mkdocs.yml")))
    before, now = generated(ROOT / "docs"), generated(tmp_path / "docs")
    lines = [
        line
        for name in sorted(before.keys() | now.keys())
        for line in unified_diff(
            before.get(name, "").splitlines(),
            now.get(name, "").splitlines(),
            f"committed/{name}",
            f"today/{name}",
            lineterm="",
            n=0,
        )
    ]
    shown = "\n".join(lines[:SHOWN])
    assert not lines, f"the pages changed: look at each change, run `make build`, commit\n{shown}"
