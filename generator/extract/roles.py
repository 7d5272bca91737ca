"""Roles by level: the part that a level of government has in a campaign, and who has it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ..model import Role
from ..rules import rules
from .divisions import divisions, is_town
from .parties import has_clause
from .told import Told

LEVELS = {1: "province", 2: "city", 3: "county", 4: "town", 5: "village"}  # by the links of a chain
TOLD = ("province", "county", "city", "town", "village")


def roles(told: Told) -> Iterator[Role]:
    """The parts that a passage gives to somebody of a level, in order."""
    value, text = told.passage.text.value, told.passage.text
    rule = rules("roles")["part"]
    for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        start, end = _who(value, *match.span("who"))
        denied = rules("roles")["denied"].pattern.search(match["who"]) or _unreal(match["who"])
        level = "" if denied else _level(told, start, end)
        if level:
            role_at = match.start("role")
            role = text[role_at : match.end("role")]
            yield Role(role, told.passage.paragraph(role_at), level, role, text[start:end], _doubt(told, start, end))


def _doubt(told: Told, start: int, end: int) -> str:
    first, last = (bisect_left(told.names, at, key=lambda one: one.start) for at in (start, end))
    names = [one for one in told.names[first:last] if one.end <= end]
    return "roles.clause" if has_clause(told.passage.text.value, names, start, end) else ""


def _unreal(who: str) -> bool:
    """Whether it is a rumour or a condition that they have it."""
    return bool(rules("status")["unreal"].pattern.search(who))


def _who(value: str, start: int, end: int) -> tuple[int, int]:
    """The words for who it is, without those round them that are not part of them."""
    through = rules("roles")["through"].pattern.match(value[start:end])
    start += through.end() if through and start + through.end() < end else 0
    before = rules("roles")["before"].pattern.match(value[start:end])
    behind = rules("roles")["behind"].pattern.search(value[start:end])
    return start + (before.end() if before else 0), start + behind.start() if behind else end


def _level(told: Told, start: int, end: int) -> str:
    """The level of whoever is named there: by the place that it is of, else by the first word for a level."""
    first, last = (bisect_left(told.names, at, key=lambda one: one.start) for at in (start, end))
    places = [one for one in told.names[first:last] if one.type == "place" and one.end <= end]
    if places:
        chain = tuple(places[-1].name.split("/"))
        return "city" if chain in divisions().cities else "town" if is_town(chain) else LEVELS.get(len(chain), "")
    match = rules("roles")["level"].pattern.search(told.passage.text.value, start, end)
    return _named(match) if match else ""


def _named(match: re.Match[str]) -> str:
    return next(name for name in TOLD if match[name])
