"""The documentation is true: what it shows is what is printed, and where it points there is something."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from tests.project.printed import BLOCK, blocks, printed, refreshed

DOCUMENTS = sorted([*Path().glob("*.md"), *Path("docs/about").glob("*.md"), *Path("docs/en").glob("*.md")])
SHOWING = [file for file in DOCUMENTS if BLOCK.search(file.read_text(encoding="utf-8"))]
LINK = re.compile(r"\]\((?P<path>[^)#:\s]+)?(?:#(?P<anchor>[^)\s]+))?\)")
HEADING = re.compile(r"^#+ (?P<words>.+?)(?: \{#(?P<id>[\w-]+)\})?$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```|^    .*?$|`[^`\n]*`", re.DOTALL | re.MULTILINE)
TARGET = re.compile(r"^make (?P<target>\w+)|`make (?P<quoted>\w+)|^    make (?P<shown>\w+)", re.MULTILINE)

documents = pytest.mark.parametrize("file", DOCUMENTS, ids=str)


def slug(heading: str) -> str:
    """The anchor that a forge gives a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def anchors(file: Path) -> set[str]:
    return {found["id"] or slug(found["words"]) for found in HEADING.finditer(file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("file", SHOWING, ids=str)
def test_what_a_document_shows_is_what_is_printed(file: Path, request: pytest.FixtureRequest) -> None:
    written = file.read_text(encoding="utf-8")
    if request.config.getoption("--refresh"):
        file.write_text(refreshed(written), encoding="utf-8")
        return
    for found in BLOCK.finditer(written):
        assert found["body"] == printed(found), f"{found['source']} prints something else: run this test with --refresh"


def test_every_command_has_its_help_in_the_docs() -> None:
    written = Path("docs/about/commands.md").read_text(encoding="utf-8")
    announced = [announcement for announcement, _ in blocks(written)]
    for command in ("", *sorted(main.commands)):
        words = " ".join(filter(None, ("banmian", command, "--help")))
        assert any(f"printed: {words} -->" in announcement for announcement in announced), words


@documents
def test_every_link_leads_somewhere(file: Path) -> None:
    prose = FENCED.sub("", file.read_text(encoding="utf-8"))
    for link in LINK.finditer(prose):
        target = file.parent / link["path"] if link["path"] else file
        assert target.exists(), link[0]
        if link["anchor"] and target.suffix == ".md":
            assert link["anchor"] in anchors(target), link[0]


@documents
def test_every_make_target_that_is_named_exists(file: Path) -> None:
    written = file.read_text(encoding="utf-8")
    named = {found["target"] or found["quoted"] or found["shown"] for found in TARGET.finditer(written)}
    listed = subprocess.check_output(["make", "help"], text=True)
    assert named <= set(re.findall(r"^make (\w+)", listed, re.MULTILINE))


@pytest.mark.parametrize("file", ["README.md", "README.zh.md"])
def test_the_readme_begins_with_the_two_commands(file: str) -> None:
    code = re.findall(r"^    (.+)$", Path(file).read_text(encoding="utf-8"), re.MULTILINE)
    assert [line.split("#")[0].strip() for line in code[:2]] == ["make site", "make test"]
    assert [line.split()[0] for line in code[2:5]] == ["py", r".venv\Scripts\python", r".venv\Scripts\python"]


def test_the_chinese_readme_points_to_the_same_places() -> None:
    def targets(file: str) -> list[str]:
        return [found[0] for found in LINK.finditer(Path(file).read_text(encoding="utf-8"))][1:]

    assert targets("README.md") == targets("README.zh.md")


def test_the_rule_that_contributors_are_shown_holds() -> None:
    written = Path("CONTRIBUTING.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(?P<rules>.*?)```", written, re.DOTALL)
    assert example
    (rule,) = yaml.load(example["rules"], Loader=yaml.BaseLoader).values()  # noqa: S506 - it makes strings only
    pattern = re.compile(rule["pattern"], re.VERBOSE)
    assert all(map(pattern.search, rule["matches"]))
    assert not any(map(pattern.search, rule["rejects"]))
