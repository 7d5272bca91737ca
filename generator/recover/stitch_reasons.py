"""Why a jump mark is joined or a loose end: what was weighed for it, and against which alternative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Choice, Direction, Jump, Option, Page, Reason, Seed
from ..rules import rules
from ..text import Text
from .rulings import NONE, Orders
from .stitch_fit import may_follow
from .stitch_halves import Half, Part, Sheet, halves
from .stitch_issues import Issues
from .stitch_match import AHEAD, ENOUGH, Pair, Weighing, is_outdone, match


def explain_joins(seed: str, pages: Sequence[Page], orders: Orders = NONE) -> tuple[Choice, ...]:
    """What was weighed for each jump mark on the page with the id `seed`, among all `pages`, in the page's order."""
    sheets = [Sheet(page) for page in pages]
    inquiry = _Inquiry(sheets, match(sheets, orders), orders)
    parts = [part for sheet in sheets if sheet.page.seed.id == seed for part in sheet.parts]
    choices = [inquiry.choice(part, mark) for part in parts for mark in part.article.jumps]
    return tuple(sorted(choices, key=lambda choice: choice.text.start))


def prints_mark(seed: Seed) -> bool:
    """Whether a page may have a half of an article: only such pages are weighed against each other."""
    return bool(rules("jumps")["page"].pattern.search("".join(seed.source.split())))


@dataclass(frozen=True)
class _Inquiry:
    """The pages of a collection, what was weighed of their marks, and what a person ordered."""

    sheets: Sequence[Sheet]
    weighing: Weighing
    orders: Orders

    def choice(self, part: Part, mark: Jump) -> Choice:
        """The decision about a mark, and the best one that was not taken."""
        pairs = [pair for pair in self.weighing.pairs if _side(pair.start, pair.rest, mark) is part]
        pairs.sort(key=self.worth, reverse=True)
        joined = next((join for join in self.weighing.joins if _side(*join, mark) is part), None)
        others = [
            pair for pair in pairs if joined is None or _far(pair.start, pair.rest, mark) is not _far(*joined, mark)
        ]
        instead = self.joining(others[0], mark) if others else None
        if joined is None:
            return Choice(mark.text, self.loose(part, mark, others), instead)
        made = next((pair for pair in pairs if pair not in others), None)
        ordered = Option("stitch.ordered", _words(_far(*joined, mark), mark))
        return Choice(mark.text, self.joining(made, mark) if made else ordered, instead or BAR)

    def worth(self, pair: Pair) -> float:
        """What speaks for a pair, with all that joins have proved."""
        return pair.worth(self.weighing.issues)

    def joining(self, pair: Pair, mark: Jump) -> Option:
        """To join a pair, with what speaks for it and against it."""
        fit = pair.fit
        one, other = pair.start.sheet, pair.rest.sheet
        issues = self.issues_without(pair)
        weights = {
            "numbers": fit.numbers,
            "headline": fit.headline,
            "words": fit.words,
            "sentence": fit.sentence,
            "proved" if issues.are_one(one, other) else "issue": issues.worth(one, other),
        }
        named = {name if weight > 0 else OPPOSITE.get(name, name): weight for name, weight in weights.items()}
        return Option("stitch.joined", _words(_far(pair.start, pair.rest, mark), mark), _reasons(named))

    def issues_without(self, pair: Pair) -> Issues:
        """What all joins but that of a pair prove."""
        issues = Issues()
        for start, rest in self.weighing.joins:
            if start is not pair.start:
                issues.unite(start.sheet, rest.sheet)
        return issues

    def loose(self, part: Part, mark: Jump, pairs: Sequence[Pair]) -> Option:
        """To leave a mark a loose end: each thing that keeps it so outweighs all that speaks for a join."""
        names = self.why_not(pairs[0]) if pairs else self.why_alone(part, mark)
        weight = max(ENOUGH, *(self.worth(pair) for pair in pairs[:1]), 0.0)
        return Option("stitch.loose", None, _reasons(dict.fromkeys(names, weight)))

    def why_not(self, best: Pair) -> Sequence[str]:
        """What a pair lacks, or what forbids it."""
        issues, worth = self.weighing.issues, self.worth(best)
        done = {id(half) for join in self.weighing.joins for half in join}
        good = worth >= ENOUGH
        against = {
            "enough": not good,
            "one_kind": good and not best.has_kinds(issues),
            "rival": good and any(worth - self.worth(rival) < AHEAD for rival in self.rivals(best, done)),
            "outdone": good and is_outdone(best),
            "taken": bool(done & {id(best.start), id(best.rest)}),
            "issue_apart": not issues.may_be_one(best.start.sheet, best.rest.sheet),
        }
        return [name for name, holds in against.items() if holds]

    def rivals(self, best: Pair, done: set[int]) -> Iterator[Pair]:
        """The other pairs of the two halves that were still to be had."""
        for pair in self.weighing.pairs:
            shares = pair.start is best.start or pair.rest is best.rest
            if shares and pair is not best and not done & {id(pair.start), id(pair.rest)}:
                yield pair

    def why_alone(self, part: Part, mark: Jump) -> tuple[str, ...]:
        """Why nothing was weighed for a mark: what kept it from each half that the page numbers allow."""
        half = next((half for half in halves([part.sheet], mark.direction) if half.part is part), None)
        if half is None:
            return ("two_marks",)
        return tuple(dict.fromkeys(map(self.forbids, self.facing(half)))) or ("nowhere",)

    def facing(self, half: Half) -> Iterator[tuple[Half, Half]]:
        """The pairs of a first and a second half that the page numbers allow, with one that is given."""
        if half.mark.direction is Direction.TO:
            pairs = ((half, rest) for rest in halves(self.sheets, Direction.FROM))
        else:
            pairs = ((start, half) for start in halves(self.sheets, Direction.TO))
        for start, rest in pairs:
            if start.sheet.number in {rest.named, None} and rest.sheet.number in {start.named, None}:
                yield start, rest

    def forbids(self, pair: tuple[Half, Half]) -> str:
        """What forbids a pair."""
        start, rest = pair
        if not Issues().may_be_one(start.sheet, rest.sheet):
            return "issue_apart"
        return "forbidden" if may_follow(start.part, rest.part) else "text_apart"


OPPOSITE = {"numbers": "no_numbers", "words": "no_words", "sentence": "no_sentence"}
BAR = Option("stitch.loose", None, (Reason("stitch.enough", ENOUGH),))


def _reasons(weights: dict[str, float]) -> tuple[Reason, ...]:
    return tuple(Reason(f"stitch.{name}", weight) for name, weight in weights.items() if weight)


def _side(start: Half, rest: Half, mark: Jump) -> Part | None:
    """The part of a pair that a mark belongs to, when it is one of the two marks."""
    return next((half.part for half in (start, rest) if half.mark is mark), None)


def _far(start: Half, rest: Half, mark: Jump) -> Part:
    """The part of a pair that the mark of the other one points to."""
    return rest.part if start.mark is mark else start.part


def _words(part: Part, mark: Jump) -> Text:
    """What a text would go on with, or go on from, across a mark."""
    return part.first.text if mark.direction is Direction.TO else part.last.text
