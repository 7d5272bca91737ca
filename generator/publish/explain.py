"""`show`: how a page was taken apart, in words: what each block is, by which rule, and against which alternative."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ..model import Authority, Block, Choice, Claim, Correction, DateRange, Facts, Kind, Option, Page, Repeat, Seed
from ..rules import table
from ..text import Text, is_blank
from .corrections import open_doubts, sidecar, stanza
from .explain_facts import facts_of
from .mends import Mend, mends
from .words import Words, says

PROSE = frozenset({Kind.PARAGRAPH, Kind.ITEM})
FIRST_WORDS = 24
# Repairs that stand nearer to each other than this are told together.
TOGETHER = 8
LONGEST_STRETCH = 40


@dataclass(frozen=True)
class Note:
    """What there is to say about some words of the page."""

    text: Text
    said: str


@dataclass(frozen=True)
class Explainer:
    """A page and the language that it is explained in.

    `joins`: what was weighed between this page and others; `facts`: what is told of its articles.
    """

    page: Page
    words: Words
    joins: Sequence[Choice] = ()
    facts: Sequence[Facts] = ()

    def everything(self) -> Iterator[str]:
        """The whole page: its issue, and its blocks in the order of the page, with what is said of them."""
        page = self.page
        counts = {"lines": len(page.seed.line_starts), "blocks": len(page.blocks), "articles": len(page.articles)}
        yield self.words("show_page", name=page.seed.name, **counts)
        yield from self.issue()
        yield from self.blocks(page.blocks, list(self.notes()))

    def about(self, words: str) -> Iterator[str]:
        """What concerns some words of the page; nothing when the page does not print them."""
        found = places(self.page.seed, words)
        blocks, owner = self.page.blocks, self.owner()
        chosen = {at for at, block in enumerate(blocks) if _touches(block.text, found)}
        weighed = list(self.weighed())
        placed = [
            at for at, block in enumerate(blocks) if block.kind in PROSE and any(_holds(block, one) for one in weighed)
        ]
        # Prose stands where the last stretch of its article that had to be placed was put.
        for at in [at for at in chosen if blocks[at].kind in PROSE]:
            chosen |= set([other for other in placed if other <= at and owner[blocks[other]] == owner[blocks[at]]][-1:])
        told = [Note(*fact) for facts in self.facts for fact in facts_of(self.words, facts)]
        notes = [*self.notes(), *(note for note in told if _touches(note.text, found))]
        yield from self.blocks([blocks[at] for at in sorted(chosen)], notes)
        doubts = chain.from_iterable(map(open_doubts, self.page.articles))
        for doubt in (doubt for doubt in doubts if _touches(doubt.text, found)):
            yield ""
            yield self.words("stanza_file", file=sidecar(self.page.seed))
            yield from stanza(self.page.seed, doubt).splitlines()

    def owner(self) -> dict[Block, str]:
        """Each block's article, by its id; empty for what is in none."""
        articles = {block: article.id for article in self.page.articles for block in article.blocks}
        return {block: articles.get(block, "") for block in self.page.blocks}

    def blocks(self, blocks: Iterable[Block], notes: Sequence[Note]) -> Iterator[str]:
        """A line for each block, and below it one for each thing that is said of its words."""
        owner = self.owner()
        last: str | None = None
        for block in blocks:
            if owner[block] != last:
                last = owner[block]
                yield ""
                yield last or self.words("furniture")
            yield self.block(block)
            yield from (f"      {note.said}" for note in notes if _holds(block, note))
            yield from (f"      {said}" for said in self.repairs(block))

    def block(self, block: Block) -> str:
        """What a block is, where it stands, the rule that decided, and its first words."""
        spans = block.text.spans
        outer = spans if len(spans) < 3 else (spans[0], spans[-1])
        places = " ".join(f"{span.start}:{span.end}" for span in outer)
        kind = self.words(f"kind_{block.kind}")
        return f"  {kind}  {self.lines(block.text)} [{places}] {rule(block.why)}：{cut(block.text.value)}"

    def lines(self, text: Text) -> str:
        """The lines of the page that a text stands on."""
        first = self.page.seed.line_of(text.start)
        last = self.page.seed.line_of(max((span.end - 1 for span in text.spans), default=text.start))
        return self.words("line", first=first) if first == last else self.words("lines", first=first, last=last)

    def issue(self) -> Iterator[str]:
        """Paper, day and page of the issue, each with how it is known and from which words."""
        issue = self.page.issue
        claims = (("paper", issue.publication), ("date", issue.dated), ("page", issue.page))
        for name, claim in claims:
            said = self.claim(claim) if claim else self.words("no_page")
            yield self.words("show_claim", what=self.words(name), said=said)
            yield from (f"      {ground}" for ground in (self.grounds(claim) if claim else ()))

    def claim(self, claim: Claim[str] | Claim[DateRange]) -> str:
        """A value, and how it is known."""
        value = self.words.issue_days(claim.value) if isinstance(claim.value, DateRange) else claim.value
        return value + self.words("known_by", how=self.words(claim.basis))

    def grounds(self, claim: Claim[str] | Claim[DateRange]) -> Iterator[str]:
        """The printed words that a claim rests on, each with its rule, and who gave it."""
        if claim.given:
            yield self.authority(claim.given)
        yield from (f"{self.quoted(evidence.text)} {rule(evidence.rule)}" for evidence in claim.evidence)

    def authority(self, said: Authority) -> str:
        """Who says so, when and why."""
        parts = (said.by, self.words.day(said.on) if said.on else "", said.why, f"{said.file}:{said.line}")
        return self.words("comma").join(filter(None, parts))

    def notes(self) -> Iterator[Note]:
        """What is said of words of the page: what was weighed, given by a person, printed twice, and doubted."""
        page = self.page
        yield from self.weighed()
        corrections = (*page.corrections, *chain.from_iterable(article.corrections for article in page.articles))
        yield from (self.correction(one) for one in dict.fromkeys(corrections) if one.text.runs)
        for article in page.articles:
            yield from map(self.repeat, article.repeats)
            for doubt in open_doubts(article):
                advice = table("doubts").get(doubt.what.removeprefix("doubts."), {}).get("advice", "")
                said = self.words("show_doubt", words=cut(doubt.text.value), why=rule(doubt.what), advice=advice)
                yield Note(doubt.text, said)

    def weighed(self) -> Iterator[Note]:
        """What was decided by weighing, with what spoke for it, and the best alternative."""
        for choice in (*self.page.choices, *self.joins):
            instead = self.option(choice.instead) if choice.instead else self.words("show_no_other")
            said = self.words("show_choice", taken=self.option(choice.taken), instead=instead)
            yield Note(choice.text, said)

    def option(self, option: Option) -> str:
        """What could be decided, its score, and the reasons, the weightiest first."""
        of = self.quoted(option.of) if option.of else ""
        reasons = sorted(option.reasons, key=lambda reason: -abs(reason.weight))
        listed = self.words("comma").join(f"{said(reason.what)}{reason.weight:+.1f}" for reason in reasons)
        why = self.words("show_reasons", reasons=listed) if listed else ""
        return f"{said(option.what)}{of} {option.score:.1f}{why}"

    def correction(self, correction: Correction) -> Note:
        """What a person corrected."""
        by = self.authority(correction.said)
        return Note(correction.text, self.words("show_corrected", was=correction.was, now=correction.now, by=by))

    def repeat(self, repeat: Repeat) -> Note:
        """A passage that the page prints twice."""
        words, where = cut(repeat.text.value), self.lines(repeat.of)
        return Note(repeat.text, self.words("show_repeat", words=words, where=where, why=rule(repeat.why)))

    def repairs(self, block: Block) -> Iterator[str]:
        """What was repaired in a block, as printed and as shown, and how many line ends were closed."""
        steps = mends(block.text, self.page.seed)
        folds = sum(step.is_fold for step in steps)
        if folds:
            yield self.words("show_folds", count=folds)
        for first, last in _stretches([step for step in steps if not step.is_fold], self.page.seed):
            was = self.page.seed.source[first:last]
            now = "".join(
                character
                for offset, character in zip(block.text.offsets(), block.text.value, strict=True)
                if offset is not None and first <= offset < last
            )
            where = self.words("line", first=self.page.seed.line_of(first))
            yield self.words("show_repair", where=where, was=cut(was, LONGEST_STRETCH), now=cut(now, LONGEST_STRETCH))

    def quoted(self, text: Text) -> str:
        """Printed words in quotation marks."""
        return self.words("quoted", words=cut(text.value))


def _stretches(steps: Iterable[Mend], seed: Seed) -> Iterator[tuple[int, int]]:
    """The ranges of the page that hold repairs, each with a character more on both sides; near ones are one."""
    together: list[list[Mend]] = []
    for step in steps:
        before = together[-1][-1] if together else None
        if before and step.start - before.end < TOGETHER and seed.line_of(step.start) == seed.line_of(before.start):
            together[-1].append(step)
        else:
            together.append([step])
    for first, last in ((near[0].start, near[-1].end) for near in together):
        begun, ended = seed.source[first - 1 : first], seed.source[last : last + 1]
        yield first - (not is_blank(begun)) * len(begun), last + (not is_blank(ended)) * len(ended)


def places(seed: Seed, words: str) -> list[tuple[int, int]]:
    """Where a page prints some words, blanks and line ends aside."""
    inked = [offset for offset, character in enumerate(seed.source) if not is_blank(character)]
    printed = "".join(seed.source[offset] for offset in inked)
    wanted = "".join(character for character in words if not is_blank(character))
    found: list[tuple[int, int]] = []
    at = printed.find(wanted) if wanted else -1
    while at >= 0:
        found.append((inked[at], inked[at + len(wanted) - 1] + 1))
        at = printed.find(wanted, at + 1)
    return found


def _touches(text: Text, places: Iterable[tuple[int, int]]) -> bool:
    spans = text.spans
    return any(span.start < end and start < span.end for start, end in places for span in spans)


def _holds(block: Block, note: Note) -> bool:
    """Whether a block holds the beginning of the words that a note is about."""
    start = note.text.start
    return any(span.start <= start < span.end for span in block.text.spans)


def said(rule: str) -> str:
    """What a rule knows, in a reader's words; its id where it has none."""
    file, _, _ = rule.partition(".")
    return says(file, rule) or rule


def rule(rule: str) -> str:
    """A rule in words and by its id."""
    words = said(rule)
    return f"{words}（{rule}）" if words != rule else rule


def cut(value: str, longest: int = FIRST_WORDS) -> str:
    """The first words of a text, on one line."""
    plain = " ".join(value.split("\n"))
    return plain if len(plain) <= longest else f"{plain[:longest]}…"
