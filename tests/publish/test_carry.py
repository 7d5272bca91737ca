"""What a reader carries away: every article as its schema says, and tables that no office program calculates with."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.build import build
from generator.model import Library
from generator.publish.carry import carried
from generator.publish.desk import Desk
from generator.publish.export import records
from generator.publish.words import words
from tests.publish.made import Settings


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, bytes]:
    return dict(carried(Desk(library, words("zh")), Settings()))


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"))))


def test_every_article_is_as_the_schema_says(files: dict[str, bytes], library: Library) -> None:
    schema = json.loads(files["schema.json"])
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema)
    found = [json.loads(line) for line in files["articles.jsonl"].decode().splitlines()]
    assert [record["id"] for record in found] == [article.id for article in library.articles]
    assert {record["id"]: [fault.message for fault in check.iter_errors(record)] for record in found} == {
        record["id"]: [] for record in found
    }


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "story"), ("id", "no-number-"), ("figures", [{"text": "1"}]), ("swaps", [[1, "a"]])]
)
def test_the_schema_finds_what_is_no_article(library: Library, field: str, value: object) -> None:
    record = next(records(library)) | {field: value}
    schema = json.loads(dict(carried(Desk(library, words("zh")), Settings()))["schema.json"])
    assert not Draft202012Validator(schema).is_valid(record)


def test_every_fact_is_a_row_with_its_line(files: dict[str, bytes], library: Library) -> None:
    facts = library.facts.values()
    for name, count in (
        ("figures.csv", sum(len(one.figures) for one in facts)),
        ("events.csv", sum(len(one.events) for one in facts)),
        ("mentions.csv", sum(len(one.mentions) for one in facts)),
    ):
        found = rows(files, name)
        assert len(found) == count
        assert all(row["行"] and row["文件"] and row["原文"] for row in found)


def test_a_figure_is_told_with_its_value_and_its_place(files: dict[str, bytes]) -> None:
    (row,) = [
        row
        for row in rows(files, "figures.csv")
        if row["原文"] == "135家" and row["行"] == "17" and "000" in row["文件"]
    ]
    assert (row["数值"], row["单位"], row["已报还是打算"]) == ("135", "家", "已报")


def test_what_limits_a_figure_goes_with_it(files: dict[str, bytes]) -> None:
    limited = {row["原文"]: row["限定（约、超、近……）"] for row in rows(files, "figures.csv") if row["行"] == "238"}
    assert limited["2万家"] == "超"


def test_what_a_page_prints_is_no_formula(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("标题在此处\n\n=HYPERLINK(“http://x”)公司去年投资100万元。\n", encoding="utf-8")
    files = dict(carried(Desk(build(tmp_path), words("zh")), Settings()))
    for name in ("figures.csv", "events.csv", "mentions.csv"):
        for row in rows(files, name):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
