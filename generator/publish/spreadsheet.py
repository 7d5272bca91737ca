"""Tables to carry away: CSV that opens rightly in office programs, and in which no printed word becomes a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from ..model import Article
from ..text import Text
from .desk import Desk
from .escape import shown
from .words import says

# What office programs calculate, full-width marks included; blanks before it do not stop them.
FORMULA = re.compile(r"\A[\s\u3000]*[=+\-@＝＋－＠]")
SOURCE = ("col_article", "col_id", "col_paper", "col_from", "col_to", "col_page", "col_file", "col_line")


def spreadsheet(desk: Desk, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file in UTF-8 with a mark that says so: the keys of its columns in words, then the rows."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([desk.words(key) for key in columns])
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def safe(cell: str) -> str:
    """The cell, on one line, so that no program calculates with it."""
    seen = " ".join(shown(cell).split("\n")).replace("\r", " ").replace("\t", " ")
    return f"'{seen}" if FORMULA.match(seen) else seen


def source_cells(desk: Desk, article: Article, text: Text) -> tuple[str, ...]:
    """Where words stand, for the columns of `SOURCE`: article, its id, paper, first and last day, page, file, line."""
    page = desk.library.page_of[text.seeds[0]] if text.seeds else desk.library.page_of[article.seeds[0]]
    issue = page.issue
    days = issue.dated.value if issue.dated else None
    return (
        desk.title(article).words,
        article.id,
        issue.publication.value if issue.publication else "",
        days.start.isoformat() if days else "",
        days.end.isoformat() if days else "",
        issue.page.value if issue.page else "",
        page.seed.name,
        ";".join(_lines(desk, text)),
    )


def reason(doubt: str) -> str:
    """Why a fact is doubtful, in words; empty when nothing speaks against it."""
    return says("doubts", doubt) if doubt else ""


def _lines(desk: Desk, text: Text) -> Iterator[str]:
    for _, first, last in desk.library.lines_of(text):
        yield str(first) if first == last else f"{first}-{last}"
