"""Reports, settled: what each leads to is found, each number in it is proved, each table is filled.

A report in which anything cannot be proved is left out as a whole, with every reason that was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from ...errors import ReportError
from ...model import Event, Library, Promise, Refused
from ...model.reports import (
    Answer,
    Comparison,
    Computed,
    Entries,
    Found,
    Grid,
    Head,
    Leads,
    LeftOut,
    OfIssue,
    Para,
    Part,
    Parts,
    Piece,
    Pointer,
    Printed,
    Query,
    Report,
    Stress,
    Words,
    flat,
    lines_in,
)
from ...rules import rules
from ...text import Text
from .ask import Desk
from .changes import compared, quoted
from .counts import counted
from .proof import Evidence, apart, unproved
from .shelf import Shelf
from .sums import Operand, computed, operands, worked_out

COMPUTED = "="
ARTICLE = "article:"
ASKS = ("？", "?")
FILLED = {"publication": "publication", "dated": "dated", "numbered": "page"}

Settle = Callable[[Parts], Parts]


def settle(library: Library, reports: Iterable[Report], unreadable: Iterable[LeftOut]) -> Library:
    """The library with its reports; with those that cannot be shown, and why."""
    desk = Desk(Shelf(library))
    settled: list[Report] = []
    left_out = list(unreadable)
    for report in reports:
        done = _Settling(report, desk).settled()
        if isinstance(done, Report):
            settled.append(done)
        else:
            left_out.append(done)
    settled.sort(key=lambda one: (one.order is None, one.order or 0, one.file))
    return replace(library, reports=tuple(settled), left_out=tuple(sorted(left_out, key=lambda one: one.file)))


@dataclass
class _Settling:
    """One report being settled, and what was found wrong so far."""

    report: Report
    desk: Desk
    faults: list[ReportError] = field(default_factory=list)

    @property
    def shelf(self) -> Shelf:
        """Where it finds what it leads to."""
        return self.desk.shelf

    def settled(self) -> Report | LeftOut:
        """First what it leads to, then its tables, then what is computed; at last its own words."""
        report = self._each(self.report, self._found)
        report = replace(report, pieces=tuple(map(self._answered, report.pieces)))
        quoted, shown = tuple(_printed(report)), tuple(_shown(report))
        known = operands(quoted)
        tables = self._named(report)
        report = self._each(report, partial(self._computed, known=known, tables=tables))
        report = replace(report, cites=tuple(dict.fromkeys((*_printed(report), *shown))))
        report = replace(report, articles=tuple(self._articles(report)), seeds=tuple(_seeds(report)))
        evidence = Evidence(
            self.shelf, tuple(_printed(report)), shown, report.seeds, report.articles, self._names(), _questions(report)
        )
        report = _with_prose(report, partial(self._proved, evidence=evidence))
        if not self.faults and not report.cites:
            self._fault(ReportError(1, "report_no_source", "it leads to no line of any page; say where it is printed"))
        if self.faults:
            return self._left_out()
        return report

    def _left_out(self) -> LeftOut:
        own = sorted({(one.line, str(one)): one for one in self.faults}.items())
        faults = tuple(Refused(self.report.file, one.line, one.what, str(one), one.found) for _, one in own)
        return LeftOut(self.report.file, faults)

    def _fault(self, fault: ReportError) -> None:
        self.faults.append(fault)

    # ── every piece of prose ──

    def _each(self, report: Report, settle: Callable[[Part], Iterable[Part]]) -> Report:
        """The report, each part of its prose settled; what cannot be is noted and stays."""
        return _with_prose(report, partial(self._parts, settle))

    def _parts(self, settle: Callable[[Part], Iterable[Part]], parts: Parts) -> Parts:
        found: list[Part] = []
        for part in parts:
            if isinstance(part, Stress):
                found.append(replace(part, parts=self._parts(settle, part.parts)))
                continue
            try:
                found += settle(part)
            except ReportError as fault:
                self._fault(fault)
                found.append(part)
        return tuple(found)

    def _found(self, part: Part) -> Iterator[Part]:
        """A pointer to a line, an issue, an article or an address as what it leads to; the others wait."""
        if not isinstance(part, Pointer) or part.target.startswith(COMPUTED):
            yield part
        else:
            yield self._leads(part)

    def _leads(self, pointer: Pointer) -> Part:
        target, known = pointer.target.replace("＃", "#"), rules("reports")
        if "#" in target:
            place = self.shelf.place(target, pointer.line)
            return Printed(self.shelf.words(pointer.words, place, pointer.line))
        if target.startswith(ARTICLE):
            article = self.shelf.article(target.removeprefix(ARTICLE), pointer.line)
            own = pointer.words in known["title"].words
            return Leads("article", "" if own else pointer.words, article.id, pointer.line)
        if known["web"].pattern.match(target):
            return Leads("web", pointer.words, target, pointer.line)
        if target in known["file"].words:
            return Leads("file", pointer.words, target, pointer.line)
        if ":" in target or "/" in target or target.endswith((".md", ".html")):
            files = "、".join(known["file"].words)
            reason = f"a link leads to a line (000#L17), an article (article:…), https://… or one of {files}"
            raise ReportError(pointer.line, "report_target", reason, words=target, near=files)
        seed = self.shelf.page(target, pointer.line).seed.id
        filled = next((what for name, what in FILLED.items() if pointer.words in known[name].words), None)
        return OfIssue(filled, seed) if filled else Leads("page", pointer.words, seed, pointer.line)

    def _computed(self, part: Part, known: Mapping[str, Operand], tables: Mapping[str, Answer]) -> Iterator[Part]:
        if not isinstance(part, Pointer) or not part.target.startswith(COMPUTED):
            yield part
            return
        own = part.target.removeprefix(COMPUTED).strip()
        if "#" in own:
            yield worked_out(part, self.shelf.place(own, part.line), self.shelf)
            return
        rows = counted(part, tables)
        yield rows or computed(part, known, self.shelf)

    def _proved(self, parts: Parts, evidence: Evidence) -> Parts:
        """A line of prose, its quotations apart; what in it is not proved is noted."""
        self.faults += unproved(parts, evidence)
        return apart(parts)

    def _names(self) -> frozenset[str]:
        """How the report calls pages: 000, which is no number, where a target begins so."""
        written = (part for parts in _all_parts(self.report) for part in flat(parts) if isinstance(part, Pointer))
        names = {part.target.partition("#")[0].strip() for part in written}
        return frozenset(name for name in names if name.startswith("0"))

    # ── tables ──

    def _answered(self, piece: Piece) -> Piece:
        if not isinstance(piece, Query):
            return piece
        try:
            return self._answer(piece)
        except ReportError as fault:
            self._fault(fault)
            return piece

    def _answer(self, query: Query) -> Piece:
        title: Parts = tuple(Words(one.words[0], one.line) for one in query.values("title"))
        if query.kind == "changes":
            return compared(query, title, self.desk)
        return Answer(query.kind, title, self._met(query, self.desk.rows(query)))

    def _met(self, query: Query, rows: tuple[Found, ...]) -> tuple[Found, ...]:
        """The rows; where the editor calls a promise met, with the printed words that say so."""
        met = tuple(quoted(words, one, self.shelf) for one in query.values("met") for words in one.words)
        if met and (query.kind != "promises" or len(rows) != 1):
            reason = f"`met:` is said of one promise; this block finds {len(rows)}; name its line by `lines:`"
            raise ReportError(query.line, "report_met", reason, count=len(rows))
        return tuple(replace(row, met=met) for row in rows)

    def _named(self, report: Report) -> Mapping[str, Answer]:
        """The tables by the names that the editor gave them; a name that two of them bear is noted."""
        tables: dict[str, Answer] = {}
        for written, piece in zip(self.report.pieces, report.pieces, strict=True):
            if not (isinstance(written, Query) and isinstance(piece, Answer)):
                continue
            for one in written.values("name"):
                if one.words[0] in tables:
                    reason = f"two tables are named “{one.words[0]}”; give one of them another name"
                    self.faults.append(ReportError(one.line, "report_name_twice", reason, name=one.words[0]))
                tables[one.words[0]] = piece
        return tables

    def _articles(self, report: Report) -> Iterator[str]:
        """The articles that a report leads to, in the order of the library."""
        named = {row.article for piece in report.pieces if isinstance(piece, Answer) for row in piece.rows}
        leads = (part for parts in _all_parts(report) for part in flat(parts) if isinstance(part, Leads))
        named |= {part.to for part in leads if part.kind == "article"}
        pages = {seed for text in report.cites for seed in text.seeds}
        for article in self.shelf.library.articles:
            is_near = not pages.isdisjoint(article.seeds)
            if article.id in named or (is_near and any(map(article.holds, report.cites))):
                yield article.id


def _all_parts(report: Report) -> Iterator[Parts]:
    yield report.title
    yield report.deck
    for piece in report.pieces:
        yield from lines_in(piece)


def _questions(report: Report) -> int:
    """How many headings of a report ask something."""
    heads = (piece for piece in report.pieces if isinstance(piece, Head))
    last = (next(reversed(tuple(flat(head.parts))), None) for head in heads)
    return sum(isinstance(part, Words) and part.words.rstrip().endswith(ASKS) for part in last)


def _with_prose(report: Report, done: Settle) -> Report:
    """The report, each line of its prose settled."""
    pieces = tuple(_with_parts(piece, done) for piece in report.pieces)
    return replace(report, title=done(report.title), deck=done(report.deck), pieces=pieces)


def _with_parts(piece: Piece, done: Settle) -> Piece:
    """The piece, each of its lines of prose settled."""
    if isinstance(piece, Head | Para):
        return replace(piece, parts=done(piece.parts))
    if isinstance(piece, Entries):
        return replace(piece, entries=tuple(map(done, piece.entries)))
    if isinstance(piece, Grid):
        return Grid(tuple(map(done, piece.head)), tuple(tuple(map(done, row)) for row in piece.rows))
    if isinstance(piece, Answer):
        return replace(piece, title=done(piece.title))
    if isinstance(piece, Comparison):
        items = tuple(replace(item, name=done(item.name)) for item in piece.items)
        return replace(piece, title=done(piece.title), items=items)
    return piece


def _printed(report: Report) -> Iterator[Text]:
    """The printed words that a report leads to by their lines, and those of its comparisons."""
    for parts in _all_parts(report):
        for part in flat(parts):
            if isinstance(part, Printed):
                yield part.text
            elif isinstance(part, Computed):
                yield from part.of
    for piece in report.pieces:
        if isinstance(piece, Comparison):
            yield from (text for item in piece.items for cell in item.cells for text in cell)


def _shown(report: Report) -> Iterator[Text]:
    """The printed words that the tables of a report show."""
    for piece in report.pieces:
        if isinstance(piece, Answer):
            yield from (text for row in piece.rows for text in _of_row(row))


def _of_row(row: Found) -> Sequence[Text]:
    if row.fact is None:
        return (row.naming,) if row.naming else ()
    if isinstance(row.fact, Promise):
        return (row.fact.sentence, *(later.sentence for later in row.fact.later), *row.met)
    return (row.fact.sentence if isinstance(row.fact, Event) else row.fact.text,)


def _seeds(report: Report) -> Iterator[str]:
    """The pages that a report leads to, each once, in the order of its words."""
    found: list[str] = []
    for text in report.cites:
        found += text.seeds
    for parts in _all_parts(report):
        for part in flat(parts):
            if isinstance(part, OfIssue):
                found.append(part.seed)
            elif isinstance(part, Leads) and part.kind == "page":
                found.append(part.to)
    yield from dict.fromkeys(found)
