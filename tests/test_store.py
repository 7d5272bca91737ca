"""What is known of unchanged pages is what would be computed again, and nothing that is broken or old is believed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner

from generator import build as pipeline
from generator import store as stored
from generator.build import build
from generator.cli import main
from generator.model import Library, Seed
from generator.store import PACKAGE, Store, code
from tests.recover.test_rulings import FRONT, PAGES

SEEDS = Path("seeds")
GIVEN = "paper:\n  is: 海滨晚报\n  by: 编者\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pages of which two are one article, and one that can be opened but hardly written down."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, source in PAGES.items():
        (seeds / f"{name}.txt").write_text(source, encoding="utf-8")
    (seeds / "odd.txt").write_text("标题\u2028一\n\n正文\ufeff一句𠀀“话”，3％。\n", encoding="utf-8")
    return seeds


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def built(seeds: Path, store: Path) -> Library:
    kept = Store(store)
    library = build(seeds, store=kept)
    kept.write()
    return library


def opened(monkeypatch: pytest.MonkeyPatch, action: Callable[[], object]) -> list[str]:
    """The pages that are taken apart in an action, by their names."""
    found: list[str] = []
    made = pipeline.open_page

    def noted(seed: Seed, *known: object) -> object:
        found.append(seed.name)
        return made(seed, *known)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "open_page", noted)
        action()
    return sorted(found)


def refused(*_: object) -> NoReturn:
    raise AssertionError("computed again")


@pytest.mark.parametrize("pages", [SEEDS, Path("tests/cases"), Path("tests/cases/stitch"), Path("tests/cases/extract")])
def test_a_library_is_the_same_with_and_without(pages: Path, store: Path) -> None:
    plain = build(pages)
    assert built(pages, store) == plain
    assert built(pages, store) == plain


def test_nothing_is_computed_a_second_time(folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once = built(folder, store)
    for name in ("open_page", "extract", "summarise"):
        monkeypatch.setattr(pipeline, name, refused)
    assert built(folder, store) == once


@pytest.mark.parametrize("name", ["front", "rest", "other"])
def test_a_page_that_was_changed_is_taken_apart_again(
    name: str, folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(folder, store)
    (folder / f"{name}.txt").write_text(PAGES[name].replace("，", "，当天", 1), encoding="utf-8")
    assert opened(monkeypatch, lambda: built(folder, store)) == [f"{name}.txt"]
    assert built(folder, store) == build(folder)


def test_an_article_that_lost_its_other_half_is_told_again(folder: Path, store: Path) -> None:
    joined = built(folder, store)
    (folder / "rest.txt").unlink()
    apart = built(folder, store)
    assert apart == build(folder)
    assert {len(article.seeds) for article in joined.articles} == {1, 2}
    assert {len(article.seeds) for article in apart.articles} == {1}
    (folder / "rest.txt").write_text(PAGES["rest"], encoding="utf-8")
    assert built(folder, store) == joined


def test_what_a_person_says_of_a_page_counts_at_once(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(folder, store)
    (folder / "other.yml").write_text(GIVEN, encoding="utf-8")
    assert opened(monkeypatch, lambda: built(folder, store)) == ["other.txt"]
    library = built(folder, store)
    assert library == build(folder)
    assert "海滨晚报" in {page.issue.publication.value for page in library.pages if page.issue.publication}
    (folder / "other.yml").unlink()
    assert built(folder, store) == build(folder)


def test_what_other_code_computed_does_not_count(folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(folder, store)
    monkeypatch.setattr(stored, "code", lambda _: "other code")
    assert len(opened(monkeypatch, lambda: built(folder, store))) == len(PAGES) + 1


@pytest.mark.parametrize("file", ["rules/dates.yml", "rules/divisions.txt", "extract/dates.py", "recover/label.py"])
def test_a_changed_rule_is_other_code(file: str, tmp_path: Path) -> None:
    old, new = (
        shutil.copytree(PACKAGE, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__")) for name in ("a", "b")
    )
    (new / file).write_text((new / file).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert code(old) == code(PACKAGE) != code(new)


BREAKING: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda record: record[:-7],
    "one bit": lambda record: record[:-9] + bytes([record[-9] ^ 1]) + record[-8:],
    "one letter of its head": lambda record: b"x" + record[1:],
    "no record": lambda _: "标题".encode() * 90,
}


@pytest.mark.parametrize("breaks", BREAKING.values(), ids=BREAKING)
def test_a_broken_record_is_as_none(breaks: Callable[[bytes], bytes], folder: Path, store: Path) -> None:
    whole = built(folder, store)
    for record in store.iterdir():
        record.write_bytes(breaks(record.read_bytes()))
    assert built(folder, store) == whole


def test_the_record_of_another_page_is_as_none(folder: Path, store: Path) -> None:
    whole = built(folder, store)
    one, other, *_ = sorted(store.iterdir())
    shutil.copy(one, other)
    assert built(folder, store) == whole


def test_a_store_that_cannot_be_written_harms_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert built(folder, tmp_path / "file" / "store") == build(folder)


def test_a_page_has_one_record_however_often_it_changes(folder: Path, store: Path) -> None:
    for number in range(3):
        (folder / "front.txt").write_text(FRONT.replace("两米", f"{number}米"), encoding="utf-8")
        built(folder, store)
    assert len([*store.iterdir()]) == len(PAGES) + 1


def test_the_site_keeps_what_the_export_reads_but_never_writes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy("mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    asked = ["export", str(folder)]
    before = CliRunner().invoke(main, asked)
    assert not (tmp_path / ".cache").exists()
    assert CliRunner().invoke(main, ["build", "--quiet"]).exit_code == 0
    assert len([*(tmp_path / ".cache").rglob("*.page")]) == len(PAGES) + 1
    monkeypatch.setattr(pipeline, "open_page", refused)
    after = CliRunner().invoke(main, asked)
    assert before.exit_code == after.exit_code == 0
    assert before.stdout == after.stdout
