"""Reading turns bytes into characters and does nothing else; what cannot be read is named, and the rest is read."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from generator.read import LARGEST, read


def write(folder: Path, name: str, content: bytes) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def reasons(folder: Path) -> dict[str, str]:
    return {page.name: page.reason for page in read(folder)[1]}


@pytest.mark.parametrize("source", ["一\r\n二\r三\n", "\ufeff题\n文。", "只有一行", "\x0c换页\x1b"])
def test_every_character_stays(tmp_path: Path, source: str) -> None:
    write(tmp_path, "a.txt", source.encode())
    assert read(tmp_path)[0][0].source == source


@pytest.mark.parametrize(
    "content",
    [
        "茂名\r\n".encode("gb18030"),
        codecs.BOM_UTF16_LE + "茂名\r\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "茂名\r\n".encode("utf-16-be"),
    ],
)
def test_other_encodings_are_read(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, "a.txt", content)
    assert read(tmp_path)[0][0].source.lstrip("\ufeff") == "茂名\r\n"


def test_a_folder_is_read_to_the_bottom_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.TXT", "reports/x.txt", "a/x.yml", ".hidden/x.txt"):
        write(tmp_path, name, "文。".encode())
    assert [seed.name for seed in read(tmp_path)[0]] == ["a/1.TXT", "a/2.txt", "b.txt"]


@pytest.mark.parametrize("name", ["..\\evil.txt", "..evil.txt", "....txt", ".hidden.txt", ".txt", "a/..b.txt"])
def test_a_name_that_begins_with_a_dot_is_a_page_too(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, "文。".encode())
    (seed,), unread = read(tmp_path)
    assert seed.name == name
    assert seed.id
    assert not set(seed.id) & set("./\\")
    assert not unread


def test_what_a_mac_or_an_editor_leaves_beside_a_page_is_none(tmp_path: Path) -> None:
    write(tmp_path, "._a.txt", b"\0\5")
    (tmp_path / ".#a.txt").symlink_to("someone@nowhere.1")
    assert read(tmp_path) == ((), ())


def test_a_link_that_leads_out_of_the_folder_is_named_and_one_inside_is_read(tmp_path: Path) -> None:
    write(tmp_path, "secret.txt", "密。".encode())
    write(tmp_path, "pages/a.txt", "文。".encode())
    (tmp_path / "pages" / "inside.txt").symlink_to("a.txt")
    (tmp_path / "pages" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "all").symlink_to("pages")
    for folder in (tmp_path / "pages", tmp_path / "all"):
        assert [seed.name for seed in read(folder)[0]] == ["a.txt", "inside.txt"]
        assert list(reasons(folder)) == ["out.txt"]
        assert "out of the folder" in reasons(folder)["out.txt"]
    assert [seed.source for seed in read(tmp_path / "pages" / "out.txt")[0]] == ["密。"]


def test_a_file_that_is_no_page_is_none_when_it_is_named_either(tmp_path: Path) -> None:
    write(tmp_path, "mkdocs.yml", b"site_name: x")
    assert read(tmp_path / "mkdocs.yml") == ((), ())


def test_a_broken_byte_is_named_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "茂名".encode() + b"\xff\xff")
    write(tmp_path, "b.txt", "好。".encode())
    assert [seed.name for seed in read(tmp_path)[0]] == ["b.txt"]
    assert "byte 0xFF at offset 6 is neither UTF-8 nor GB18030" in reasons(tmp_path)["a.txt"]


def test_a_broken_file_that_says_it_is_utf_16_is_not_told_of_other_encodings(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", codecs.BOM_UTF16_LE + "茂名".encode("utf-16-le") + b"\x00")
    (unread,) = read(tmp_path)[1]
    assert unread.what == "marked"
    assert "is no UTF-16" in unread.reason


@pytest.mark.parametrize("content", [b"", b" \r\n\t", "\ufeff\n".encode(), b"\x7fELF\0\0", b"x" * (LARGEST + 1)])
def test_what_is_no_page_is_named(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, "a.txt", content)
    assert list(reasons(tmp_path)) == ["a.txt"]
    assert not read(tmp_path)[0]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert "cannot be opened" in reasons(tmp_path)["gone.txt"]


def test_a_device_is_named_and_nothing_waits_for_it(tmp_path: Path) -> None:
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    assert list(reasons(tmp_path)) == ["endless.txt"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("000_5b1a.txt", "000_5b1a"),
        ("茂名/头版 1.txt", "茂名-头版-1"),
        ("a..b.txt", "a-b"),
        ("(1).txt", "1"),
    ],
)
def test_an_address_keeps_letters_and_digits(tmp_path: Path, name: str, slug: str) -> None:
    write(tmp_path, name, "文。".encode())
    assert read(tmp_path)[0][0].id == slug


@pytest.mark.parametrize("name", ["con.txt", "！.txt", f"{'长' * 70}.txt"])
def test_an_address_is_safe_anywhere(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, "文。".encode())
    address = read(tmp_path)[0][0].id
    assert address.lower() != "con"
    assert 0 < len(address) <= 64
    assert not set(address) & set('/\\:*?"<>|.')


def test_two_pages_never_share_an_address(tmp_path: Path) -> None:
    write(tmp_path, "a b.txt", "一。".encode())
    write(tmp_path, "A-B.txt", "二。".encode())
    assert len(read(tmp_path)[0]) == 1
    reason = reasons(tmp_path)["a b.txt"]
    assert "A-B.txt" in reason


def test_a_page_that_is_named_twice_is_one(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "一。".encode())
    seeds, unread = read(tmp_path, tmp_path / "a.txt")
    assert [seed.name for seed in seeds] == ["a.txt"]
    assert not unread


def test_several_paths_are_one_collection(tmp_path: Path) -> None:
    write(tmp_path, "one/a.txt", "一。".encode())
    write(tmp_path, "two/b.txt", "二。".encode())
    assert [seed.name for seed in read(tmp_path / "one", tmp_path / "two" / "b.txt")[0]] == ["a.txt", "b.txt"]
