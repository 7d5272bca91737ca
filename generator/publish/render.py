"""The library as files: `render` says what stands in each file below `docs/`; it touches no disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, Protocol

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from ..model import Library
from .address import (
    ARTICLES,
    CHRONICLE,
    DOUBTS,
    FRONT,
    INITIATIVES,
    ISSUES,
    PAGES,
    PLACES,
    WANTED,
    article_file,
    page_file,
    subject_file,
)
from .article import article_meta, article_view
from .desk import Desk
from .escape import NUMBERED, Md, escape, html, shown, tagged
from .front import front_view
from .lists import articles_view, issues_view, pages_view, subjects_view
from .registers import chronicle_view, doubts_view, wanted_view
from .source import source_meta, source_view
from .subject import subject_meta, subject_view
from .words import Words, words

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
MARK = "generated: true"
BRIEF = 40
ONE_LINE = dict.fromkeys(map(ord, "\t\n\r"), " ")


class Settings(Protocol):
    """The collection's own words."""

    @property
    def title(self) -> str:
        """The nameplate."""

    @property
    def description(self) -> str:
        """The sentence under it."""


def render(library: Library, settings: Settings) -> dict[str, str]:
    """Every generated file: its path below `docs/`, and its content."""
    desk = Desk(library, words("zh"))
    return {
        path: front_matter(meta) + _fill(desk, template, view) for path, template, meta, view in _files(desk, settings)
    }


Entry = tuple[str, str, Mapping[str, Any], Mapping[str, Any]]


def _files(desk: Desk, settings: Settings) -> Iterator[Entry]:
    """For each file: its path, its template, its front matter, and what the template shows."""
    for article in desk.library.articles:
        yield article_file(article.id), "article.md", article_meta(desk, article), article_view(desk, article)
    for page in desk.library.pages:
        view = source_view(desk, page)
        yield page_file(page.seed.id), "source.md", source_meta(desk, page), view | {"raw": _raw(desk, view["lines"])}
    for subject in desk.library.subjects:
        yield subject_file(subject), "subject.md", subject_meta(subject), subject_view(desk, subject)
    yield from _landings(desk, settings)


def _landings(desk: Desk, settings: Settings) -> Iterator[Entry]:
    """The files that lead to all the others."""
    say = desk.words
    front = front_view(desk, settings.title, settings.description)
    yield FRONT, "front.md", {"title": settings.title, "template": "home.html"}, front
    yield CHRONICLE, "chronicle.md", _meta(say("chronicle_title"), "chronicle.html"), chronicle_view(desk)
    yield DOUBTS, "doubts.md", _meta(say("doubts_title"), "register.html"), doubts_view(desk)
    yield WANTED, "wanted.md", _meta(say("wanted_title"), "register.html"), wanted_view(desk)
    yield ARTICLES, "articles.md", _meta(say("articles_title"), "list.html"), articles_view(desk)
    yield ISSUES, "issues.md", _meta(say("issues_title"), "list.html"), issues_view(desk)
    yield PAGES, "pages.md", _meta(say("pages_title"), "list.html"), pages_view(desk)
    for kind, path in (("initiative", INITIATIVES), ("place", PLACES)):
        name = path.partition("/")[0]
        view = subjects_view(desk, kind, path) | {"title": say(f"{name}_title"), "intro": f"{name}_intro"}
        yield path, "subjects.md", _meta(say(f"{name}_title"), "list.html"), view


def _meta(title: str, template: str) -> Mapping[str, Any]:
    return {"title": title, "template": template}


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
