"""How fast pages are recovered and told, stage by stage, how stitching grows, and how much memory many pages need.

`python -m tests.bench.recovery [FOLDER…]` takes the pages of these folders (of `seeds/` without one), each one a
collection; with `--memory N` it opens N pages one after the other and prints the peak of its memory.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from generator import build
from generator.extract import extract
from generator.model import Page, Seed
from generator.read import read
from generator.recover.rulings import rule_joins
from generator.recover.stitch import stitch
from generator.summarise import summarise

ROUNDS = 5
PAGES = (50, 200, 800)
STITCHED = (25, 50, 100, 200)
RECOVERY = "generator.recover"
TELLING = ("generator.extract", "generator.summarise")


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


def by_stage(homes: str | tuple[str, ...], action: Callable[[], object]) -> dict[str, float]:
    """The seconds that each stage that is at home there takes in `action`, and "all"; the shortest of a few rounds."""
    stages = {
        name: stage
        for name, stage in vars(build).items()
        if callable(stage) and getattr(stage, "__module__", "").startswith(homes)
    }
    rounds: list[dict[str, float]] = []
    try:
        for _ in range(ROUNDS):
            spent: dict[str, float] = defaultdict(float)
            vars(build).update({name: timed(spent, name, stage) for name, stage in stages.items()})
            timed(spent, "all", action)()
            rounds.append(spent)
    finally:
        vars(build).update(stages)
    return min(rounds, key=lambda spent: spent["all"])


def shortest(action: Callable[[], object]) -> float:
    """The seconds that an action takes, the shortest of a few rounds."""
    spent: list[float] = []
    for _ in range(ROUNDS):
        start = time.process_time()
        action()
        spent.append(time.process_time() - start)
    return min(spent)


def row(what: str, measure: str) -> None:
    """Print one measure."""
    print(f"{what:<66}{measure:>22}")


def print_speed(seeds: Sequence[Seed]) -> None:
    """Print how many pages a second are recovered, and are recovered, told and summed up, and what each stage takes."""
    pages = [build.open_page(seed) for seed in fresh(seeds)]
    tell(pages)  # the rules' patterns are made when first asked for
    recovered = by_stage(RECOVERY, lambda: [build.open_page(seed) for seed in fresh(seeds)])
    told = by_stage(TELLING, lambda: tell(pages))
    characters = sum(len(seed.source) for seed in seeds) // len(seeds)
    row(f"recovery of {len(seeds)} pages of {characters:,} characters", speed(seeds, recovered["all"]))
    print_stages(seeds, recovered)
    row("the same, with their facts and summaries", speed(seeds, recovered["all"] + told["all"]))
    print_stages(seeds, told)


def tell(pages: Sequence[Page]) -> None:
    """What is done with each article of the pages once they are recovered."""
    for page in pages:
        for article in page.articles:
            summarise(article, extract(article, page.issue))


def speed(seeds: Sequence[Seed], seconds: float) -> str:
    """How many of the pages a second."""
    return f"{len(seeds) / seconds:.1f} pages a second"


def print_stages(seeds: Sequence[Seed], spent: dict[str, float]) -> None:
    """Print what each stage takes for a page."""
    for name, seconds in sorted(spent.items(), key=lambda stage: -stage[1]):
        if name != "all":
            row(f"    {name}", f"{1000 * seconds / len(seeds):.2f} ms a page")


def print_stitching(seeds: Sequence[Seed]) -> None:
    """Print what stitching takes for a page of ever larger collections.

    These are the same pages again and again, so that each half has as many rivals as there are copies: the worst case.
    """
    pages = [build.open_page(seed) for seed in islice(copies(seeds), max(STITCHED))]
    for count in STITCHED:
        orders, _ = rule_joins(pages[:count], {})
        spent = shortest(partial(stitch, pages[:count], orders))
        row(f"stitching of {count} pages, copies of the same", f"{1000 * spent / count:.2f} ms a page")


def copies(seeds: Sequence[Seed]) -> Iterator[Seed]:
    """The pages again and again, each time in a folder of their own, as issues are."""
    for number, seed in enumerate(cycle(seeds)):
        issue = number // len(seeds)
        yield Seed(f"{issue}-{seed.id}", f"{issue}/{seed.name}", seed.source)


def print_memory(folders: Sequence[Path]) -> None:
    """Print the peak of memory after ever more pages, each number in a process of its own."""
    for count in PAGES:
        words = [sys.executable, "-m", "tests.bench.recovery", "--memory", str(count), *map(str, folders)]
        peak = subprocess.check_output(words, text=True).strip()
        row(f"peak of memory when {count} pages are opened one after the other", f"{peak} MB")


def open_many(count: int, folders: Sequence[Path]) -> None:
    """Open so many pages, one after the other, and print the peak of memory in megabytes."""
    import resource  # Windows has none

    for seed in islice(copies(pages_of(folders)), count):
        build.open_page(seed)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def measure(*folders: Path) -> None:
    """Print the speed and the memory of recovery on the pages of some folders."""
    print_memory(folders)  # first: a process that is started counts the memory of the one that starts it
    print_speed(pages_of(folders))
    print_stitching(pages_of(folders))


def main(words: Sequence[str]) -> None:
    """Take the time and the memory, or only open pages."""
    if words[:1] == ["--memory"]:
        open_many(int(words[1]), [Path(word) for word in words[2:]])
    else:
        measure(*map(Path, words or ["seeds"]))


if __name__ == "__main__":
    main(sys.argv[1:])
