"""A sidecar is read entry by entry: what is wrong is named with its file, its line and what to do; the rest counts."""

from __future__ import annotations

import re
from os import mkfifo
from pathlib import Path

import pytest
import yaml

from generator.build import build
from generator.model import Given, Refused
from generator.read import read, read_given
from generator.read.entries import read_entries
from generator.recover.quoted import Proof
from generator.text import Text

SIGNED = "by: 何编辑\n"
ENTRY = "characters:\n  - printed: 正文一句\n    read: 正文两句\n"


def given(folder: Path, *paths: Path) -> tuple[dict[str, Given], tuple[Refused, ...]]:
    seeds, unread = read(*(paths or (folder,)))
    found, refused = read_given(*(paths or (folder,)), seeds=seeds, unread=unread)
    return dict(found), refused


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("标题\n\n正文一句。\n", encoding="utf-8")
    return tmp_path


def write(folder: Path, sidecar: str, name: str = "a.yml") -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(sidecar, encoding="utf-8")


def complaints(folder: Path, sidecar: str) -> list[str]:
    write(folder, sidecar)
    return [str(fault) for fault in given(folder)[1]]


@pytest.mark.parametrize(
    ("written", "line", "reason"),
    [
        ("papr: 茂名日报\n", 2, "there is no key `papr:`; did you mean `paper:`?"),
        ("xyzzy: 1\n", 2, "there is no key `xyzzy:`; there are:"),
        ("doubts:\n  - wrods: 正文\n    answer: 是\n", 3, "did you mean `words:`?"),
        ("doubts:\n  - words: 正文\n", 3, "`answer:` is missing; add it"),
        ("doubts:\n  - words: 正文\n    answer:\n", 4, "`answer:` is empty"),
        ("doubts:\n  - words: [正, 文]\n    answer: 是\n", 3, "`words:` takes words only"),
        ("doubts:\n  - words: 正文\n    answer: 是\n    doubt: opn_end\n", 5, "did you mean `open_end`?"),
        ("doubts:\n  words: 正文\n", 3, "`doubts:` is a list"),
        ("doubts:\n  - 正文\n", 3, "here stand keys and words"),
        ("date: 2023-02-30\n", 2, "“2023-02-30” is on no calendar"),
        ("date: 去年\n", 2, "“去年” is no day; write 2023-11-05"),
        ("date: 2023-11-10 至 2023-11-05\n", 2, "ends before it begins"),
        ("page: 要闻\n", 2, "“要闻” is no page of an issue"),
        ("paper: 甲报\npaper: 乙报\n", 3, "`paper:` stands here twice"),
        ("when: 2024-01\n", 2, "`when:` is one day"),
        ("characters:\n  - printed: 正文\n    read: 正文\n", 3, "there is nothing to correct"),
        ("headlines:\n  - begins: 正文\n", 3, "no head is given"),
        ("joins:\n  - words: 正文\n    goes_on: 甲\n    never: 乙\n    file: b\n", 3, "either ordered"),
        ("joins:\n  - words: 正文\n    goes_on: 甲\n", 3, "`file:` is missing"),
        (f"doubts:\n  - words: {'字' * 401}\n    answer: 是\n", 3, "has 401 characters; quote no more than 400"),
        ('doubts:\n  - words: "正\\u0007文"\n    answer: 是\n', 3, "control character"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_the_rest_counts(
    folder: Path, written: str, line: int, reason: str
) -> None:
    (complaint,) = complaints(folder, f"{SIGNED}{written}")
    assert complaint.startswith(f"a.yml:{line}: ")
    assert reason in complaint
    (folder / "a.yml").write_text(f"{SIGNED}{written}{ENTRY}" if "characters" not in written else SIGNED + ENTRY)
    assert given(folder)[0]["a"].characters


@pytest.mark.parametrize(
    ("written", "line", "reason"),
    [
        ("by: 甲\n  date: [\n", 2, "this is no YAML"),
        ("by: 甲\npaper: 甲报: 乙报\n", 2, "this is no YAML"),
        ("by: &x 甲\npaper: 乙报\n", 1, "an anchor (&)"),
        ("by: *x\n", 1, "an alias (*)"),
        ("by: !!python/name:os.system\n", 1, "a tag (!)"),
        ("[[[[[[[[\n", 1, "nested too deeply"),
        ("by: 甲\n\x07\n", 2, "control character"),
        ('by: 甲\n"\\e[31mpaper": 甲报\n', 2, "a key holds a control character"),
        ("by：甲\n", 1, "a half-width colon and a blank; write `by: `"),
        ("by: 甲\ndoubts:\n  - words:正文\n", 3, "write `words: `"),
        ("- 甲\n", 1, "here stand keys and words"),
        ("甲\n", 1, "here stand keys and words"),
        ("by: 甲\n---\nby: 乙\n", 2, "this is no YAML"),
    ],
)
def test_what_is_no_plain_yaml_is_refused_as_a_whole(folder: Path, written: str, line: int, reason: str) -> None:
    (complaint,) = complaints(folder, written)
    assert complaint.startswith(f"a.yml:{line}: ")
    assert reason in complaint


def test_a_bomb_costs_nothing(folder: Path) -> None:
    lines = ["a: &a [甲, 甲]"] + [f"{c}: &{c} [*{b}, *{b}]" for b, c in zip("abcdefghij", "bcdefghijk", strict=True)]
    assert "an anchor" in complaints(folder, "\n".join(lines))[0]


def test_a_sidecar_may_not_be_larger_than_corrections_are(folder: Path) -> None:
    assert "the largest that is read" in complaints(folder, "# 注\n" * 60000)[0]


def test_a_pipe_is_no_sidecar_and_stops_nothing(folder: Path) -> None:
    mkfifo(folder / "a.yml")
    (fault,) = given(folder)[1]
    assert (fault.file, fault.what) == ("a.yml", "no_file")


def test_a_sidecar_in_another_encoding_is_named_with_the_line(folder: Path) -> None:
    (folder / "a.yml").write_bytes("by: x\npaper: 茂名日报\n".encode("gb18030"))
    (fault,) = given(folder)[1]
    assert (fault.line, fault.what) == (2, "sidecar_encoding")


def test_what_nobody_signs_does_not_count(folder: Path) -> None:
    (complaint,) = complaints(folder, ENTRY)
    assert complaint.startswith("a.yml:2: nobody answers for this; add `by:`")
    assert not complaints(folder, ENTRY + "    by: 李四\n")


@pytest.mark.parametrize(
    "written", ["", "# 只有注\n", "by: 甲\n", "by: 甲\ncharacters:\n", "by: 甲\ndoubts: []\n", "\ufeffby: 甲\n"]
)
def test_a_sidecar_may_say_nothing(folder: Path, written: str) -> None:
    assert not complaints(folder, written)
    assert given(folder)[0] == {"a": Given()}


def test_lists_that_were_pasted_one_by_one_are_one_list(folder: Path) -> None:
    one = "doubts:\n  - words: 正文\n    answer: 是\n"
    assert not complaints(folder, SIGNED + one + one.replace("正文", "标题"))
    assert [answer.words for answer in given(folder)[0]["a"].doubts] == ["正文", "标题"]


def test_words_keep_what_yaml_would_take_for_something_else(folder: Path) -> None:
    assert not complaints(folder, f"{SIGNED}page: 03\ndoubts:\n  - words: no\n    answer: 2024-01-01\n")
    found = given(folder)[0]["a"]
    assert [fact.value for fact in found.facts] == ["03"]
    assert [(one.words, one.answer) for one in found.doubts] == [("no", "2024-01-01")]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("b.yml", "there is no page b.txt beside this sidecar"),
        ("aa.yml", "the nearest is a.txt: name the sidecar a.yml"),
        ("a.yaml", "name it a.yml"),
        ("sub/a.yml", "there is no page sub/a.txt"),
    ],
)
def test_a_sidecar_without_its_page_is_named(folder: Path, name: str, reason: str) -> None:
    write(folder, SIGNED, name)
    (fault,) = given(folder)[1]
    assert fault.file == name
    assert reason in fault.reason


def test_the_sidecar_of_a_page_that_cannot_be_read_waits(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"")
    write(folder, SIGNED, "b.yml")
    assert not given(folder)[1]


def test_reports_and_hidden_files_are_no_sidecars(folder: Path) -> None:
    for name in ("reports/x.yml", ".hidden/x.yml", "._a.yml"):
        write(folder, "{", name)
    assert not given(folder)[1]


def test_a_link_to_a_file_elsewhere_is_no_sidecar(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "x.yml"
    elsewhere.write_text(SIGNED + ENTRY, encoding="utf-8")
    (folder / "a.yml").symlink_to(elsewhere)
    found, (fault,) = given(folder)
    assert not found
    assert "leads out of the folder" in fault.reason


def test_a_page_that_is_named_alone_has_its_sidecar_too(folder: Path) -> None:
    write(folder, SIGNED + ENTRY)
    assert given(folder, folder / "a.txt")[0] == given(folder)[0]
    assert "正文两句" in build(folder / "a.txt").articles[0].body[0].text.value


@pytest.mark.parametrize("guide", ["docs/about/corrections.md", "docs/en/corrections.md"])
def test_the_guide_shows_what_works(guide: str) -> None:
    """Each example is read without a fault, and those about our own pages quote what stands there once."""
    seeds, _ = read(Path("seeds"))
    blocks = re.findall(r"```yaml\n(.*?)```", Path(guide).read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        root = yaml.compose(block if block.startswith("by:") else f"by: 甲\n{block}", Loader=yaml.BaseLoader)
        assert root
        found, refused = read_entries("x.yml", root)
        assert not refused
        quoted = [(one.printed, one.said) for one in found.characters]
        quoted += [(words, one.said) for one in found.headlines for words in (one.begins, *dict(one.heads).values())]
        quoted += [(one.words, one.said) for one in found.doubts]
        for words, said in quoted:
            assert any(isinstance(Proof(seed).find(words, said), Text) for seed in seeds), words
