"""The tables of a dossier: roles, pairings, quotations, documents, set-ups; each row with its lines and its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...model import Document, Dossier, Pairing, Role, Setup
from ..desk import Desk
from ..escape import Md, escape
from ..facts import LEVELS
from ..lists import entry
from ..teller import Teller

View = dict[str, Any]
ROWS = 80  # so many of a kind; the others stand with their articles


def tables_view(desk: Desk, dossier: Dossier, here: str) -> View:
    """The rows of each table; of a kind that is not told there is none."""
    teller = Teller(desk, here)
    return {
        "roles": list(_roles(teller, dossier.roles)),
        "pairings": list(_pairings(teller, dossier.pairings)),
        "quotes": list(_quotes(teller, dossier)),
        "documents": list(_documents(teller, dossier.documents)),
        "setups": list(_setups(teller, dossier.setups)),
    }


def _from(teller: Teller, article: str) -> Md:
    """The article that a row is from."""
    return teller.desk.opens(teller.desk.article[article], teller.here)


def _seal(teller: Teller, article: str) -> Any:
    return teller.desk.seal(teller.desk.library.issue_of(teller.desk.article[article]))


def _row(teller: Teller, article: str, *cells: Md) -> View:
    return {"cells": cells, "article": _from(teller, article), "seal": _seal(teller, article)}


def _roles(teller: Teller, roles: Sequence[tuple[str, Role]]) -> Iterator[View]:
    """By level, the highest first; those of two papers, which are of two cities, apart by their seals."""
    ranks = {level: rank for rank, level in enumerate(LEVELS)}
    for article, one in sorted(roles[:ROWS], key=lambda pair: ranks.get(pair[1].level, len(ranks))):
        level = escape(teller.desk.words(f"level_{one.level}"))
        yield _row(teller, article, level, teller.placed(one.role, one.doubt), teller.words(one.who))


def _pairings(teller: Teller, pairings: Sequence[tuple[str, Pairing]]) -> Iterator[View]:
    for article, one in pairings[:ROWS]:
        both = teller.tag("computed", "mutual") if one.mutual else Md("")
        lines = teller.desk.lines(one.text, teller.here)
        how = teller.cell(teller.words(one.relation), both, lines, teller.doubt(one.doubt))
        yield _row(teller, article, teller.several(one.helpers), teller.several(one.helped), how)


def _quotes(teller: Teller, dossier: Dossier) -> Iterator[View]:
    """Words in marks stand in marks; what the paper tells in its own words says so."""
    for article, one in dossier.quotes[:ROWS]:
        who = teller.cell(teller.words(one.office), teller.words(one.speaker))
        words = teller.words(one.text)
        said = Md(teller.desk.words("quoted", words=words)) if one.direct else words
        told = Md("") if one.direct else teller.tag("quotes", "quote_told")
        where = teller.desk.lines(one.text, teller.here)
        name = who or escape(teller.desk.words("not_printed"))
        yield _row(teller, article, name, teller.cell(said, where, told, teller.doubt(one.doubt)))


def _documents(teller: Teller, documents: Sequence[tuple[str, Document]]) -> Iterator[View]:
    for article, one in documents[:ROWS]:
        title = teller.cell(teller.placed(one.text, one.doubt), teller.words(one.status))
        by = teller.cell(teller.words(one.issuer), teller.words(one.verb))
        yield _row(teller, article, title, by, teller.words(one.says))


def _setups(teller: Teller, setups: Sequence[tuple[str, Setup]]) -> Iterator[View]:
    for article, one in setups[:ROWS]:
        what = teller.cell(teller.words(one.verb), teller.placed(one.what, one.doubt))
        yield _row(teller, article, what, teller.words(one.by), teller.when(one.when))


def offices_view(desk: Desk, dossier: Dossier, here: str) -> list[View]:
    """The offices of a person, each once as printed, with its lines."""
    teller = Teller(desk, here)
    found: dict[str, View] = {}
    for article, mention in dossier.subject.mentions:
        if mention.role and mention.role.value not in found:
            told = entry(desk, desk.article[article], here)
            found[mention.role.value] = told | {"office": teller.placed(mention.role)}
    return list(found.values())
