"""The command line as a person meets it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.account import account
from generator.build import build, open_page
from generator.cli import main
from generator.config import Settings, load_settings
from generator.errors import SettingsError
from generator.model import Seed
from generator.read import read

SEEDS = Path("seeds")


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, words)
    return result.exit_code, result.stdout, result.stderr


def test_the_ledger_loses_and_doubles_nothing() -> None:
    status, out, _ = run("ledger")
    accounts = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [entry["seed"] for entry in accounts] == sorted(file.name for file in SEEDS.glob("*.txt"))
    assert all(entry["unplaced"] == entry["twice"] == entry["invented"] == 0 for entry in accounts)


def test_the_ledger_notices_a_lost_a_doubled_and_an_invented_character() -> None:
    page = open_page(read(SEEDS / "001_8f75e8691d6c27ef.txt")[0][0])
    first, *rest = page.furniture or page.articles[0].blocks
    assert account(page).holds
    if page.furniture:
        assert account(replace(page, furniture=tuple(rest))).unplaced > 0
        assert account(replace(page, furniture=(first, *page.furniture))).twice > 0
    other = Seed(page.seed.id, page.seed.name, page.seed.source.replace(first.text.value[0], " ", 1))
    assert account(replace(page, seed=other)).invented > 0


def test_show_names_every_block_with_its_rule() -> None:
    status, out, _ = run("show", "000")
    page = open_page(read(SEEDS / "000_5b1a5244461864bc.txt")[0][0])
    assert status == 0
    lines = [line for line in out.splitlines() if " lines " in line]
    assert len(lines) == len(page.blocks)
    assert all(block.why in out for block in page.blocks)


@pytest.mark.parametrize(("name", "words"), [("00", "means 5 pages"), ("nothing", "means 0 pages")])
def test_show_says_which_pages_there_are(name: str, words: str) -> None:
    status, _, err = run("show", name)
    assert status == 2
    assert words in err
    assert "000_5b1a5244461864bc.txt" in err


def test_a_page_that_cannot_be_read_is_named_and_the_others_are_built(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "empty.txt").write_bytes(b"")
    (seeds / "good.txt").write_text("标题\n\n正文一句。\n", encoding="utf-8")
    status, _, err = run("build", "--seeds", str(seeds), "--docs", str(tmp_path / "docs"), "--quiet")
    assert status == 1
    assert len(err.splitlines()) == 1
    assert "empty.txt" in err
    assert list((tmp_path / "docs" / "articles").glob("good-*.md"))


def test_quiet_says_nothing(tmp_path: Path) -> None:
    assert run("build", "--docs", str(tmp_path), "--quiet") == (0, "", "")


def test_a_missing_folder_is_said_in_words(tmp_path: Path) -> None:
    status, _, err = run("build", "--seeds", str(tmp_path / "none"), "--docs", str(tmp_path / "docs"))
    assert status == 2
    assert "is not a folder" in err


def test_help_names_every_command() -> None:
    _, out, _ = run("--help")
    for command in ("build", "check", "export", "ledger", "serve", "show", "site"):
        assert f"\n  {command} " in out


def test_settings_come_from_mkdocs_yml(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(
        "site_name: 见报录\nsite_description: 一句话\nextra:\n  banmian:\n    contact: a@b.example\n", encoding="utf-8"
    )
    assert load_settings(file) == Settings(title="见报录", description="一句话", contact="a@b.example")
    assert load_settings(tmp_path / "none.yml") == Settings()


@pytest.mark.parametrize(
    ("written", "words"),
    [("extra:\n  banmian:\n    colour: red\n", "colour"), ("site_name: [a]\n", "title"), ("a: [\n", "mkdocs.yml")],
)
def test_a_wrong_setting_is_named(tmp_path: Path, written: str, words: str) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(SettingsError, match=words):
        load_settings(file)


def test_the_order_of_the_seeds_changes_nothing(tmp_path: Path) -> None:
    """The same pages under names that sort the other way give the same articles, but for their ids."""
    turned = {file.name: f"{9 - index}_{file.name}" for index, file in enumerate(sorted(SEEDS.glob("*.txt")))}
    for name, other in turned.items():
        (tmp_path / other).write_bytes((SEEDS / name).read_bytes())
    before, after = build(SEEDS), build(tmp_path)
    strip = {f"{9 - index}_{page.seed.id}": page.seed.id for index, page in enumerate(before.pages)}

    def plain(text: str) -> str:
        for long, short in strip.items():
            text = text.replace(long, short)
        return text

    assert sorted(plain(article.id) for article in after.articles) == sorted(article.id for article in before.articles)
    links = {(*sorted((plain(link.a), plain(link.b))), link.kind, link.why) for link in after.links}
    assert links == {(link.a, link.b, link.kind, link.why) for link in before.links}
