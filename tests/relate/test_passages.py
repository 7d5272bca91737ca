"""Passages that two articles print alike: a sentence's worth of words, whatever a second printing changes in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Library, Link
from tests.relate.printed import collection, named, page

OWN = {
    "春耕忙起来": "老把式天不亮就到了地头，蹲下来捏了一把泥。",
    "秧苗下田了": "秧盘从大棚里搬出来，排满了两里长的机耕路。",
    "田里的机器": "修理铺的灯亮到半夜，新换的轴承堆了半屋子。",
    "水渠修通了": "闸门一开，水头带着草屑拐过了第三道弯。",
    "种子送到家": "送种子的三轮车一天跑了四趟，车斗从没空过。",
    "新犁试一试": "新犁入土三寸，翻起来的泥浪又黑又亮。",
}
SAID = "农技员顶着烈日把二十台插秧机一台一台开进水田，又手把手教会了三十七户种粮的人家。"
CHANGED = "市里的农技员顶着烈日把二十台插秧机一台一台开进了水田，又手把手教会了三十七户种粮的人家。"
SHORT = "农技员顶着烈日开进水田。"
SLOGAN = "深入学习贯彻习近平新时代中国特色社会主义思想，全面贯彻党的二十大精神，奋力推动高质量发展走在前列。"
TITLE = "县里印发《关于加快推进丘陵山区农业机械化和农田宜机化改造的若干政策措施的通知》，即日施行。"


def printing(number: int, *sentences: str) -> str:
    """An article that begins with words of its own and goes on with these."""
    head, own = tuple(OWN.items())[number]
    return page(21, head, f"本报讯（记者 李文）{own}", *sentences)


def passages(library: Library) -> list[Link]:
    return [link for link in library.links if link.kind == "contains"]


@pytest.mark.parametrize("second", [SAID, CHANGED], ids=["same", "a few words more"])
def test_a_sentence_printed_twice_is_a_passage_with_its_words_in_both(tmp_path: Path, second: str) -> None:
    (link,) = passages(named(tmp_path / "seeds", (printing(0, SAID), printing(1, second))))
    (proof,) = link.proofs
    assert proof.a.value in SAID
    assert proof.b.value in second
    assert min(len(proof.a), len(proof.b)) >= 24
    assert proof.a.value.endswith("种粮的人家")


@pytest.mark.parametrize("words", [SHORT, SLOGAN, TITLE], ids=["short", "slogan", "title"])
def test_a_clause_a_slogan_or_a_title_is_no_passage(tmp_path: Path, words: str) -> None:
    assert passages(named(tmp_path / "seeds", (printing(0, words), printing(1, words)))) == []


def test_an_article_that_is_mostly_in_another_one_says_so(tmp_path: Path) -> None:
    more = [
        "合作社的烘干房连夜点火，三天里烘出了四十吨新谷子，没有一粒受潮。",
        "收粮的车队从粮站门口排到了桥头，司机们趁着等候的工夫互相打听价钱。",
        "镇上的修理铺把摊子摆到田边，随坏随修，零件钱比去年便宜了一成半。",
    ]
    (link,) = passages(named(tmp_path / "seeds", (printing(0, SAID, *more), printing(1, SAID, *more))))
    assert link.why == ("links.whole",)
    assert len(link.proofs) >= 2


def test_what_many_articles_print_is_a_formula_and_no_passage(tmp_path: Path) -> None:
    pages = {f"p{number}": page(21, f"第{number}队的一天", SAID) for number in range(9)}
    assert passages(collection(tmp_path / "nine", pages)) == []
    assert passages(collection(tmp_path / "two", {name: pages[name] for name in ("p0", "p1")})) != []


def test_the_order_of_two_pages_turns_a_passage_and_changes_nothing_else(tmp_path: Path) -> None:
    one = passages(named(tmp_path / "one", (printing(0, SAID), printing(1, CHANGED))))[0].proofs[0]
    other = passages(named(tmp_path / "two", (printing(1, CHANGED), printing(0, SAID))))[0].proofs[0]
    assert (one.a.value, one.b.value) == (other.b.value, other.a.value)
