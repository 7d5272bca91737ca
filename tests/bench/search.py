"""How much a search of a large collection loads, and how long it takes: `python -m tests.bench.search [FOLDER]`.

The collection is made: the passages of the pages in FOLDER (default: seeds), dealt out anew to 10,000 articles, so that
common and rare strings are as frequent as in print. Each question is put to a page that has loaded nothing yet, on a
local host, and what it had loaded when its first result stood there is counted.
"""

from __future__ import annotations

import random
import shutil
import sys
import threading
import time
from dataclasses import replace
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from generator.build import build
from generator.publish.desk import Desk
from generator.publish.search.documents import Document, documents
from generator.publish.search.shards import shards
from generator.publish.words import words
from tests.browser import FLAGS, find_browser
from tests.site.press import ROOT, Quiet, make_site

ARTICLES = 10_000
QUESTIONS = 100
ASK = """question => new Promise(done => {
  const list = document.querySelector('.results'), form = document.querySelector('.big-search');
  const start = performance.now();
  const tell = () => {
    const loaded = performance.getEntriesByType('resource').filter(file => file.name.includes('/data/search/'));
    watch.disconnect();
    done([performance.now() - start, loaded.reduce((sum, file) => sum + file.encodedBodySize, 0)]);
  };
  const watch = new MutationObserver(() => {
    if (list.children.length || form.getAttribute('aria-busy') === 'false') { tell(); }
  });
  watch.observe(document.querySelector('.search'), { childList: true, subtree: true, attributes: true });
  form.querySelector('input').value = question;
  form.requestSubmit();
})"""


class Host(ThreadingHTTPServer):
    """A local host that says nothing when a page was left before all of it had come."""

    def handle_error(self, *_request: object) -> None:
        """Say nothing."""


def dealt(found: list[Document], chance: random.Random) -> list[Document]:
    """Many documents out of a few: each has the shape of one of them, and passages from all of them."""
    passages = [passage for document in found for passage in document.passages]
    made = []
    for number in range(ARTICLES):
        shape = found[number % len(found)]
        held = tuple(
            replace(chance.choice(passages), letter=passage.letter, anchor=passage.anchor) for passage in shape.passages
        )
        made.append(replace(shape, key=f"made-{number}", passages=held))
    return made


def questions(found: list[Document], chance: random.Random) -> list[str]:
    """Strings of one to six characters out of the passages."""
    texts = ["".join(passage.words.split()) for document in found for passage in document.passages]
    long = [text for text in texts if len(text) > 12]
    asked: list[str] = []
    while len(asked) < QUESTIONS:
        text = chance.choice(long)
        start = chance.randrange(len(text) - 6)
        asked.append(text[start : start + chance.randint(1, 6)].strip('-"“”') or "的")
    return asked


def measure(page: Page, home: str, asked: list[str]) -> list[tuple[float, float]]:
    """For each question the milliseconds to the first result, and the bytes of the index loaded until then."""
    made = []
    for question in asked:
        page.goto(f"{home}search.html")
        page.wait_for_load_state("networkidle")
        took, loaded = page.evaluate(ASK, question)
        made.append((took, loaded))
    return made


def main() -> None:
    """Make the collection, put the questions, and say what they cost."""
    seeds = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds"
    chance = random.Random(7)  # noqa: S311 - a sample, always the same
    found = list(documents(Desk(build(seeds), words("zh"))))
    many = dealt(found, chance)
    with TemporaryDirectory() as folder, sync_playwright() as play:
        site = make_site(ROOT / "seeds", Path(folder)).folder
        index = site / "data" / "search"
        shutil.rmtree(index / "t")
        shutil.rmtree(index / "s")
        start, size = time.perf_counter(), 0
        for name, content in shards(many):
            (index / name).parent.mkdir(parents=True, exist_ok=True)
            (index / name).with_suffix(".js").write_bytes(content)
            size += len(content)
        characters = sum(len(passage.words) for document in many for passage in document.passages)
        print(f"{ARTICLES} articles of {characters:,} characters: index of {size / 1e6:.0f} MB", end=" ")
        print(f"in {time.perf_counter() - start:.1f} s")
        server = Host(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = play.chromium.launch(executable_path=str(find_browser()), args=["--no-sandbox", *FLAGS])
        cost = measure(
            browser.new_context().new_page(), f"http://127.0.0.1:{server.server_port}/", questions(many, chance)
        )
        browser.close()
        server.shutdown()
    for what, unit, values in (
        ("first result", "ms", [t for t, _ in cost]),
        ("loaded", "kB", [b / 1000 for _, b in cost]),
    ):
        ranked = sorted(values)
        print(f"{what}: median {median(ranked):.0f} {unit}, 95 of 100 {ranked[94]:.0f}, worst {ranked[-1]:.0f}")


if __name__ == "__main__":
    main()
