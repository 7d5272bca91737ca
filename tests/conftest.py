"""What more than one test needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser import ADVICE, FLAGS, find_browser, missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write what the program prints today into the docs")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that can show Chinese; without one the test fails, it is never skipped."""
    from playwright.sync_api import sync_playwright

    if missing():
        pytest.fail(f"this test needs {missing()}: {ADVICE}")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        yield chromium
        chromium.close()
