"""The library as files: `render` says what stands in each file below `docs/`; it touches no disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from ..model import Library
from .address import (
    ARTICLES,
    DATA,
    DOUBTS,
    FRONT,
    ISSUES,
    PAGES,
    WANTED,
    article_file,
    page_file,
)
from .article import article_meta, article_view
from .briefings import briefing_files, briefing_sheets
from .carry import carried
from .changes import changes_sheets
from .changes_values import changes_files
from .chronicle import chronicle_sheets
from .desk import Desk
from .dossiers.room import dossiers_room
from .escape import NUMBERED, Md, escape, html, shown, tagged
from .feed import feed_files
from .front import front_view
from .happening import happening_sheets
from .lists import articles_view, issues_view, pages_view
from .news import news_files, news_sheets
from .promises import promises_files, promises_sheets
from .registers import doubts_view, wanted_view
from .reports import reports
from .search import search_files, search_sheets
from .sheet import Settings, Sheet, titled
from .source import source_meta, source_view
from .tables import spreadsheets, tables
from .words import Words, words

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
MARK = "generated: true"
BRIEF = 40
ONE_LINE = dict.fromkeys(map(ord, "\t\n\r"), " ")


def render(library: Library, settings: Settings) -> dict[str, str]:
    """Every generated Markdown file: its path below `docs/`, and its content."""
    return _written_by(Desk(library, words("zh")), settings)


def everything(library: Library, settings: Settings) -> dict[str, bytes]:
    """Every generated file below `docs/`: the Markdown, and the data that a reader carries away."""
    desk = Desk(library, words("zh"))
    data = {f"{DATA}/{name}": content for maker in MAKERS for name, content in maker(desk, settings)}
    return {path: content.encode() for path, content in _written_by(desk, settings).items()} | data


def _written_by(desk: Desk, settings: Settings) -> dict[str, str]:
    sheets = (sheet for room in ROOMS for sheet in room(desk, settings))
    return {sheet.path: front_matter(sheet.meta) + _fill(desk, sheet.template, sheet.view) for sheet in sheets}


def _articles(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    for article in desk.library.articles:
        path = article_file(article.id)
        yield Sheet(path, "article.md", article_meta(desk, article), article_view(desk, article))


def _sources(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    for page in desk.library.pages:
        view = source_view(desk, page)
        raw = {"raw": _raw(desk, view["lines"])}
        yield Sheet(page_file(page.seed.id), "source.md", source_meta(desk, page), view | raw)


def _registers(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    say = desk.words
    yield Sheet(DOUBTS, "doubts.md", titled(say("doubts_title"), "register.html"), doubts_view(desk))
    yield Sheet(WANTED, "wanted.md", titled(say("wanted_title"), "register.html"), wanted_view(desk))


def _landings(desk: Desk, settings: Settings) -> Iterator[Sheet]:
    """The front page, and the lists that lead to all articles and pages."""
    say = desk.words
    front = front_view(desk, settings.title, settings.description)
    yield Sheet(FRONT, "front.md", titled(settings.title, "home.html"), front)
    yield Sheet(ARTICLES, "articles.md", titled(say("articles_title"), "list.html"), articles_view(desk))
    yield Sheet(ISSUES, "issues.md", titled(say("issues_title"), "list.html"), issues_view(desk))
    yield Sheet(PAGES, "pages.md", titled(say("pages_title"), "list.html"), pages_view(desk))


Room = Callable[[Desk, Settings], Iterator[Sheet]]
Maker = Callable[[Desk, Settings], Iterator[tuple[str, bytes]]]

# Each room of the site gives its files.
ROOMS: tuple[Room, ...] = (
    _articles,
    _sources,
    dossiers_room,
    happening_sheets,
    chronicle_sheets,
    _registers,
    _landings,
    reports,
    search_sheets,
    briefing_sheets,
    changes_sheets,
    tables,
    news_sheets,
    promises_sheets,
)
# Each maker gives files of `docs/data/`: their names, and what is in them.
MAKERS: tuple[Maker, ...] = (
    search_files,
    carried,
    briefing_files,
    changes_files,
    spreadsheets,
    news_files,
    feed_files,
    promises_files,
)


def front_matter(meta: Mapping[str, Any]) -> str:
    """The front matter of a generated file, with the mark that it is one."""
    written = yaml.dump(_shown(meta), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=2**20)
    return f"---\n{MARK}\n{written}---\n\n"


def _shown(value: Any) -> Any:
    """The same value with its texts as a reader sees them, each on one line."""
    if isinstance(value, str):
        return shown(value).translate(ONE_LINE)
    if isinstance(value, Mapping):
        return {key: _shown(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(entry) for entry in value]
    return value


def _fill(desk: Desk, template: str, view: Mapping[str, Any]) -> str:
    say = desk.words
    small = {"tag": partial(_tag, say), "tags": partial(_tags, say), "seal": _seal, "brief": partial(_brief, say)}
    made = _templates().get_template(template).render(w=say, **small, **view)
    return re.sub(r"\n{3,}", "\n\n", made).strip("\n") + "\n"


def _raw(desk: Desk, lines: Sequence[Any]) -> Md:
    """The lines of a page as a list in HTML: Markdown would not keep them as they came."""
    return Md(_pages().get_template("raw.html").render(w=desk.words, lines=lines).strip())


def _tag(say: Words, key: str, kind: str = "") -> Md:
    """A small mark in the site's voice."""
    return Md(f' <span class="{f"tag {kind}".strip()}">{tagged(say(key))}</span>')


def _tags(say: Words, keys: Iterable[str]) -> Md:
    """Small marks in the site's voice, one behind the other."""
    return Md("".join(_tag(say, key) for key in keys))


def _seal(seal: Mapping[str, Any] | None) -> Md:
    """A paper's seal: one character in its colour."""
    if seal is None:
        return Md("")
    return Md(f'<span class="seal c{seal["colour"]}" title="{tagged(seal["paper"])}">{tagged(seal["word"])}</span> ')


def _brief(say: Words, words: str) -> str:
    """The first words of a long passage."""
    return words if len(words) <= BRIEF else words[:BRIEF] + say("ellipsis")


@cache
def _templates() -> Environment:
    """The templates of Markdown. Whatever they print is text, and is escaped, unless it is Markdown already."""
    environment = _environment(_written, escaping=False)
    environment.filters |= {"html": tagged, "md": Md}
    return environment


@cache
def _pages() -> Environment:
    """The templates of HTML. Whatever they print is text, and is escaped."""
    return _environment(_tagged, escaping=True)


def _environment(finalize: Callable[[object], str], *, escaping: bool) -> Environment:
    return Environment(
        loader=PackageLoader(__package__, "templates"),
        finalize=finalize,
        autoescape=escaping,  # noqa: S701 - where it is off, `finalize` escapes for Markdown
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="<#",
        comment_end_string="#>",
    )


def _written(value: object) -> str:
    return escape(value) if isinstance(value, str) else str(value)


def _tagged(value: object) -> str:
    return html(str(value)).translate(NUMBERED)
