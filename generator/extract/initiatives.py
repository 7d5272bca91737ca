"""Initiatives: campaigns, contests and mechanisms known by a name, and the words that tell that two names mean one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..rules import rules
from .initiatives_long import plain_names, whole_names

NEAR = 60  # characters behind a mark that say what it is
ROW = 200  # characters in which a row of marks ends
LONG = 4  # characters behind a mark that make its own words only a part of the name


@dataclass(frozen=True, slots=True)
class Named:
    """A name of an initiative: where it stands, and the name that it goes by.

    What stands in marks is told without them. `proof`: the words that join it with that name; `doubt`: the rule that
    tells why it may be none.
    """

    start: int
    end: int
    name: str
    proof: tuple[int, int] | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Sorts:
    """What an article's texts together say: the names it marks, those that may be, and what each other name means.

    `once`: of those marked, the ones that it prints a single time, with no word for who does it.
    """

    marked: frozenset[str]
    once: frozenset[str]
    likely: frozenset[str]
    aliases: Mapping[str, str]


def initiatives(values: Sequence[str]) -> tuple[tuple[Named, ...], ...]:
    """The initiatives in each of the texts of one article.

    A quoted name that one text marks as an initiative (“百会帮百镇”行动) is one wherever the article quotes it; marks
    alone, and a name without any, make one only with a doubt.
    """
    marked = frozenset(name for value in values for name in _marked(value))
    likely = frozenset(name for value in values for name in _likely(value)) - marked
    sorts = Sorts(marked, marked & _once(values), likely, _aliases(values))
    return tuple(tuple(_found(value, sorts)) for value in values)


def _once(values: Sequence[str]) -> frozenset[str]:
    """The names in marks, but those that many papers print, that stand there once, with no verb before: 实施."""
    known = rules("initiatives")
    seen: Counter[str] = Counter()
    acted: set[str] = set()
    for value in values:
        for match in known["quoted"].finditer(value):
            seen[match["name"]] += 1
            if known["acted"].pattern.search(value, max(0, match.start() - NEAR), match.start()):
                acted.add(match["name"])
    once = (name for name, times in seen.items() if times == 1 and not known["known"].pattern.fullmatch(name))
    return frozenset(once) - acted


def _undated(name: str) -> str:
    """The name of what is held every year, without the year, the edition and blanks."""
    return "".join(rules("initiatives")["edition"].pattern.sub("", name).split())


def _marked(value: str) -> Iterator[str]:
    known = rules("initiatives")
    for match in known["quoted"].finditer(value):
        name = match["name"]
        if known["common"].pattern.match(name):
            continue
        behind = value[match.end() : match.end() + NEAR]
        if known["named"].pattern.search(name) or known["marked"].pattern.match(behind):
            yield name


def _likely(value: str) -> Iterator[str]:
    """The names of which only their marks, their form or the words around them say that they are names."""
    known = rules("initiatives")
    for match in known["quoted"].finditer(value):
        if known["common"].pattern.match(match["name"]) and not known["listed"].pattern.match(match["name"]):
            continue
        before = value[max(0, match.start() - NEAR) : match.start()]
        shaped = known["shaped"].pattern.match(match["name"]) or known["follows"].pattern.search(before)
        if shaped or known["rowed"].pattern.match(value[match.end() : match.end() + ROW]):
            yield match["name"]


def _aliases(values: Sequence[str]) -> Mapping[str, str]:
    """The name that each other name goes by: what papers have in common, then what this article explains."""
    known = rules("initiatives")
    common = {other: name for name, told in known["known"].more["names"].items() for other in told["also"]}
    printed = {m["long"]: m["short"] for value in values for m in known["alias"].finditer(value)}
    meant = {m["long"]: m["short"] for value in values for m in known["means"].pattern.finditer(value)}
    return dict(_first_halves(values)) | dict(_figures(values)) | meant | printed | common


def _first_halves(values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The first half of each name of two halves that is printed whole."""
    rule = rules("initiatives")["known"]
    for value in values:
        for match in rule.finditer(value):
            first, joint, _ = match.group().partition(rule.more["joint"])
            if joint:
                yield first, match.group()


def _figures(values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names that are only figures, and what the words behind them make of them."""
    known = rules("initiatives")
    for value in values:
        for match in known["quoted"].finditer(value):
            behind = known["marked"].pattern.match(value[match.end() : match.end() + NEAR])
            if behind and known["figures"].pattern.match(match["name"]):
                yield match["name"], match["name"] + behind.group()


def _found(value: str, sorts: Sorts) -> Iterator[Named]:
    found = _in_marks(value, sorts)
    for one in whole_names(value):
        short = found.get(one.short)
        printed = value[slice(*one.short)]
        if short is None or one.alone or one.end - short.end > LONG:
            goes_by = short.name if short else sorts.aliases.get(printed, printed)
            found[one.short] = Named(*one.short, goes_by, short.proof if short else None, "initiatives.short")
        name = _undated(value[one.start : one.end]) if one.alone else found[one.short].name
        doubt = one.doubt if one.alone else "" if printed in sorts.marked else "initiatives.only_marks"
        found[one.start, one.end] = Named(one.start, one.end, name, None, doubt)
    for start, end in plain_names(value):
        called = rules("initiatives")["called"].pattern.match(value[end : end + NEAR])
        if called:
            found[start, end] = Named(start, end, called["short"], (start, end + called.end()))
        elif (start, end) not in found:
            found[start, end] = Named(start, end, value[start:end], None, "initiatives.no_marks")
    yield from (found[span] for span in sorted(found))


def _in_marks(value: str, sorts: Sorts) -> dict[tuple[int, int], Named]:
    """The names in marks, and those that need none, by where they stand."""
    known = rules("initiatives")
    joins = [match for form in ("alias", "means") for match in known[form].finditer(value)]
    proofs = {match.span(part): match.span() for match in joins for part in ("long", "short")}
    found: dict[tuple[int, int], Named] = {}
    spans = {match.span("name") for match in known["quoted"].finditer(value)}
    for span in sorted(spans | set(proofs)):
        name = value[slice(*span)]
        if name in sorts.marked or name in sorts.likely or span in proofs:
            sure = name in sorts.marked or span in proofs
            doubt = "" if sure else "initiatives.only_marks"
            if name in sorts.once and span not in proofs:
                doubt = "initiatives.once"
            found[span] = Named(*span, sorts.aliases.get(name, name), proofs.get(span), doubt)
    taken = {index for start, end in found for index in range(start, end)}
    for match in known["known"].finditer(value):
        if match.start() not in taken:
            found[match.span()] = Named(*match.span(), sorts.aliases.get(match.group(), match.group()))
    return found
