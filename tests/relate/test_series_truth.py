"""The indicators that the five pages print in two issues, against what two persons found who read them apart."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from generator.model import Figure, Library, Series
from tests.relate.series_made import five_pages, ink, line_of

TRUTH: dict[str, Any] = yaml.safe_load(Path("tests/truth/relations/series.yml").read_text(encoding="utf-8"))
Named = tuple[str, int, str]


def named(entry: dict[str, Any]) -> Named:
    return entry["seed"], entry["line"], entry["figure"]


def name_of(library: Library, figure: Figure) -> Named:
    return *line_of(library, figure.text), ink(figure.text.value)


def figures(library: Library) -> dict[Named, Figure]:
    return {name_of(library, figure): figure for facts in library.facts.values() for figure in facts.figures}


def points_of(library: Library, series: Series) -> list[set[Named]]:
    return [{name_of(library, figure) for figure in point.figures} for point in series.points]


def test_each_indicator_has_its_points_and_no_other() -> None:
    library = five_pages()
    found = {frozenset().union(*points_of(library, series)): points_of(library, series) for series in library.series}
    for told in TRUTH["series"]:
        must = [{named(entry) for entry in point if not entry.get("either")} for point in told["points"]]
        may = [{named(entry) for entry in point} for point in told["points"]]
        one = [points for members, points in found.items() if members & must[0]]
        assert len(one) == 1, told["indicator"]
        assert len(one[0]) == len(must)
        assert all(a <= b <= c for a, b, c in zip(must, one[0], may, strict=True)), told["indicator"]


def test_no_false_series_stands_on_the_five_pages() -> None:
    library = five_pages()
    true = {named(entry) for told in TRUTH["series"] for point in told["points"] for entry in point}
    assert {name for series in library.series for point in points_of(library, series) for name in point} <= true
    assert len(library.series) == len(TRUTH["series"])


def test_relation_place_campaign_and_difference_are_right() -> None:
    library = five_pages()
    for told in TRUTH["series"]:
        first = figures(library)[named(told["points"][0][0])]
        series = library.series_of(first)
        assert series is not None
        last = series.points[-1]
        assert (last.relation, series.scope, series.initiative) == (told["relation"], told["scope"], told["campaign"])
        assert (last.step.difference if last.step else None) == (
            Decimal(told["difference"]) if "difference" in told else None
        )


def test_what_only_looks_alike_is_never_of_one_series() -> None:
    library = five_pages()
    every = figures(library)
    for one, other in TRUTH["not_same"]:
        first, second = (library.series_of(every[named(entry)]) for entry in (one, other))
        assert first is None or second is None or first.id != second.id, (one, other)


def test_no_figure_of_one_city_stands_beside_that_of_another() -> None:
    library = five_pages()
    papers = [
        {
            claim.value
            for point in series.points
            for article in library.articles
            if article.id == point.article and (claim := library.issue_of(article).publication)
        }
        for series in library.series
    ]
    assert all(len(several) == 1 for several in papers)
