"""Briefings: every sentence as printed, once, with its source and what a reader is to be warned of."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from generator.build import build
from generator.model import Library
from generator.publish.briefings import briefing_files, briefing_sheets
from generator.publish.briefings.material import Material
from generator.publish.desk import Desk
from generator.publish.words import words
from tests.publish.made import Settings

HOSTILE = """标题在这里

本报讯 “百千万工程”<b>实施</b>后，高州市&amp;化州市建成10个<script>alert(1)</script>示范点\x07。

“百千万工程”计划在2025年建成100个]]>示范村{{ 7 * 7 }}。
"""


@pytest.fixture(scope="module")
def desk(library: Library) -> Desk:
    return Desk(library, words("zh"))


def test_every_sentence_is_printed_whole_and_stands_once(desk: Desk) -> None:
    material = Material(desk)
    for subject in material.subjects():
        rows = [row for part in material.parts(subject) for row in part.rows]
        printed = [row.sentence.value for row in rows]
        assert len(set(printed)) == len(printed)
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        for row in rows:
            known = "".join(one.text.value for one in desk.library.facts[row.article.id].sentences)
            assert row.sentence.value in known


def test_a_briefing_has_every_sentence_that_names_its_subject(desk: Desk) -> None:
    material = Material(desk)
    (subject,) = (one for one in material.subjects() if one.name == "百会帮百镇")
    rows = [row for part in material.parts(subject) for row in part.rows]
    known = {one.text.value for facts in desk.library.facts.values() for one in facts.sentences}
    told = "".join(row.sentence.value for row in rows)
    assert [value for value in known if "百会帮百镇" in value and value not in told] == []


def test_what_counts_out_of_the_sentence_before_stands_with_it(desk: Desk) -> None:
    material = Material(desk)
    rows = [row for subject in material.subjects() for part in material.parts(subject) for row in part.rows]
    counted = [row.sentence.value for row in rows if "其中197个项目已开工" in row.sentence.value]
    assert counted
    assert all("274个" in words for words in counted)


def test_a_plan_never_stands_under_what_was_done(desk: Desk) -> None:
    material = Material(desk)
    planned = [
        (event.date.text.start, event.date.text.seeds)
        for facts in desk.library.facts.values()
        for event in facts.events
        if event.status == "planned"
    ]
    assert planned
    for subject in material.subjects():
        for part in material.parts(subject):
            if part.section in ("did", "figures"):
                for row in part.rows:
                    spans = [(span.seed, span.start, span.end) for span in row.sentence.spans]
                    assert not any(
                        seed == seeds[0] and start <= at < end for at, seeds in planned for seed, start, end in spans
                    ), row.sentence.value


def test_a_planned_figure_is_said_to_be_one_wherever_it_stands(desk: Desk) -> None:
    material = Material(desk)
    rows = [row for subject in material.subjects() for part in material.parts(subject) for row in part.rows]
    mixed = [row for row in rows if "计划总投资" in row.sentence.value]
    assert mixed
    assert all(any("打算" in warning for warning in row.warnings) for row in mixed)


def test_a_loose_end_a_commentary_and_a_doubt_are_said_beside_the_sentence(desk: Desk) -> None:
    material = Material(desk)
    rows = [row for subject in material.subjects() for part in material.parts(subject) for row in part.rows]
    assert all("断头稿" in map(desk.words, row.tags) for row in rows if row.article.kind != "article")
    assert all("评论" in map(desk.words, row.tags) for row in rows if row.article.genre == "commentary")
    misread = [row for row in rows if "帮扶切人" in row.sentence.value]
    assert misread
    assert all(row.warnings for row in misread)


def test_the_word_file_and_the_markdown_file_say_what_the_page_says(desk: Desk) -> None:
    files = dict(briefing_files(desk, Settings()))
    sheets = {sheet.path: sheet for sheet in briefing_sheets(desk, Settings())}
    for path, content in files.items():
        if not path.endswith(".docx"):
            continue
        written = [paragraph.text for paragraph in Document(BytesIO(content)).paragraphs]
        view = sheets[path.replace(".docx", ".md")].view
        assert written[0] == view["title"]
        listed = [f"{row['number']}. {row['said']}" for part in view["parts"] for row in part["rows"]]
        assert [words for words in written if words in set(listed)] == listed
        plain = files[path.replace(".docx", ".txt")].decode()
        assert all(f"\n{line.partition(' ')[0]} " in plain for line in listed)


def test_the_files_are_the_same_on_every_run(desk: Desk) -> None:
    again = Desk(desk.library, words("zh"))
    assert dict(briefing_files(desk, Settings())) == dict(briefing_files(again, Settings()))


def test_nothing_that_a_page_prints_breaks_the_files(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(HOSTILE.replace("10个", f"{ord(name)}个"), encoding="utf-8")
    desk = Desk(build(tmp_path), words("zh"))
    files = dict(briefing_files(desk, Settings()))
    texts = [
        "".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)
        for path, content in files.items()
        if path.endswith(".docx")
    ]
    assert any("<script>alert(1)</script>" in text for text in texts)
    assert any("{{ 7 * 7 }}" in text for text in texts)
    assert not any("<script>" in content.decode() for path, content in files.items() if path.endswith(".txt"))
