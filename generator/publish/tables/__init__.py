"""Tables over the whole collection: who helps whom, documents and set-ups, policy cards, boxes of figures, lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..desk import Desk
from ..sheet import Settings, Sheet
from . import boxes, lists, pairings, policies, setups
from .layout import Board, files, sheet

BOARDS: tuple[Callable[[Desk], Board], ...] = (
    pairings.board,
    setups.board,
    policies.board,
    boxes.board,
    lists.board,
)


def tables(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    """A page for each kind of table."""
    for board in BOARDS:
        yield sheet(desk, board(desk))


def spreadsheets(desk: Desk, _settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The same tables to carry away."""
    for board in BOARDS:
        yield from files(desk, board(desk))
