"""How near the facts that the program tells come to those that a person found.

Two questions for each kind. *Found*: of the facts that are surely there, how many does the program tell rightly in what
matters most (`MUST`)? *Wrong*: of what it tells without a doubt, how much is nowhere among the person's facts, or says
something else there? Facts of which the person is in doubt count in neither.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from generator.model import DateRange
from tests.truth.facts_reading import FORMS, Claim, plain

# What a fact of a kind must say rightly to be found, and must not say wrongly.
MUST: Mapping[str, str] = {
    "dates": "value",
    "figures": "number unit",
    "sums": "whole parts agree",
    "places": "chain",
    "people": "office",
    "organisations": "",
    "initiatives": "",
    "documents": "",
    "quotes": "speaker office mode",
    "lists": "announced items",
    "pairings": "helper helped direction",
    "setups": "by",
    "roles": "level role who",
}
# What else it may say: counted apart, where the person and the program both say something.
MAY: Mapping[str, str] = {
    "figures": "kind status qualifier subject scope whose comparison as_of",
    "documents": "issuer verb says status",
    "lists": "as_many",
    "pairings": "form",
    "setups": "verb when",
}
# Kinds that are known by their words anywhere in the article, not by their place.
BY_WORDS = frozenset({"places", "organisations", "initiatives"})
LOOSE = frozenset({"subject", "says", "whose", "comparison", "form", "when", "who", "by", "issuer", "speaker"})
# What may stand behind the name of an initiative, or not.
SORT = re.compile(
    r"(?:创建|评[选比]|系列|庆祝|共建|专项|三年|五年|人才赋能|工作|行动|工程|活动|计划|机制|体系|平台|办法|模式|大赛)+$"
)
MARKS = str.maketrans("", "", "“”‘’「」《》…，。、；：！？,;:()（）")


@dataclass
class Score:
    """The answers of one kind: what was asked and found, what was told and wrong, and each further key apart."""

    asked: int = 0
    found: int = 0
    told: int = 0
    wrong: int = 0
    keys: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    notes: list[str] = field(default_factory=list)

    @property
    def reached(self) -> float:
        """The share of a person's facts that was found; 1 where there are none."""
        return self.found / self.asked if self.asked else 1.0

    @property
    def right(self) -> float:
        """The share of what is told without a doubt that is right."""
        return 1 - self.wrong / self.told if self.told else 1.0

    def __iadd__(self, other: Self) -> Self:
        self.asked, self.found = self.asked + other.asked, self.found + other.found
        self.told, self.wrong = self.told + other.told, self.wrong + other.wrong
        self.notes += other.notes
        for key, counts in other.keys.items():
            self.keys[key] += counts
        return self


def score(kind: str, true: Sequence[Claim], told: Sequence[Claim], also: Sequence[Claim], issue: DateRange) -> Score:
    """One kind on one page; `also`: what a person lists apart, so that to tell it is no fault; `issue`: its days."""
    made = Score()
    for claim in true:
        if not claim.open:
            made.asked += 1
            _look_for(claim, told, issue, made)
    for claim in told:
        if not claim.open:
            made.told += 1
            _look_at(claim, true, also, issue, made)
    if kind in FORMS:
        _joined(true, told, made)
    return made


def _look_for(claim: Claim, told: Iterable[Claim], issue: DateRange, made: Score) -> None:
    near = [other for other in told if same_place(claim, other)]
    right = [other for other in near if not differing(claim, other, MUST, issue)]
    if right:
        made.found += 1
        best = min(right, key=lambda other: len(differing(claim, other, MAY, issue)))
        _count_keys(claim, best, issue, made)
        return
    instead = " | ".join(shown(other, claim, issue) for other in near[:3])
    made.notes.append(f"- {shown(claim)}{f'   said: {instead}' if instead else ''}")


def _count_keys(claim: Claim, best: Claim, issue: DateRange, made: Score) -> None:
    for key in MAY.get(claim.kind, "").split():
        if key not in claim.values or (key == "scope" and "whose" in claim.values):
            continue
        said = best.values.get(key, [None])[0]
        verdict = "right" if key not in differing(claim, best, MAY, issue) else "silent" if said is None else "wrong"
        if claim.values[key][0] is not None or said is not None:
            made.keys[key][verdict] += 1
            if verdict == "wrong":
                made.notes.append(f"? {key}: {shown(claim)}   said: {said}, person: {claim.values[key]}")


def _look_at(claim: Claim, true: Iterable[Claim], also: Iterable[Claim], issue: DateRange, made: Score) -> None:
    near = [other for other in true if same_place(other, claim)]
    if any(other.open or not differing(other, claim, MUST, issue) for other in near):
        return
    if any(same_place(other, claim) for other in also) or _said_again(claim, true):
        return
    made.wrong += 1
    instead = " | ".join(shown(other) for other in near[:3])
    made.notes.append(f"+ {shown(claim)}{f'   person: {instead}' if instead else ''}")


def _said_again(claim: Claim, true: Iterable[Claim]) -> bool:
    """Whether it is a further mention, without an office, of a person whose first mention is told."""
    alone = claim.kind == "people" and claim.values["office"] == [None]
    return alone and any(other.words == claim.words and _one_article(other, claim) for other in true)


def _one_article(one: Claim, other: Claim) -> bool:
    return one.article is None or other.article is None or one.article == other.article


def same_place(true: Claim, told: Claim) -> bool:
    """Whether two claims are about the same words: half of the shorter one's ink, or the words alone, by kind."""
    if true.kind in BY_WORDS and true.kind == told.kind:
        return _one_article(true, told) and _same_words(true, told)
    if true.kind == "lists" and true.kind == told.kind and _one_article(true, told):
        return _alike(true.values["items"][0], told.values["items"][0])
    ink = true.ink | true.again
    shared, shorter = len(ink & told.ink), min(len(true.ink), len(told.ink)) or 1
    if true.kind == "quotes":
        return shared * 10 >= 8 * max(len(true.ink), 1) and shared * 10 >= 8 * max(len(told.ink), 1)
    return shared * 2 >= shorter


def _same_words(true: Claim, told: Claim) -> bool:
    one, other = true.words.translate(MARKS), told.words.translate(MARKS)
    if true.kind == "initiatives":
        return one == other or SORT.sub("", one) == SORT.sub("", other)
    return one == other or (true.kind == "places" and one.endswith(other) and bool(true.ink & told.ink))


def _alike(some: Sequence[str], others: Sequence[str]) -> bool:
    left, right = ({plain(str(item)).translate(MARKS) for item in items} for items in (some, others))
    return 2 * len(left & right) >= min(len(left), len(right)) > 0


def differing(true: Claim, told: Claim, table: Mapping[str, str], issue: DateRange) -> set[str]:
    """The keys of a table in which a claim says nothing that the person accepts."""
    keys = [key for key in table.get(true.kind, "").split() if key in true.values and key in told.values]
    return {key for key in keys if not any(same(key, value, told.values[key][0], issue) for value in true.values[key])}


def same(key: str, value: Any, said: Any, issue: DateRange) -> bool:
    """Whether two values of a key are one."""
    if key == "value" or (key in ("as_of", "when") and isinstance(said, tuple)):
        return bool(value_of(value, issue) == (said if said and said != (None, None) else None))
    if key in SAMES:
        return SAMES[key](value, said)
    if isinstance(value, str) and isinstance(said, str):
        one, other = plain(value).translate(MARKS), plain(said).translate(MARKS)
        return one == other or (key in LOOSE and bool(one) and bool(other) and (one in other or other in one))
    return bool(value == said)


def _same_number(value: Any, said: Any) -> bool:
    if value is None or said is None:
        return value is said
    return abs(float(value) - float(said)) <= 1e-6 * max(1.0, abs(float(value)))


def _same_set(value: Sequence[str], said: Sequence[str]) -> bool:
    left, right = (sorted(plain(str(one)).translate(MARKS) for one in side) for side in (value, said))
    return left == right


SAMES: Mapping[str, Callable[[Any, Any], bool]] = {
    "number": _same_number,
    "items": _same_set,
    "helper": _same_set,
    "helped": _same_set,
    "parts": _same_set,
}


def value_of(written: Any, issue: DateRange) -> Any:
    """The first and last day of what a person writes (`2023-08/issue`); as written when it is no date."""
    if written is None:
        return None
    ends = str(written).split("/")
    try:
        first, last = _days(ends[0], issue), _days(ends[-1], issue)
    except ValueError:
        return str(written)
    return (first[0], last[1])


def _days(written: str, issue: DateRange) -> tuple[date | None, date | None]:
    if written == "issue":
        return issue.start, issue.end
    if not written:
        return None, None
    parts = [int(part) for part in written.split("-")]
    year, month, day = (*parts, 0, 0)[:3]
    last_month = month or 12
    return (
        date(year, month or 1, day or 1),
        date(year, last_month, day or monthrange(year, last_month)[1]),
    )


def _joined(true: Sequence[Claim], told: Sequence[Claim], made: Score) -> None:
    """Forms that are joined without reason are wrong; those that a person joins are counted."""
    things: defaultdict[tuple[str | None, str], set[str]] = defaultdict(set)
    names: defaultdict[tuple[str | None, str], set[str]] = defaultdict(set)
    for claim in true:
        if not claim.open:
            for other in (other for other in told if same_place(claim, other)):
                things[claim.article, other.thing].add(claim.thing)
                names[claim.article, claim.thing].add(other.thing)
    for (article, thing), several in things.items():
        if len(several) > 1:
            made.wrong += 1
            made.notes.append(f"+ {article} one thing for several: {thing}")
    for (article, _), several in names.items():
        made.keys["one name"]["right" if len(several) == 1 else "silent"] += 1
        if len(several) > 1:
            made.notes.append(f"? {article} several names for one thing: {several}")


def shown(claim: Claim, beside: Claim | None = None, issue: DateRange | None = None) -> str:
    """A claim for a person who reads the differences."""
    keys = MUST[claim.kind].split() if claim.kind in MUST else []
    if beside and issue:
        keys = sorted(differing(beside, claim, MUST, issue))
    told = ", ".join(f"{key}={'/'.join(map(str, claim.values.get(key, ['?'])))}" for key in keys)
    words = claim.words if len(claim.words) < 40 else f"{claim.words[:18]}…{claim.words[-18:]}"
    return f"{claim.article or ''} {words} [{told[:160]}]"


def tell(scores: Mapping[str, Score], kinds: Iterable[str]) -> None:
    """Print the differences in the kinds named, then a row for every kind.

    `-` is what the program misses, `+` what it tells wrongly, `?` what else it says of a fact that it found.
    """
    for kind in kinds:
        print(f"\n== {kind}")
        print("\n".join(sorted(scores[kind].notes)))
    print(f"\n{'kind':14} {'asked':>6} {'found':>6} {'told':>6} {'wrong':>6} {'share':>6}")
    for kind, made in scores.items():
        further = " ".join(f"{key} {counts['right']}/{counts.total()}" for key, counts in made.keys.items())
        row = f"{kind:14} {made.asked:6} {made.reached:6.3f} {made.told:6} {made.wrong:6} {1 - made.right:6.3f}"
        print(f"{row}  {further}")
        wrong = " ".join(f"{key} {counts['wrong']}" for key, counts in made.keys.items() if counts["wrong"])
        if wrong:
            print(f"{'':14} wrong: {wrong}")
