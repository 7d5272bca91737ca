"""Lists of names and sums (名单与合计): how many a page announces and how many it names; what adds up to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from ...model import Article, Check, Figure, Listing, Mention
from ...model.weighed import hold
from ...rules import rules
from ...text import Text
from ..address import LISTS
from ..desk import Desk
from ..drawn_values import sum_drawing
from ..escape import Md, escape
from ..facts import as_many, sum_told
from ..spreadsheet import SOURCE, reason, source_cells
from ..teller import Teller
from .cells import Told, elsewhere, every, silent, stacked, where
from .layout import Board, Carried, Section

MANY = 50  # measures that a page could list
FEWEST = 3  # names in a list of names
DRAWN = 12  # sums
SHARE = 0.6  # of its items that are names
COVERED = 0.7  # of an item that its name takes
NAMED = frozenset({"organisation", "person", "place"})
COUNTY = 3
LIST = ("list_said", "list_items", "list_told", "table_where")
SUM = ("sum_whole", "sum_parts", "sum_told", "table_where")


@dataclass(frozen=True, slots=True)
class Announced:
    """How many of something a page says there are, and the words for it, without a list of them."""

    text: Text
    announced: int


def board(desk: Desk) -> Board:
    """The page of lists and sums."""
    teller = Teller(desk, LISTS)
    told = list(every(desk, lambda facts: facts.lists))
    of_names = [is_of_names(desk, one) for one in told]
    names = [one for one, named in zip(told, of_names, strict=True) if named]
    others = [one for one, named in zip(told, of_names, strict=True) if not named and one.fact.announced is not None]
    sums = list(every(desk, lambda facts: facts.checks))
    rows = tuple(_sum_row(teller, one) for one in sums)
    bare = list(only_counted(desk))
    sections = (
        *_section(teller, "names", names, tuple(_name_row(teller, one) for one in names)),
        *(replace(one, said=(*one.said, *_drawn(teller, sums))) for one in _section(teller, "sums", sums, rows, SUM)),
        *_section(teller, "others", others, tuple(_row(teller, one) for one in others)),
        *_section(teller, "bare", bare, tuple(_bare_row(teller, one) for one in bare)),
    )
    counts = {"names": len(names), "sums": len(sums), "others": len(others), "bare": len(bare)}
    intro = desk.words("lists_intro", **counts) if sections else desk.words("lists_none")
    return Board(LISTS, "lists_title", intro, sections, _carried(desk, told, sums))


def _section(
    teller: Teller, key: str, found: Sequence[object], rows: tuple[tuple[Md, ...], ...], columns: tuple[str, ...] = LIST
) -> Iterator[Section]:
    if found:
        said = (teller.desk.words(f"lists_{key}_intro"),)
        yield Section(key, teller.desk.words(f"lists_{key}"), columns, rows, said)


def _drawn(teller: Teller, sums: Iterable[Told[Check]]) -> Iterator[Md]:
    """The sums that hold, as bars; of very many the first."""
    made = (sum_drawing(teller.desk, one.article, one.fact, LISTS) for one in sums)
    return islice(filter(None, made), DRAWN)


def only_counted(desk: Desk) -> Iterator[Told[Announced]]:
    """Measures, tasks and the like of which a page prints how many, and no list of them was read: 八项重点工作."""
    for article in desk.library.articles:
        facts = desk.library.facts[article.id]
        lists = tuple(one.text for one in facts.lists)
        told: set[str] = set()
        for figure in facts.figures:
            if figure.kind != "count" or figure.value is None or not 1 < figure.value <= MANY:
                continue
            words = None if figure.qualifier or article.prints_again(figure.text) else _announcing(article, figure)
            if words is None or words.value in told or any(_same_list(one, figure, words) for one in lists):
                continue
            told.add(words.value)
            yield Told(article, Announced(words, int(figure.value)))


def _same_list(listed: Text, figure: Figure, words: Text) -> bool:
    return hold((listed,), figure.text) or words.value in listed.value


def _announcing(article: Article, figure: Figure) -> Text | None:
    """The number and what it counts, as printed, where that is something of which a page could list the parts."""
    block = article.headline if figure.paragraph is None else article.body[figure.paragraph].text
    if block is None or not figure.text.spans or not hold((block,), figure.text):
        return None
    places = {offset: index for index, offset in enumerate(block.offsets())}
    first = places.get(figure.text.start)
    match = rules("tables")["announces"].pattern.match(block.value, first) if first is not None else None
    return block.group(match) if match else None


def _bare_row(teller: Teller, one: Told[Announced]) -> tuple[Md, ...]:
    told = escape(teller.desk.words("list_only_counted", announced=one.fact.announced))
    return (
        teller.words(one.fact.text),
        silent(teller, "list_not_listed"),
        stacked((told, *_torn(teller.desk, one.article))),
        where(teller, one.article, one.fact.text),
    )


def _torn(desk: Desk, article: Article) -> Iterator[Md]:
    """Where the half of an article is that is not here: what is missing in its lists may stand there."""
    for side, jump in (("before", article.begins_elsewhere), ("after", article.ends_elsewhere)):
        if jump:
            yield escape(desk.words(f"list_torn_{side}", where=elsewhere(desk, jump)))


def is_of_names(desk: Desk, one: Told[Listing]) -> bool:
    """Whether a list names bodies, people or places, and not measures or properties."""
    items = one.fact.items
    named = sum(bool(_name(desk, one.article, item)) for item in items)
    return len(items) >= FEWEST and named >= SHARE * len(items)


def _name(desk: Desk, article: Article, item: Text) -> Mention | None:
    """The mention that an item is, whole or nearly."""
    mentions = (one for one in desk.library.facts[article.id].mentions if one.type in NAMED)
    return next(
        (one for one in mentions if len(one.text) >= COVERED * len(item) and hold((item,), one.text)),
        None,
    )


def _name_row(teller: Teller, one: Told[Listing]) -> tuple[Md, ...]:
    """A list of names; those of one county together, when the names tell their counties."""
    said, _, told, place = _row(teller, one)
    groups = by_county(teller.desk, one)
    if not 1 < len(groups) < len(one.fact.items) or () in groups:
        return said, _items(teller, one.fact.items), told, place
    counted = teller.tag("computed", "computed")
    lines = (
        Md(f"**{escape(county[-1])}** {len(items)}　{teller.several(items)}")
        for county, items in groups.items()
        if county
    )
    counted = teller.cell(escape(teller.desk.words("list_by_county")), counted)
    return said, stacked(lines), stacked((told, counted)), place


def by_county(desk: Desk, one: Told[Listing]) -> dict[tuple[str, ...], list[Text]]:
    """The items by the county that their own words name; those that name none under no chain."""
    places = [mention for mention in desk.library.facts[one.article.id].mentions if mention.type == "place"]
    found: dict[tuple[str, ...], list[Text]] = {}
    for item in one.fact.items:
        chains = (mention.name.split("/") for mention in places if hold((item,), mention.text))
        county = next((tuple(chain[:COUNTY]) for chain in chains if len(chain) >= COUNTY), ())
        found.setdefault(county, []).append(item)
    return found


def _items(teller: Teller, items: Iterable[Text]) -> Md:
    return Md("<br>".join(f"{place}. {teller.words(item)}" for place, item in enumerate(items, 1)))


def _row(teller: Teller, one: Told[Listing]) -> tuple[Md, ...]:
    listing = one.fact
    told = teller.cell(escape(as_many(teller.desk, listing)), teller.doubt(listing.doubt))
    is_short = listing.announced is not None and len(listing.items) < listing.announced
    return (
        teller.words(listing.text),
        teller.several(listing.items),
        stacked((told, *(_torn(teller.desk, one.article) if is_short else ()))),
        where(teller, one.article, listing.text),
    )


def _sum_row(teller: Teller, one: Told[Check]) -> tuple[Md, ...]:
    check = one.fact
    parts = Md(teller.desk.words("comma").join(_part(teller, part) for part in check.parts))
    return (
        _part(teller, check.whole),
        parts,
        teller.cell(*_sum_told(teller, check)),
        where(teller, one.article, check.text),
    )


def _part(teller: Teller, figure: Figure) -> Md:
    return teller.cell(Md(f"**{teller.figure(figure)}**"), teller.words(figure.subject))


def _sum_told(teller: Teller, check: Check) -> Iterator[Md]:
    """Whether the parts make the whole; where the page does not say that they are all, nothing is added."""
    values = [part.value for part in check.parts]
    if check.holds is None or check.whole.value is None or None in values:
        yield escape(teller.desk.words("sum_open_not_added"))
        return
    total = sum((value for value in values if value is not None), Decimal(0))
    yield escape(f"{' + '.join(_number(value) for value in values if value is not None)} = {_number(total)}")
    yield teller.tag("computed", "computed")
    yield escape(sum_told(teller.desk, check))


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _carried(desk: Desk, lists: Iterable[Told[Listing]], sums: Iterable[Told[Check]]) -> tuple[Carried, ...]:
    columns = ("list_said", "col_announced", "col_item", "list_items", "col_doubt", *SOURCE)
    rows = tuple(row for one in lists for row in _plain_list(desk, one))
    summed = ("col_text", "sum_whole", "sum_parts", "sum_told", *SOURCE)
    return (
        Carried("lists.csv", "lists", columns, rows),
        Carried("sums.csv", "checks", summed, tuple(_plain_sum(desk, one) for one in sums)),
    )


def _plain_list(desk: Desk, one: Told[Listing]) -> Iterator[tuple[str, ...]]:
    listing = one.fact
    announced = "" if listing.announced is None else str(listing.announced)
    for number, item in enumerate(listing.items, 1):
        source = source_cells(desk, one.article, item)
        yield listing.text.value, announced, str(number), item.value, reason(listing.doubt), *source


def _plain_sum(desk: Desk, one: Told[Check]) -> tuple[str, ...]:
    check = one.fact
    parts = desk.words("reason_comma").join(part.text.value for part in check.parts)
    source = source_cells(desk, one.article, check.text)
    return check.text.value, check.whole.text.value, parts, sum_told(desk, check, "sum_open_not_added"), *source
