"""Documents and set-ups (文件与制度): who issued what, what was founded, signed or opened, and who has which part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...model import Article, Document, Role, Setup
from ...rules import rules
from ..address import SETUPS
from ..desk import Desk
from ..escape import Md, escape
from ..facts import LEVELS
from ..spreadsheet import SOURCE, reason, source_cells
from ..teller import Teller
from .cells import Told, every, or_silent, plain, silent, stacked, where
from .layout import Board, Carried, Section

DOCUMENT = ("document_title", "document_by", "when", "document_says", "table_where")
SETUP = ("setup_verb", "setup_what", "setup_by", "when", "table_where")
ROLE = ("role_level", "role_name", "role_who", "table_where")


Issued = Mapping[tuple[str, str], Setup]


def board(desk: Desk) -> Board:
    """The page of documents and set-ups."""
    teller = Teller(desk, SETUPS)
    documents = list(every(desk, lambda facts: facts.documents))
    setups = list(every(desk, lambda facts: facts.setups))
    roles = list(every(desk, lambda facts: facts.roles))
    issued = {(one.article.id, one.fact.what.value): one.fact for one in setups if _titled(one.fact)}
    founded = [one for one in setups if not _titled(one.fact)]
    counts = {"documents": len(by_title(desk, documents)), "setups": len(founded), "roles": len(roles)}
    sections = (
        *_documents(teller, documents, issued),
        *_setups(teller, founded),
        *_roles(teller, roles),
    )
    intro = desk.words("setups_intro", **counts) if sections else desk.words("setups_none")
    return Board(SETUPS, "setups_title", intro, sections, _carried(desk, documents, founded, roles, issued))


def _titled(setup: Setup) -> bool:
    """Whether what was set up is one document, by its title."""
    return bool(rules("tables")["title"].pattern.fullmatch(setup.what.value))


def by_title(desk: Desk, documents: Iterable[Told[Document]]) -> dict[tuple[str, str], list[Told[Document]]]:
    """The prints of each document: that of another paper, or (by a title that all use) another article, is another."""
    found: dict[tuple[str, str], list[Told[Document]]] = {}
    for one in documents:
        title = one.fact.text.value
        publication = desk.library.issue_of(one.article).publication
        paper = publication.value if publication else one.article.seeds[0]
        apart = one.article.id if rules("news")["common_title"].search(title) else paper
        found.setdefault((title, apart), []).append(one)
    return found


def _documents(teller: Teller, documents: Iterable[Told[Document]], issued: Issued) -> Iterator[Section]:
    """Documents of which something is told; then those that are only named."""
    told: list[tuple[Md, ...]] = []
    named: list[tuple[Md, ...]] = []
    for prints in by_title(teller.desk, documents).values():
        row = _document(teller, prints, issued)
        (told if any(_is_told(one, issued) for one in prints) else named).append(row)
    if told:
        yield Section("documents", teller.desk.words("documents"), DOCUMENT, tuple(told))
    if named:
        said = (teller.desk.words("documents_named_intro"),)
        rows = tuple((row[0], row[4]) for row in named)
        yield Section("named", teller.desk.words("documents_named"), (DOCUMENT[0], DOCUMENT[4]), rows, said)


def _is_told(one: Told[Document], issued: Issued) -> bool:
    document = one.fact
    return bool(document.issuer or document.verb or document.says or (one.article.id, document.text.value) in issued)


def _document(teller: Teller, prints: list[Told[Document]], issued: Issued) -> tuple[Md, ...]:
    """One document: each print of it has its own line in every cell that tells something."""
    first = prints[0].fact
    ways = [(one, issued.get((one.article.id, first.text.value))) for one in prints]
    return (
        teller.cell(teller.words(first.text), teller.words(first.status)),
        stacked(_by(teller, one.fact, way) for one, way in ways) or silent(teller, "not_said"),
        stacked(teller.when(way.when) for _, way in ways if way) or silent(teller, "not_said"),
        stacked(teller.words(one.fact.says) for one in prints) or silent(teller, "not_said"),
        stacked(where(teller, one.article, one.fact.text) for one in prints),
    )


def _by(teller: Teller, fact: Document, way: Setup | None) -> Md:
    """Who issued it and by which word; an issuer that only the sentences before name is told with its doubt."""
    guessed = way if way and not fact.issuer else None
    who = fact.issuer or (guessed.by if guessed else None)
    doubt = teller.doubt(guessed.doubt if guessed else "")
    return teller.cell(teller.words(who), teller.words(fact.verb or (way.verb if way else None)), doubt)


def _setups(teller: Teller, setups: Iterable[Told[Setup]]) -> Iterator[Section]:
    """What was set up, by what sort of thing it is."""
    kinds = rules("setup_kinds")
    found: dict[str, list[tuple[Md, ...]]] = {name: [] for name in kinds}
    for one in setups:
        found[kind_of(one.fact)].append(_setup(teller, one.article, one.fact))
    for name, rows in found.items():
        if rows:
            yield Section(name, kinds[name].says, SETUP, tuple(rows))


def kind_of(setup: Setup) -> str:
    """What sort of thing was set up: the first rule of `rules/setup_kinds.yml` that knows its name."""
    kinds = rules("setup_kinds")
    return next(name for name, rule in kinds.items() if rule.search(setup.what.value))


def _setup(teller: Teller, article: Article, setup: Setup) -> tuple[Md, ...]:
    return (
        teller.words(setup.verb),
        teller.words(setup.what),
        teller.cell(or_silent(teller, setup.by), teller.doubt(setup.doubt) if setup.by else Md("")),
        teller.when(setup.when) or silent(teller, "not_said"),
        where(teller, article, setup.text),
    )


def _roles(teller: Teller, roles: Iterable[Told[Role]]) -> Iterator[Section]:
    """Who has which part, from the widest level to the narrowest."""
    known = [(one.article, one.fact) for one in roles]
    ordered = sorted(known, key=lambda pair: LEVELS.index(pair[1].level) if pair[1].level in LEVELS else len(LEVELS))
    rows = tuple(
        (
            escape(teller.desk.words(f"level_{role.level}")),
            teller.cell(teller.words(role.role), teller.doubt(role.doubt)),
            or_silent(teller, role.who),
            where(teller, article, role.text),
        )
        for article, role in ordered
    )
    if rows:
        yield Section("roles", teller.desk.words("roles"), ROLE, rows)


def _carried(
    desk: Desk,
    documents: Iterable[Told[Document]],
    setups: Iterable[Told[Setup]],
    roles: Iterable[Told[Role]],
    issued: Issued,
) -> tuple[Carried, ...]:
    return (
        Carried(
            "documents.csv",
            "documents",
            ("document_title", "col_issuer", "col_verb", "when", "document_says", "col_doubt", *SOURCE),
            tuple(_plain_document(desk, one, issued) for one in documents),
        ),
        Carried(
            "setups.csv",
            "setups",
            ("col_kind", "setup_verb", "setup_what", "setup_by", "when", "col_doubt", *SOURCE),
            tuple(_plain_setup(desk, one) for one in setups),
        ),
        Carried(
            "roles.csv",
            "roles",
            ("role_level", "role_name", "role_who", "col_doubt", *SOURCE),
            tuple(_plain_role(desk, one) for one in roles),
        ),
    )


def _plain_document(desk: Desk, one: Told[Document], issued: Issued) -> tuple[str, ...]:
    document = one.fact
    way = issued.get((one.article.id, document.text.value))
    who = document.issuer or (way.by if way else None)
    doubt = reason(document.doubt or (way.doubt if way and not document.issuer else ""))
    verb = document.verb or (way.verb if way else None)
    when = way.when.text if way and way.when else None
    words = (document.text, who, verb, when, document.says)
    return (*map(plain, words), doubt, *source_cells(desk, one.article, document.text))


def _plain_setup(desk: Desk, one: Told[Setup]) -> tuple[str, ...]:
    setup = one.fact
    words = (setup.verb, setup.what, setup.by, setup.when.text if setup.when else None)
    kind = rules("setup_kinds")[kind_of(setup)].says
    return (kind, *map(plain, words), reason(setup.doubt), *source_cells(desk, one.article, setup.text))


def _plain_role(desk: Desk, one: Told[Role]) -> tuple[str, ...]:
    role = one.fact
    level = desk.words(f"level_{role.level}")
    return (level, plain(role.role), plain(role.who), reason(role.doubt), *source_cells(desk, one.article, role.text))
