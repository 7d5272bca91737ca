"""A preview that is built again when a page, a rule, a template or a hand-written page changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from mkdocs.livereload import LiveReloadServer

from ..errors import SettingsError

PACKAGE = Path(__file__).resolve().parent.parent


def serve(seeds: Path, docs: Path, settings: Path, host: str, port: int) -> None:
    """Show the site at `host` and `port` until interrupted; a change builds it again and reloads the browsers.

    Raises SettingsError when it cannot listen there or a folder cannot be watched.
    """
    with TemporaryDirectory(prefix="banmian-") as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", __package__.partition(".")[0], "site", "--quiet"]
        command += ["--seeds", str(seeds), "--docs", str(docs), "--site", str(site)]

        def build() -> None:
            # In a process of its own, so that changed rules and code count. What it complains of, it says itself.
            subprocess.run(command, check=False)  # noqa: S603 - nothing in it comes from a page

        build()
        server = LiveReloadServer(build, host, port, str(site))
        try:
            for watched in (seeds, docs, settings, PACKAGE):
                server.watch(str(watched))
            click.echo(f"http://{host}:{port}/", err=True)
            server.serve()  # type: ignore[no-untyped-call]
        except OSError as fault:
            raise SettingsError(f"{fault.filename or f'{host}:{port}'}: {fault.strerror or fault}") from fault
        except KeyboardInterrupt:
            server.shutdown()
