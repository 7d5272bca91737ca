"""The web pages: MkDocs builds them aside, and the finished site takes the place of the old one."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from ..errors import BrokenPromiseError, SettingsError

KEPT = ".gitkeep"
OLD = ".old"
BUILT = '<meta name="generator" content="mkdocs-'  # stands in the head of every file that MkDocs and Material make


class _Heard(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def build_site(docs: Path, site: Path, settings: Path) -> None:
    """Build the site of `docs` into the folder `site`, by the `mkdocs.yml` named; any warning is an error.

    The old site stays until the new one is whole. Raises SettingsError when MkDocs cannot use the settings, and
    BrokenPromiseError when a link or an anchor leads nowhere.
    """
    if not settings.is_file():
        raise SettingsError(f"{settings}: there is no such file; MkDocs needs one beside the docs folder")
    _recover(site)
    if not _may_go(site):
        raise SettingsError(f"{site}: this folder holds something else than a built site; empty it or name another one")
    site.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        _build(docs, aside, settings)
        _take_place(aside, site)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _build(docs: Path, aside: Path, settings: Path) -> None:
    with _listening() as heard:
        try:
            config = load_config(
                str(settings), docs_dir=str(docs.resolve()), site_dir=str(aside.resolve()), strict=True
            )
        except (Abort, ConfigurationError) as fault:
            raise SettingsError("\n".join([f"{settings}: MkDocs cannot use it", *heard.said, str(fault)])) from fault
        try:
            build(config)
        except Abort as fault:
            raise BrokenPromiseError("\n".join(heard.said) or str(fault)) from fault


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


def _take_place(aside: Path, site: Path) -> None:
    """Put the new site where the old one stands; what keeps the empty folder in version control stays."""
    aside.chmod(0o755)
    if (site / KEPT).exists():
        shutil.copy2(site / KEPT, aside / KEPT)
    old = _old(site)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.replace(old)
    aside.replace(site)
    shutil.rmtree(old, ignore_errors=True)


def _may_go(site: Path) -> bool:
    """Whether what stands at `site` is nothing, an empty folder, or a site that MkDocs built."""
    if not site.exists():
        return True
    if not site.is_dir():
        return False
    front = site / "index.html"
    empty = all(entry.name == KEPT for entry in site.iterdir())
    return empty or (front.is_file() and BUILT in front.read_text(encoding="utf-8", errors="replace"))


def _recover(site: Path) -> None:
    """Put the old site back, if a run was cut off between taking it away and putting the new one there."""
    old = _old(site)
    if old.exists() and not site.exists():
        old.replace(site)
