"""The facts of the five pages, as the program tells them and as a person does, kind by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import yaml

from generator.build import build
from generator.model import DateRange, Library
from tests.truth.facts_reading import FACTS, Claim, claims, print_of
from tests.truth.facts_said import said
from tests.truth.facts_scores import MUST, Score, score
from tests.truth.reading import SEEDS, Truth, all_truth
from tests.truth.scores import matched


@cache
def library() -> Library:
    """What the program makes of the five pages."""
    return build(SEEDS)


def measured() -> Mapping[str, Score]:
    """Each kind's score over all pages."""
    truths = {truth.seed.name: truth for truth in all_truth()}
    total = {kind: Score() for kind in MUST}
    for file in sorted(FACTS.glob("*.yml")):
        name = yaml.safe_load(file.read_text(encoding="utf-8"))["seed"]
        true = claims(file, print_of(truths[name]))
        told, issue = told_of(truths[name])
        for kind in MUST:
            also = [claim for other in LISTED_APART.get(kind, ()) for claim in true.get(other, ())]
            total[kind] += score(kind, true.get(kind, ()), told[kind], also, issue)
    return total


# Where a person lists apart what may be told as a fact of another kind too: 目前; a length of time; a word of a name.
LISTED_APART = {"dates": ("vague",), "documents": ("initiatives",), "initiatives": ("documents", "setups")}


def told_of(truth: Truth) -> tuple[Mapping[str, list[Claim]], DateRange]:
    """What the program tells of a page, by kind, and the days of its issue."""
    page = next(page for page in library().pages if page.seed.id == truth.seed.id)
    names = matched(truth, page)
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for article in page.articles:
        for kind, found in said(article, library().facts[article.id], names.get(article.id, article.id)).items():
            told[kind] += found
    assert page.issue.dated, f"{truth.seed.name} has no date; its facts cannot be compared"
    return told, page.issue.dated.value
