"""A briefing as a Word file: the printed words in Song, the site's in Hei; the same bytes on every run.

The few parts of such a file (ECMA-376, WordprocessingML) are filled in from templates: `python-docx` takes a hundred
times as long, five seconds for the briefings of a few pages. The tests read the files with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jinja2 import Environment, StrictUndefined, Template

from ..desk import Desk
from ..escape import shown
from .material import Part
from .plain import cautions, source

# The parts of the file, in the order that readers expect, by the template that has them.
PARTS = {
    "[Content_Types].xml": "[Content_Types].xml",
    "_rels/.rels": "package.rels",
    "word/_rels/document.xml.rels": "document.rels",
    "word/styles.xml": "styles.xml",
    "word/document.xml": "document.xml",
}
STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest day that a ZIP file knows: the time of day would differ on every run
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def word(desk: Desk, name: str, parts: Sequence[Part]) -> bytes:
    """The sentences of a briefing, numbered, each with its source below it."""
    paragraphs = [(style, NOT_XML.sub("\ufffd", shown(words))) for style, words in _paragraphs(desk, name, parts)]
    held = BytesIO()
    with ZipFile(held, "w") as made:
        for path, template in PARTS.items():
            entry = ZipInfo(path, STAMP)
            made.writestr(entry, _template(template).render(paragraphs=paragraphs), ZIP_DEFLATED)
    return held.getvalue()


def _paragraphs(desk: Desk, name: str, parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """Each paragraph: its style and its words."""
    say = desk.words
    yield "Title", say("briefing_of", name=name)
    yield "Source", say("briefing_intro")
    for part in parts:
        yield "Heading1", say(f"briefing_{part.section}")
        for row in part.rows:
            yield "Printed", f"{row.number}. {row.sentence.value}"
            yield "Source", source(desk, row)
            yield from (("Caution", warning) for warning in cautions(desk, row))
        if part.more:
            yield "Source", say("briefing_more", count=part.more)


@cache
def _template(name: str) -> Template:
    """A part of the file. Whatever it prints is text, and is escaped."""
    parts = files(__package__.rpartition(".")[0]) / "templates" / "word"
    source = (parts / name).read_text(encoding="utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(source)
