"""Plain texts: a file with nothing of a newspaper in it is one article, its first line the headline.

Blank lines part its paragraphs; where its lines are hard-wrapped they are joined. Marks of other notations (`#`, `|`)
are characters like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model import Article, Block, Byline, Choice, Kind, Line, Piece, Seed
from ..rules import rules
from .lines import HAN, is_latin, join
from .measure import width_of

Grouped = tuple[tuple[Block, ...], tuple[Article, ...], tuple[Block, ...], tuple[Choice, ...]]
# What only a newspaper prints, by the rules that read it.
PRINTED = frozenset(
    {
        "label.opens",
        "bylines.line",
        "bylines.tail",
        "bylines.note",
        "jumps.from",
        "jumps.to",
        "jumps.arrow",
        "captions.credited",
        "captions.credit",
    }
)
FURNITURE = frozenset(
    f"furniture.{name}"
    for name in (
        *("folio", "folio_day", "folio_staff", "folio_paper"),
        *("weather", "contact", "public_service", "tag", "digest"),
    )
)
# Widths in ems. Lines are not hard-wrapped to less than this; a column of Chinese may be narrower.
NARROWEST, NARROWEST_COLUMN = 15.0, 8.0
LONGEST_TITLE, LONGEST_SUBHEAD = 100.0, 30.0
# A hard-wrapped line is at least so much of the measure, and a line of a Chinese column differs from the next by this.
FULL, ALIKE = 0.6, 2.0
# Two such lines could be chance, unless a word's small letter shows that the sentence goes on.
CHANCE = 2
# The prose under a subhead is this much longer.
LONGER = 2


def is_plain(seed: Seed, lines: Sequence[Line], pieces: Sequence[Piece]) -> bool:
    """Whether nothing on a page is a newspaper's: no byline, jump mark, folio or column of type."""
    if not lines or any(_is_printed(piece) for piece in pieces):
        return False
    numbers = [seed.line_of(line.text.start) for line in lines]
    if any(above >= below for above, below in pairwise(numbers)):
        return False
    tail = rules("bylines")["tail"].pattern
    if any(tail.search(line.value) for line in lines):
        return False
    return is_latin("".join(line.value for line in lines)) or (_is_titled(lines) and not _has_columns(lines))


def set_plain(seed: Seed, lines: Sequence[Line]) -> Grouped:
    """The blocks of a plain text, its one article (with a headline if its first line is one), nothing else."""
    units = list(_units(lines))
    titled = _is_title(units[0])
    blocks = tuple(_block(units, index, titled=titled) for index in range(len(units)))
    signed = Byline(texts=tuple(block.text for block in blocks if block.kind is Kind.BYLINE))
    name = f"{seed.id}-{seed.ink_before(blocks[0].text.start)}"
    return blocks, (Article(name, blocks, signed),), (), ()


def _is_printed(piece: Piece) -> bool:
    """Whether a piece is what only a newspaper prints; a date or a bracket alone may stand in any file."""
    return piece.why in PRINTED or (piece.why in FURNITURE and bool(HAN.search(piece.value)))


def _is_titled(lines: Sequence[Line]) -> bool:
    """Whether a Chinese text begins with one title line; of several in a stack, the page's own way knows more."""
    stacked = len(lines) > 2 and not lines[1].gap and lines[2].gap and _is_title(lines[1:2])
    return _is_title(lines[:1]) and not stacked


def _has_columns(lines: Sequence[Line]) -> bool:
    """Whether Chinese lines are set to a measure, or stop in mid-sentence, as in a column of type."""
    known = rules("label")
    alike = 0
    for index, (above, below) in enumerate(pairwise(lines)):
        width = width_of(above.value)
        if below.gap or width < NARROWEST_COLUMN or known["ends"].pattern.search(above.value):
            continue
        if index and known["marks"].pattern.search(above.value):
            return True
        alike += abs(width - width_of(below.value)) <= ALIKE
    return alike >= CHANCE


def _is_title(unit: Sequence[Line]) -> bool:
    """Whether lines can be a headline: not too long, and neither a whole statement nor the beginning of one."""
    known = rules("plain")
    value = "".join(line.value for line in unit)
    short = width_of(value) <= LONGEST_TITLE
    return short and bool(known["headline"].pattern.search(value)) and not known["closed"].pattern.search(value)


def _units(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """The lines, put together to paragraphs."""
    measure = _measure(lines)
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not _goes_on(lines[index - 1], lines[index], measure):
            yield tuple(lines[first:index])
            first = index


def _measure(lines: Sequence[Line]) -> float:
    """The width to which a text is hard-wrapped; 0 where each line is a paragraph."""
    widest = max((width_of(line.value) for line in lines[1:]), default=0.0)
    if widest < NARROWEST or not is_latin("".join(line.value for line in lines)):
        return 0.0
    breaks = [pair for pair in pairwise(lines) if not pair[1].gap and width_of(pair[0].value) >= FULL * widest]
    held = [pair for pair in breaks if _is_held(*pair, widest)]
    sure = len(held) >= CHANCE or any(below.value[0].islower() for _, below in held)
    return widest if sure and 2 * len(held) >= len(breaks) else 0.0


def _goes_on(above: Line, below: Line, measure: float) -> bool:
    """Whether a paragraph goes on in the next line."""
    known = rules("plain")
    alone = known["item"].pattern.match(below.value) or known["byline"].pattern.match(below.value)
    return not below.gap and not alone and bool(measure) and _is_held(above, below, measure)


def _is_held(above: Line, below: Line, measure: float) -> bool:
    """Whether a line ends because the next word did not fit, or in mid-sentence."""
    width = width_of(above.value)
    word = width_of(" " + below.value.split(maxsplit=1)[0])
    in_sentence = width >= FULL * measure and below.value[0].islower()
    return in_sentence or width <= measure < width + word


def _block(units: Sequence[Sequence[Line]], index: int, *, titled: bool) -> Block:
    unit, known = units[index], rules("plain")
    value = "".join(line.value for line in unit)
    if titled and not index:
        return Block(Kind.HEADLINE, join(unit), known["headline"].id)
    if titled and index == 1 and known["byline"].pattern.match(value):
        return Block(Kind.BYLINE, join(unit), known["byline"].id)
    if known["item"].pattern.match(value):
        return Block(Kind.ITEM, join(unit), known["item"].id)
    if index > titled and index + 1 < len(units) and _is_subhead(unit, units[index + 1]):
        return Block(Kind.SUBHEAD, join(unit), known["subhead"].id)
    return Block(Kind.PARAGRAPH, join(unit), known["paragraph"].id)


def _is_subhead(unit: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a short line that stands apart has a list or much longer prose under it."""
    known = rules("plain")
    width, under = (width_of("".join(line.value for line in lines)) for lines in (unit, below))
    apart = len(unit) == 1 and unit[0].gap > 0 and width <= LONGEST_SUBHEAD
    prose = under >= LONGER * width and rules("label")["ends"].pattern.search(below[-1].value)
    over = prose or known["item"].pattern.match(below[0].value)
    return apart and bool(over) and bool(known["subhead"].pattern.search(unit[0].value))
