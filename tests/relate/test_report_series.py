"""An indicator in a report: what may not be subtracted between its issues is not subtracted there either."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.reports import Change, Comparison
from generator.read.reports import read_reports
from generator.relate.reports import settle
from tests.relate.series_made import collected, printed

HEAD = "我市创新实施“百会帮百镇”行动"
REPORT = "---\ntitle: 题\nby: 何编辑\n---\n\n[80亿元](001#L2)\n\n```changes\nof: 百会帮百镇\n```\n\n## 限度\n\n无。\n"


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("全市累计完成工业投资{}亿元。", Change("+130亿元")),
        ("全市完成工业投资{}亿元。", Change(why="unreckoned")),
        ("今年全市完成工业投资{}亿元。", Change(why="unreckoned")),
    ],
)
def test_values_of_unknown_days_are_not_subtracted_in_a_report(tmp_path: Path, said: str, change: Change) -> None:
    early, late = (
        printed(name, day, HEAD, said.format(value))
        for name, day, value in (("001", "2023-03-01", 80), ("002", "2023-06-01", 210))
    )
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.md").write_text(REPORT, encoding="utf-8")
    library = settle(collected(early, late), *read_reports(tmp_path))
    assert library.faults == ()
    (table,) = (piece for piece in library.reports[0].pieces if isinstance(piece, Comparison))
    assert [item.change for item in table.items] == [change]
