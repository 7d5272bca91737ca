"""Read reports: what people wrote about the pages, in `reports/` below the seeds' folder.

A file is Markdown of the plainest kind behind a few keys (`docs/about/reports.md`). One that is not what it should be
is left out, with the line and the reason; the others are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from os.path import realpath
from pathlib import Path
from stat import S_ISREG

from ..errors import ReportError
from ..model import Refused
from ..model.reports import Asked, Head, LeftOut, Report, Words, flat
from .report_text import FRONT, Lines, keys, parts, pieces, scalar
from .slug import slug

FOLDER = "reports"
ENDING = ".md"
LARGEST = 256 * 1024
DROPPINGS = (".", "_", "~")
EDGE = re.compile(r"-{3,}\s*")
DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
KINDS = ("report", "questions")
LIMITS = "限度"
CONTROL = re.compile(r"[^\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Read = tuple[tuple[Report, ...], tuple[LeftOut, ...]]


def read_reports(folder: Path) -> Read:
    """The reports below `folder` (a seeds' folder), in the order of their names, and those that cannot be read."""
    found: dict[str, Report] = {}
    left_out: list[LeftOut] = []
    for file in sorted((folder / FOLDER).glob(f"*{ENDING}")) if folder.is_dir() else ():
        if file.name.startswith(DROPPINGS):
            continue
        name = f"{FOLDER}/{file.name.encode('utf-8', 'surrogateescape').decode('utf-8', 'replace')}"
        try:
            report = _report(name, _lines(file, folder))
            _refuse_twin(report, found)
        except ReportError as fault:
            refused = Refused(name, fault.line, fault.what, str(fault), fault.found)
            left_out.append(LeftOut(name, (refused,)))
        else:
            found[_home(report)] = report
    return tuple(found.values()), tuple(left_out)


def _home(report: Report) -> str:
    """What no two reports may share: the address; there is one file of questions."""
    return report.slug.casefold() if report.kind == KINDS[0] else report.kind


def _refuse_twin(report: Report, others: Mapping[str, Report]) -> None:
    twin = others.get(_home(report))
    if twin:
        reason = f"it would stand at the same address as {twin.file}; rename one of the two"
        raise ReportError(1, "report_twin", reason, other=twin.file)


def _lines(file: Path, folder: Path) -> Lines:
    """The lines of a file with their numbers. Raises ReportError when it is no text file of ours."""
    if not Path(realpath(file)).is_relative_to(realpath(folder)):
        raise ReportError(1, "report_outside", "this is a link that leads out of the folder; put the file itself here")
    try:
        status = file.stat()
        if not S_ISREG(status.st_mode):
            raise ReportError(1, "report_no_file", "this is no file; save the report as a text file")
        if status.st_size > LARGEST:
            reason = f"the file has {status.st_size} bytes, the largest that is read {LARGEST}; write several reports"
            raise ReportError(1, "report_large", reason, size=status.st_size, largest=LARGEST)
        content = file.read_bytes()
        written = content.decode("utf-8-sig")
    except OSError as fault:
        reason = f"cannot be opened ({fault.strerror}); check that it may be read"
        raise ReportError(1, "report_closed", reason) from fault
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        raise ReportError(line, "report_encoding", "this line is not UTF-8; save the file as UTF-8") from fault
    lines = tuple(enumerate(re.split(r"\r\n|\n|\r", written), 1))
    control = next((number for number, words in lines if CONTROL.search(words)), None)
    if control:
        raise ReportError(control, "report_control", "this line holds a control character; delete it")
    return lines


def _report(name: str, lines: Lines) -> Report:
    edges = [at for at, (_, line) in enumerate(lines) if EDGE.fullmatch(line)]
    first = next((at for at, (_, line) in enumerate(lines) if line.strip()), 0)
    if len(edges) < 2 or edges[0] != first:
        reason = "a report begins with `---`, lines such as `title: …` and `by: …`, and `---` again"
        raise ReportError(1, "report_no_front", reason)
    front = _front(lines[edges[0] + 1 : edges[1]])
    for key in ("title", "by"):
        if key not in front:
            raise ReportError(lines[first][0], "report_missing", f"`{key}:` is missing; add it", name=key)
    report = Report(
        file=name,
        slug=slug(name.removeprefix(f"{FOLDER}/").removesuffix(ENDING)),
        kind=_kind(front.get("kind")),
        title=parts([(front["title"].line, front["title"].words[0])]),
        deck=parts([(front["deck"].line, front["deck"].words[0])]) if "deck" in front else (),
        by=front["by"].words[0],
        pieces=tuple(pieces(lines[edges[1] + 1 :])),
        on=_day(front.get("date")),
        order=_order(front.get("order")),
    )
    if report.kind == KINDS[0] and not any(LIMITS in heading for heading in _headings(report)):
        reason = f"a report says what it cannot tell: add a section `## {LIMITS}`"
        raise ReportError(lines[-1][0], "report_no_limits", reason)
    _refuse_pointers(report)
    return report


def _headings(report: Report) -> Iterator[str]:
    for piece in report.pieces:
        if isinstance(piece, Head):
            yield "".join(part.words for part in flat(piece.parts) if isinstance(part, Words))


def _refuse_pointers(report: Report) -> None:
    """Raises when the title is more than words: what leads somewhere has no place in it."""
    for part in report.title:
        if not isinstance(part, Words):
            reason = "the title is plain words; put what leads to a line into the text"
            raise ReportError(getattr(part, "line", 1), "report_title", reason)


def _front(lines: Lines) -> dict[str, Asked]:
    """The keys above the text. Raises ReportError for one that is not known."""
    found: dict[str, Asked] = {}
    for key, value, before in keys(lines):
        name = str(key.value)
        if name not in FRONT:
            near = (get_close_matches(name, FRONT, n=1, cutoff=0.5) or [", ".join(FRONT)])[0]
            reason = f"there is no key `{name}:`; there is: {near}"
            raise ReportError(before + key.start_mark.line, "report_key", reason, name=name, near=near)
        found[name] = scalar(name, value, before)
    return found


def _kind(asked: Asked | None) -> str:
    if asked is None:
        return KINDS[0]
    if asked.words[0] not in KINDS:
        near = ", ".join(KINDS)
        reason = f"there is no kind `{asked.words[0]}`; there is: {near}"
        raise ReportError(asked.line, "report_kind", reason, name=asked.words[0], near=near)
    return asked.words[0]


def _day(asked: Asked | None) -> date | None:
    if asked is None:
        return None
    found = DAY.fullmatch(asked.words[0])
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])) if found else _no_day(asked)
    except ValueError:
        return _no_day(asked)


def _no_day(asked: Asked) -> date:
    reason = f"“{asked.words[0]}” is no day; write it like 2024-01-15"
    raise ReportError(asked.line, "report_day", reason, words=asked.words[0])


def _order(asked: Asked | None) -> int | None:
    if asked is None:
        return None
    if not re.fullmatch(r"[0-9]{1,6}", asked.words[0]):
        reason = f"“{asked.words[0]}” is no number; write `order: 1`"
        raise ReportError(asked.line, "report_order", reason, words=asked.words[0])
    return int(asked.words[0])
