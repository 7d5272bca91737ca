"""Give an article the kicker, headline and deck that a person says are its own, and begin it where a person says.

The words may stand anywhere on the page: over another article, in a paragraph, in no article at all. They are taken out
of the block that holds them, and what is left of it stays where it was. Ids stay: only an article that a person cuts
off from another one gets a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import BODY, Article, Block, Correction, Given, Heading, Kind, Outcome, Refused, Seed
from ..text import Text
from .bylines import read_byline
from .datelines import read_dateline
from .quoted import Proof

HEADS = (Kind.KICKER, Kind.HEADLINE, Kind.DECK)
Parted = tuple[tuple[Article, ...], tuple[Block, ...]]
Grouped = tuple[tuple[Block, ...], tuple[Article, ...], tuple[Block, ...]]
NO_BODY = "no article has these words in its body: “{words}”; quote the beginning of its first paragraph"
TAKEN = "the correction in line {line} gives these words away too: “{words}”; keep one of the two"
BODY_ONLY = "`begins:` quotes words of the heads: “{words}”; quote the beginning of the body, without the headline"
MARKS = "a jump mark cannot be a head: “{words}”; quote the words without it"


def retitle(proof: Proof, grouped: Grouped, given: Given) -> tuple[Grouped, tuple[Outcome, ...]]:
    """A page's blocks, articles and blocks of no article, with the heads that a person gives.

    With them, what became of each correction.
    """
    blocks, articles, furniture = grouped
    parted = (articles, furniture)
    outcomes: list[Outcome] = []
    done: dict[int, int] = {}  # for each offset given to a head: the line of the sidecar that did
    for entry in given.headlines:
        job = _job(proof, entry, parted[0], done)
        if isinstance(job, Refused):
            outcomes.append(job)
            continue
        parted = job.done(*parted)
        done |= dict.fromkeys((offset for _, text in job.heads for offset in _offsets(text)), entry.said.line)
        outcomes += job.corrections(articles)
    if done:
        own = (block for article in parted[0] for block in article.blocks)
        blocks = tuple(sorted((*own, *parted[1]), key=lambda block: block.text.start))
    return (blocks, *parted), tuple(outcomes)


def _job(proof: Proof, entry: Heading, articles: Sequence[Article], done: Mapping[int, int]) -> _Job | Refused:
    """The entry with its words found on the page; Refused when one of them is not where it can be used."""
    begins = proof.find(entry.begins, entry.said)
    if isinstance(begins, Refused):
        return begins
    texts = (
        block.text for article in articles for block in article.blocks if block.kind in BODY or block.kind in HEADS
    )
    if not any(begins.start in _offsets(text) for text in texts):
        return _refused(entry, "headline_no_body", NO_BODY, words=entry.begins)
    heads: list[tuple[Kind, Text]] = []
    taken = dict.fromkeys(_offsets(begins), 0) | dict(done)
    for kind, words in entry.heads:
        found = proof.find(words, entry.said)
        if isinstance(found, Refused):
            return found
        if problem := _amiss(entry, words, found, articles, taken):
            return problem
        taken |= dict.fromkeys(_offsets(found), entry.said.line)
        heads.append((Kind(kind), found))
    return _Job(proof.seed, entry, begins, tuple(heads))


def _amiss(
    entry: Heading, words: str, found: Text, articles: Sequence[Article], taken: Mapping[int, int]
) -> Refused | None:
    """Why words cannot be a head; `taken`: the offsets that are given away, by which line (0: they begin the body)."""
    lines = [taken[offset] for offset in _offsets(found) if offset in taken]
    if lines and not lines[0]:
        return _refused(entry, "headline_begins", BODY_ONLY, words=entry.begins)
    if lines:
        return _refused(entry, "corrected_twice", TAKEN, words=words, line=str(lines[0]))
    return _refused(entry, "headline_mark", MARKS, words=words) if _is_mark(found, articles) else None


def _is_mark(text: Text, articles: Sequence[Article]) -> bool:
    marks = [block.text for article in articles for block in article.blocks if block.kind is Kind.JUMP]
    return any(set(_offsets(text)) & set(_offsets(mark)) for mark in marks)


def _refused(entry: Heading, what: str, reason: str, **found: str) -> Refused:
    return Refused(entry.said.file, entry.said.line, what, reason.format(**found), tuple(found.items()))


def _offsets(text: Text) -> Iterator[int]:
    return (offset for span in text.spans for offset in range(span.start, span.end))


@dataclass(frozen=True)
class _Job:
    """A person's heads for the article that begins with `begins`, each with its kind, found on the page."""

    seed: Seed
    entry: Heading
    begins: Text
    heads: tuple[tuple[Kind, Text], ...]

    def corrections(self, before: Sequence[Article]) -> Iterator[Correction]:
        """What was changed; `was`: what the words were before, or what the article was called."""
        # Words that another head brought in from the furniture had no article before.
        homes = (article.blocks for article in before if any(self._begins_in(block) for block in article.blocks))
        home = next(homes, ())
        for kind, text in self.heads:
            old = "".join(block.text.value for block in home if block.kind is kind)
            yield Correction("headline", text, old, self._words(text), self.entry.said)

    def _words(self, text: Text) -> str:
        return next(words for (_, words), (_, found) in zip(self.entry.heads, self.heads, strict=True) if found is text)

    def _begins_in(self, block: Block) -> bool:
        return self.begins.start in _offsets(block.text)

    def done(self, articles: Sequence[Article], furniture: Sequence[Block]) -> Parted:
        """The articles and the furniture with this entry carried out."""
        blocks = (*(block for article in articles for block in article.blocks), *furniture)
        new = [head for kind, text in self.heads for head in _taken(kind, text, blocks)]
        left = [replace(article, blocks=tuple(self._left(article.blocks))) for article in articles]
        found: list[Article] = []
        aside: list[Block] = []
        for article in (part for whole in left for part in self._parted(whole, articles)):
            own = any(self._begins_in(block) for block in article.body)
            aside += self._old(article) if own else []
            made = self._headed(article, new) if own else article
            found += [made] if made.blocks else []
        loose = [*self._left(furniture), *(replace(old, kind=Kind.FURNITURE, why="given.set_aside") for old in aside)]
        return tuple(sorted(found, key=_first)), tuple(sorted(loose, key=lambda block: block.text.start))

    def _old(self, article: Article) -> list[Block]:
        """The heads that an article has so far, of the kinds that are given."""
        kinds = {kind for kind, _ in self.heads}
        return [block for block in article.blocks if block.kind in kinds]

    def _headed(self, article: Article, new: Sequence[Block]) -> Article:
        """The article with the new heads in place of the old ones."""
        old = self._old(article)
        kept = [block for block in article.blocks if block not in old]
        heads = [block for kind in HEADS for block in (*new, *kept) if block.kind is kind]
        return replace(article, blocks=(*heads, *(block for block in kept if block.kind not in HEADS)))

    def _parted(self, article: Article, others: Sequence[Article]) -> list[Article]:
        """The article; where it does not begin with the words, but has them, the two articles that it is."""
        home = next((block for block in article.body if self._begins_in(block)), None)
        if home is None:
            return [article]
        at = next(index for index, offset in enumerate(home.text.offsets()) if offset == self.begins.start)
        if home is article.body[0] and not at:
            return [article]
        place = article.blocks.index(home)
        cut = [replace(home, text=home.text[:at].strip())] if at else []
        rest = replace(home, text=home.text[at:], why="given.begins", continues=False)
        before = [*(block for block in article.blocks[:place] if self._stays(block, body=True)), *cut]
        before += [block for block in article.blocks[place + 1 :] if self._stays(block, body=False)]
        after = [block for block in article.blocks[:place] if not self._stays(block, body=True)]
        after += [rest, *(block for block in article.blocks[place + 1 :] if not self._stays(block, body=False))]
        return [_made(article, article.id, before), _made(article, self._free_id(others), after)]

    def _stays(self, block: Block, *, body: bool) -> bool:
        """Whether a block stays with the first article: body blocks by the order of reading, others by their place."""
        return body if block.kind in BODY or block.kind in HEADS else block.text.start < self.begins.start

    def _free_id(self, articles: Sequence[Article]) -> str:
        """The id of the article that begins with the words; an article may have it whose headline stands there."""
        taken = {article.id for article in articles}
        numbers = (self.seed.ink_before(offset) for offset in _offsets(self.begins))
        return next(name for number in numbers if (name := f"{self.seed.id}-{number}") not in taken)

    def _left(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """What is left of blocks without the words given to heads: a paragraph that they interrupt is one again."""
        for block in blocks:
            ranges = sorted(found for _, text in self.heads if (found := _range(text, block.text)))
            if not ranges:
                yield from self._begun(block)
                continue
            edges = [0, *(edge for found in ranges for edge in found), len(block.text)]
            parts = [block.text[first:last].strip() for first, last in zip(edges[::2], edges[1::2], strict=True)]
            kept = [part for part in parts if part.value]
            if block.kind in BODY and kept:
                kept = [Text.join(kept)]
            yield from (found for part in kept for found in self._begun(replace(block, text=part)))

    def _begun(self, block: Block) -> Iterator[Block]:
        """The block; a head in which the body begins is cut there: what follows is the body's first paragraph."""
        at = next((index for index, offset in enumerate(block.text.offsets()) if offset == self.begins.start), None)
        if at is None or block.kind not in HEADS:
            yield block
            return
        if at:
            yield replace(block, text=block.text[:at].strip())
        yield Block(Kind.PARAGRAPH, block.text[at:], "given.begins")


def _first(article: Article) -> int:
    return min(block.text.start for block in article.blocks)


def _made(article: Article, name: str, blocks: Sequence[Block]) -> Article:
    """An article of some blocks of another one."""
    texts = {block.text for block in blocks}
    jumps = tuple(jump for jump in article.jumps if jump.text in texts)
    made = tuple(blocks)
    return replace(article, id=name, blocks=made, byline=read_byline(made), dateline=read_dateline(made), jumps=jumps)


def _range(text: Text, block: Text) -> tuple[int, int] | None:
    """Where a block holds characters of a text, from the first to behind the last; None where it holds none."""
    if not any(
        one.seed == two.seed and one.start < two.end and two.start < one.end
        for one in text.spans
        for two in block.spans
    ):
        return None
    wanted = set(_offsets(text))
    found = [index for index, offset in enumerate(block.offsets()) if offset in wanted]
    return (found[0], found[-1] + 1) if found else None


def _taken(kind: Kind, text: Text, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a head: the words out of each block that holds some of them, in the order of the page."""
    ranges = ((block, _range(text, block.text)) for block in blocks)
    parts = [block.text[found[0] : found[1]] for block, found in ranges if found]
    return [Block(kind, part, "given.headline") for part in sorted(parts, key=lambda part: part.start)]
