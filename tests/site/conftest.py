"""The real site, built once, in the three ways in which it must work."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.press import ROOT, Quiet, Site, make_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the five pages that are shipped."""
    return make_site(ROOT / "seeds", tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Puts a folder on a local host; gives the address of its root."""
    running: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        running.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture(params=["folder", "root", "sub-path"])
def home(request: pytest.FixtureRequest, site: Site, serve: Callable[[Path], str]) -> str:
    """The address of the site's folder, in the three ways in which it must work."""
    ways: dict[str, Callable[[], str]] = {
        "folder": lambda: f"{site.folder.as_uri()}/",
        "root": lambda: serve(site.folder),
        "sub-path": lambda: f"{serve(site.folder.parent)}{site.folder.name}/",
    }
    return ways[request.param]()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window as wide as a desk's."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()
