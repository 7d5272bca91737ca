"""The account of a page: where each of its characters went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .model import Block, Correction, Page
from .text import Text, count_ink, is_blank


@dataclass(frozen=True, slots=True)
class Account:
    """How many characters of a seed are where. `blank` ones may be dropped; of the others none may be missing.

    `unplaced`: in no block. `twice`: in more than one. `invented`: shown without being printed at their address, or
    printed nowhere and put in by nobody. The last three are 0 unless the program is wrong.
    """

    seed: str
    characters: int
    blank: int
    in_articles: int
    in_furniture: int
    unplaced: int
    twice: int
    invented: int

    @property
    def holds(self) -> bool:
        """Whether nothing was lost, doubled or invented."""
        return not (self.unplaced or self.twice or self.invented)


def account(page: Page) -> Account:
    """Count what became of each character of a page, from its articles and its furniture themselves."""
    own = page.seed.id
    of_articles = [correction for article in page.articles for correction in article.corrections]
    of_none = [correction for correction in page.corrections if correction not in of_articles]
    blocks = [block.text for article in page.articles for block in article.blocks]
    in_articles = _ink(own, page.seed.source, (*blocks, *_taken_out(of_articles)))
    in_furniture = _ink(own, page.seed.source, (*(block.text for block in page.furniture), *_taken_out(of_none)))
    ink = count_ink(page.seed.source)
    placed = in_articles | in_furniture
    return Account(
        seed=page.seed.name,
        characters=len(page.seed.source),
        blank=len(page.seed.source) - ink,
        in_articles=len(in_articles),
        in_furniture=len(in_furniture - in_articles.keys()),
        unplaced=ink - len(placed),
        twice=sum(count > 1 for count in (in_articles + in_furniture).values()),
        invented=sum(_invented(page, block) for block in page.blocks),
    )


def _taken_out(corrections: Iterable[Correction]) -> Iterator[Text]:
    """The printed characters that a person took out: they stand in the correction, beside what replaced them."""
    return (change.printed for correction in corrections for change in correction.changes)


def _ink(seed: str, source: str, texts: Iterable[Text]) -> Counter[int]:
    """How often each inked character of the seed stands in the texts, by its offset."""
    offsets = (
        offset for text in texts for span in text.spans if span.seed == seed for offset in range(span.start, span.end)
    )
    return Counter(offset for offset in offsets if not is_blank(source[offset]))


def _invented(page: Page, block: Block) -> int:
    """How many characters of a block nobody answers for, or stand where the page has a blank."""
    source = page.seed.source
    nobodys = sum(run.length for run in block.text.runs if not (run.is_printed or run.author))
    placed = zip(block.text.value, block.text.offsets(), strict=True)
    return nobodys + sum(
        offset is not None and is_blank(source[offset]) and not is_blank(shown) for shown, offset in placed
    )
