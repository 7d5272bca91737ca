"""Pages that have nothing to do with the collection, in all the shapes that dumps of pages have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

HEADS = (
    "潮汐表换了新印法",
    "老城钟楼今起维修 暂停报时",
    "海带养殖户学会看云图",
    "一座旧仓库变成木偶剧场",
    "渡轮加开夜航 票价不变",
    "山茶花展迎来第十万名游客",
    "盐场博物馆征集旧照片",
    "学生给灯塔写信 守塔人逐封回",
)
SENTENCES = (
    "印刷所的老师傅把潮汐表改成竖排，渔民说夜里看得更清楚。",
    "钟楼的齿轮停在四点一刻，修表匠带着两个徒弟爬上九十级台阶。",
    "海带苗下水以后，合作社每天傍晚派人测一次水温，记在墙上。",
    "旧仓库的木梁留着虫蛀的眼，木偶从梁上垂下来，孩子们都不眨眼。",
    "渡轮公司说，夜航只在周末开，末班船从石埠头出发。",
    "花匠给每一株山茶挂了木牌，写着它从哪一座山上来。",
    "博物馆收到的第一张照片，是三个盐工站在雪白的盐堆前。",
    "守塔人把回信装进玻璃瓶，等补给船来的时候一起带走。",
    "气象站送来一台旧雷达，学校把它放在操场边上，给学生看。",
    "修桥的人在桥墩下面发现一块石碑，字已经看不清了。",
    "会议要求，各部门把这项工作抓紧抓实，年底以前看到成效。",
    "“我在这里住了四十年，头一回见到这样的天气。”老人说。",
)
PAPERS = ("石埠日报", "灯塔晚报", "山茶早报")
DAYS = ("2008年4月1日 星期二", "2011年7月15日 星期五", "2031年9月9日 星期二", "2017.3.6 星期一")
MARKS = (("", "▶下转03版"), ("▲上接01版", ""), ("（上接A01版）", "（下转04版）"), ("◀上接01版", ""), ("", "下转02版"))
MEASURE = 18


def strangers(seed: int, count: int) -> Mapping[str, str]:
    """So many pages by their names, always the same for one `seed`; names stand before, among and after any others."""
    chance = Random(seed)  # noqa: S311 - made pages, no secrets
    shapes = (wide, narrow, side_by_side, fragment, headless, dateless, foreign, bare)
    pages = {}
    for number in range(count):
        name = f"{chance.choice(('000', '00', '1', 'a', 'zz'))}_{number}/{chance.choice(('01', '02', '03'))}.txt"
        pages[name] = "\n".join(shapes[number % len(shapes)](chance)) + "\n"
    return pages


def _folio(chance: Random) -> str:
    return f"{chance.choice(PAPERS)} {chance.choice(DAYS)} 第0{chance.randint(1, 4)}版 综合 责编：岑国栋"


def _paragraphs(chance: Random) -> Sequence[str]:
    return ["".join(chance.sample(SENTENCES, chance.randint(2, 4))) for _ in range(chance.randint(1, 4))]


def _fold(words: str) -> Iterator[str]:
    return (words[at : at + MEASURE] for at in range(0, len(words), MEASURE))


def _articles(chance: Random) -> Iterator[list[str]]:
    """Each with its headline, byline and paragraphs, and jump marks as if halves of it were elsewhere."""
    for head in chance.sample(HEADS, chance.randint(2, 4)):
        before, after = chance.choice((*MARKS, ("", ""), ("", "")))
        body = list(_paragraphs(chance))
        body[0], body[-1] = f"{before}{body[0]}", f"{body[-1]}{after}"
        yield [head, "■记者 岑国栋 通讯员 宋晓棠", *body]


def wide(chance: Random) -> Iterator[str]:
    """A line for each paragraph."""
    yield _folio(chance)
    for article in _articles(chance):
        yield from ("", *article)


def narrow(chance: Random) -> Iterator[str]:
    """Paragraphs wrapped at the width of a column."""
    yield _folio(chance)
    for head, byline, *body in _articles(chance):
        yield from ("", head, byline)
        for paragraph in body:
            yield from _fold(f"　　{paragraph}")


def side_by_side(chance: Random) -> Iterator[str]:
    """Two columns on each line."""
    yield _folio(chance)
    left, right = (list(narrow(chance))[1:] for _ in range(2))
    for one, other in zip(left, right, strict=False):
        yield f"{one}{'　' * (MEASURE + 2 - len(one))}    {other}"


def fragment(chance: Random) -> Iterator[str]:
    """The rest of an article and the beginning of another one, without their other halves."""
    yield from (_folio(chance), "", "▲上接01版", *_paragraphs(chance), "", chance.choice(HEADS), *_paragraphs(chance))
    yield "▶下转03版"


def headless(chance: Random) -> Iterator[str]:
    """Bodies without headlines or marks, with a dispatch."""
    yield from ("新华社石埠4月30日电 " + _paragraphs(chance)[0], "", *_paragraphs(chance))


def dateless(chance: Random) -> Iterator[str]:
    """News of `this city` that names neither its paper nor its day."""
    yield from (chance.choice(HEADS), "", "本报讯 昨天，我市" + _paragraphs(chance)[0], *_paragraphs(chance))


def foreign(chance: Random) -> Iterator[str]:
    """A page in another language."""
    letters = "Every letter gets an answer, says the keeper. " * chance.randint(1, 9)
    yield from ("The lighthouse answers its letters", "", letters)


def bare(chance: Random) -> Iterator[str]:
    """Hardly anything: a number, a blank, a slogan."""
    yield chance.choice(("", "7", "今日天气：多云", "同 心 协 力 建 设 家 园", "<b>\x00</b>"))
