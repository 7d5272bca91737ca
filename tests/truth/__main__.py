"""`python -m tests.truth`: where the program and a person read a page differently, page by page."""

from __future__ import annotations

from typing import Any

from generator.build import open_page
from generator.model import Seed
from tests.truth.reading import all_truth
from tests.truth.scores import SCORES, Score, measure

LONGEST = 24


def words(seed: Seed, answer: Any) -> str:
    """An answer for a person: offsets become the lines and the words that stand there."""
    if isinstance(answer, tuple) and len(answer) > 1 and all(isinstance(part, int) for part in answer):
        lines = f"{seed.line_of(answer[0])}-{seed.line_of(answer[-1])}"
        value = "".join(seed.source[offset] for offset in answer)
        return f"L{lines} {value if len(value) <= LONGEST else f'{value[:12]}…{value[-12:]} ({len(value)})'}"
    if isinstance(answer, tuple):
        return " · ".join(words(seed, part) for part in answer)
    return str(answer)


def tell(seed: Seed, name: str, score: Score) -> None:
    """Print one score of one page, and what only one side says."""
    print(f"{name:12} {score.reached:.3f}")
    for sign, answers in (("-", score.true - score.said), ("+", score.said - score.true)):
        for line in sorted(words(seed, answer) for answer in answers):
            print(f"    {sign} {line}")


def main() -> None:
    """Compare every page; `-` is what the program misses, `+` what it says instead."""
    totals = dict.fromkeys(SCORES, (0, 0))
    for truth in all_truth():
        print(f"\n== {truth.seed.name}")
        for name, score in measure(truth, open_page(truth.seed)).items():
            tell(truth.seed, name, score)
            totals[name] = (totals[name][0] + score.right, totals[name][1] + score.wrong)
    print("\n== all pages")
    for name, (right, wrong) in totals.items():
        print(f"{name:12} {2 * right / (2 * right + wrong) if right or wrong else 1:.3f}")


if __name__ == "__main__":
    main()
