"""A briefing as a Markdown file of its own, to carry away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..desk import Desk
from ..escape import escape, shown
from .material import Part, Row


def plain(desk: Desk, name: str, parts: Sequence[Part]) -> bytes:
    """The sentences of a briefing, numbered, each with its source."""
    return "\n".join(_lines(desk, name, parts)).encode()


def _lines(desk: Desk, name: str, parts: Sequence[Part]) -> Iterator[str]:
    say = desk.words
    yield f"# {escape(say('briefing_of', name=name))}\n"
    yield f"{escape(say('briefing_intro'))}\n"
    for part in parts:
        yield f"## {escape(say(f'briefing_{part.section}'))}\n"
        for row in part.rows:
            yield f"{row.number}. {escape(shown(row.sentence.value))}（{escape(source(desk, row))}）"
            yield from (f"    - {escape(warning)}" for warning in cautions(desk, row))
        yield ""


def source(desk: Desk, row: Row) -> str:
    """Where a sentence stands, in words: paper, day, page, headline, lines."""
    say = desk.words
    places = desk.library.lines_of(row.sentence)
    lines = say("comma").join(
        say("line" if first == last else "lines", first=first, last=last) for _, first, last in places
    )
    issue = desk.issue_line(desk.library.issue_of(row.article))
    return shown(say("briefing_source", issue=issue, title=desk.name(row.article), lines=lines))


def cautions(desk: Desk, row: Row) -> Iterator[str]:
    """What a reader is to be warned of beside a sentence, in words."""
    yield from (desk.words("briefing_caution", why=desk.words(tag)) for tag in row.tags)
    yield from (desk.words("briefing_doubt", why=warning) for warning in row.warnings)
