"""Lines cut where a mark begins or ends; characters that stand one below the other are one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..model import Line
from ..rules import rules
from ..text import Text
from .lines import LETTER

TAG_MARKS = frozenset("·•‧[［")
CLOSED = frozenset("）)电")
JOINT = re.compile("(?<=[）)])[ ]?(?=[（(][^（(]*$)")
BYLINE_MARK = re.compile("(?<=[^ 。])[ ]?[■□◆◎](?=.{2})")
# What every mark of a jump has; what stands before the mark may be its arrow.
PAGE = "版"
ARROWS = "▶▼►▷"
# A line with nothing of this is whole.
MARKED = re.compile("[▶▼►▷）)电]$|^[·•‧[［]|.[■□◆◎]|版|纠错】")
# A column of single characters is a headline from so many of them on; a mark may stand beside one of them.
FEWEST_UPRIGHT, UPRIGHT_LENGTH = 4, 3


def parts_of(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, each of which is prose, display type or a mark, and no two of these."""
    stacked = list(_whole_marks(_upright(lines)))
    return [part for line, below in zip(stacked, (*stacked[1:], None), strict=True) for part in _parts(line, below)]


def _parts(line: Line, below: Line | None) -> Iterable[Line]:
    """The parts of a line; `below`: the next one."""
    if not MARKED.search(line.value):
        return (line,)
    return (
        part
        for arrowed in _cut_arrow(line, below)
        for tagged in _cut_tag(arrowed)
        for noted in _cut_note(tagged)
        for served in _cut_web(noted)
        for signed in _cut_byline(served)
        for part in _cut_jumps(signed)
    )


def _upright(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, where a column of single characters, one below the other, is one line."""
    index = 0
    while index < len(lines):
        stop = index + 1
        while stop < len(lines) and not lines[stop].gap and _is_lone(lines[stop]) and _is_lone(lines[index]):
            stop += 1
        column = lines[index:stop]
        if len(column) < FEWEST_UPRIGHT:
            yield from column
        else:
            text = Text.join(line.text for line in column)
            yield replace(column[0], text=text, end=column[-1].end, upright=True)
        index = stop


def _is_lone(line: Line) -> bool:
    """Whether a line is one character, or one with a mark beside it."""
    return len(line.value) == 1 or (len(line.value) <= UPRIGHT_LENGTH and len(LETTER.findall(line.value)) == 1)


def _whole_marks(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, where the mark of a jump that goes on in the next line is a line of its own.

    What stands behind it in the second line stays there, beside it.
    """
    begun, ended = rules("jumps")["begun"], rules("jumps")["ended"]
    held: Line | None = None
    for line in lines:
        first = begun.search(held.value) if held and not line.gap else None
        last = ended.match(line.value) if first else None
        if held and first and last:
            whole = Text.join((held.text[first.start() :], line.text[: last.end()]))
            if first.start():
                yield replace(held, text=held.text[: first.start()].strip())
            rest = line.text[last.end() :].strip()
            yield replace(held, text=whole.strip(), end=line.end, gap=0 if first.start() else held.gap)
            held = replace(line, text=rest, beside=True) if rest.value else None
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _cut_arrow(line: Line, below: Line | None) -> Iterator[Line]:
    """A line cut before the arrow of the jump mark that stands on the next line."""
    arrow = line.value[-1] in ARROWS and len(line.value) > 1 and below and not below.gap
    if arrow and below and rules("jumps")["to"].pattern.fullmatch(below.value):
        yield replace(line, text=line.text[:-1].strip())
        line = replace(line, text=line.text[-1:], gap=0)
    yield line


def _cut_tag(line: Line) -> Iterator[Line]:
    """A line cut behind the mark of a column at its beginning."""
    tag = rules("furniture")["tag_before"].pattern.match(line.value) if line.value[0] in TAG_MARKS else None
    if tag:
        yield replace(line, text=line.text[: tag.end()].strip())
        line = replace(line, text=line.text[tag.end() :].strip(), gap=0)
    yield line


def _cut_note(line: Line) -> Iterator[Line]:
    """A line cut between a note on the author and the names of those who wrote: `（作者为教授）(记者 张三)`."""
    joint = JOINT.search(line.value) if line.value[-1] in CLOSED else None
    if joint and rules("bylines")["tail"].pattern.fullmatch(line.value, joint.end()):
        yield replace(line, text=line.text[: joint.start()])
        line = replace(line, text=line.text[joint.end() :], gap=0)
    yield line


def _cut_web(line: Line) -> Iterator[Line]:
    """A line cut before what a web page prints under an article: `…凝聚共识。【我要纠错】责任编辑：…`."""
    found = rules("furniture")["web_behind"].search(line.value)
    if found and found.start():
        yield replace(line, text=line.text[: found.start()].strip())
        line = replace(line, text=line.text[found.start() :], gap=0)
    yield line


def _cut_byline(line: Line) -> Iterator[Line]:
    """A line cut before a byline with its mark, glued to a headline: `…座谈会■记者 张三`."""
    mark = BYLINE_MARK.search(line.value)
    if mark and rules("bylines")["line"].fullmatch(line.value[mark.start() :]):
        yield replace(line, text=line.text[: mark.start()].strip())
        line = replace(line, text=line.text[mark.start() :], gap=0)
    yield line


def _cut_jumps(line: Line) -> Iterator[Line]:
    """A line cut at a jump mark at its beginning or its end."""
    jumps = rules("jumps")
    first, last = 0, len(line.value)
    if PAGE not in line.value or not jumps["page"].pattern.search(line.value):
        yield line
        return
    begun = jumps["from"].pattern.match(line.value)
    if begun:
        first = begun.end()
        yield replace(line, text=line.text[:first].strip())
    ended = jumps["to"].pattern.search(line.value, first)
    if ended:
        last = ended.start()
    if line.value[first:last].strip():
        yield replace(line, text=line.text[first:last].strip(), gap=0 if begun else line.gap, beside=bool(begun))
    if ended:
        yield replace(line, text=line.text[last:].strip(), gap=0 if line.value[:last].strip() else line.gap)
