"""What is doubtful about the articles of a page, said beside the very words; nothing is changed or settled.

Each doubt is named in `rules/doubts.yml`, which has the words for a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise

from ..model import LINE_END, Article, Block, Choice, Doubt, Kind, Seed
from ..rules import rules, table
from ..text import Text
from .doubts_days import impossible_days
from .doubts_lists import announced, numbered
from .doubts_marks import unpaired_brackets, unpaired_quotes

CLOSED = frozenset("。！？…”’）)】》」』.!?\"'—")
LISTED = ("listed_in_quotes", "listed_each_quoted", "listed_and_so_on")
WORDS = ("odd_character", "garbled", "misread", "letter_for_digit", "stray_letter", "marks_clash", "words_missing")
LAST = 120  # characters in which an article is signed
WEIGHED = 30  # of words of which something was decided narrowly
SHOWN = 16  # of a paragraph whose beginning or end is in doubt
FEW = 2  # openings inside one article; more are a round-up
TOLD_ALREADY = 60  # characters that are a report of their own
TOLD = frozenset({Kind.PARAGRAPH, Kind.ITEM})
HEADS = frozenset({Kind.HEADLINE, Kind.KICKER, Kind.DECK})


def doubt(seed: Seed, articles: tuple[Article, ...], choices: Sequence[Choice] = ()) -> tuple[Article, ...]:
    """The articles of the page, each with its doubts; `choices`: what was weighed when the page was taken apart."""
    page = _Page(seed, articles, choices)
    return tuple(replace(article, doubts=(*article.doubts, *_doubts(page, article))) for article in articles)


@dataclass(frozen=True)
class _Page:
    """What a doubt can be seen by: the whole page."""

    seed: Seed
    articles: tuple[Article, ...]
    choices: Sequence[Choice]

    @cached_property
    def suspected(self) -> frozenset[str]:
        """The rules of `rules/suspects.yml` that find something on the page at all."""
        value = "\n".join(block.text.value for article in self.articles for block in article.blocks)
        return frozenset(name for name in (*WORDS, *LISTED, "day") if rules("suspects")[name].search(value))

    @cached_property
    def close(self) -> Mapping[tuple[str, str], Sequence[Text]]:
        """The words of which something was decided by a narrow margin, by article and doubt."""
        found: dict[tuple[str, str], list[Text]] = {}
        for choice in self.choices:
            name = _narrow(choice)
            words = (choice.text, choice.instead.of if choice.instead else None) if name else ()
            homes = (article.id for text in words if text for article in self.articles if article.holds(text[:1]))
            home = next(homes, None)
            if home is not None:
                found.setdefault((home, name), []).append(choice.text[:WEIGHED])
        return found

    @cached_property
    def glued(self) -> frozenset[Text]:
        """The parts of headlines that touch a part of another article's, on one line; columns are farther apart."""
        spans = sorted(
            (span, article.id, block.text)
            for article in self.articles
            for block in _of(article, HEADS)
            for span in block.text.spans
        )
        found: set[Text] = set()
        for (one, owner, text), (two, other, next_text) in pairwise(spans):
            between = self.seed.source[one.end : two.start]
            if owner != other and len(between) <= 1 and not LINE_END.match(between):
                found.update((text, next_text))
        return frozenset(found)


def _narrow(choice: Choice) -> str:
    """The doubt that a choice leaves, if its margin is too small for what was decided instead of what."""
    if choice.instead is None:
        return ""
    name, least = _margins().get(f"{choice.taken.what} {choice.instead.what}", ("", 0.0))
    margin = choice.margin if name else None
    return name if margin is not None and margin < least else ""


@cache
def _margins() -> Mapping[str, tuple[str, float]]:
    """For each decision and what it may have been instead: the doubt that is left below which margin."""
    weighed = ((name, entry) for name, entry in table("doubts").items() if "between" in entry)
    return {pair: (name, float(entry["margin"])) for name, entry in weighed for pair in entry["between"]}


def _of(article: Article, kinds: frozenset[Kind]) -> Iterator[Block]:
    return (block for block in article.blocks if block.kind in kinds)


def _doubts(page: _Page, article: Article) -> Iterator[Doubt]:
    for name, find in FINDERS.items():
        for text in find(page, article):
            yield Doubt(text, f"doubts.{name}")


def _no_headline(_: _Page, article: Article) -> Iterator[Text]:
    """A whole article that begins here has a headline here; a picture story need not."""
    if article.headline is None and article.begins_elsewhere is None and article.body:
        yield article.body[0].text[:SHOWN]


def _glued_headline(page: _Page, article: Article) -> Iterator[Text]:
    return (block.text for block in _of(article, HEADS) if block.text in page.glued)


def _glued_names(_: _Page, article: Article) -> Iterator[Text]:
    """Names that stand in the page without anything between them."""
    for names in (article.byline.reporters, article.byline.correspondents, article.byline.photographers):
        row: list[Text] = []
        for one, two in pairwise((*names, Text())):
            row.append(one)
            if not two or one.runs[-1].end != two.runs[0].start:
                if len(row) > 1:
                    yield Text.join(row)
                row = []


def _open_start(_: _Page, article: Article) -> Iterator[Text]:
    """The first words, where they can only go on from others and no mark says from which page."""
    if article.body and article.begins_elsewhere is None:
        first = article.body[0].text
        if rules("suspects")["begun_before"].pattern.match(first.value):
            yield first[:SHOWN]


def _open_end(_: _Page, article: Article) -> Iterator[Text]:
    """The last words, where no sentence ends; verses, tables and lists do without full stops."""
    body = [block.text for block in _of(article, TOLD)]
    stopped = sum(text.value[-1:] in CLOSED for text in body)
    if not body or article.ends_elsewhere or 2 * stopped < len(body) - 1:
        return
    last = body[-1]
    if last.value[-1:] not in CLOSED and not _signed_off(last.value[-LAST:]):
        yield last[-SHOWN:]


def _signed_off(value: str) -> bool:
    """Whether the last words of an article are a name, an agency's line, an office or a day."""
    return bool(rules("bylines")["tail"].search(value) or rules("suspects")["signed_off"].search(value))


def _second_opening(_: _Page, article: Article) -> Iterator[Text]:
    """What opens a report (本报讯), where a report is told already; a round-up of dispatches opens anew each time."""
    told = [block.text for block in _of(article, TOLD)]
    opening = rules("bylines")["opening"].pattern
    opened = [number for number, text in enumerate(told) if number and opening.match(text.value)]
    if len(opened) <= FEW and sum(len(text) for text in told[: opened[0] if opened else 0]) >= TOLD_ALREADY:
        yield from (told[number][:SHOWN] for number in opened)


def _twice(_: _Page, article: Article) -> Iterator[Text]:
    """Whole sentences that are printed again; those of blocks that follow each other are one passage."""
    again = [repeat.text for repeat in article.repeats if repeat.why == "repeats.again"]
    homes = {at: number for number, block in enumerate(article.body if again else ()) for at in block.text.offsets()}
    whole = [(homes[text.start], text) for text in again if text.start in homes and _is_whole(article, homes, text)]
    row: list[Text] = []
    for (number, text), (following, _next) in pairwise((*whole, (-1, Text()))):
        row.append(text)
        if following not in {number, number + 1}:
            yield Text.join(row)
            row = []


def _is_whole(article: Article, homes: Mapping[int | None, int], text: Text) -> bool:
    """Whether a passage begins where a sentence (or a list's item) does, and ends with one."""
    block = article.body[homes[text.start]].text
    before = block.value[: next(at for at, offset in enumerate(block.offsets()) if offset == text.start)].rstrip()
    begins = not any(map(str.isalnum, before)) or before[-1] in CLOSED
    return begins and text.value[-1] in CLOSED


def _spliced(_: _Page, article: Article) -> Iterator[Text]:
    for repeat in article.repeats:
        if repeat.why == "repeats.torn":
            yield Text.join((repeat.text, *((repeat.rest,) if repeat.rest else ())))
        elif repeat.why == "repeats.either":
            yield from (repeat.of, repeat.text)


def _close(name: str) -> Callable[[_Page, Article], Iterator[Text]]:
    """Finds what was decided by a narrow margin."""
    return lambda page, article: iter(page.close.get((article.id, name), ()))


def _suspect(*names: str) -> Callable[[_Page, Article], Iterator[Text]]:
    """Finds what these rules of `rules/suspects.yml` read, in every block."""

    def find(page: _Page, article: Article) -> Iterator[Text]:
        for rule in (rules("suspects")[name] for name in names if name in page.suspected):
            for block in article.blocks:
                for match in rule.pattern.finditer(block.text.value):
                    yield block.text[match.start() : match.end()]

    return find


def _plain(find: Callable[[Article], Iterator[Text]], *names: str) -> Callable[[_Page, Article], Iterator[Text]]:
    """A finder that needs no page; on a page where none of the rules `names` finds anything there is nothing for it."""
    return lambda page, article: find(article) if not names or page.suspected.intersection(names) else iter(())


FINDERS: dict[str, Callable[[_Page, Article], Iterator[Text]]] = {
    "no_headline": _no_headline,
    "glued_headline": _glued_headline,
    "glued_names": _glued_names,
    "whose_headline": _close("whose_headline"),
    "headline_or_not": _close("headline_or_not"),
    "whose_passage": _close("whose_passage"),
    "passage_apart": _close("passage_apart"),
    "open_start": _open_start,
    "open_end": _open_end,
    "second_opening": _second_opening,
    "twice": _twice,
    "spliced": _spliced,
    "odd_character": _suspect("odd_character", "garbled"),
    "misread": _suspect("misread", "letter_for_digit"),
    "stray_letter": _suspect("stray_letter"),
    "marks_clash": _suspect("marks_clash"),
    "words_missing": _suspect("words_missing"),
    "unpaired": _plain(unpaired_brackets),
    "unquoted": _plain(unpaired_quotes),
    "announced": _plain(announced, *LISTED),
    "numbered": _plain(numbered),
    "impossible_day": _plain(impossible_days, "day"),
}
