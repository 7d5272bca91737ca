"""How the time to relate and to render grows with the pages: `python -m tests.bench.relate [FOLDER…] [NUMBER…]`.

Each of the collections has so many pages (default: 500, 1000, 2000), dealt out of those of the folders (default: seeds;
each one a collection). A slope is that of the logarithms: at 1, twice the pages cost twice the time. Times are those of
the processor; the memory is the most that was held until then, the pages themselves among it.
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from math import log
from pathlib import Path
from typing import Any
from unittest.mock import patch

from generator.build import build
from generator.model import Library
from generator.publish import render as rendering
from generator.publish.desk import Desk
from generator.publish.words import words
from tests.bench.dealt import deal

SIZES = (500, 1000, 2000)
SMALLER = 8  # so much smaller are the collections that are rendered: a file takes longer to write than to relate
STAGES: Mapping[str, Sequence[str]] = {
    "generator.relate": ("dossiers", "paired", "doubles", "series", "promises", "news"),
    "generator.relate.ties": ("homes", "happenings", "who_prints", "links", "passages", "continues"),
}
Costs = dict[str, float]
SLIGHT = 0.01  # what takes less of the whole is not printed


@dataclass(frozen=True)
class Nameless:
    """A collection's own words: none."""

    title: str = ""
    description: str = ""
    contact: str = ""
    site_url: str = ""


def cpu() -> float:
    """Seconds of the processor, so that what else the machine does is not counted."""
    return time.process_time()


def relate_alone(libraries: Sequence[Library], count: int) -> tuple[Library, Costs]:
    """A library of `count` pages, and what each stage of relating them cost."""
    dealt, costs = deal(libraries, count), defaultdict[str, float](float)
    gc.collect()
    gc.freeze()
    with stages_timed(costs):
        start = cpu()
        library = import_module("generator.relate").relate(dealt.pages, dealt.articles, dealt.facts, dealt.summaries)
        costs["relate"] = cpu() - start
    return library, costs


@contextmanager
def stages_timed(costs: Costs) -> Iterator[None]:
    """Each stage notes what it costs."""
    with ExitStack() as stack:
        for module, names in STAGES.items():
            for name in names:
                home = import_module(module)
                stack.enter_context(patch.object(home, name, _timed(getattr(home, name), costs)))
        yield


def _timed(stage: Callable[..., Any], costs: Costs) -> Callable[..., Any]:
    @wraps(stage)
    def run(*given: Any) -> Any:
        start = cpu()
        made = stage(*given)
        costs[f"relate: {stage.__name__}"] += cpu() - start
        return made

    return run


def render_alone(library: Library) -> Costs:
    """What each room and each maker costs; its files are counted and thrown away."""
    costs = defaultdict[str, float](float)
    desk, settings = Desk(library, words("zh")), Nameless()
    for room in rendering.ROOMS:
        start = cpu()
        for sheet in room(desk, settings):
            rendering.front_matter(sheet.meta)
            rendering._fill(desk, sheet.template, sheet.view)  # noqa: SLF001 - one room alone
        costs[f"render: {room.__name__.strip('_')}"] = cpu() - start
    for maker in rendering.MAKERS:
        start = cpu()
        for _ in maker(desk, settings):
            pass
        costs[f"data: {maker.__name__.strip('_')}"] = cpu() - start
    costs["render"] = sum(costs.values())
    return costs


def slope(costs: Sequence[float], sizes: Sequence[int]) -> float:
    """How the time grows from the smallest collection to the largest."""
    if len(sizes) < 2 or min(costs[0], costs[-1]) <= 0:
        return 0.0
    return log(costs[-1] / costs[0]) / log(sizes[-1] / sizes[0])


def held() -> float:
    """The most memory that was held until now, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(folders: Sequence[Path], sizes: Sequence[int]) -> None:
    """Print what relating costs for each size, and rendering for a smaller one of each, and how both grow."""
    libraries = [build(folder) for folder in folders]
    found = []
    for size in sizes:
        library, costs = relate_alone(libraries, size)
        found.append(costs)
        told = f"{len(library.articles)} articles, {len(library.links)} links, {len(library.subjects)} dossiers, "
        told += f"{len(library.series)} series, {len(library.promises)} promises, {len(library.happenings)} happenings"
        print(f"{size} pages: {told}; {held():.0f} MB", flush=True)
    _print(found, sizes, "relate")
    small = [max(1, size // SMALLER) for size in sizes]
    _print([render_alone(relate_alone(libraries, size)[0]) for size in small], small, "render")


def _print(found: Sequence[Costs], sizes: Sequence[int], whole: str) -> None:
    """One table: a row for each stage."""
    print(f"\n{'seconds':<28}" + "".join(f"{size:>9}" for size in sizes) + f"{'slope':>9}")
    for name in sorted(found[-1]):
        row = [costs.get(name, 0.0) for costs in found]
        if row[-1] >= SLIGHT * found[-1][whole]:
            print(f"{name:<28}" + "".join(f"{cost:>9.2f}" for cost in row) + f"{slope(row, sizes):>9.2f}", flush=True)


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    measure([Path(one) for one in sys.argv[1:] if not one.isdigit()] or [Path("seeds")], numbers or SIZES)
