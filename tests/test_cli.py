"""The command line as a person meets it."""

import json
import re
import subprocess
import sys
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


def write_page(file: Path) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text("标题\n\n正文一句。\n", encoding="utf-8")


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
    lines = [line for line in out.splitlines() if line.startswith("  ") and re.search(r"第[\d–]+行 \[", line)]
    assert len(lines) == len(page.blocks)
    assert all(block.why in line for block, line in zip(page.blocks, lines, strict=True))


def test_show_explains_some_words_alone() -> None:
    status, out, _ = run("show", "000", "在商协会 帮助下，")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  ")] == ["图注"]


def test_show_says_when_the_page_does_not_print_the_words() -> None:
    status, out, err = run("show", "000", "没有印的话")
    assert (status, out) == (2, "")
    assert "'没有印的话' is not on the page 000_5b1a5244461864bc.txt" in err


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


@pytest.mark.parametrize("command", ["build", "site"])
@pytest.mark.parametrize("docs", ["seeds", "seeds/docs", "."])
def test_nothing_is_ever_written_among_the_pages(tmp_path: Path, command: str, docs: str) -> None:
    write_page(tmp_path / "seeds" / "a.txt")
    status, _, err = run(command, "--seeds", str(tmp_path / "seeds"), "--docs", str(tmp_path / docs))
    assert status == 1
    assert "name another" in err
    assert len(err.splitlines()) == 1
    assert [path.name for path in tmp_path.rglob("*")] == ["seeds", "a.txt"]


@pytest.mark.parametrize("site", ["seeds", "seeds/site", "docs", "docs/site", "."])
def test_a_site_in_the_wrong_place_is_refused_before_anything_is_written(tmp_path: Path, site: str) -> None:
    write_page(tmp_path / "seeds" / "a.txt")
    places = {"--seeds": tmp_path / "seeds", "--docs": tmp_path / "docs", "--site": tmp_path / site}
    status, _, err = run("site", *(str(word) for pair in places.items() for word in pair))
    assert status == 1
    assert "name another" in err
    assert len(err.splitlines()) == 1
    assert [path.name for path in tmp_path.rglob("*")] == ["seeds", "a.txt"]


def test_without_a_page_nothing_is_written_and_nothing_goes(tmp_path: Path) -> None:
    """A folder that is mistyped, or not filled yet, does not empty the site."""
    seeds, docs = tmp_path / "seeds", tmp_path / "docs"
    write_page(seeds / "a.txt")
    assert run("build", "--seeds", str(seeds), "--docs", str(docs), "-q")[0] == 0
    before = {path: path.read_bytes() for path in docs.rglob("*.md")}
    (seeds / "a.txt").write_bytes(b"")
    unread = run("build", "--seeds", str(seeds), "--docs", str(docs), "-q")
    (seeds / "a.txt").unlink()
    empty = run("build", "--seeds", str(seeds), "--docs", str(docs), "-q")
    assert (unread[0], empty[0]) == (1, 1)
    assert "a.txt: the file is empty" in unread[2]
    assert "seeds: no page found" in empty[2]
    assert len(empty[2].splitlines()) == 1
    assert {path: path.read_bytes() for path in docs.rglob("*.md")} == before


@pytest.mark.parametrize("command", ["export", "ledger", "check"])
def test_without_a_folder_of_pages_a_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    missing = run(command)
    (tmp_path / "seeds").mkdir()
    empty = run(command)
    assert (missing[0], empty[0]) == (2, 1)
    assert "seeds is not a folder" in missing[2]
    assert "seeds: no page found" in empty[2]
    assert missing[1] == empty[1] == ""


def test_a_file_that_is_no_page_is_said_to_be_none() -> None:
    status, out, err = run("export", "mkdocs.yml")
    assert (status, out) == (1, "")
    assert err == "Error: mkdocs.yml: no page found; a page is a text file whose name ends in .txt\n"


@pytest.mark.parametrize("address", ["nonsense", "8000", ":8000", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:70000"])
def test_a_wrong_address_is_said_in_words(address: str) -> None:
    status, _, err = run("serve", "--address", address)
    assert status == 2
    assert f"{address!r} is no HOST:PORT" in err


def test_what_the_disk_refuses_is_said_in_one_line(tmp_path: Path) -> None:
    write_page(tmp_path / "seeds" / "a.txt")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "articles").touch()
    status, _, err = run("build", "--seeds", str(tmp_path / "seeds"), "--docs", str(tmp_path / "docs"), "-q")
    assert status == 1
    assert "articles: cannot be written" in err
    assert len(err.splitlines()) == 1


def test_help_names_every_command() -> None:
    _, out, _ = run("--help")
    for command in ("build", "check", "export", "ledger", "serve", "show", "site"):
        assert f"\n  {command} " in out


def test_help_is_there_before_the_pipeline_is_loaded() -> None:
    words = "import sys, generator.cli; print([name for name in sys.modules if name.startswith('generator.')])"
    loaded = subprocess.check_output([sys.executable, "-c", words], text=True)
    assert "generator.cli" in loaded
    assert "generator.build" not in loaded


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
