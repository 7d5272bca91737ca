"""What is handed out as data says where it stands, and what stands there is what it says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.text import is_blank

SEEDS = Path("seeds")
SPANS = "_spans"


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    result = CliRunner().invoke(main, ["export", str(SEEDS), "--format", "jsonl"])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    return {file.name: file.read_bytes().decode() for file in SEEDS.glob("*.txt")}


def addressed(value: Any, seed: str) -> Iterator[tuple[str, str, list[list[int]]]]:
    """Every (seed, text, spans) in a record, however deep."""
    if isinstance(value, list):
        for item in value:
            yield from addressed(item, seed)
    elif isinstance(value, dict):
        seed = value.get("seed", seed)
        if "text" in value and "spans" in value and "more" not in value:
            yield seed, value["text"], value["spans"]
        for name in (key.removesuffix(SPANS) for key in value if key.endswith(SPANS)):
            if value[name]:
                yield seed, value[name], value[f"{name}{SPANS}"]
        for item in value.values():
            yield from addressed(item, seed)


def inked(text: str) -> str:
    return "".join(character for character in text if not is_blank(character))


def test_what_stands_at_the_spans_is_the_text(records: list[dict[str, Any]], sources: dict[str, str]) -> None:
    seen = 0
    for record in records:
        home = record["seeds"][0]
        shown = {name: list(source) for name, source in sources.items() if name in record["seeds"]}
        for offset, was, now, *away in record["swaps"]:
            name = away[0] if away else home
            assert shown[name][offset] == was
            shown[name][offset] = now
        for seed, text, spans in addressed(record, home):
            assert inked("".join("".join(shown[seed][start:end]) for start, end in spans)) == inked(text)
            seen += 1
    assert seen > 100


def test_the_text_is_the_paragraphs(records: list[dict[str, Any]]) -> None:
    for record in records:
        assert record["text"].replace("\n", "") == "".join(entry["text"] for entry in record["paragraphs"])


def test_an_id_is_the_ink_before_the_article(records: list[dict[str, Any]], sources: dict[str, str]) -> None:
    for record in records:
        home = record["seeds"][0]
        _, _, count = record["id"].rpartition("-")
        own = [
            span[0]
            for part in (record["paragraphs"], [record["byline"]], record["captions"])
            for entry in part
            if entry.get("seed", home) == home
            for span in entry["spans"]
        ] + [span[0] for name in ("title", "kicker", "subtitle") for span in record[f"{name}_spans"]]
        marks = [record["continued_from"], record["continued_on"], record["dateline"], *record["joined"]]
        own += [span[0] for mark in marks if mark and mark.get("seed", home) == home for span in mark["spans"]]
        before = inked(sources[home][: min(own)])
        marks_alone = before[int(count) :]  # such as the ■ before a byline
        assert len(before) >= int(count)
        assert not any(character.isalnum() for character in marks_alone)


def test_nothing_but_data_goes_to_standard_output(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("标题\n\n正文一句。\n", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xff\xff\x81")
    result = CliRunner().invoke(main, ["export", str(tmp_path)])
    assert result.exit_code == 1
    assert [json.loads(line)["seeds"] for line in result.stdout.splitlines()] == [["good.txt"]]
    assert "bad.txt" in result.stderr


def test_each_path_is_a_collection_of_its_own(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(f"标题{name}\n\n正文一句。\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["export", str(tmp_path / "one"), str(tmp_path / "two" / "page.txt")])
    assert [json.loads(line)["title"] for line in result.stdout.splitlines()] == ["标题one", "标题two"]


def test_articles_and_furniture_together_are_the_page(sources: dict[str, str]) -> None:
    result = CliRunner().invoke(main, ["export", str(SEEDS), "--furniture"])
    furniture = [json.loads(line) for line in result.stdout.splitlines()]
    ledger = CliRunner().invoke(main, ["ledger", str(SEEDS)])
    for line in ledger.stdout.splitlines():
        account = json.loads(line)
        spans = [span for entry in furniture if entry["seed"] == account["seed"] for span in entry["spans"]]
        ink = sum(len(inked(sources[account["seed"]][start:end])) for start, end in spans)
        assert ink == account["in_furniture"]
        assert account["in_articles"] + ink + account["blank"] == account["characters"]


def test_a_repeat_is_what_it_repeats(records: list[dict[str, Any]], sources: dict[str, str]) -> None:
    repeats = [(record["seeds"][0], repeat) for record in records for repeat in record["repeats"]]
    assert len(repeats) > 8
    for home, repeat in repeats:
        source = sources[repeat.get("seed", home)]
        once, again = ("".join(source[start:end] for start, end in repeat[key]) for key in ("of", "spans"))
        assert inked(once) == inked(again)


def test_a_genre_is_one_of_those_that_are_promised(records: list[dict[str, Any]]) -> None:
    genres = {record["genre"] for record in records}
    assert {"news", "feature", "commentary", "policy"} <= genres
    assert genres <= {"news", "feature", "commentary", "brief", "policy", "data", None}
