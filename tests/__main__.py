"""`make test`: everything that must hold, in one run; the last lines are pytest's own.

A check that fails does not stop the others, so that one run tells all; the exit status says whether all went well.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from tests.browser import ADVICE, provide

WORKFLOWS = sorted(str(file) for file in Path(".github/workflows").glob("*.yml"))
CHECKS = {
    "lint": ["ruff", "check", "."],
    "form": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "workflows": ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS],
    "workflow safety": ["zizmor", "--offline", "--quiet", "--no-progress", ".github"],
}


def run(tool: str, *words: str) -> int:
    """The exit status of a tool of the environment that runs us."""
    found = shutil.which(tool, path=sysconfig.get_path("scripts"))
    if found is None:
        sys.exit(f"{tool} is not installed here; run the tests by `make test`, or install requirements-dev.txt")
    return subprocess.run([found, *words], check=False).returncode


def main(words: Sequence[str]) -> int:
    """Run the checks, then pytest with `words`; 0 when all of them went well."""
    lacking = provide()
    if lacking:
        print(f"The browser tests need {lacking}: {ADVICE}", file=sys.stderr)
    failed = [name for name, check in CHECKS.items() if _fails(name, check)]
    if failed:
        print(f"\nFailed before the tests: {', '.join(failed)} (see above); the tests run all the same.", flush=True)
    tested = run("pytest", "--numprocesses", "auto", "--dist", "loadfile", *words)
    return tested or int(bool(failed or lacking))


def _fails(name: str, check: Sequence[str]) -> bool:
    print(f"== {name}: {' '.join(check)}", flush=True)
    return run(*check) != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
