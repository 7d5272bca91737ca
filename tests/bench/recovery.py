"""How fast pages are recovered, stage by stage, and how much memory many of them need.

`python -m tests.bench.recovery [FOLDER…]` takes the pages of these folders (of `seeds/` without one), each one a
collection; with `--memory N` it opens N pages one after the other and prints the peak of its memory.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from generator import build
from generator.model import Seed
from generator.read import read

ROUNDS = 5
PAGES = (50, 200, 800)
STAGES = "generator.recover"


def pages_of(folders: Sequence[Path]) -> list[Seed]:
    """The pages of all folders."""
    return [seed for folder in folders for seed in read(folder)[0]]


def fresh(seeds: Sequence[Seed]) -> Iterator[Seed]:
    """The seeds as they are when they have just been read: nothing is known of them yet."""
    return (Seed(seed.id, seed.name, seed.source) for seed in seeds)


def timed(spent: dict[str, float], name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
    """A stage that notes how long it takes (seconds of this process, whatever else the machine does)."""

    def run(*words: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return stage(*words, **named)
        finally:
            spent[name] += time.process_time() - start

    return run


def by_stage(seeds: Sequence[Seed]) -> dict[str, float]:
    """The seconds that each stage of recovery takes for all pages, the shortest of a few rounds."""
    stages = {
        name: stage
        for name, stage in vars(build).items()
        if callable(stage) and getattr(stage, "__module__", "").startswith(STAGES)
    }
    rounds: list[dict[str, float]] = []
    try:
        for _ in range(ROUNDS):
            spent: dict[str, float] = defaultdict(float)
            vars(build).update({name: timed(spent, name, stage) for name, stage in stages.items()})
            timed(spent, "all", lambda: [build.open_page(seed) for seed in fresh(seeds)])()
            rounds.append(spent)
    finally:
        vars(build).update(stages)
    return min(rounds, key=lambda spent: spent["all"])


def print_speed(seeds: Sequence[Seed]) -> None:
    """Print how many pages a second are recovered, and what each stage takes."""
    for seed in fresh(seeds):  # the rules' patterns are made when first asked for
        build.open_page(seed)
    spent = by_stage(seeds)
    characters = sum(len(seed.source) for seed in seeds)
    speed = f"{len(seeds) / spent['all']:.1f} pages a second"
    print(f"{f'recovery of {len(seeds)} pages of {characters // len(seeds):,} characters':<66}{speed:>22}")
    for name, seconds in sorted(spent.items(), key=lambda stage: -stage[1]):
        if name != "all":
            print(f"    {name:<62}{f'{1000 * seconds / len(seeds):.2f} ms a page':>22}")


def print_memory(folders: Sequence[Path]) -> None:
    """Print the peak of memory after ever more pages, each number in a process of its own."""
    for count in PAGES:
        words = [sys.executable, "-m", "tests.bench.recovery", "--memory", str(count), *map(str, folders)]
        peak = subprocess.check_output(words, text=True).strip()
        print(f"{f'peak of memory when {count} pages are opened one after the other':<66}{f'{peak} MB':>22}")


def open_many(count: int, folders: Sequence[Path]) -> None:
    """Open so many pages, one after the other, and print the peak of memory in megabytes."""
    import resource  # Windows has none

    seeds = pages_of(folders)
    for number, seed in enumerate(islice(cycle(seeds), count)):
        build.open_page(Seed(f"{seed.id}-{number}", f"{number}/{seed.name}", seed.source))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def measure(*folders: Path) -> None:
    """Print the speed and the memory of recovery on the pages of some folders."""
    print_speed(pages_of(folders))
    print_memory(folders)


def main(words: Sequence[str]) -> None:
    """Take the time and the memory, or only open pages."""
    if words[:1] == ["--memory"]:
        open_many(int(words[1]), [Path(word) for word in words[2:]])
    else:
        measure(*map(Path, words or ["seeds"]))


if __name__ == "__main__":
    main(sys.argv[1:])
