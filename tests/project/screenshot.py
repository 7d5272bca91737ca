"""`python -m tests.project.screenshot`: take the README's picture of the front page again, after `make site`."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import FLAGS, find_browser

FRONT = Path("site/index.html").resolve()
PICTURE = Path("docs/assets/screenshot.png")
WINDOW = {"width": 1280, "height": 860}


def main() -> None:
    """Look at the built front page through a window of a desk's size, and keep the picture."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        page = chromium.new_page(viewport={"width": WINDOW["width"], "height": WINDOW["height"]})
        page.goto(FRONT.as_uri())
        page.screenshot(path=PICTURE, animations="disabled")
        chromium.close()


if __name__ == "__main__":
    main()
