"""The command line: thin, and nothing that a person cannot read aloud. A command loads what it needs when it is run.

Data goes to standard output, everything said to a person to standard error. Exit status: 0 when all went well, 1 when a
page could not be read, a correction not made, a report not shown, an account does not hold or a link leads nowhere, 2
when the command itself is wrong.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import __version__
from .errors import BanmianError

if TYPE_CHECKING:
    from .config import Settings
    from .model import Library, Refused, Seed, Unread
    from .store import Store

SETTINGS = Path("mkdocs.yml")
STORE = Path(".cache/pages")  # what was computed for pages that have not changed since; it can be deleted at any time
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
LAST_PORT = 65535
KEPT = 50_000  # so many things may be made before any is looked at again


def _one_line(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False)


FORMS = {"jsonl": _one_line}


class _Program(click.Group):
    """A group whose commands say what a person can mend in one line each, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):  # Windows would write a pipe in the encoding of its region
                stream.reconfigure(encoding="utf-8", newline="\n")
        try:
            return super().invoke(ctx)
        except BanmianError as fault:
            raise click.ClickException(str(fault)) from fault


@click.group(cls=_Program, context_settings=CONTEXT)
@click.version_option(__version__, prog_name="banmian")
def main() -> None:
    """Take newspaper pages apart and bind them into a site.

    Put the text of each page into seeds/, then run `banmian site`.
    """


def _host_and_port(_ctx: click.Context, _option: click.Parameter, address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not host or not (port.isascii() and port.isdigit()) or int(port) > LAST_PORT:
        raise click.BadParameter(f"{address!r} is no HOST:PORT, such as 127.0.0.1:8000")
    return host, int(port)


def _folder(name: str, what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(
        f"--{name}",
        type=click.Path(file_okay=False, path_type=Path),
        default=name,
        show_default=True,
        metavar="DIR",
        help=what,
    )


_seeds = _folder("seeds", "The folder of the pages as they came.")
_docs = _folder("docs", "The folder that the Markdown is written to.")
_site = _folder("site", "The folder that the site is built in.")
_address = click.option(
    "--address",
    callback=_host_and_port,
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    help="Where to listen.",
)
_quiet = click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")
_paths = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]...")


@main.command()
@_seeds
@_docs
@_quiet
def build(seeds: Path, docs: Path, quiet: bool) -> None:
    """Recover the articles of all pages and write them as Markdown.

    What is hand-written in the docs folder stays as it is. A page that cannot be read is named, the others are built,
    and the exit status is 1.
    """
    library = _bind(seeds, docs, quiet=quiet)
    _end(library.faults)


@main.command()
@_seeds
@_docs
@_site
@_quiet
def site(seeds: Path, docs: Path, site: Path, quiet: bool) -> None:
    """Build the whole site: the Markdown first, then the web pages.

    The last line says what to open.
    """
    from .publish.folders import keep_apart
    from .publish.site import build_site

    keep_apart(site, seeds)
    keep_apart(site, docs)
    library = _bind(seeds, docs, quiet=quiet)
    if not quiet:
        click.echo("Building the web pages", err=True)
    build_site(docs, site, SETTINGS)
    if not quiet:
        click.echo(f"Done: open {site / 'index.html'}", err=True)
    _end(library.faults)


@main.command(short_help="Preview the site and follow every change.")
@_seeds
@_docs
@_address
def serve(seeds: Path, docs: Path, address: tuple[str, int]) -> None:
    """Preview the site; it is built again when a page, a rule, a template or a hand-written page changes."""
    from .publish.serve import serve as preview

    preview(seeds, docs, SETTINGS, *address)


@main.command(short_help="Show how a page was taken apart, and why.")
@click.argument("seed")
@click.argument("words", required=False)
@_seeds
def show(seed: str, words: str | None, seeds: Path) -> None:
    """Show how the page SEED was taken apart: every block, the rule that decided, and what else was possible.

    SEED is a file, or the beginning of the name of one in the seeds folder. With WORDS, only what concerns these words
    of the page is shown.
    """
    from .build import open_page, weigh_marks
    from .extract import extract
    from .publish.explain import Explainer
    from .publish.words import words as language
    from .read import read_given

    folder, found = _find(seed, seeds)
    given, refused = read_given(folder, seeds=(found,), unread=())
    page = open_page(found, given.get(found.id))
    facts = [extract(article, page.issue) for article in page.articles] if words else []
    explainer = Explainer(page, language("zh"), weigh_marks(page, folder) if folder.is_dir() else (), facts)
    lines = list(explainer.about(words) if words else explainer.everything())
    if not lines:
        raise click.BadParameter(f"{words!r} is not on the page {found.name}", param_hint="WORDS")
    for line in lines:
        click.echo(line)
    _end([fault for fault in (*refused, *page.refused) if fault.what != "sidecar_orphan"])


@main.command()
@_paths
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="jsonl", show_default=True, help="The form.")
@click.option("--furniture", is_flag=True, help="Print what is no article instead.")
def export(paths: tuple[Path, ...], form: str, furniture: bool) -> None:
    """Print the articles as data, one JSON object a line.

    Each PATH is a page or a folder of pages (a collection of its own); without one, the folder seeds/.
    """
    from .publish import export as exported

    records = {False: exported.records, True: exported.furniture}[furniture]
    faults: list[Unread | Refused] = []
    for library in _libraries(paths):
        faults += library.faults
        for record in records(library):
            click.echo(FORMS[form](record))
    _end(faults)


@main.command(short_help="Account for every character of every page.")
@_paths
def ledger(paths: tuple[Path, ...]) -> None:
    """Account for every character of every page, one JSON object a page.

    The exit status is 1 when a character is unplaced or stands twice.
    """
    from .account import account

    faults: list[Unread | Refused] = []
    holds = True
    for library in _libraries(paths):
        faults += library.faults
        for page in library.pages:
            found = account(page)
            holds = holds and found.holds
            counts = ("seed", "characters", "blank", "in_articles", "in_furniture", "unplaced", "twice", "invented")
            click.echo(json.dumps({name: getattr(found, name) for name in counts}, ensure_ascii=False))
    _end(faults)
    sys.exit(not holds)


@main.command(short_help="Check that nothing is lost and every link leads somewhere.")
@_seeds
@_docs
@_site
def check(seeds: Path, docs: Path, site: Path) -> None:
    """Check that no character is lost or doubled and that every link and anchor leads somewhere.

    Reads the pages, the Markdown, and the built site when there is one; changes nothing.
    """
    from .account import account
    from .publish.check import check as checked

    library = _library(seeds)
    broken = [found.seed for found in map(account, library.pages) if not found.holds]
    problems = [f"{seed}: its characters do not add up; run `banmian ledger`" for seed in broken]
    problems += checked(library, _settings(), docs, site)
    for problem in problems:
        click.echo(problem, err=True)
    if not problems:
        click.echo(
            f"{len(library.pages)} pages, {len(library.articles)} articles: nothing lost, every link leads somewhere.",
            err=True,
        )
    _end(library.faults)
    sys.exit(bool(problems))


def _settings() -> Settings:
    from .config import load_settings

    return load_settings(SETTINGS)


def _bind(seeds: Path, docs: Path, *, quiet: bool) -> Library:
    """Recover the pages in `seeds` and write their Markdown to `docs`."""
    from .publish.folders import keep_apart
    from .publish.render import everything
    from .publish.write import write
    from .store import Store

    keep_apart(docs, seeds)
    store = Store(STORE)
    library = _library(seeds, watch=iter if quiet else _watched, store=store)
    store.write()
    if not quiet:
        click.echo(f"Writing {len(library.articles)} articles of {len(library.pages)} pages", err=True)
    write(docs, everything(library, _settings()))
    return library


def _libraries(paths: Sequence[Path]) -> Iterator[Library]:
    """What the pages at each path say; those in seeds/ when none is named."""
    return map(_library, paths or (Path("seeds"),))


def _library(
    path: Path, *, watch: Callable[[Sequence[Seed]], Iterable[Seed]] = iter, store: Store | None = None
) -> Library:
    """What the pages at `path`, a folder or one page, say; without any page, it is an error."""
    from .build import build as build_library
    from .store import Store

    # Rules and pages are kept to the end: to look through them for what is not would take a tenth of the time.
    gc.freeze()
    gc.set_threshold(KEPT)
    if not path.exists():
        raise click.UsageError(f"{path} is not a folder; put the pages, as text files, into it")
    library = build_library(path, watch=watch, store=store or Store(STORE))
    if not library.pages:
        _end(library.faults)
        raise click.ClickException(f"{path}: no page found; a page is a text file whose name ends in .txt")
    return library


def _watched(seeds: Sequence[Seed]) -> Iterable[Seed]:
    """The seeds one by one, with a bar on a terminal and a plain line elsewhere."""
    if not sys.stderr.isatty():
        click.echo(f"Taking {len(seeds)} pages apart", err=True)
        return seeds
    from rich.console import Console
    from rich.progress import track

    return track(seeds, "Taking the pages apart", console=Console(stderr=True))


def _end(faults: Sequence[Unread | Refused]) -> None:
    """Name the pages not read, the corrections not made, why reports are not shown; with one, the status is 1."""
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        sys.exit(1)


def _find(name: str, folder: Path) -> tuple[Path, Seed]:
    """The one page that `name` means (a file, or the beginning of a name in `folder`), and where it was read from."""
    from .read import read

    path = Path(name)
    home = path if path.is_file() else folder
    seeds, unread = read(home)
    names = name.removeprefix(f"{folder.as_posix()}/")
    found = seeds if path.is_file() else [seed for seed in seeds if seed.name.startswith(names)]
    exact = [seed for seed in found if names in {seed.name, seed.id}]
    _end([page for page in unread if path.is_file() or page.name.startswith(names)])
    if len(exact or found) != 1:
        choices = ", ".join(seed.name for seed in (found or seeds)) or "none"
        raise click.BadParameter(f"{name!r} means {len(found)} pages; there are: {choices}", param_hint="SEED")
    return home, (exact or found)[0]
