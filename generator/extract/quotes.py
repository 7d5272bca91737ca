"""Quotations: what somebody says, in marks or not, and who says it by the words of the page.

A wrong speaker is worse than none: what the page leaves open has no speaker, or a doubt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Quote
from ..rules import rules
from ..text import Text
from .marks import NAME, SPEECH, Marked
from .speakers import Speaker, introduced, named_before, speaker
from .told import Told

MARKS = 2  # characters of a pair of marks
LONGEST = 1200  # characters of what is told without marks; a sentence that never ends is none
OPENS = ("，", ",", "：", ":")


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying in a passage, and the marks with whole sentences at once before and behind it (or None)."""

    start: int
    end: int
    verb: str
    who: Speaker | None
    before: int | None
    behind: int | None


def quotes(every: Sequence[Told], pages: Sequence[Marked]) -> Iterator[Quote]:
    """The quotations in the passages of an article, in reading order."""
    known = introduced([told.passage.text.value for told in every])
    last: Speaker | None = None
    for told, page in zip(every, pages, strict=True):
        if not told.passage.tells:
            continue
        sayings, last = _sayings(told, page, known, last)
        yield from _quotes(told, page, sayings)


def _sayings(
    told: Told, page: Marked, known: frozenset[str], last: Speaker | None
) -> tuple[tuple[Saying, ...], Speaker | None]:
    """The verbs of saying whose subject can be told; `last`: who spoke last, whom 他 may mean."""
    rule = rules("quotes")["says"]
    found: list[Saying] = []
    if not rule.may_fit(page.value):
        return (), last
    opens = [start for start, _ in page.speech]
    for match in rule.pattern.finditer(page.covered):
        who = speaker(told, page, match.start(), known, last)
        behind = _behind(page, match.end())
        before = _before(page, match.start(), opens)
        if who and who.nobody:
            continue
        if who is None and behind is None:
            continue
        found.append(Saying(match.start(), match.end(), match["verb"], who, before, behind))
        last = who if who and who.name else last
    return tuple(found), last


def _behind(page: Marked, end: int) -> int | None:
    """The number of the speech that a verb brings in: behind a comma, a colon, or at once."""
    at = end + (page.covered[end : end + 1] in OPENS)
    number = bisect_left(page.speech, (at, 0))
    return number if number < len(page.speech) and page.speech[number][0] == at else None


def _before(page: Marked, start: int, opens: Sequence[int]) -> int | None:
    """The number of the speech that ends right before the words for who says it."""
    number = bisect_left(opens, start) - 1
    if number < 0:
        return None
    opened = opens[number]
    if rules("quotes")["brought_in"].pattern.match(page.covered, max(0, opened - MARKS), opened):
        return None
    close = page.speech[number][1]
    begins = page.clause(start)
    if begins > close and rules("quotes")["as"].pattern.match(page.value[close:begins]):
        begins = close
    return number if begins == close else None


def _quotes(told: Told, page: Marked, sayings: Sequence[Saying]) -> Iterator[Quote]:
    found: list[tuple[int, Quote]] = []
    taken: set[int] = set()
    shared = _shared(page, sayings)
    for saying in sayings:
        spans = _said(page, saying, taken)
        if spans:
            quote = _quote(told, saying, spans)
            open_whose = not quote.doubt and shared.intersection(spans)
            found.append((spans[0][0], replace(quote, doubt="quotes.shared") if open_whose else quote))
        indirect = _indirect(told, page, saying)
        if indirect:
            found.append(indirect)
    ends = {page.sentence(saying.start)[1]: saying.who for saying in sayings if saying.who}
    for number, (start, end) in enumerate(page.speech):
        if number in taken or not _is_whole(page, start, end):
            continue
        if _stands_alone(page, start):
            who = ends.get(start)
            found.append(
                (start, _direct(told, [(start, end)], who, "quotes.goes_on" if who else _unsaid(told, page, end)))
            )
        elif page.covered[start - 1] in OPENS:
            who = named_before(told, page, start)
            found += [(start, _direct(told, [(start, end)], who, who.doubt))] if who else []
    yield from (quote for _, quote in sorted(found, key=lambda pair: pair[0]))


def _unsaid(told: Told, page: Marked, end: int) -> str:
    """The doubt about a quotation that nobody is said to say: somebody may still be named right behind it."""
    first, last = (bisect_left(told.names, at, key=lambda one: one.start) for at in (end, page.stop(end)))
    return "quotes.named_behind" if any(one.type == "person" for one in told.names[first:last]) else "quotes.no_speaker"


def _shared(page: Marked, sayings: Sequence[Saying]) -> set[tuple[int, int]]:
    """The marks that stand between two who speak, brought in by a comma only (甲说，“……”乙说)."""
    led = {saying.behind for saying in sayings if page.covered[saying.end : saying.end + 1] in ("，", ",")}
    return {page.speech[saying.before] for saying in sayings if saying.before is not None and saying.before in led}


def _said(page: Marked, saying: Saying, taken: set[int]) -> list[tuple[int, int]]:
    """The marks that a verb of saying is about, each taken by one verb only."""
    numbers = [number for number in (saying.before, saying.behind) if number is not None and number not in taken]
    if len(numbers) == MARKS and page.covered[saying.end : saying.end + 1] in ("：", ":"):
        numbers = numbers[1:]  # “……”某某说：“……”: whose the first is stays open
    taken.update(numbers)
    return [page.speech[number] for number in numbers]


def _quote(told: Told, saying: Saying, spans: Sequence[tuple[int, int]]) -> Quote:
    who = saying.who
    return _direct(told, spans, who, who.doubt if who else "quotes.no_speaker")


def _direct(told: Told, spans: Sequence[tuple[int, int]], who: Speaker | None, doubt: str) -> Quote:
    text = told.passage.text
    words = Text.join(text[start + 1 : end - 1] for start, end in spans)
    return _made(told, words, spans[0][0], who, Quote(words, None, direct=True, doubt=doubt))


def _made(told: Told, words: Text, start: int, who: Speaker | None, quote: Quote) -> Quote:
    paragraph = told.passage.paragraph(start)
    return replace(
        quote, text=words, paragraph=paragraph, speaker=who.name if who else None, office=who.office if who else None
    )


def _indirect(told: Told, page: Marked, saying: Saying) -> tuple[int, Quote] | None:
    """What follows a verb of saying without marks, to the end of its sentence."""
    if saying.behind is not None or saying.who is None or page.covered[saying.end : saying.end + 1] not in OPENS:
        return None
    start, (_, end) = saying.end + 1, page.sentence(saying.end)
    if not MARKS <= end - start <= LONGEST:
        return None
    end, doubt = _to_the_end(page, saying, end)
    doubt = "quotes.cut" if _is_cut(page, start, end) else doubt
    words = told.passage.text[start:end].strip()
    quote = Quote(words, None, direct=False, doubt=saying.who.doubt or doubt)
    return start, _made(told, words, start, saying.who, quote)


def _to_the_end(page: Marked, saying: Saying, end: int) -> tuple[int, str]:
    """Where indirect speech ends: sentences that go on in the same form are still the speaker's, with a doubt."""
    known = rules("quotes")
    if saying.before is not None and known["aloud"].pattern.search(saying.verb):
        return end, "quotes.aloud"
    first, number = end, bisect_left(page.sentences, (end, 0))
    forms = ("counted", "and_then") if known["firm"].pattern.match(saying.verb) else ("counted",)
    while number < len(page.sentences) and end - first < LONGEST:
        start, stop = page.sentences[number]
        if not any(known[form].pattern.match(page.covered[start:stop]) for form in forms):
            break
        end, number = stop, number + 1
    if end > first:
        return end, "quotes.and_then"
    if known["told_on"].pattern.search(page.covered, saying.end + 1, end):
        return end, "quotes.told_on"
    following = page.covered[end : end + 120]
    return end, "quotes.may_go_on" if known["may_go_on"].pattern.match(following) else ""


def _is_cut(page: Marked, start: int, end: int) -> bool:
    """Whether words do not end as a sentence does, or open a mark that closes nowhere."""
    closed = page.covered[end - 1] in "。！？!?…；;" + SPEECH + NAME
    return not closed or page.covered[start] in rules("marks")["speech"].more["opens"]


def _is_whole(page: Marked, start: int, end: int) -> bool:
    """Whether marks hold whole sentences, not a name that ends with a stop."""
    return page.value[end - MARKS] in "。！？!?…" and end - start > MARKS * MARKS


def _stands_alone(page: Marked, start: int) -> bool:
    """Whether marks begin where a sentence begins."""
    before = page.covered[:start].rstrip()[-1:] if start < MARKS else page.covered[start - 1]
    return not before or before in "。！？!?█\n"
