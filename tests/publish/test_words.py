"""The site's own words: the calendar, and no word too many or too few."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.model import DateRange, Kind
from generator.publish.words import words
from tests.publish.conftest import ROOT

PUBLISH = ROOT / "generator" / "publish"
SAY = words("zh")
ANY = "[a-z_]+"
# Keys that are put together from a kind of block, of evidence or of subject, and what is said of several lines.
MADE = {str(kind) for kind in Kind} | {"printed", "inferred", "given", "same_lines", "also_lines"}


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2023, 11, 5), date(2023, 11, 5), "2023年11月5日"),
        (date(2023, 9, 11), date(2023, 9, 30), "2023年9月11日至30日"),
        (date(2023, 7, 29), date(2023, 8, 1), "2023年7月29日至8月1日"),
        (date(2023, 12, 30), date(2024, 1, 2), "2023年12月30日至2024年1月2日"),
        (date(2022, 8, 1), date(2022, 8, 31), "2022年8月"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        (date(2023, 4, 1), date(2023, 12, 31), "2023年4月至12月"),
        (date(2022, 11, 1), date(2023, 1, 31), "2022年11月至2023年1月"),
        (date(2023, 1, 1), date(2023, 12, 31), "2023年"),
        (date(2021, 1, 1), date(2025, 12, 31), "2021年至2025年"),
    ],
)
def test_days_are_said_as_shortly_as_they_can_be(start: date, end: date, said: str) -> None:
    assert SAY.days(start, end) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2023, 11, 5), date(2023, 11, 5), "2023年11月5日"),
        (date(2023, 9, 11), date(2023, 9, 30), "2023年9月11日至30日之间"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024年内某日"),
    ],
)
def test_an_issue_of_unknown_day_is_of_some_day(start: date, end: date, said: str) -> None:
    assert SAY.issue_days(DateRange(start, end)) == said


def test_every_word_is_said_somewhere() -> None:
    files = [*PUBLISH.rglob("*.py"), *(PUBLISH / "templates").rglob("*.*")]
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    asking = (ROOT / "docs" / "assets" / "search.js").read_text(encoding="utf-8")
    said = set(re.findall(r"[\"']([a-z_]+)[\"']", code)) | {
        f"search_{key}" for key in re.findall(r"\"([a-z_]+)\"", asking)
    }
    parts = [re.sub(r"\{[^}]*\}", ANY, part) for part in re.findall(r"f\"([a-z_]*\{[^\" ]*)\"", code)]
    parts += [f"{beginning}{ANY}" for beginning in re.findall(r"\"([a-z_]+_)\" ~", code)]  # as templates put it
    parts += [f"search_{beginning}{ANY}" for beginning in re.findall(r"say\(\"([a-z_]+_)\" \+", asking)]
    telling = [part for part in parts if "_" in part.replace(ANY, "")]
    made = {key for key in SAY.table if any(re.fullmatch(part, key) for part in telling)}
    assert set(SAY.table) - said - made - MADE == set()


def test_no_word_is_missing() -> None:
    templates = "".join(file.read_text(encoding="utf-8") for file in (PUBLISH / "templates").rglob("*.*"))
    code = "".join(file.read_text(encoding="utf-8") for file in PUBLISH.rglob("*.py"))
    asked = set(re.findall(r"\b(?:w|words|tag)\(\"([a-z_]+)\"", templates + code)) - {"zh"}
    missing = asked - set(SAY.table)
    assert {
        word for word in missing if not any(said.startswith(word) for said in SAY.table if word[-1] == "_")
    } == set()


def test_for_every_fault_of_a_page_there_are_words() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in (PUBLISH.parent / "read").glob("*.py"))
    faults = set(re.findall(r"UnreadableSeedError\(\s*name,\s*\"([a-z_]+)\"", code))
    faults |= set(re.findall(r"_broken\(name, \"([a-z_]+)\"", code))
    assert {"twin", "empty", "outside", "encoding", "marked"} <= faults
    assert {f"unread_{fault}" for fault in faults} <= set(SAY.table)
