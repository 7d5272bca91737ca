"""Briefing material (简报素材): for each campaign, city and county its sentences as printed, with their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...model import Subject
from ..address import BRIEFINGS, DATA, FOLDERS, briefing_file, link, relative, subject_file
from ..corrections import quote
from ..desk import Desk, called
from ..escape import Md
from ..sheet import Settings, Sheet, titled
from .material import Material, Part, Row, count, is_briefed
from .plain import plain
from .word import word

__all__ = ["briefing_files", "briefing_links", "briefing_sheets"]

View = dict[str, Any]


def briefing_sheets(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    """The page of each briefing, and the list of them."""
    material = Material(desk)
    listed = []
    for subject in material.subjects():
        parts = material.parts(subject)
        listed.append((subject, count(parts)))
        yield _sheet(desk, subject, parts)
    title = desk.words("briefings_title")
    yield Sheet(BRIEFINGS, "briefings.md", titled(title, "list.html"), {"kinds": list(_kinds(desk, listed))})


def briefing_files(desk: Desk, _settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Each briefing to carry away: as Word, and as Markdown (`.txt` here, since MkDocs would make a page of `.md`)."""
    material = Material(desk)
    for subject in material.subjects():
        parts = material.parts(subject)
        stem = _stem(subject)
        yield f"{stem}.txt", plain(desk, called(subject), parts)
        yield f"{stem}.docx", word(desk, called(subject), parts)


def briefing_links(desk: Desk, subject: Subject, here: str) -> list[Md]:
    """What a dossier lets its reader carry away: the briefing, and the same for Word; nothing where there is none."""
    if not is_briefed(subject):
        return []
    return [
        link(desk.words("briefings_title"), here, briefing_file(subject)),
        link(desk.words("briefing_word"), here, f"{DATA}/{_stem(subject)}.docx"),
    ]


def _stem(subject: Subject) -> str:
    return briefing_file(subject).removesuffix(".md")


def _kinds(desk: Desk, listed: Sequence[tuple[Subject, int]]) -> Iterator[tuple[str, list[tuple[Md, int]]]]:
    for kind in FOLDERS:
        rows = [
            (link(called(subject), BRIEFINGS, briefing_file(subject)), sentences)
            for subject, sentences in listed
            if subject.type == kind
        ]
        if rows:
            yield desk.words(f"subject_{kind}"), rows


def _sheet(desk: Desk, subject: Subject, parts: Sequence[Part]) -> Sheet:
    here = briefing_file(subject)
    title = desk.words("briefing_of", name=called(subject))
    view = {
        "title": title,
        "subject": link(called(subject), here, subject_file(subject)),
        "count": count(parts),
        "word": relative(here, f"{DATA}/{_stem(subject)}.docx"),
        "plain": relative(here, f"{DATA}/{_stem(subject)}.txt"),
        "file": f"{subject.slug}.md",
        "parts": [
            {
                "section": part.section,
                "more": part.more,
                "first": part.rows[0].number,
                "rows": [_row(desk, row, here) for row in part.rows],
            }
            for part in parts
        ],
    }
    return Sheet(here, "briefing.md", titled(title, "briefing.html"), view)


def _row(desk: Desk, row: Row, here: str) -> View:
    issue = desk.library.issue_of(row.article)
    return {
        "number": row.number,
        "said": quote(desk, row.sentence),
        "article": desk.opens(row.article, here),
        "issue": desk.issue_line(issue),
        "seal": desk.seal(issue),
        "lines": desk.lines(row.sentence, here),
        "tags": row.tags,
        "warnings": row.warnings,
    }
