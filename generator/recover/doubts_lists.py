"""Lists that do not keep what they announce: as many things as a number says, and each number of a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..model import BODY, Article
from ..rules import Rule, rules
from ..text import Text

DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九十")} | {"两": 2}


def announced(article: Article) -> Iterator[Text]:
    """“甲、乙”三种形式: another number of things than is said; 甲、乙、丙等二地: more than are said."""
    known = rules("suspects")
    for block in article.body:
        value = block.text.value
        for name in ("listed_in_quotes", "listed_each_quoted", "listed_and_so_on"):
            found = known[name].pattern.finditer(value)
            yield from (block.text[m.start("items") : m.end()] for m in found if _breaks(known[name], m))


def _breaks(rule: Rule, match: re.Match[str]) -> bool:
    told = number_of(match["number"])
    listed = len(re.findall(rule.more["between"], match["items"])) + int(rule.more["more"])
    return told is not None and (listed > told if rule.more["holds"] == "at most" else listed != told)


def number_of(printed: str) -> int | None:
    """The number that is printed as 3, 三 or 十二; None for what is none below a hundred."""
    if printed.isdecimal():
        return int(printed)
    tens, ten, ones = printed.rpartition("十")
    if not all(character in DIGITS for character in tens + ones) or max(len(tens), len(ones)) > 1:
        return None
    return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0) if ten else DIGITS[ones]


def numbered(article: Article) -> Iterator[Text]:
    """Of 一是…二是…三是, (一) (二) (三), 一、二、三、: the number before which one is missing.

    A row begins with one, unless its beginning may stand on another page; each style of numbers is a row of its own.
    """
    rows: dict[str, int] = {}
    for name, number, text in _numbers(article):
        last = rows.get(name)
        starts = number == 1 or (last is None and article.begins_elsewhere is not None)
        if not starts and number != (last or 0) + 1 and number != last:
            yield text
        rows[name] = number


def _numbers(article: Article) -> Iterator[tuple[str, int, Text]]:
    value = "\n".join(block.text.value for block in article.body)
    known = ((name, rules("suspects")[name]) for name in ("row_points", "row_parts", "row_heads"))
    styles: Mapping[str, Rule] = {name: rule for name, rule in known if rule.may_fit(value)}
    for block in article.blocks:
        if block.kind not in BODY:
            continue
        for name, rule in styles.items():
            for match in _found(rule, block.text.value):
                number = number_of(match["number"])
                if number is not None:
                    yield name, number, block.text[match.start() : match.end()]


def _found(rule: Rule, value: str) -> Iterable[re.Match[str]]:
    """What a rule finds: at the beginning of the paragraph only, where its numbers stand there."""
    if rule.more["stands"] == "first":
        match = rule.match(value)
        return (match,) if match else ()
    return rule.pattern.finditer(value)
