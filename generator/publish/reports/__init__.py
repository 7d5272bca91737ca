"""Reports that people write: each with its sources, the list of all, and those that are left out with the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...model.reports import LeftOut, Report
from ..address import QUESTIONS, REPORTING, REPORTS, link, report_file
from ..desk import Desk
from ..sheet import Settings, Sheet, titled
from .prose import Writer, plain, sources

View = dict[str, Any]
TEMPLATE = "report.html"


def reports(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    """The file of each report, that of the questions, and the list."""
    for report in desk.library.reports:
        here = place(report)
        yield Sheet(here, "report.md", titled(plain(report.title), TEMPLATE), _view(desk, report, here))
    title = desk.words("reports_title")
    yield Sheet(REPORTS, "reports.md", titled(title, TEMPLATE), _list(desk))


def place(report: Report) -> str:
    """Where a report stands below `docs/`."""
    return QUESTIONS if report.kind == "questions" else report_file(report.slug)


def _view(desk: Desk, report: Report, here: str) -> View:
    writer = Writer(desk, here, _numbers(desk, report))
    papers = [desk.library.page_of[seed].issue for seed in report.seeds]
    seals = {str(seal): seal for seal in map(desk.seal, papers) if seal}
    return {
        "title": writer.inside(report.title),
        "deck": writer.inside(report.deck),
        "signed": _signed(desk, report),
        "seals": list(seals.values()),
        "kicker": desk.words("questions_kicker" if report.kind == "questions" else "report_kicker"),
        "reports": link(desk.words("report_all"), here, REPORTS),
        "pieces": [writer.piece(piece, number) for number, piece in enumerate(report.pieces, 1)],
        "sources": sources(desk, report, here),
        "counts": {"pages": len(report.seeds), "articles": len(report.articles)},
    }


def _numbers(desk: Desk, report: Report) -> Mapping[str, int]:
    """The number of each page among the sources of a report, which stand in the order of the library."""
    cited = (page.seed.id for page in desk.library.pages if page.seed.id in report.seeds)
    return {seed: number for number, seed in enumerate(cited, 1)}


def _signed(desk: Desk, report: Report) -> str:
    by = desk.words("report_by", by=report.by)
    return desk.words("report_on", by=by, day=desk.words.day(report.on)) if report.on else by


def _list(desk: Desk) -> View:
    """All reports, and those that are left out."""
    return {
        "reports": [
            {
                "link": link(plain(report.title), REPORTS, place(report)),
                "deck": Writer(desk, REPORTS).inside(report.deck),
                "signed": _signed(desk, report),
            }
            for report in desk.library.reports
        ],
        "count": len(desk.library.reports),
        "left_out": [_left_out(desk, report) for report in desk.library.left_out],
        "guide": link(desk.words("reports_guide"), REPORTS, REPORTING),
    }


def _left_out(desk: Desk, report: LeftOut) -> View:
    """A report that is not shown: its file, as its title is not proved, and each reason with its line."""
    return {
        "name": report.file,
        "faults": [
            {
                "where": desk.words("line", first=fault.line),
                "why": desk.words(f"left_out_{fault.what.removeprefix('report_')}", **dict(fault.found)),
            }
            for fault in report.faults
        ],
    }
