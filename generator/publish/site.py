"""The web pages: MkDocs builds them aside, and the finished site takes the place of the old one."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from ..errors import BrokenPromiseError, SettingsError
from .folders import aside, keep_apart, keep_whole, refusals_named

KEPT = ".gitkeep"
OLD = ".old"
MARK = ".banmian"
SAID = "Banmian built this folder. The next build replaces it, with everything in it.\n"
# A site built before there was the mark: it has our sheet on its front page, and nothing but what our sites have.
SHEET = re.compile(r'<link rel="stylesheet" href="assets/banmian\.css[?"]')
OURS = {"articles", "pages", "issues", "places", "initiatives", "about", "en", "assets", "search"}
OURS |= {KEPT, "404.html", "index.html", "chronicle.html", "doubts.html", "wanted.html"}
OURS |= {"sitemap.xml", "sitemap.xml.gz"}


class _Heard(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def build_site(docs: Path, site: Path, settings: Path) -> None:
    """Build the site of `docs` into the folder `site`, by the `mkdocs.yml` named; any warning is an error.

    The old site stays until the new one is whole. Raises SettingsError when MkDocs cannot use the settings, when `site`
    is a folder of something else or cannot be written, and BrokenPromiseError when a link or an anchor leads nowhere.
    """
    if not settings.is_file():
        raise SettingsError(f"{settings}: there is no such file; MkDocs needs one beside the docs folder")
    keep_apart(site, docs)
    keep_whole(site, settings.parent)
    place = site.resolve()
    with refusals_named(site):
        _recover(place)
        if not _may_go(place):
            raise SettingsError(
                f"{site}: this folder holds something else than a site that Banmian built; name another one, "
                "or empty it if nothing in it is wanted"
            )
        with aside(place) as made:
            _build(docs, made, settings)
            _take_place(made, place)


def _build(docs: Path, made: Path, settings: Path) -> None:
    with _listening() as heard:
        try:
            config = load_config(str(settings), docs_dir=str(docs.resolve()), site_dir=str(made.resolve()), strict=True)
        except (Abort, ConfigurationError) as fault:
            raise SettingsError("\n".join([f"{settings}: MkDocs cannot use it", *heard.said, str(fault)])) from fault
        try:
            build(config)
        except Abort as fault:
            raise BrokenPromiseError("\n".join(heard.said) or str(fault)) from fault
        except TemplateError as fault:
            raise SettingsError(f"{docs}: a page wants a template that cannot be used: {fault}") from fault


@contextmanager
def _listening() -> Iterator[_Heard]:
    """MkDocs' warnings, kept instead of printed."""
    logger = logging.getLogger("mkdocs")
    heard = _Heard()
    logger.addHandler(heard)
    before, logger.propagate = logger.propagate, False
    try:
        yield heard
    finally:
        logger.propagate = before
        logger.removeHandler(heard)


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}{OLD}")


def _take_place(made: Path, site: Path) -> None:
    """Put the new site, marked as ours, where the old one stands; what keeps the empty folder under control stays."""
    made.chmod(0o755)
    (made / MARK).write_text(SAID, encoding="utf-8")
    if (site / KEPT).exists():
        shutil.copy2(site / KEPT, made / KEPT)
    old = _old(site)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.replace(old)
    made.replace(site)
    shutil.rmtree(old, ignore_errors=True)


def _may_go(site: Path) -> bool:
    """Whether what stands at `site` is nothing, an empty folder, or a site that this program built."""
    if not site.exists():
        return True
    if not site.is_dir():
        return False
    held = {entry.name for entry in site.iterdir()}
    return held <= {KEPT} or MARK in held or (held <= OURS and _has_sheet(site / "index.html"))


def _has_sheet(front: Path) -> bool:
    return front.is_file() and bool(SHEET.search(front.read_text(encoding="utf-8", errors="replace")))


def _recover(site: Path) -> None:
    """Put the old site back, if a run was cut off between taking it away and putting the new one there."""
    old = _old(site)
    if old.exists() and not site.exists():
        old.replace(site)
