"""`make bench`: how long the program takes, how good its summaries are; with a folder, how well it recovers its pages.

A folder holds one sub-folder of pages an issue, the truth about them, and two programs of its own: `from_export.py`,
which turns what `export` prints into its records, and `score.py`, which compares these with the truth. Or it holds such
a folder as `pages`, and beside it `suites`: times and numbers of other recognisers, with a `score.py` that asks ours.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

from generator.build import build
from generator.cli import STORE
from generator.read import read
from tests.bench import page_facts, recovery, suites, summary
from tests.truth.facts_scores import tell

SEEDS = Path("seeds")
GENERATOR = [sys.executable, "-m", "generator"]
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
PLAIN = {
    "site_name": "plain",
    "theme": {"name": "material", "font": False, "language": "zh"},
    "markdown_extensions": ["attr_list", "md_in_html", "tables"],
    "use_directory_urls": False,
}
CALM = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
ROUNDS = 3


def seconds(action: Callable[[], object]) -> float:
    """The shortest of a few runs: what else the machine does only makes a run longer."""

    def once() -> float:
        start = time.perf_counter()
        action()
        return time.perf_counter() - start

    return min(once() for _ in range(ROUNDS))


def command(*words: str) -> Callable[[], object]:
    """A run of the program from its start, as a person starts it."""
    return lambda: subprocess.run([*GENERATOR, *words], check=True, stdout=subprocess.DEVNULL)


def the_first_time(action: Callable[[], object]) -> Callable[[], object]:
    """The same run when nothing is known of any page: the store, which holds nothing else, is emptied before."""

    def run() -> None:
        shutil.rmtree(STORE, ignore_errors=True)
        action()

    return run


def take_time() -> None:
    """Print how long each part takes, all in one run."""
    seeds, _ = read(SEEDS)
    with tempfile.TemporaryDirectory() as aside:
        docs = shutil.copytree("docs", Path(aside) / "docs")
        everything = ["site", "--docs", str(docs), "--site", f"{aside}/site", "--quiet"]
        first, again = seconds(the_first_time(command(*everything))), seconds(command(*everything))
        settings = _plain_copy(docs, Path(aside) / "plain")
        plain = seconds(lambda: subprocess.run([*MKDOCS, "--config-file", str(settings)], check=True, env=CALM))
    rows = {
        f"the whole run on {len(seeds)} pages, MkDocs included, the first time": f"{first:.2f} s",
        "    again, with all pages as they were": f"{again:.2f} s",
        "the same Markdown by plain MkDocs and Material, with its search": f"{plain:.2f} s",
        "export behind it, with all pages known": f"{seconds(command('export')):.2f} s",
        "export when nothing is known": f"{seconds(the_first_time(command('export'))):.2f} s",
        "start (`--help`)": f"{seconds(command('--help')):.2f} s",
        "recovery, facts, links": f"{len(seeds) / seconds(lambda: build(SEEDS)):.0f} pages a second",
    }
    for what, measure in rows.items():
        print(f"{what:<66}{measure:>22}")
    recovery.measure(SEEDS)
    summary.measure()


def _plain_copy(docs: Path, plain: Path) -> Path:
    """The settings of a site that MkDocs and Material make of the same Markdown without our templates."""
    shutil.copytree(docs, plain / "docs")
    for file in plain.rglob("*.md"):
        written = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^template: .*\n", "", written, count=1, flags=re.MULTILINE), encoding="utf-8")
    settings = plain / "mkdocs.yml"
    settings.write_text(yaml.safe_dump(PLAIN), encoding="utf-8")
    return settings


def score(folder: Path) -> int:
    """Recover the issues in `folder`, each a collection of its own, and let the folder's program judge."""
    issues = sorted(path.name for path in folder.iterdir() if path.is_dir() and any(path.glob("*.txt")))
    if not issues or not (folder / "score.py").is_file():
        sys.exit(
            f"{folder} is no such benchmark: it needs issues (sub-folders of .txt pages), score.py and from_export.py"
        )
    with tempfile.TemporaryDirectory() as aside:
        for issue in issues:
            export = Path(aside) / "export"
            export.write_bytes(subprocess.check_output([*GENERATOR, "export", str(folder / issue)]))
            records = subprocess.check_output([sys.executable, str(folder / "from_export.py"), str(export)])
            (Path(aside) / f"{issue}.jsonl").write_bytes(records)
            export.unlink()
        words = [
            sys.executable,
            str(folder / "score.py"),
            aside,
            "--truth",
            str(folder),
            "--issue",
            *issues,
            "--detail",
        ]
        status = subprocess.run(words, check=False).returncode
    tell(page_facts.measured(folder), ())
    recovery.measure(*(folder / issue for issue in issues))
    summary.measure(*(folder / issue for issue in issues))
    return status


def main(words: Sequence[str]) -> int:
    """Score the folder that is named, with the suites in it if there are any, or take the time."""
    if not words:
        take_time()
        return 0
    folder = Path(words[0])
    if (folder / "suites").is_dir():
        suites.measure(folder / "suites")
    return score(folder / "pages" if (folder / "pages").is_dir() else folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
