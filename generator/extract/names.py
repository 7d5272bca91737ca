"""Names: every name of a place, person, body or initiative in the passages of an article, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..model import Article, Issue
from ..rules import rules
from .bodies import Around
from .divisions import Place
from .initiatives import initiatives
from .organisations import organisations
from .people import people
from .places import beginnings, places, printed_names
from .sentences import Passage
from .told import Named

IN_NAME = "regions.in_name"
LONG = 40  # characters of the name of a meeting


def names(article: Article, passages: Sequence[Passage], issue: Issue) -> tuple[tuple[Named, ...], ...]:
    """The names in each passage of an article that was printed in `issue`."""
    values = [passage.text.value for passage in passages]
    byline = article.byline
    signed = [text.value for text in (*byline.reporters, *byline.correspondents, *byline.photographers)]
    printed = [printed_names(value) for value in values]
    persons, everywhere = people(values, signed), places(values, printed, issue)
    around = [
        Around(
            beginnings(value, known, located),
            tuple(one.role for one in named if one.role),
            tuple(one.end for one in named if not one.doubt),
        )
        for value, known, located, named in zip(values, printed, everywhere, persons, strict=True)
    ]
    found: list[tuple[Named, ...]] = []
    every = zip(everywhere, initiatives(values), persons, organisations(values, around), strict=True)
    for value, (located, campaigns, *others) in zip(values, every, strict=True):
        named = [one for kind in others for one in kind]
        named += [
            Named("initiative", one.start, one.end, one.name, proof=one.proof, doubt=one.doubt) for one in campaigns
        ]
        named += _placed(value, located, tuple(named))
        found.append(tuple(sorted(named, key=lambda one: (one.start, one.end))))
    return tuple(found)


def _placed(value: str, located: Sequence[Place], others: Iterable[Named]) -> Iterator[Named]:
    """The places of a text; none in a person's name, and only doubtful ones in another name or a title."""
    sure = [one for one in others if one.type != "person" or not one.doubt]
    held = {index: one.type for one in sure for index in range(one.start, one.end)}
    longer = {one.start: one.end for one in located}
    titles = _titles(value)
    for one in located:
        if "person" in (held.get(one.start), held.get(one.end - 1)):
            continue
        inside = (
            one.start in held or one.start in titles or longer[one.start] > one.end or _opens_a_name(value, one.end)
        )
        doubt = one.doubt or (IN_NAME if inside else "")
        yield Named("place", one.start, one.end, "/".join(one.chain), doubt=doubt)


def _titles(value: str) -> set[int]:
    """The characters inside a title, or inside a short name in quotation marks that is more than one word."""
    rule = rules("places")["title"]
    spans = (match.span() for match in rule.pattern.finditer(value)) if rule.may_fit(value) else ()
    return {index for start, end in spans for index in range(start, end)}


def _opens_a_name(value: str, end: int) -> bool:
    """Whether the name of a meeting or a competition goes on behind a place."""
    return bool(rules("places")["event"].pattern.match(value, end, end + LONG))
