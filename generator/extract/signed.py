"""Who wrote an article and took its pictures, and the agency that it is of, where lines of their own say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Article, Kind, Mention
from ..rules import rules
from ..text import Text

PEN_NAME = "people.pen_name"


def signed(article: Article) -> Iterator[Mention]:
    """Who wrote an article or took its pictures, where a line of its own says so: 本报记者 is the office."""
    lines = [block.text for block in article.blocks if block.kind is Kind.BYLINE]
    byline = article.byline
    roles = rules("bylines")["role"].pattern
    for name in (*byline.reporters, *byline.correspondents, *byline.photographers):
        for line in lines:
            offsets = list(line.offsets())
            if name.runs and name.runs[0].start in offsets:
                at = offsets.index(name.runs[0].start)
                before = [match for match in roles.finditer(line.value, 0, at) if match.end() <= at]
                role = _credit(line, before)
                pen = role and role.value.endswith(rules("people")["pen"].more["behind"])
                doubt = PEN_NAME if pen and rules("people")["pen"].pattern.match(name.value) else ""
                yield Mention("person", name, name.value, None, role, doubt=doubt)


def agency(article: Article) -> Iterator[Mention]:
    """The agency that an article is of, where a line of its own names it."""
    lines = [block.text for block in article.blocks if block.kind is Kind.BYLINE]
    name = article.byline.agency
    if name and name.runs and any(name.runs[0].start in line.offsets() for line in lines):
        yield Mention("organisation", name, name.value, None)


def _credit(line: Text, before: Sequence[re.Match[str]]) -> Text | None:
    """The office that the last of these words give to the name behind them: 本报记者; 文 and 图 are none."""
    if not before:
        return None
    match = before[-1]
    words = line[match.start() : match.end()]
    kept = words.value.rstrip(" 　：:/／")
    title = rules("people")["signs"].pattern.search(kept)
    return words[: len(kept)] if title else None
