"""What a reader would copy out of an article by hand, as tables: every row leads to the lines it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model import Article, Check, Facts, Listing, Mention, Pairing
from ..rules import rules
from .desk import Desk
from .escape import Md, escape
from .teller import Teller

LEVELS = ("province", "city", "county", "town", "village")


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of fact: the key of its heading, those of its columns, and the rows, each a Markdown cell a column."""

    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Md, ...], ...]


def tables(desk: Desk, article: Article, here: str) -> tuple[Table, ...]:
    """The facts of an article by kind; a kind of which it has none is left out."""
    teller = Teller(desk, here)
    facts = desk.library.facts[article.id]
    made = (Table(key, columns, tuple(rows(teller, facts))) for key, columns, rows in KINDS)
    return tuple(table for table in made if table.rows)


def _figures(teller: Teller, facts: Facts) -> Iterator[tuple[Md, ...]]:
    for figure in facts.figures:
        printed = Md(f"**{teller.figure(figure)}**")
        tags = teller.tag(figure.status, figure.status) if figure.status in ("planned", "forecast") else Md("")
        where = teller.desk.lines(figure.text, teller.here)
        about = (teller.scope(figure), teller.when(figure.as_of), teller.words(figure.comparison))
        yield (
            teller.cell(printed, where, tags, teller.doubt(figure.doubt)),
            teller.words(figure.subject),
            Md(teller.desk.words("reason_comma").join(part for part in about if part)),
        )


def _checks(teller: Teller, facts: Facts) -> Iterator[tuple[Md, ...]]:
    for check in facts.checks:
        parts = teller.several(part.text for part in check.parts)
        yield (
            teller.cell(teller.words(check.whole.text), teller.desk.lines(check.text, teller.here)),
            parts,
            teller.cell(teller.tag("computed", "computed"), escape(sum_told(teller.desk, check))),
        )


def sum_told(desk: Desk, check: Check, open_key: str = "sum_open") -> str:
    """Whether the parts make the whole; that they are equal does not say that the parts are all, or lie apart.

    `open_key`: what to say where they do not, and the page does not say that they are all.
    """
    if not check.holds:
        return desk.words(open_key if check.holds is None else "sum_fails")
    known = rules("figures")
    opens = known["parts"].search(check.text.value) if check.whole.text.start < check.parts[0].text.start else None
    if opens is None or known["all_told"].search(opens.group()):
        return desk.words("sum_holds")
    return desk.words("sum_holds_of", word=opens.group())


def _people(teller: Teller, facts: Facts) -> Iterator[tuple[Md, ...]]:
    """Each person once for each office; one without any stands only when no mention tells one."""
    found: dict[tuple[str, str], list[Mention]] = {}
    for mention in facts.mentions:
        if mention.type == "person":
            found.setdefault((mention.name, mention.role.value if mention.role else ""), []).append(mention)
    with_office = {name for name, office in found if office}
    for (name, office), mentions in found.items():
        if office or name not in with_office:
            first = mentions[0]
            yield teller.placed(first.text, first.doubt), teller.words(first.role)


def _organisations(teller: Teller, facts: Facts) -> Iterator[tuple[Md, ...]]:
    found: dict[str, dict[str, Mention]] = {}
    for mention in facts.mentions:
        if mention.type == "organisation":
            found.setdefault(mention.name, {}).setdefault(mention.text.value, mention)
    for name, forms in found.items():
        whole = forms.get(name) or next(iter(forms.values()))
        others = (form for form in forms.values() if form is not whole)
        also = (teller.placed(form.text, form.doubt) for form in others)
        yield teller.placed(whole.text, whole.doubt), Md(teller.desk.words("comma").join(also))


def _quotes(teller: Teller, facts: Facts) -> Iterator[tuple[Md, ...]]:
    """Words in marks stand in marks; what the paper tells in its own words says so."""
    for one in facts.quotes:
        who = teller.cell(teller.words(one.office), teller.words(one.speaker))
        words = teller.words(one.text)
        said = Md(teller.desk.words("quoted", words=words)) if one.direct else words
        told = Md("") if one.direct else teller.tag("quotes", "quote_told")
        where = teller.desk.lines(one.text, teller.here)
        yield who or escape(teller.desk.words("not_printed")), teller.cell(said, where, told, teller.doubt(one.doubt))


def _pairings(teller: Teller, facts: Facts) -> Iterator[tuple[Md, ...]]:
    for one in facts.pairings:
        yield teller.several(one.helpers), teller.several(one.helped), _how(teller, one)


def _how(teller: Teller, one: Pairing) -> Md:
    both = teller.tag("computed", "mutual") if one.mutual else Md("")
    lines = teller.desk.lines(one.text, teller.here)
    return teller.cell(teller.words(one.relation), both, lines, teller.doubt(one.doubt))


def _lists(teller: Teller, facts: Facts) -> Iterator[tuple[Md, ...]]:
    for one in facts.lists:
        items = Md("<br>".join(f"{place}. {teller.words(item)}" for place, item in enumerate(one.items, 1)))
        yield teller.placed(one.text, one.doubt), items, escape(as_many(teller.desk, one))


def as_many(desk: Desk, one: Listing) -> str:
    """How many items a list announces, and how many follow."""
    if one.announced is None:
        return desk.words("list_counted", count=len(one.items))
    key = "list_fewer" if one.as_many is False and len(one.items) < one.announced else "list_as_many"
    return desk.words(key, announced=one.announced, count=len(one.items))


def _documents(teller: Teller, facts: Facts) -> Iterator[tuple[Md, ...]]:
    """Each document where something is told of it; of one that is only named, the first mention."""
    telling = {one.text.value for one in facts.documents if one.issuer or one.verb or one.says}
    named: set[str] = set()
    for one in facts.documents:
        title = one.text.value
        if (title in telling or title in named) and not (one.issuer or one.verb or one.says):
            continue
        named.add(title)
        words = teller.cell(teller.placed(one.text, one.doubt), teller.words(one.status))
        yield words, teller.cell(teller.words(one.issuer), teller.words(one.verb)), teller.words(one.says)


def _setups(teller: Teller, facts: Facts) -> Iterator[tuple[Md, ...]]:
    for one in facts.setups:
        what = teller.cell(teller.words(one.verb), teller.placed(one.what, one.doubt))
        yield what, teller.words(one.by), teller.when(one.when)


def _roles(teller: Teller, facts: Facts) -> Iterator[tuple[Md, ...]]:
    for one in sorted(facts.roles, key=lambda role: LEVELS.index(role.level) if role.level in LEVELS else len(LEVELS)):
        level = escape(teller.desk.words(f"level_{one.level}"))
        yield level, teller.placed(one.role, one.doubt), teller.words(one.who)


Rows = Callable[[Teller, Facts], Iterator[tuple[Md, ...]]]
KINDS: tuple[tuple[str, tuple[str, ...], Rows], ...] = (
    ("figures", ("figure_said", "figure_of", "figure_about"), _figures),
    ("checks", ("sum_whole", "sum_parts", "sum_told"), _checks),
    ("pairings", ("pairing_from", "pairing_to", "pairing_how"), _pairings),
    ("lists", ("list_said", "list_items", "list_told"), _lists),
    ("quotes", ("quote_who", "quote_said"), _quotes),
    ("people", ("person_name", "person_office"), _people),
    ("organisations", ("organisation_name", "organisation_also"), _organisations),
    ("documents", ("document_title", "document_by", "document_says"), _documents),
    ("setups", ("setup_what", "setup_by", "when"), _setups),
    ("roles", ("role_level", "role_name", "role_who"), _roles),
)
