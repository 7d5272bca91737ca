"""Loose ends whose marks point at each other: said with the marks, never joined, and not where the issue differs."""

from __future__ import annotations

from pathlib import Path

from generator.build import build
from generator.model import Library
from tests.relate.printed import FOLIO, collection

DAY, NEXT_DAY = "2023年5月21日 星期日", "2023年5月22日 星期一"
ROAD = ("村里的路通了", "茂名日报讯（记者 李文）电白区的路修通了，乡亲们走得顺当。下转03版")
RESTS = (
    "▲上接01版 渔港的灯亮了一夜，船老大们等着开海。",
    "▲上接01版 山上的茶园也采了头一茬，茶农算了一笔账。",
    "茂名日报记者 何文",
)


def printed(number: int, *lines: str, day: str = DAY, paper: str = "茂名日报") -> str:
    return "\n\n".join((FOLIO.format(paper=paper, day=day, number=number), *lines)) + "\n"


def continuing(library: Library) -> list[tuple[str, str]]:
    return [(link.a, link.b) for link in library.links if link.kind == "continues"]


def test_a_beginning_is_linked_to_each_rest_that_its_mark_may_mean(tmp_path: Path) -> None:
    library = collection(tmp_path / "seeds", {"a": printed(1, *ROAD), "b": printed(3, *RESTS)})
    beginning, *rests = sorted(article.id for article in library.articles)
    assert len(rests) == 2
    assert continuing(library) == [(beginning, rest) for rest in rests]
    for link in library.links:
        assert [(proof.a.value, proof.b.value) for proof in link.proofs] == [("下转03版", "▲上接01版")]


def test_a_page_of_another_number_day_or_paper_is_no_candidate(tmp_path: Path) -> None:
    others = {
        "number": printed(4, *RESTS),
        "day": printed(3, *RESTS, day=NEXT_DAY),
        "paper": printed(3, *(line.replace("茂名", "江门") for line in RESTS), paper="江门日报"),
    }
    for what, other in others.items():
        library = collection(tmp_path / what, {"a": printed(1, *ROAD), "b": other})
        assert continuing(library) == [], what


def test_a_person_who_says_that_it_goes_on_nowhere_is_believed(tmp_path: Path) -> None:
    pages = {"a": printed(1, *ROAD), "b": printed(3, *RESTS)}
    assert continuing(collection(tmp_path / "seeds", pages))
    ruling = "by: 编者\njoins:\n  - words: 电白区的路修通了\n    never: any\n"
    (tmp_path / "seeds" / "a.yml").write_text(ruling, encoding="utf-8")
    ruled = build(tmp_path / "seeds")
    assert ruled.refused == ()
    assert continuing(ruled) == []
