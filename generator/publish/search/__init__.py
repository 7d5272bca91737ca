"""Search that finds what Ctrl+F would: every string of one or more characters, and nothing else.

At build time each character, and each pair of neighbours, gets the list of the passages that hold it; the lists lie in
many small files, of which the page loads those that a question needs (`docs/assets/search.js`). A pair or a single
character is answered by its list; of a longer string the lists name the candidates, and their text is looked at before
they are shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..address import SEARCH, WANTED, relative, web
from ..desk import Desk
from ..sheet import Settings, Sheet, titled
from .documents import documents
from .filters import filters
from .shards import script, shards

__all__ = ["search_files", "search_sheets"]


def search_sheets(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    """The page that asks."""
    view = {"wanted": web(relative(SEARCH, WANTED)), "pages": len(desk.library.pages)}
    yield Sheet(SEARCH, "search.md", titled(desk.words("search_title"), "search.html"), view)


def search_files(desk: Desk, _settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The files that it asks, below `search/`."""
    found = tuple(documents(desk))
    said = {key: words for key, words in desk.words.table.items() if key.startswith("search_")}
    for name, content in (*shards(found), *filters(desk, found), script("words", said)):
        yield f"search/{name}", content
