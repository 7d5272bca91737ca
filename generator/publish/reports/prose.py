"""Writes a report: the editor's words in the site's face, printed ones in theirs, and each leads to its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from ...model.reports import (
    Answer,
    Comparison,
    Computed,
    Entries,
    Grid,
    Head,
    Leads,
    OfIssue,
    Para,
    Part,
    Parts,
    Piece,
    Printed,
    Report,
    Stress,
    Words,
    flat,
)
from ...text import Text
from ..address import article_file, link, page_file, relative
from ..desk import Desk
from ..escape import Md, escape, inside, tagged
from .tables import comparison, labelled, told

View = dict[str, Any]
LIMITS = "limits"
UNTOLD = "report_untold"
UNQUOTED = ":/?#@!$&+,;=%~-."  # of an address, what Markdown takes for nothing else


def plain(parts: Parts) -> str:
    """The words of some parts alone."""
    return "".join(part.words for part in flat(parts) if isinstance(part, Words))


@dataclass(frozen=True)
class Writer:
    """Writes the pieces of a report for the file `here`; `pages` are the numbers of its sources, if any, by seed id."""

    desk: Desk
    here: str
    pages: Mapping[str, int] = field(default_factory=dict)

    def inside(self, parts: Parts) -> Md:
        """Parts for the middle of a line, what stands first escaped as at the start of one."""
        written = "".join(map(self._part, parts))
        first = parts[0] if parts else None
        if isinstance(first, Words) and not first.quoted:
            rest = written[len(inside(first.words)) :]
            return Md(escape(first.words) + rest)
        return Md(written)

    def _part(self, part: Part) -> str:
        if isinstance(part, Stress):
            mark = "**" if part.strong else "*"
            return f"{mark}{''.join(map(self._part, part.parts))}{mark}"
        if isinstance(part, Printed):
            return self._printed(part.text)
        if isinstance(part, Computed):
            tag = f'<span class="tag computed">{tagged(self.desk.words("computed"))}</span>'
            return f'<span class="reckoned">{inside(part.words)}</span> {tag}'
        if isinstance(part, OfIssue):
            return self._of_issue(part)
        if isinstance(part, Leads):
            return self._leads(part)
        words = inside(part.words)
        is_printed = isinstance(part, Words) and part.quoted
        return f'<span class="printed">{words}</span>' if is_printed else words

    def _printed(self, text: Text) -> str:
        """Printed words that lead to their line, which is said on hover and on paper."""
        seed, first, _ = self.desk.library.lines_of(text)[0]
        issue = self.desk.library.page_of[seed].issue
        said = self.desk.words("report_line", paper=self.desk.paper(issue), date=self.desk.dated(issue), first=first)
        hint = inside(said).replace('"', "&quot;")
        to = relative(self.here, page_file(seed), f"L{first}")
        return f'<span class="printed">[{inside(text.value)}]({to} "{hint}"){self._on_paper(seed, first)}</span>'

    def _on_paper(self, seed: str, first: int) -> str:
        """What stands for a link on paper: which of the sources, and which line."""
        if seed not in self.pages:
            return ""
        at = self.desk.words("report_at", number=self.pages[seed], first=first)
        return f'{{ data-at="{tagged(at)}" }}'

    def _of_issue(self, part: OfIssue) -> str:
        """What is known of the issue of a page, as the site says it."""
        issue = self.desk.library.page_of[part.seed].issue
        say = {"publication": self.desk.paper, "dated": self.desk.dated, "page": self.desk.numbered}[part.what]
        return link(say(issue), self.here, page_file(part.seed))

    def _leads(self, part: Leads) -> str:
        if part.kind == "web":
            return f"[{inside(part.words)}]({quote(part.to, safe=UNQUOTED)})"
        if part.kind == "article":
            article = self.desk.article[part.to]
            if part.words:
                return link(part.words, self.here, article_file(part.to))
            own = self.desk.opens(article, self.here)
            return f'<span class="printed">{own}</span>' if self.desk.title(article).printed else own
        return link(part.words, self.here, page_file(part.to) if part.kind == "page" else part.to)

    # ── piece by piece ──

    def piece(self, piece: Piece, number: int) -> View:
        """A piece for the template: its kind, and what the template writes of it."""
        if isinstance(piece, Head):
            limits = self.desk.words("report_limits") in plain(piece.parts)
            anchor = LIMITS if limits else f"s{number}"
            return {"kind": "head", "words": self.inside(piece.parts), "level": piece.level, "anchor": anchor}
        if isinstance(piece, Para):
            return {"kind": "aside" if piece.aside else "para", "words": self.inside(piece.parts)}
        if isinstance(piece, Entries):
            entries = [self.inside(entry) for entry in piece.entries]
            return {"kind": "entries", "entries": entries, "sign": "1. " if piece.numbered else "- "}
        if isinstance(piece, Grid):
            return {"kind": "grid", "look": "grid", "title": "", "note": "", **self._grid(piece)}
        if isinstance(piece, Comparison):
            return {"kind": "grid", "look": "compare", **comparison(self, piece)}
        if isinstance(piece, Answer):
            return told(self, piece)
        raise TypeError(piece)

    def _grid(self, grid: Grid) -> View:
        head = [self.inside(cell) for cell in grid.head]
        labels = ["", *map(plain, grid.head[1:])]
        return {"head": head, "rows": [list(map(labelled, labels, map(self._cell, row))) for row in grid.rows]}

    def _cell(self, parts: Parts) -> Md:
        """A cell; one that says that nothing is told of it is grey."""
        untold = self.desk.words(UNTOLD)
        if plain(parts) == untold and len(parts) == 1:
            return Md(f'<span class="blank">{untold}</span>')
        lines = [part.text for part in flat(parts) if isinstance(part, Printed)]
        where = "".join(f" {self.desk.lines(text, self.here)}" for text in lines)
        return Md(f"{self.inside(parts)}{where}")


def sources(desk: Desk, report: Report, here: str) -> list[View]:
    """The pages that a report leads to, with the articles on them, in the order of the library."""
    found = []
    for page in desk.library.pages:
        if page.seed.id not in report.seeds:
            continue
        articles = [article for article in desk.on_page[page.seed.id] if article.id in report.articles]
        found.append(
            {
                "seal": desk.seal(page.issue),
                "page": link(desk.issue_line(page.issue), here, page_file(page.seed.id)),
                "name": page.seed.name,
                "articles": [(desk.opens(article, here), desk.tags(article)) for article in articles],
            }
        )
    return found
