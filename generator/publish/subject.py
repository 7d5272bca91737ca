"""The file of one subject: what it is, what is told of it, and every article with the sentence that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from ..model import Article, Event, Mention, Saying, Subject
from ..text import Text
from .address import link, subject_file
from .article import at_line, linked
from .briefings import briefing_links
from .corrections import quote
from .desk import Desk, called, chain
from .dossiers.facts import offices_view, tables_view
from .dossiers.figures import figures_view
from .dossiers.gaps import gaps_view
from .dossiers.mechanisms import mechanisms_view
from .drawings import drawn
from .escape import Md, escape
from .lists import articles_of, entry
from .teller import Teller
from .timeline import first_rows, told_once
from .words import says

View = dict[str, Any]
REACH = 400
DEFINED = 3  # sentences that say what it is
TIMED = 200  # rows of the time table
QUOTED = 200  # articles that are shown with the sentence; the others with their lines
SENTENCE_END = re.compile(r"[。！？!?]+[”’」』）)]*")


def subject_view(desk: Desk, subject: Subject) -> View:
    """Everything that the template of a subject shows."""
    here = subject_file(subject)
    dossier = desk.library.dossier_of(subject)
    ties = [
        (desk.article[name], [mention for _, mention in group])
        for name, group in groupby(subject.mentions, key=lambda pair: pair[0])
    ]
    told = list(_told(desk, ties))
    timed, lanes = drawn(desk, first_rows(desk, told, here, TIMED))
    return {
        "name": called(subject),
        "chain": [_step(desk, part, here) for part in chain(subject)],
        "kind": desk.words(f"subject_{subject.type}"),
        "home": subject.home.rpartition("/")[2] if subject.type in {"organisation", "initiative"} else "",
        "namesakes": _namesakes(desk, subject, here),
        "namesakes_are": f"subject_namesakes_{subject.type}",
        "articles": articles_of(subject),
        "issues": len({desk.issue_line(desk.library.issue_of(article)) for article, _ in ties}),
        "mentions": len(subject.mentions),
        "defined": [_defined(desk, one, here) for one in _first_of_each(dossier.defined)],
        "offices": offices_view(desk, dossier, here) if subject.type == "person" else [],
        "below": [_place_below(part, here) for part in _below(desk, subject)],
        "figures": figures_view(desk, subject, dossier.figures, here),
        "mechanisms": mechanisms_view(desk, dossier.mechanisms, here),
        "timeline": timed,
        "lanes": lanes,
        "untimed": max(0, len(told) - TIMED),
        **tables_view(desk, dossier, here),
        "all": [_naming(desk, subject, article, mentions) for article, mentions in ties[:QUOTED]],
        "others": [_listed(desk, article, mentions, here) for article, mentions in ties[QUOTED:]],
        "unsure": _unsure(desk, subject, here),
        "carry": briefing_links(desk, subject, here),
        "gaps": gaps_view(desk, (article for article, _ in ties), here),
    }


def subject_meta(subject: Subject) -> View:
    """The front matter of a subject's file."""
    return {"title": called(subject), "template": "subject.html", "type": subject.type, "name": subject.name}


def _first_of_each(sayings: tuple[Saying, ...]) -> list[Saying]:
    """The best sentences, each once."""
    return list({one.sentence.value: one for one in reversed(sayings[:DEFINED])}.values())[::-1]


def _defined(desk: Desk, one: Saying, here: str) -> View:
    """A sentence that says what the subject is, how it was chosen, and the article."""
    return entry(desk, desk.article[one.article], here) | {
        "words": quote(desk, one.sentence),
        "where": desk.lines(one.sentence, here),
        "how": says("defining", one.rule),
    }


def _namesakes(desk: Desk, subject: Subject, here: str) -> list[Md]:
    """Others of the same name: whether they are the same is not told."""
    named = desk.namesakes.get((subject.type, subject.name), ())
    others = [other for other in named if other is not subject]
    return [_namesake(other, here) for other in (others if subject.type in {"person", "initiative"} else ())]


def _namesake(other: Subject, here: str) -> Md:
    """Another of the name; of a campaign, with its city."""
    name = link(called(other), here, subject_file(other)) if other.slug else escape(called(other))
    home = other.home.rpartition("/")[2] if other.type == "initiative" else ""
    return Md(f"{name} {escape(home)}") if home else name


def _place_below(part: Subject, here: str) -> View:
    name = link(called(part), here, subject_file(part)) if part.slug else escape(called(part))
    return {"link": name, "articles": articles_of(part)}


def _listed(desk: Desk, article: Article, mentions: list[Mention], here: str) -> View:
    """An article with the lines that name the subject."""
    return entry(desk, article, here) | {"where": desk.lines(mentions[0].text, here)}


def _unsure(desk: Desk, subject: Subject, here: str) -> list[View]:
    """Where it may be named, each article once for each reason, with its lines."""
    teller = Teller(desk, here)
    found: dict[tuple[str, str], list[Mention]] = {}
    for article, mention in subject.unsure:
        found.setdefault((article, mention.doubt), []).append(mention)
    return [
        {
            "article": desk.opens(desk.article[article], here),
            "words": teller.words(mentions[0].text),
            "lines": list(dict.fromkeys(desk.lines(mention.text, here) for mention in mentions)),
            "why": teller.doubt(doubt),
        }
        for (article, doubt), mentions in found.items()
    ]


def _step(desk: Desk, name: str, here: str) -> str:
    above = desk.subjects.get(("place", name))
    return link(called(above), here, subject_file(above)) if above else name.rpartition("/")[2]


def _below(desk: Desk, subject: Subject) -> list[Subject]:
    """The places named that lie in a place: those directly in it, and those of a part of it that is not named."""
    inner = desk.places_in.get(subject.name, ()) if subject.type == "place" else ()
    names = {other.name for other in inner}
    return [other for other in inner if other.mentions and not names.intersection(chain(other))]


def _told(desk: Desk, ties: list[tuple[Article, list[Mention]]]) -> Iterator[tuple[Article, list[Event]]]:
    """The dated sentences that name the subject."""
    for article, mentions in ties:
        for events in told_once(desk.library.facts[article.id].events):
            if any(mention.text.begins_in(event.sentence) for event in events for mention in mentions):
                yield article, events


def _naming(desk: Desk, subject: Subject, article: Article, mentions: list[Mention]) -> View:
    """An article, the first sentence in it that names the subject itself, and the lines of mentions in others."""
    here = subject_file(subject)
    first = next((mention for mention in mentions if mention.name == subject.name), mentions[0])
    sentence = sentence_of(article, first)
    line = at_line(desk, *desk.library.lines_of(first.text)[0][:2], here)
    others = (desk.lines(mention.text, here) for mention in mentions if not mention.text.begins_in(sentence))
    return entry(desk, article, here) | {
        "sentence": linked(desk, sentence, [(first.text, line)]),
        "where": desk.lines(sentence, here),
        "others": list(dict.fromkeys(others)),
    }


def sentence_of(article: Article, mention: Mention) -> Text:
    """The sentence round a mention, as printed; of one in a headline, the headline."""
    if mention.paragraph is None:
        return next((block.text for block in article.blocks if mention.text.begins_in(block.text)), mention.text)
    text = article.body[mention.paragraph].text
    place = next((index for index, offset in enumerate(text.offsets()) if offset == mention.text.start), 0)
    ends = [found.end() for found in SENTENCE_END.finditer(text.value)]
    start = max((end for end in ends if end <= place), default=0)
    stop = min((end for end in ends if end > place), default=len(text))
    # A page may be one line without an end: what is quoted stays near the name.
    start, stop = max(start, place - REACH), min(stop, place + REACH)
    return text[start:stop].strip()
