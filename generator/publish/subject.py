"""The file of one place or one initiative: plain for now; every article with the sentence that names it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from ..model import Article, Mention, Subject
from ..text import Text
from .address import link, subject_file
from .article import at_line, linked
from .desk import Desk, called, chain
from .lists import articles_of, entry
from .timeline import order, timeline

View = dict[str, Any]
REACH = 400
SENTENCE_END = re.compile(r"[。！？!?]+[”’」』）)]*")


def subject_view(desk: Desk, subject: Subject) -> View:
    """Everything that the template of a subject shows."""
    here = subject_file(subject)
    ties = [
        (desk.article[name], [mention for _, mention in group])
        for name, group in groupby(subject.mentions, key=lambda pair: pair[0])
    ]
    return {
        "name": called(subject),
        "chain": [_step(desk, part, here) for part in chain(subject)],
        "kind": desk.words(f"subject_{subject.type}"),
        "articles": articles_of(subject),
        "mentions": len(subject.mentions),
        "below": [link(called(part), here, subject_file(part)) for part in _below(desk, subject)],
        "timeline": _timeline(desk, ties, here),
        "all": [_naming(desk, subject, article, mentions) for article, mentions in ties],
    }


def subject_meta(subject: Subject) -> View:
    """The front matter of a subject's file."""
    return {"title": called(subject), "template": "subject.html", "type": subject.type, "name": subject.name}


def _step(desk: Desk, name: str, here: str) -> str:
    above = desk.subjects.get(("place", name))
    return link(called(above), here, subject_file(above)) if above else name.rpartition("/")[2]


def _below(desk: Desk, subject: Subject) -> list[Subject]:
    """The places with a file that lie directly in a place, or under a part of it that has no file."""
    inner = desk.places_in.get(subject.name, ()) if subject.type == "place" else ()
    names = {other.name for other in inner}
    return [other for other in inner if not names.intersection(chain(other))]


def _timeline(desk: Desk, ties: list[tuple[Article, list[Mention]]], here: str) -> list[View]:
    """The dated sentences that name the subject, the earliest first, those without a day last."""
    rows = [
        row
        for article, mentions in ties
        for row in timeline(desk, article, here)
        if any(_holds(sentence, mention.text) for sentence in row["sentences"] for mention in mentions)
    ]
    return sorted(rows, key=order)


def _holds(sentence: Text, words: Text) -> bool:
    return any(span.seed == words.seeds[0] and span.start <= words.start < span.end for span in sentence.spans)


def _naming(desk: Desk, subject: Subject, article: Article, mentions: list[Mention]) -> View:
    """An article, the first sentence in it that names the subject itself, and the lines of mentions in others."""
    here = subject_file(subject)
    first = next((mention for mention in mentions if mention.name == subject.name), mentions[0])
    sentence = sentence_of(article, first)
    line = at_line(desk, *desk.library.lines_of(first.text)[0][:2], here)
    others = (desk.lines(mention.text, here) for mention in mentions if not _holds(sentence, mention.text))
    return entry(desk, article, here) | {
        "sentence": linked(desk, sentence, [(first.text, line)]),
        "where": desk.lines(sentence, here),
        "others": list(dict.fromkeys(others)),
    }


def sentence_of(article: Article, mention: Mention) -> Text:
    """The sentence round a mention, as printed; of one in a headline, the headline."""
    if mention.paragraph is None:
        return next((block.text for block in article.blocks if _holds(block.text, mention.text)), mention.text)
    text = article.body[mention.paragraph].text
    place = next((index for index, offset in enumerate(text.offsets()) if offset == mention.text.start), 0)
    ends = [found.end() for found in SENTENCE_END.finditer(text.value)]
    start = max((end for end in ends if end <= place), default=0)
    stop = min((end for end in ends if end > place), default=len(text))
    # A page may be one line without an end: what is quoted stays near the name.
    start, stop = max(start, place - REACH), min(stop, place + REACH)
    return text[start:stop].strip()
