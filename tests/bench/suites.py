"""The outside suites of times and numbers: `FOLDER/suites/score.py` asks our adapters and says how many are right.

`python -m tests.bench.suites FOLDER` prints a line for each suite. Each is asked twice where its habits differ from a
newspaper's: in its own habits, and as a newspaper means it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

# Suite, adapter, and whose habits the adapter has.
ASKED = (
    ("mrt-dt", "tests.bench.suite_dates:microsoft", "in its habits"),
    ("mrt-dt", "tests.bench.suite_dates:plain", "as printed"),
    ("jio-time", "tests.bench.suite_dates:jionlp", "in its habits"),
    ("jio-time", "tests.bench.suite_dates:plain", "as printed"),
    ("jio-timex", "tests.bench.suite_dates:plain", "as printed"),
    ("mrt-num", "tests.bench.suite_numbers:number", "in its habits"),
    ("mrt-num", "tests.bench.suite_numbers:plain_number", "as printed"),
    ("mrt-pct", "tests.bench.suite_numbers:percent", "in its habits"),
    ("mrt-unit", "tests.bench.suite_numbers:unit", "as printed"),
    ("jio-money", "tests.bench.suite_numbers:money", "in its habits"),
    ("jio-moneyx", "tests.bench.suite_numbers:money_spans", "as printed"),
)
SHOWN = {
    "exact_PRF": "exact P R F1",
    "value_acc": "right value",
    "start_acc": "right start",
    "interval_acc": "interval",
}


def measure(suites: Path) -> None:
    """Print how well the suites in a folder are read."""
    for suite, adapter, habits in ASKED:
        for name, result in _rows(_asked(suites, suite, adapter)):
            told = ", ".join(f"{words} {result[key]}" for key, words in SHOWN.items() if result.get(key) is not None)
            print(f"{suite:<10}{name:<34}{habits:<16}{told}")


def _asked(suites: Path, suite: str, adapter: str) -> Mapping[str, Any]:
    """What the suite's own program says of an adapter."""
    with tempfile.TemporaryDirectory() as aside:
        words = [sys.executable, str(suites / "score.py"), suite, adapter, "--out", f"{aside}/out.txt"]
        done = subprocess.check_output(words, env={**os.environ, "PYTHONPATH": str(Path.cwd())})
    result: Mapping[str, Any] = json.loads(done)["result"]
    return result


def _rows(result: Mapping[str, Any], name: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The figures of a suite, part by part; what only counts one kind of case is left out."""
    if SHOWN.keys() & result.keys():
        yield name, result
        return
    for key, inner in result.items():
        if isinstance(inner, Mapping) and not key.startswith(("by_type", "py", "time_")):
            yield from _rows(inner, key)


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
