"""Names and dossiers of the five pages, against what two readers say of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import build
from generator.model import Dossier, Library, Mechanism, Part, Subject
from generator.text import Text

ROOT = Path(__file__).parents[2]
TRUTH = yaml.safe_load((ROOT / "tests/truth/relations/dossiers.yml").read_text(encoding="utf-8"))
Place = dict[str, Any]


@pytest.fixture(scope="module")
def library() -> Library:
    return build(ROOT / "seeds")


def stands(library: Library, text: Text, place: Place) -> bool:
    """Whether a text begins on the line of an address, and reads as it says."""
    seed, first, _ = library.lines_of(text)[0]
    return (seed[:3], first) == (place["seed"], place["line"]) and plain(text.value) == plain(place["words"])


def plain(words: str) -> str:
    return "".join(words.split()).strip("“”")


def every(library: Library) -> Iterator[Subject]:
    yield from library.subjects
    yield from library.names


def dossier(library: Library, name: str) -> Dossier:
    found = [one for one in library.dossiers if one.subject.name == name]
    assert len(found) == 1, name
    return found[0]


def meant(library: Library, type_: str, place: Place) -> set[int]:
    """Which subjects a name at an address is, by their number; of places those that it is itself."""
    return {
        number
        for number, subject in enumerate(every(library))
        if subject.type == type_
        for _, mention in (*subject.mentions, *subject.unsure)
        if stands(library, mention.text, place) and (type_ != "place" or subject.name == mention.name)
    }


def cases(key: str) -> list[tuple[str, Any]]:
    return [(name, one) for name, listed in TRUTH[key].items() for one in listed]


@pytest.mark.parametrize(("type_", "name"), cases("wanted"))
def test_who_is_wanted_has_a_dossier(library: Library, type_: str, name: str) -> None:
    assert (type_, name) in {(subject.type, subject.name) for subject in library.subjects}


@pytest.mark.parametrize(("type_", "name"), cases("not_wanted"))
def test_who_is_only_named_has_lines_and_no_dossier(library: Library, type_: str, name: str) -> None:
    assert (type_, name) not in {(subject.type, subject.name) for subject in library.subjects}
    assert (type_, name) in {(subject.type, subject.name) for subject in library.names}


@pytest.mark.parametrize("name", TRUTH["defined"])
def test_the_sentence_that_says_what_it_is(library: Library, name: str) -> None:
    assert stands(library, dossier(library, name).defined[0].sentence, TRUTH["defined"][name])


@pytest.mark.parametrize("name", TRUTH["undefined"])
def test_no_sentence_is_taken_for_one_where_there_is_none(library: Library, name: str) -> None:
    assert dossier(library, name).defined == ()


@pytest.mark.parametrize(("name", "place"), cases("figures"))
def test_a_figure_stands_with_what_it_belongs_to(library: Library, name: str, place: Place) -> None:
    assert any(stands(library, figure.text, place) for _, figure in dossier(library, name).figures)


@pytest.mark.parametrize(("name", "place"), cases("others_figures"))
def test_no_figure_stands_with_another(library: Library, name: str, place: Place) -> None:
    assert not any(stands(library, figure.text, place) for _, figure in dossier(library, name).figures)


def words(parts: tuple[Part, ...]) -> list[str | None]:
    return [plain(part.text.value) if part.text else None for part in parts]


def found(library: Library, name: str, place: Place) -> Mechanism:
    made = [one for one in dossier(library, name).mechanisms if _begins(library, one, place)]
    assert len(made) == 1
    return made[0]


def _begins(library: Library, one: Mechanism, place: Place) -> bool:
    seed, first, _ = library.lines_of(one.listing.text)[0]
    return (seed[:3], first) == (place["seed"], place["line"])


@pytest.mark.parametrize(("name", "truth"), cases("mechanisms"))
def test_each_part_is_in_its_place_and_the_missing_ones_too(library: Library, name: str, truth: Place) -> None:
    made = found(library, name, truth)
    assert words(made.parts) == truth["parts"]
    inner = {plain(part.text.value): words(part.inner.parts) for part in made.parts if part.text and part.inner}
    assert {key: inner.get(key) for key in truth.get("inner", {})} == truth.get("inner", {})


PAGE = "江门日报\n2023年12月20日 星期三 第1版\n\n江门推进“百千万工程”\n\n■江门日报记者 王伟\n\n江门日报讯 {told}\n"


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("一是抓县域；二是抓镇域；四是抓村域。", ["抓县域", "抓镇域", None, "抓村域", None]),
        ("一是抓县域；二是抓镇域。四是抓村域，五是抓改革。", ["抓县域", "抓镇域", None, "抓村域", "抓改革"]),
        ("一是抓县域；二是抓镇域；九是抓村域。", ["抓县域", "抓镇域", None, None, None]),
        ("一是抓县域；二是抓镇域。会议要求，一是抓落实。", ["抓县域", "抓镇域", None, None, None]),
    ],
)
def test_a_part_behind_a_gap_has_its_own_number(tmp_path: Path, told: str, parts: list[str | None]) -> None:
    words_ = PAGE.format(told=f"“百千万工程”提出五项任务：{told}“百千万工程”是重要举措。")
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(words_.replace("20日", f"2{ord(name) % 7}日"), encoding="utf-8")
    made = next(one for one in build(tmp_path).dossiers if one.subject.name == "百千万工程").mechanisms
    assert {words(one.parts) == parts for one in made} == {True}


@pytest.mark.parametrize("truth", TRUTH["same"], ids=lambda truth: truth["forms"][0]["words"])
def test_one_name_in_its_forms(library: Library, truth: Place) -> None:
    forms = [meant(library, truth["type"], place) for place in truth["forms"]]
    assert all(forms)
    assert set.intersection(*forms)


@pytest.mark.parametrize("truth", TRUTH["not_same"], ids=lambda truth: truth["forms"][0]["words"])
def test_what_is_only_alike_is_kept_apart(library: Library, truth: Place) -> None:
    forms = [meant(library, truth["type"], place) for place in truth["forms"]]
    assert all(forms)
    assert not set.intersection(*forms)


def test_no_dossier_holds_a_doubtful_mention_among_the_sure_ones(library: Library) -> None:
    assert not [one.subject.name for one in library.dossiers for _, mention in one.subject.mentions if mention.doubt]


def test_every_name_of_the_pages_is_in_an_index(library: Library) -> None:
    indexed = {mention for subject in every(library) for _, mention in (*subject.mentions, *subject.unsure)}
    signed = {mention.text for mention in indexed if mention.type in {"reporters", "correspondents", "photographers"}}
    left = [
        mention.text.value
        for article in library.articles
        for mention in library.facts[article.id].mentions
        if mention not in indexed
        and mention.text not in signed
        and mention.type in {"place", "initiative", "organisation", "person"}
        and not article.prints_again(mention.text)
    ]
    assert left == []
