"""Folds the paragraphs of a page again, where a person says that folds were, at another width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model import LINE_END, Seed
from generator.recover.measure import width_of
from tests.truth.reading import FOLDED, Truth, soft_line_ends

CLOSING = "，。、；：！？）》”’」』】…%％℃,.;:!?)"
OPENING = "（《“‘「『【(["


@dataclass(frozen=True)
class Folder:
    """Folds the paragraphs of a page at `width` ems."""

    truth: Truth
    width: int

    def page(self) -> Seed:
        """The page with its soft line ends undone and new ones made."""
        source = self.truth.seed.source
        lines = (source[at] for line in self.lines() for at in line)
        assert "".join(lines)  # a page has ink
        text = "\n".join(part for line in self.lines() for part in self.fold(line))
        return replace(self.truth.seed, source=text)

    def lines(self) -> Iterator[list[int]]:
        """The lines of a page, as the offsets of their characters, as if no column had an end."""
        source = self.truth.seed.source
        soft = soft_line_ends(self.truth)
        line: list[int] = []
        last = 0
        for end in LINE_END.finditer(source):
            line += range(last, end.start())
            last = end.end()
            if end.start() not in soft:
                yield line
                line = []
            elif line and _is_word(source[line[-1]]) and _is_word(source[last : last + 1]):
                line.append(end.start())
        yield [*line, *range(last, len(source))]

    def fold(self, line: list[int]) -> Iterator[str]:
        """What a column makes of a line: it is cut where it is a paragraph, an item or a caption."""
        source = self.truth.seed.source
        folded = {at for unit in self.truth.units if unit.role in FOLDED for at in unit.ink}
        shown = "".join(" " if source[at] in "\r\n" else source[at] for at in line)
        first = 0
        while width_of(shown[first:]) > self.width and folded & set(line):
            at = first + self.cut(shown[first:], [at in folded for at in line[first:]])
            yield shown[first:at]
            first = at
        yield shown[first:]

    def cut(self, text: str, folded: list[bool]) -> int:
        """Where to cut: as late as the width allows, where no mark, word or jump forbids it."""
        latest = next(index for index in range(1, len(text) + 1) if width_of(text[:index]) > self.width) - 1
        at = max(latest, 1)
        while at > 1 and (
            " " in text[at - 1 : at + 1]
            or text[at] in CLOSING
            or text[at - 1] in OPENING
            or (_is_word(text[at - 1]) and _is_word(text[at]))
            or not folded[at]
        ):
            at -= 1
        return at if at > 1 else len(text)


def _is_word(character: str) -> bool:
    return character.isascii() and not character.isspace() and bool(character)
