"""Articles of one paragraph or a few, made by hand, as if printed on a given day."""

from collections.abc import Sequence
from datetime import date

from generator.model import Article, Basis, Block, Claim, DateRange, Issue, Kind
from generator.text import Text


def article(*paragraphs: str, kinds: Sequence[Kind] = ()) -> Article:
    """An article whose paragraphs stand one after the other on a page; `kinds` names what each is, else a paragraph."""
    kinds = kinds or [Kind.PARAGRAPH] * len(paragraphs)
    source = "\n".join(paragraphs)
    blocks, start = [], 0
    for words, kind in zip(paragraphs, kinds, strict=True):
        blocks.append(Block(kind, Text.of("made", source, start, start + len(words)), "made.by_hand"))
        start += len(words) + 1
    return Article("made-0", tuple(blocks))


def issue(start: str | None = None, end: str | None = None, paper: str | None = None) -> Issue:
    """An issue of one day, of a range of days, or of no day known."""
    days = DateRange(date.fromisoformat(start), date.fromisoformat(end or start)) if start else None
    return Issue(
        publication=Claim(paper, Basis.PRINTED) if paper else None,
        dated=Claim(days, Basis.PRINTED) if days else None,
    )
