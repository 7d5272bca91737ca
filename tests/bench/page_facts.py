"""`python -m tests.bench.page_facts FOLDER [KIND…]`: the facts of pages that the project did not choose.

`FOLDER` holds one sub-folder of pages an issue, named by its day. What a person found on some of them stands in
`facts/` (its README tells how it was made); the pages themselves are not part of the project.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from generator.build import build
from generator.model import DateRange, Library, Seed
from generator.text import is_blank
from tests.truth.facts_reading import Claim, Print, claims
from tests.truth.facts_said import said
from tests.truth.facts_scores import Score, score, tell

FACTS = Path(__file__).parent / "facts"
KINDS = ("dates", "figures", "places", "people")


@cache
def library(issue: Path) -> Library:
    """What the program makes of the pages of one issue, told the day that the readers were told: that of its name."""
    with tempfile.TemporaryDirectory() as aside:
        told = Path(shutil.copytree(issue, Path(aside) / issue.name))
        for page in told.glob("*.txt"):
            page.with_suffix(".yml").write_text(f"by: the name of the folder\ndate: {issue.name}\n", encoding="utf-8")
        return build(told)


def printed(seed: Seed) -> Print:
    """The ink of a page in the order of the dump."""
    offsets = [offset for offset, character in enumerate(seed.source) if not is_blank(character)]
    return Print("".join(seed.source[at] for at in offsets), offsets, [seed.line_of(at) for at in offsets])


def measured(folder: Path) -> Mapping[str, Score]:
    """Each kind's score over the pages of `folder` of which a person told the facts."""
    total = {kind: Score() for kind in KINDS}
    for file in sorted(FACTS.glob("*.yml")):
        name = yaml.safe_load(file.read_text(encoding="utf-8"))["page"]
        issue, _, page = name.partition("/")
        if not (folder / name).is_file():
            continue
        book = library(folder / issue)
        seed = next(one.seed for one in book.pages if one.seed.name == page)
        true = claims(file, printed(seed))
        told = told_of(book, seed)
        day = date.fromisoformat(issue)
        for kind in KINDS:
            alone = [replace(claim, article=None) for claim in true.get(kind, ())]
            also = [replace(claim, article=None) for claim in true.get("vague", ())] if kind == "dates" else []
            total[kind] += score(kind, alone, told[kind], also, DateRange(day, day))
    return total


def told_of(book: Library, seed: Seed) -> Mapping[str, list[Claim]]:
    """What the program tells on one page, by kind."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for article in book.articles:
        for kind, told in said(article, book.facts[article.id], None).items():
            found[kind] += [claim for claim in told if seed.id in claim.seeds]
    return found


def main(words: Sequence[str]) -> int:
    """Print the differences in the kinds named, then all figures together."""
    folder, *kinds = words
    tell(measured(Path(folder)), kinds)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
