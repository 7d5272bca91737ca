"""The web pages are built aside, by MkDocs at its strictest, and take the old site's place only when they are whole."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.errors import BrokenPromiseError, SettingsError
from generator.model import Kind
from generator.publish.check import check, links_of
from generator.publish.render import everything
from generator.publish.site import MARK, OURS, build_site
from generator.publish.write import write
from tests.publish.conftest import ROOT
from tests.publish.made import Settings, bound, made_page, small

MKDOCS = ROOT / "mkdocs.yml"


@pytest.fixture
def made(docs: Path) -> Path:
    write(docs, everything(small(), Settings()))
    return docs


def test_the_site_is_whole_and_every_link_leads_somewhere(made: Path, tmp_path: Path) -> None:
    build_site(made, tmp_path / "site", MKDOCS)
    assert (tmp_path / "site" / "articles" / "a-17.html").is_file()
    assert check(small(), Settings(), made, tmp_path / "site") == []


def test_what_keeps_the_folder_in_version_control_stays_and_nothing_old_does(made: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / ".gitkeep").touch()
    build_site(made, site, MKDOCS)
    (site / "old.html").touch()
    build_site(made, site, MKDOCS)
    assert (site / ".gitkeep").is_file()
    assert not (site / "old.html").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "site"]


def test_a_folder_of_something_else_is_left_alone_even_a_site_of_another_mkdocs_project(
    made: Path, tmp_path: Path
) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    front = '<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.7.0">'
    (letters / "index.html").write_text(front, encoding="utf-8")
    with pytest.raises(SettingsError, match="something else"):
        build_site(made, letters, MKDOCS)
    assert (letters / "index.html").read_text(encoding="utf-8") == front


def as_then(site: Path) -> None:
    """Make a site what one was before there was the mark: with none of the rooms that came later."""
    for entry in site.iterdir():
        if entry.name not in OURS:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def test_a_site_built_before_there_was_a_mark_is_replaced_unless_something_else_lies_in_it(
    made: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    build_site(made, site, MKDOCS)
    as_then(site)
    (site / "articles" / "old.html").touch()
    build_site(made, site, MKDOCS)
    assert not (site / "articles" / "old.html").exists()
    as_then(site)
    (site / "thesis.md").touch()
    with pytest.raises(SettingsError, match="something else"):
        build_site(made, site, MKDOCS)
    assert (site / "thesis.md").exists()


@pytest.mark.parametrize("name", [".", "home", "home/docs", "home/docs/site", "home/docs/../docs"])
def test_the_site_is_never_the_docs_nor_holds_or_lies_in_them(
    made: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    made.replace(home / "docs")
    (home / "docs" / MARK).touch()
    (home / MARK).touch()
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match="name another"):
        build_site(home / "docs", Path(name), MKDOCS)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_site_is_never_the_folder_of_the_settings(made: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / MARK).touch()
    shutil.copy(MKDOCS, home / "mkdocs.yml")
    with pytest.raises(SettingsError, match="name another"):
        build_site(made, home, home / "mkdocs.yml")
    assert (home / "mkdocs.yml").is_file()


def test_a_place_that_cannot_be_written_is_named(made: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match=r"file.* cannot be written"):
        build_site(made, tmp_path / "file" / "site", MKDOCS)


def test_a_page_that_asks_for_a_template_that_is_not_there_is_no_surprise(made: Path, tmp_path: Path) -> None:
    (made / "about" / "index.md").write_text("---\ntemplate: nothing.html\n---\n# x\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"nothing\.html"):
        build_site(made, tmp_path / "site", MKDOCS)


@pytest.mark.parametrize("link", ["[x](nowhere.md)", "[x](index.md#nowhere)", "[x](/index.md)"])
def test_a_link_that_leads_nowhere_stops_it_and_the_old_site_stays(made: Path, tmp_path: Path, link: str) -> None:
    build_site(made, tmp_path / "site", MKDOCS)
    before = (tmp_path / "site" / "index.html").read_bytes()
    (made / "about" / "index.md").write_text(f"# x\n\n{link}\n", encoding="utf-8")
    with pytest.raises(BrokenPromiseError, match=r"about/index\.md"):
        build_site(made, tmp_path / "site", MKDOCS)
    assert (tmp_path / "site" / "index.html").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "site"]


def test_a_run_cut_off_between_the_old_site_and_the_new_is_made_good(made: Path, tmp_path: Path) -> None:
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old" / ".gitkeep").touch()
    build_site(made, tmp_path / "site", MKDOCS)
    assert (tmp_path / "site" / ".gitkeep").is_file()
    assert not (tmp_path / ".site.old").exists()


def test_it_says_nothing(made: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    build_site(made, tmp_path / "site", MKDOCS)
    assert capfd.readouterr() == ("", "")


def test_the_page_for_what_is_not_there_leads_home_when_the_site_knows_where_it_is(made: Path, tmp_path: Path) -> None:
    settings = tmp_path / "mkdocs.yml"
    ours = MKDOCS.read_text(encoding="utf-8").replace("custom_dir: ", f"custom_dir: {ROOT.as_posix()}/")
    settings.write_text(f"site_url: https://news.example/a&b/\n{ours}", encoding="utf-8")
    build_site(made, tmp_path / "site", settings)
    absent = (tmp_path / "site" / "404.html").read_text(encoding="utf-8")
    assert re.findall(r'(?:href|src)="([^"]*)"', absent) == ["data:,", "https://news.example/a&amp;b/"]


@pytest.mark.parametrize("words", [None, "site_name: [", "site_name: x\ntheme: {name: nothing}"])
def test_settings_that_cannot_be_used_are_named(made: Path, tmp_path: Path, words: str | None) -> None:
    settings = tmp_path / "mkdocs.yml"
    if words is not None:
        settings.write_text(words, encoding="utf-8")
    with pytest.raises(SettingsError, match=re.escape(str(settings))):
        build_site(made, tmp_path / "site", settings)


def test_the_check_names_what_is_missing_out_of_date_or_leads_nowhere(made: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build_site(made, site, MKDOCS)
    (made / "wanted.md").unlink()
    (made / "doubts.md").write_text("---\ngenerated: true\n---\n", encoding="utf-8")
    (site / "pages" / "a.html").unlink()
    shutil.copy(site / "pages" / "b.html", site / "chronicle.html")
    problems = "\n".join(check(small(), Settings(), made, site))
    assert "wanted.md: is missing" in problems
    assert "doubts.md: is not what the pages say now" in problems
    assert "articles/a-17.html: the link ../pages/a.html#L5 leads nowhere" in problems
    assert "chronicle.html: the link" in problems


def test_names_in_any_script_and_the_name_of_a_list_are_addresses(docs: Path, tmp_path: Path) -> None:
    library = bound(
        made_page(f"{name}.txt", [(1, Kind.PARAGRAPH, "一段。")]) for name in ("茂名-01_é", "index", "Index")
    )
    write(docs, everything(library, Settings()))
    build_site(docs, tmp_path / "site", MKDOCS)
    assert (tmp_path / "site" / "pages" / "茂名-01_é.html").is_file()
    assert "一段。" in (tmp_path / "site" / "pages" / "index-.html").read_text(encoding="utf-8")
    assert check(library, Settings(), docs, tmp_path / "site") == []


def test_the_check_follows_every_kind_of_link_in_the_markdown() -> None:
    """Plain links, those that say something on hover, those in HTML; not the words of a page that look like one."""
    said = '[一](a.md) [二](b.md#c "说") <a href="d.html"> \\[三\\](e.md)'
    assert links_of(said) == {"a.md", "b.md#c", "d.md"}
