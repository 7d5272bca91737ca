"""Small libraries made by hand: pages whose blocks are named one by one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model import (
    Article,
    Basis,
    Block,
    Claim,
    Date,
    DateRange,
    Direction,
    Doubt,
    Event,
    Evidence,
    Facts,
    Issue,
    Jump,
    Kind,
    Library,
    Link,
    Mention,
    Page,
    Seed,
    Sentence,
    Subject,
    Unread,
)
from generator.text import Text


@dataclass(frozen=True)
class Settings:
    title: str = "见报录"
    description: str = "一句话。"
    contact: str = ""
    site_url: str = ""


def find(seed: Seed, words: str, after: int = 0) -> Text:
    """The words where they stand on the page."""
    start = seed.source.index(words, after)
    return seed.text[start : start + len(words)]


def taken_apart(seed: Seed, entries: Iterable[tuple[int | None, Kind, str]]) -> tuple[Block, ...]:
    """Blocks in the order of the page, each found after the one before."""
    blocks: list[Block] = []
    last = 0
    for _, kind, words in entries:
        text = find(seed, words, last)
        last = text.spans[-1].end
        blocks.append(Block(kind, text, "made.by_hand"))
    return tuple(blocks)


def made_page(
    name: str,
    entries: Iterable[tuple[int | None, Kind, str]],
    *,
    issue: Issue | None = None,
    doubts: Mapping[int, tuple[Doubt, ...]] | None = None,
) -> Page:
    """A page made of entries (number of the article, None for furniture; kind; words), a line each."""
    listed = tuple(entries)
    seed = Seed(name.removesuffix(".txt"), name, "\n".join(words for _, _, words in listed) + "\n")
    blocks = taken_apart(seed, listed)
    numbers = sorted({number for number, _, _ in listed if number is not None})
    articles = []
    for number in numbers:
        own = tuple(block for block, (home, _, _) in zip(blocks, listed, strict=True) if home == number)
        jumps = tuple(_jump(block) for block in own if block.kind is Kind.JUMP)
        start = seed.ink_before(min(block.text.start for block in own))
        articles.append(Article(f"{seed.id}-{start}", own, jumps=jumps, doubts=(doubts or {}).get(number, ())))
    furniture = tuple(block for block, (home, _, _) in zip(blocks, listed, strict=True) if home is None)
    return Page(seed, blocks, tuple(articles), furniture, issue or Issue())


def _jump(block: Block) -> Jump:
    words = block.text.value
    digits = "".join(letter for letter in words if letter.isdigit()) or None
    return Jump(Direction.FROM if "上接" in words else Direction.TO, block.text, digits)


def bound(pages: Iterable[Page], facts: Mapping[str, Facts] | None = None, **more: Any) -> Library:
    """The pages as a library; each article's summary is its first paragraph."""
    listed = tuple(pages)
    articles = tuple(article for page in listed for article in page.articles)
    summaries = {a.id: tuple(Sentence(block.text, 0) for block in a.body[:1]) for a in articles}
    known = {a.id: (facts or {}).get(a.id, Facts()) for a in articles}
    return Library(listed, articles, known, summaries, **more)


def small() -> Library:
    """Two pages, three articles: a whole one, a loose end, one without a headline; a subject, an event, a link."""
    printed = made_page(
        "a.txt",
        [
            (None, Kind.FURNITURE, "茂名日报 2023年11月5日 01版"),
            (1, Kind.KICKER, "化州石湾街道"),
            (1, Kind.HEADLINE, "以制造业当家 力推“百千万工程”"),
            (1, Kind.BYLINE, "■记者 梁雪玲"),
            (1, Kind.PARAGRAPH, "本报讯 今年4月，化州市石湾街道实施“百千万工程”。"),
            (1, Kind.SUBHEAD, "以会促展"),
            (1, Kind.PARAGRAPH, "两届博览会成交额4500万元。"),
            (1, Kind.CAPTION, "图为博览会现场"),
            (2, Kind.JUMP, "▲上接01版"),
            (2, Kind.PARAGRAPH, "茂名海关将全力落实“百千万工程”。"),
        ],
        issue=_printed_issue(),
    )
    plain = made_page(
        "b.txt", [(1, Kind.PARAGRAPH, "没有题的一段话。"), (1, Kind.PARAGRAPH, "另一段。"), (1, Kind.JUMP, "下转03版▶")]
    )
    first, second = printed.articles
    seed = printed.seed
    event = Event(
        Date(find(seed, "今年4月"), date(2023, 4, 1), date(2023, 4, 30), "month", "month"),
        first.body[0].text,
        0,
        "happened",
    )
    name = "百千万工程"
    one = Mention("initiative", find(seed, "“百千万工程”。"), name, 0)
    two = Mention("initiative", find(seed, "百千万工程", first.body[-1].text.start), name, 0)
    facts = {first.id: Facts(events=(event,), mentions=(one,)), second.id: Facts(mentions=(two,))}
    return bound(
        (printed, plain),
        facts,
        links=(Link(first.id, second.id, "shares", (name,)),),
        subjects=(Subject("initiative", name, "baiqianwan-gongcheng", ((first.id, one), (second.id, two))),),
        unread=(Unread("坏.txt", "is not UTF-8", "encoding", (("byte", "0xFF"), ("offset", "6"))),),
    )


def _printed_issue() -> Issue:
    seed = Seed("a", "a.txt", "茂名日报 2023年11月5日 01版")
    day = date(2023, 11, 5)
    return Issue(
        Claim("茂名日报", Basis.PRINTED, (Evidence(find(seed, "茂名日报"), "masthead"),)),
        Claim(DateRange(day, day), Basis.INFERRED, (Evidence(find(seed, "2023年11月5日"), "printed_date"),)),
        Claim("01", Basis.PRINTED, ()),
    )
