"""Where everything stands below `docs/`: addresses are fixed for ever, and links between them are relative."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import quote

from ..model import Subject
from .escape import Md, inside

FRONT = "index.md"
CHRONICLE = "chronicle.md"
CHRONICLES = "chronicle"
DOUBTS = "doubts.md"
CORRECTING = "about/corrections.md"
REPORTING = "about/reports.md"
QUESTIONS = "about/questions.md"
REPORTS = "reports/index.md"
WANTED = "wanted.md"
CHANGES = "changes.md"
PROMISES = "promises.md"
SEARCH = "search.md"
NEWS = "news.md"
PAIRINGS = "pairings.md"
SETUPS = "setups.md"
POLICIES = "policies.md"
BOXES = "boxes.md"
LISTS = "lists.md"
BRIEFINGS = "briefings/index.md"
ARTICLES = "articles/index.md"
PAGES = "pages/index.md"
ISSUES = "issues/index.md"
PLACES = "places/index.md"
INITIATIVES = "initiatives/index.md"
ORGANISATIONS = "organisations/index.md"
PEOPLE = "people/index.md"
DOCUMENTS = "documents/index.md"
NAMES = "names.md"
REPORTERS = "reporters.md"
BY_GENRE = "articles/genres.md"
BY_CAMPAIGN = "articles/campaigns.md"
BY_COUNTY = "articles/counties.md"
EVENTS = "events/index.md"

FOLDERS = {
    "initiative": "initiatives",
    "place": "places",
    "organisation": "organisations",
    "person": "people",
    "document": "documents",
}
TABLES = (NEWS, PAIRINGS, SETUPS, POLICIES, BOXES, LISTS)
# What the program writes beside the folders.
LANDINGS = (FRONT, CHRONICLE, DOUBTS, WANTED, QUESTIONS, SEARCH, CHANGES, NAMES, REPORTERS, *TABLES, PROMISES)
OWN_FOLDERS = ("articles", "pages", "issues", "events", CHRONICLES, "reports", "briefings", *FOLDERS.values())
DATA = "data"  # what a reader carries away: tables, feeds, documents; nothing in it is written by hand


def article_file(article: str) -> str:
    """The file of the article with this id."""
    return f"articles/{_stem(article)}.md"


def chronicle_file(period: str) -> str:
    """The file of a part of a long chronicle."""
    return f"{CHRONICLES}/{period}.md"


def page_file(seed: str) -> str:
    """The file of the page with this seed id."""
    return f"pages/{_stem(seed)}.md"


def report_file(slug: str) -> str:
    """The file of the report with this slug."""
    return f"reports/{_stem(slug)}.md"


def happening_file(happening: str) -> str:
    """The file of the happening with this id."""
    return f"events/{_stem(happening)}.md"


def subject_file(subject: Subject) -> str:
    """The file of a subject that has one."""
    return f"{FOLDERS[subject.type]}/{_stem(subject.slug)}.md"


def briefing_file(subject: Subject) -> str:
    """The file of the briefing on a subject."""
    return f"briefings/{FOLDERS[subject.type]}-{subject.slug}.md"


def _stem(slug: str) -> str:
    """A file's name: the slug, unless the list of the folder has that name already. No slug ends in a hyphen."""
    return f"{slug}-" if slug.lower() == "index" else slug


def relative(here: str, there: str, anchor: str = "") -> str:
    """The address of the file `there` as the file `here` says it, with the anchor if one is named."""
    target = "" if here == there and anchor else _path(posixpath.dirname(here), there)
    return f"{target}#{quote(anchor)}" if anchor else target


@lru_cache(maxsize=4096)
def _path(folder: str, there: str) -> str:
    return quote(posixpath.relpath(there, folder or "."))


def web(address: str) -> str:
    """The same relative address once the site is built: what is Markdown has become HTML."""
    path, mark, anchor = address.partition("#")
    return (path[: -len(".md")] + ".html" if path.endswith(".md") else path) + mark + anchor


def link(text: str, here: str, there: str, anchor: str = "", *, hint: str = "") -> Md:
    """An ordinary Markdown link that reads `text`, and says `hint`, a word of the site's own, on hover."""
    said = f' "{hint}"' if hint else ""
    return Md(f"[{text if isinstance(text, Md) else inside(text)}]({relative(here, there, anchor)}{said})")
