"""A rule of extraction that finds nothing on any page, nor in `tests/cases/extract/`, is not needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rules import Rule, rules

FILES = (
    *("dates", "lunar", "status", "sentences", "places", "initiatives", "summary", "figures"),
    *("marks", "quotes", "documents", "lists", "pairings", "setups", "numbers", "units", "scope"),
    *("people", "organisations", "regions", "roles", "local"),
    *("tables", "news", "setup_kinds"),
)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def printed() -> list[str]:
    """The lines of the shipped pages, each paragraph of theirs in one, and the cases."""
    pages = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
    joined = [paragraph.replace("\n", "").replace(" ", "") for page in pages for paragraph in page.split("\n\n")]
    cases = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "tests/cases/extract").glob("*.txt"))]
    return [line for page in (*pages, *cases) for line in page.splitlines()] + joined


def fires_inside(rule: Rule, line: str) -> bool:
    """Whether a rule that looks at the beginning or end of its text finds something when the line is cut there."""
    return any(rule.pattern.search(line[at:]) or rule.pattern.search(line[:at]) for at in range(len(line)))


@pytest.mark.parametrize(
    "rule", [rule for file in FILES for rule in rules(file).values() if rule.written], ids=lambda rule: rule.id
)
def test_no_rule_is_kept_that_never_fires(rule: Rule, printed: list[str]) -> None:
    fires = any(rule.pattern.search(line) for line in printed) or any(fires_inside(rule, line) for line in printed)
    assert fires, f"{rule.id} fires nowhere: delete it, or add a case"
