"""Initiatives: campaigns and drives known by a name, and the words on the page that tell that two names mean one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..rules import rules


@dataclass(frozen=True, slots=True)
class Named:
    """A name of an initiative: where it stands (without its quotation marks), and the name that it goes by."""

    start: int
    end: int
    name: str


def initiatives(values: Sequence[str]) -> tuple[tuple[Named, ...], ...]:
    """The initiatives in each of the texts of one article.

    A quoted name that one text marks as an initiative (“百会帮百镇”行动) is one wherever the article quotes it.
    """
    marked = frozenset(name for value in values for name in _marked(value))
    aliases = _aliases(values)
    return tuple(tuple(_found(value, marked, aliases)) for value in values)


def _marked(value: str) -> Iterator[str]:
    known = rules("initiatives")
    for match in known["quoted"].pattern.finditer(value):
        name = match["name"]
        if known["common"].pattern.match(name):
            continue
        if known["named"].pattern.search(name) or known["marked"].pattern.match(value[match.end() : match.end() + 60]):
            yield name


def _aliases(values: Sequence[str]) -> Mapping[str, str]:
    """The name that each other name goes by: what papers have in common, then what this article explains."""
    known = rules("initiatives")
    common = {other: name for name, told in known["known"].more["names"].items() for other in told["also"]}
    printed = {m["long"]: m["short"] for value in values for m in known["alias"].pattern.finditer(value)}
    return dict(_first_halves(values)) | dict(_figures(values)) | printed | common


def _first_halves(values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The first half of each name of two halves that is printed whole."""
    rule = rules("initiatives")["known"]
    for value in values:
        for match in rule.pattern.finditer(value):
            first, joint, _ = match.group().partition(rule.more["joint"])
            if joint:
                yield first, match.group()


def _figures(values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names that are only figures, and what the words behind them make of them."""
    known = rules("initiatives")
    for value in values:
        for match in known["quoted"].pattern.finditer(value):
            behind = known["marked"].pattern.match(value[match.end() : match.end() + 60])
            if behind and known["figures"].pattern.match(match["name"]):
                yield match["name"], match["name"] + behind.group()


def _found(value: str, marked: frozenset[str], aliases: Mapping[str, str]) -> Iterator[Named]:
    known = rules("initiatives")
    quoted = {m.span("name"): m["name"] for m in known["quoted"].pattern.finditer(value) if m["name"] in marked}
    taken = {index for start, end in quoted for index in range(start, end)}
    plain = {m.span(): m.group() for m in known["known"].pattern.finditer(value) if m.start() not in taken}
    for (start, end), name in sorted((quoted | plain).items()):
        yield Named(start, end, aliases.get(name, name))
