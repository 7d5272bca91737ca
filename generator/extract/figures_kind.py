"""How a figure is meant: what limits it, what kind of figure it is, and whether it is reported, planned or forecast."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules import rules
from .figures_clause import AHEAD, NEAR, Clause, is_bare

CHANGES = {"share": ("change", "rate"), "amount": ("change",), "count": ("change",)}
MANY = 12  # clauses of one sentence that are looked at


def qualifier(clause: Clause) -> tuple[int, int] | None:
    """Where the words stand that limit a quantity: 超 before it, 多 in it, 以上 behind it."""
    one, known = clause.quantity, rules("figures")
    found = known["qualifier"].pattern.search(clause.words)
    counted = one.number.by_hand and one.rule.more["kind"] == "count"
    if found and counted and found["limit"] in known["utmost"].words:
        found = None  # 单井累产最高两项纪录
    if found and (found["limit"] not in known["bare"].words or is_bare(clause)):
        return clause.start + found.start(), clause.start + found.start("rest")
    if one.more:
        return one.more
    if one.number.open:
        inside = rules("numbers")["open"].pattern.search(clause.value, one.number.start, one.number.end)
        return inside.span() if inside else None
    if one.value is None:
        some = rules("numbers")["some"].pattern.match(clause.value[one.number.start : one.number.end])
        return (one.number.start, one.number.start + some.end()) if some else None
    after = known["after"].pattern.match(clause.value, one.end)
    return after.span() if after else None


def kind(clause: Clause, limits: tuple[int, int] | None) -> str:
    """What kind of figure it is: by the words that it follows, then by those that limit it, then by its unit."""
    one, known = clause.quantity, rules("figures")
    own = "amount" if _is_spent(clause) else str(one.rule.more["kind"])
    before = clause.value[clause.start : min(limits[0], one.start) if limits else one.start]
    behind = bool(limits and limits[0] >= one.end)
    limited = _limited(clause, clause.value[slice(*limits)] if limits else "", own, behind=behind)
    if limited == "cap" and not behind:
        return limited
    for name in CHANGES.get(own, ()):
        found = known[name].pattern.search(before)
        if found and not (name == "change" and known["reached"].pattern.search(found.group())):
            return name
    return limited or ("rate" if _is_rate(clause, own) else own)


def _is_spent(clause: Clause) -> bool:
    """Whether it is money, though its unit is not printed: 拨款3亿."""
    return clause.quantity.rule.id == "units.plain" and bool(rules("figures")["spent"].pattern.search(clause.words))


def _limited(clause: Clause, words: str, own: str, *, behind: bool) -> str:
    """The kind that the words that limit it make it: at least 30万票, at most 10万元, those above 500万元."""
    known = rules("figures")
    if words in known["cap"].words:
        return "cap"
    if words in known["threshold"].words and not (own == "share" and behind):
        return "threshold"
    conditional = own != "share" and words in known["conditional"].words
    return "threshold" if conditional and known["condition"].pattern.match(clause.ahead) else ""


def _is_rate(clause: Clause, own: str) -> bool:
    """Whether it is what is paid for each: 80%给予支持, 每票支持0.5元."""
    known = rules("figures")
    if own == "share":
        return bool(known["support"].pattern.match(clause.ahead))
    return own == "amount" and bool(known["per_one"].pattern.search(clause.words))


def status(clause: Clause, *, ahead: bool = False) -> str:
    """Whether it is reported, planned or forecast: by the nearest words of its sentence that say so.

    `ahead`: its day lies behind the issue's; what is to be then is no result.

    A plan is told clause after clause (江门将建设…，打造四个副中心): the clauses before it count, until one of them
    tells what has been reached.
    """
    known = rules("figures")
    if known["aim"].pattern.match(clause.value, clause.quantity.end):
        return "planned"
    tellers = (
        ("forecast", known["forecast"]),
        ("planned", known["planned"]),
        ("reported", known["done_to"]),
        ("reported", known["reached_already"]),
    )
    for first, last in _backwards(clause):
        for name, rule in tellers:
            found = rule.pattern.search(clause.value, first, last + AHEAD)  # 将…列入 is told by what follows
            if found and found.start() < last:
                return "planned" if ahead and name == "reported" else name
    return "planned" if ahead else "reported"


def _backwards(clause: Clause) -> Iterator[tuple[int, int]]:
    """Where the words before the quantity stand in its sentence, clause by clause, its own first."""
    mark = rules("figures")["clause"].pattern
    first, last = clause.start, clause.quantity.end
    for _ in range(MANY):
        yield first, last
        if first <= clause.sentence[0]:
            return
        last = first - 1
        floor = max(clause.sentence[0], last - NEAR)
        first = max((found.end() for found in mark.finditer(clause.value, floor, last)), default=floor)
