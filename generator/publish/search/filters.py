"""What a search may be narrowed by: papers, months, campaigns and places, and where in an article a hit stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...model import DateRange
from ..desk import Desk, called
from .documents import Document
from .shards import File, packed, script

MOST = 60  # so many names a filter offers, those that most articles print


def filters(desk: Desk, found: Sequence[Document]) -> Iterator[File]:
    """The file of the filters: for each the names, and which documents (and for `kind`, which passages) they keep."""
    total = len(found)
    papers = _listed((document.seal[2], at) for at, document in enumerate(found) if document.seal)
    months = _listed((_month(desk, document.days), at) for at, document in enumerate(found) if document.days)
    kinds = _listed((p.letter, at) for at, p in enumerate(p for document in found for p in document.passages))
    passages = sum(len(document.passages) for document in found)
    table = {
        "paper": _packed(papers, total),
        "month": _packed(dict(sorted(months.items())), total),
        "initiative": _packed(_most(_named(desk, found, "initiative")), total),
        "place": _packed(_most(_named(desk, found, "place")), total),
        "kind": _packed(dict(sorted(kinds.items())), passages),
    }
    yield script("filters", table)


def _named(desk: Desk, found: Sequence[Document], kind: str) -> Mapping[str, list[int]]:
    """The documents that name each subject of a kind which has a file."""
    number = {document.key: at for at, document in enumerate(found) if document.key}
    return {
        called(subject): sorted({number[article] for article, _ in subject.mentions})
        for subject in desk.library.subjects
        if subject.type == kind
    }


def _most(names: Mapping[str, list[int]]) -> Mapping[str, list[int]]:
    ranked = sorted(names, key=lambda name: (-len(names[name]), name))
    return {name: names[name] for name in ranked[:MOST]}


def _month(desk: Desk, days: DateRange) -> str:
    """The month of an issue, as `2023-11`; of one that may be of several months, its days in words."""
    if (days.start.year, days.start.month) == (days.end.year, days.end.month):
        return f"{days.start.year}-{days.start.month:02}"
    return desk.words.issue_days(days)


def _listed(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for name, number in pairs:
        found.setdefault(name, []).append(number)
    return found


def _packed(names: Mapping[str, list[int]], total: int) -> list[list[str]]:
    return [[name, packed(numbers, total)] for name, numbers in names.items()]
