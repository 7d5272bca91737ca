"""The files of the project: what lies where, what is locked, under which licences."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator import __version__

TOP = {
    *("generator", "seeds", "docs", "site", "tests", "mkdocs.yml", "pyproject.toml", "Makefile"),
    *("requirements.txt", "requirements-dev.txt", "README.md", "README.zh.md", "CHANGELOG.md", "LICENSE"),
    *(
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CITATION.cff",
        ".ci",
        ".github",
        ".gitignore",
        ".gitattributes",
        ".editorconfig",
    ),
}
PROJECT = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {
    "requirements.txt": PROJECT["project"]["dependencies"],
    "requirements-dev.txt": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"],
}
ACTION = re.compile(r"uses: (?P<action>\S+)@(?P<commit>\S+)(?P<comment>.*)")
COPYLEFT = re.compile(r"\b(A?GPL|(Affero )?GNU General Public)", re.IGNORECASE)
WEAKER = re.compile(r"LGPL|GNU (Lesser|Library) General Public[^;,)]*", re.IGNORECASE)

locks = pytest.mark.parametrize("lock", LOCKS)


def tracked() -> list[str]:
    listed = subprocess.check_output(["git", "-c", "core.quotePath=off", "ls-files"], text=True, encoding="utf-8")
    return listed.splitlines()


def pins(lock: str) -> list[Requirement]:
    written = Path(lock).read_text(encoding="utf-8")
    return [Requirement(line.rstrip(" \\")) for line in written.splitlines() if re.match(r"\w", line)]


def imports(file: Path) -> set[str]:
    """The packages that a file imports, by their first names."""
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    chosen = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.split(".")[0] for name in plain | chosen}


def licence(name: str) -> str:
    """All that a package says of its licence."""
    said = distribution(name).metadata
    fields = said.get_all("License-Expression", []) + said.get_all("License", [])
    classifiers = [line for line in said.get_all("Classifier", []) if line.startswith("License")]
    return "; ".join(words.strip().split("\n")[0] for words in (*fields, *classifiers))


def test_nothing_else_lies_at_the_top() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOP


def test_of_the_built_site_only_its_place_is_kept() -> None:
    assert [name for name in tracked() if name.startswith("site/")] == ["site/.gitkeep"]


@locks
def test_the_lock_holds_what_the_project_asks_for(lock: str) -> None:
    locked = {canonicalize_name(pin.name): pin for pin in pins(lock)}
    for wanted in map(Requirement, LOCKS[lock]):
        version = str(locked[canonicalize_name(wanted.name)].specifier).removeprefix("==")
        assert wanted.specifier.contains(version), f"{wanted} against {version}: run `make lock`"


@locks
def test_the_lock_names_one_version_and_its_hashes_and_no_index(lock: str) -> None:
    written = Path(lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\w)", written[re.search(r"^\w", written, re.MULTILINE).start() :])  # type: ignore[union-attr]
    assert all(re.match(r"[\w.-]+==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", entry) for entry in entries)
    assert "://" not in written


def test_what_is_imported_is_asked_for_and_nothing_else() -> None:
    """Material is asked for without being imported: MkDocs finds the theme by its name."""
    found = [node for file in Path("generator").rglob("*.py") if file.parent.name != "rules" for node in imports(file)]
    owners = packages_distributions()
    imported = {canonicalize_name(owners[name][0]) for name in found if name in owners}
    asked = {canonicalize_name(Requirement(wanted).name) for wanted in PROJECT["project"]["dependencies"]}
    assert imported | {"mkdocs-material"} == asked


def test_the_tests_run_on_the_versions_that_readers_get() -> None:
    runtime = {str(pin) for pin in pins("requirements.txt")}
    assert runtime <= {str(pin) for pin in pins("requirements-dev.txt")}


def test_nothing_that_runs_is_under_a_licence_that_binds_its_users() -> None:
    runtime = [pin.name for pin in pins("requirements.txt") if pin.marker is None or pin.marker.evaluate()]
    said = {name: licence(name) for name in runtime}
    assert all(said.values()), [name for name, words in said.items() if not words]
    assert not {name: words for name, words in said.items() if COPYLEFT.search(WEAKER.sub("", words))}


@pytest.mark.parametrize(
    "words", ["GPL-3.0-or-later", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)", "AGPLv3"]
)
def test_such_a_licence_would_be_noticed(words: str) -> None:
    assert COPYLEFT.search(WEAKER.sub("", words))


def test_every_action_is_fixed_to_a_commit_that_says_its_version() -> None:
    used = [
        found for file in Path(".github").rglob("*.yml") for found in ACTION.finditer(file.read_text(encoding="utf-8"))
    ]
    assert used
    for found in used:
        assert re.fullmatch(r"[0-9a-f]{40}", found["commit"]), found["action"]
        assert re.fullmatch(r" # v\d+(\.\d+)*", found["comment"]), found["action"]


def test_every_lint_rule_left_out_has_its_reason() -> None:
    written = Path("pyproject.toml").read_text(encoding="utf-8")
    ignored = [line for line in written.splitlines() if re.match(r'\s+"[A-Z]+\d*",', line)]
    assert len(ignored) > 10
    assert [line for line in ignored if not re.search(r"# \w.{10,}", line)] == []


def test_the_changelog_knows_this_version() -> None:
    assert f"## {__version__}" in Path("CHANGELOG.md").read_text(encoding="utf-8")


def test_ci_runs_what_a_person_runs() -> None:
    assert Path(".ci/run").read_text(encoding="utf-8").splitlines()[-1] == "exec make test"


@pytest.mark.parametrize(
    "name", [".venv", ".site-12-abcd_123/x", ".docs-12-abcd_123/x", ".site.old/x", "site/.banmian"]
)
def test_what_a_run_leaves_is_never_committed(name: str) -> None:
    """Also an environment that is a link, and what a killed run left beside the folders that it writes."""
    assert subprocess.run(["git", "check-ignore", "--no-index", "--quiet", name], check=False).returncode == 0


@pytest.mark.parametrize("name", ["seeds/.venv-page.txt", "docs/index.md", "site/.gitkeep"])
def test_the_pages_and_the_markdown_are_committed(name: str) -> None:
    assert subprocess.run(["git", "check-ignore", "--no-index", "--quiet", name], check=False).returncode == 1
