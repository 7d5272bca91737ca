"""Who helps whom (谁帮谁): by the county that is helped; then what goes both ways, and what is said in general."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ...model import Paired, PairingPrint
from ..address import PAIRINGS
from ..desk import Desk
from ..drawn_values import pairing_matrix
from ..escape import Md, escape
from ..spreadsheet import SOURCE, reason, source_cells
from ..teller import Teller
from .cells import silent, stacked, where
from .layout import Board, Carried, Section

COUNTY = 3  # so many links has the chain of a county, from the province on
COLUMNS = ("pairing_from", "pairing_to", "pairing_form", "table_where")
BOTH_COLUMNS = ("pairing_one", "pairing_other", "pairing_form", "table_where")


def board(desk: Desk) -> Board:
    """The page of pairings."""
    teller = Teller(desk, PAIRINGS)
    named, both, general = _sorted(desk.library.paired)
    sections = [*_by_city(teller, named)]
    if both:
        said = (desk.words("pairings_both_intro"),)
        sections.append(Section("both", desk.words("pairings_both"), BOTH_COLUMNS, _rows(teller, both), said))
    if general:
        said = (desk.words("pairings_general_intro"),)
        sections.append(Section("general", desk.words("pairings_general"), COLUMNS, _rows(teller, general), said))
    counts = {"named": len(named), "both": len(both), "general": len(general)}
    intro = desk.words("pairings_intro", **counts) if any(counts.values()) else desk.words("pairings_none")
    return Board(PAIRINGS, "pairings_title", intro, tuple(sections), (_carried(desk),))


def _sorted(pairs: Iterable[Paired]) -> tuple[list[Paired], list[Paired], list[Paired]]:
    """The pairings of a named helper and place; those that go both ways; those of numbers, or in general."""
    named: list[Paired] = []
    both: list[Paired] = []
    general: list[Paired] = []
    for pair in pairs:
        if pair.mutual:
            both.append(pair)
        else:
            (general if pair.doubt or not pair.place else named).append(pair)
    return named, both, general


def _by_city(teller: Teller, pairs: Sequence[Paired]) -> Iterator[Section]:
    """A table for each city; the county stands before the first of its rows."""
    cities = groupby(sorted(pairs, key=lambda pair: pair.place.split("/")), key=_city)
    for number, (city, found) in enumerate(cities, 1):
        listed = list(found)
        said = (pairing_matrix(teller.desk, listed, PAIRINGS),)
        rows: list[tuple[Md, ...]] = []
        before = ""
        for pair in listed:
            county = _county(pair)
            rows.append((escape("" if county == before else county), *_row(teller, pair)))
            before = county
        yield Section(f"c{number}", city, ("pairing_county", *COLUMNS), tuple(rows), said)


def _city(pair: Paired) -> str:
    return (*pair.place.split("/")[:COUNTY], "")[1] or pair.place


def _county(pair: Paired) -> str:
    return "/".join(pair.place.split("/")[COUNTY - 1 : COUNTY])


def _rows(teller: Teller, pairs: Iterable[Paired]) -> tuple[tuple[Md, ...], ...]:
    return tuple(_row(teller, pair) for pair in pairs)


def _row(teller: Teller, pair: Paired) -> tuple[Md, ...]:
    first = pair.prints[0]
    places = (where(teller, teller.desk.article[one.article], one.pairing.text) for one in pair.prints)
    return (
        teller.several(first.helpers),
        teller.several(first.helped),
        stacked((*_forms(teller, pair), *(teller.doubt(one.pairing.doubt) for one in pair.prints))),
        stacked(places),
    )


def _forms(teller: Teller, pair: Paired) -> Iterator[Md]:
    """The words for it, as each page prints them."""
    for one in pair.prints:
        words = (one.pairing.relation, *one.forms)
        told = [teller.words(text) for text in words if text]
        yield Md(teller.desk.words("comma").join(dict.fromkeys(told))) if told else silent(teller, "not_printed")


def _carried(desk: Desk) -> Carried:
    """A row for each line that prints a pairing; the number before it says which rows are one pairing."""
    pairs = enumerate(desk.library.paired, 1)
    rows = tuple((str(number), *_plain(desk, pair, one)) for number, pair in pairs for one in pair.prints)
    columns = ("col_pair", "pairing_from", "pairing_to", "pairing_form", "col_county", "col_both", "col_doubt", *SOURCE)
    return Carried("pairings.csv", "pairings_carried", columns, rows)


def _plain(desk: Desk, pair: Paired, one: PairingPrint) -> tuple[str, ...]:
    comma = desk.words("comma")
    words = (one.pairing.relation, *one.forms)
    return (
        comma.join(text.value for text in one.helpers),
        comma.join(text.value for text in one.helped),
        comma.join(text.value for text in words if text),
        "/".join(pair.place.split("/")[:COUNTY]),
        desk.words("col_yes") if pair.mutual else "",
        reason(one.pairing.doubt),
        *source_cells(desk, desk.article[one.article], one.pairing.text),
    )
