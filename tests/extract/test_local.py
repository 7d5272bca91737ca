"""Villages named again, hamlets and neighbourhoods, and cities by one letter."""

import pytest

from generator.extract import extract
from tests.extract.made import article, issue

PAPER = issue("2023-06-16")
HEZHAI = "广西壮族自治区/河池市/合寨村"
BAIQIAO = "广东省/茂名市/高州市/根子镇/柏桥村"


def places(words: str, *, sure: bool = True) -> list[tuple[str, str]]:
    found = extract(article(words), PAPER).mentions
    return [(m.text.value, m.name) for m in found if m.type == "place" and (not m.doubt or not sure)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("会议15日在京召开。", ("京", "北京市")),
        ("代表们陆续抵京。", ("京", "北京市")),
        ("展览昨天在沪举行。", ("沪", "上海市")),
        ("他到外地学习后返穗。", ("穗", "广东省/广州市")),
    ],
)
def test_a_city_is_known_by_one_letter_behind_a_word_of_place(words: str, expected: tuple[str, str]) -> None:
    assert expected in places(words)


@pytest.mark.parametrize(
    "words", ["在京津冀一带。", "他赴京都留学。", "送戏进京剧院。", "专家在深入调研。", "货船离港。", "现存京剧剧目。"]
)
def test_a_letter_in_another_word_is_no_city(words: str) -> None:
    assert not {text for text, _ in places(words, sure=False)} & {"京", "深", "港"}


def test_a_village_is_known_again_by_its_name_and_in_doubt_without_its_last_letter() -> None:
    words = "高州市根子镇柏桥村的荔枝熟了。柏桥村有果园。他回到柏桥后种果树。全村高兴。柏桥小学开学。"
    assert places(words).count(("柏桥村", BAIQIAO)) == 2
    assert ("全村", BAIQIAO) in places(words)
    assert places(words, sure=False).count(("柏桥", BAIQIAO)) == 1
    assert ("柏桥", BAIQIAO) not in places(words)


def test_a_village_right_behind_its_city_is_in_doubt_and_so_is_what_lies_in_it() -> None:
    words = "广西河池合寨村果作屯群众选举。全村高兴。"
    assert not [name for _, name in places(words) if "合寨村" in name]
    assert {("合寨村", HEZHAI), ("果作屯", f"{HEZHAI}/果作屯"), ("全村", HEZHAI)} <= {*places(words, sure=False)}


@pytest.mark.parametrize("words", ["广州城中村改造。", "茂名贫困村、贫困户。", "茂名美丽乡村的路。", "佛山各村的人。"])
def test_a_sort_of_village_is_no_name(words: str) -> None:
    assert not [name for _, name in places(words, sure=False) if name.endswith("村")]


def test_a_town_that_the_table_knows_as_another_sort_is_that_town() -> None:
    found = places("新疆阿瓦提县阿依巴格乡达康村村民。")
    town = "新疆维吾尔自治区/阿克苏地区/阿瓦提县/阿依巴格镇"
    assert ("阿依巴格乡", town) in found
    assert ("达康村", f"{town}/达康村") in found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("列车驶入杭州东站，旅客下车。", ("杭州东站", "浙江省/杭州市")),
        ("在南极大陆考察。", ("南极大陆", "南极洲")),
        ("加拿大基洛纳市举办展览。", ("基洛纳市", "加拿大/基洛纳市")),
        ("云南省昆明市官渡区矣六街道花田社区居民。", ("花田社区", "云南省/昆明市/官渡区/矣六街道/花田社区")),
    ],
)
def test_stations_regions_and_neighbourhoods_lie_where_they_stand(words: str, expected: tuple[str, str]) -> None:
    assert expected in places(words)


def test_a_part_of_a_city_in_the_name_of_a_shop_is_none() -> None:
    assert "霸州市城区" not in {text for text, _ in places("河北省霸州市城区植保服务部经理。", sure=False)}


def test_a_town_that_the_table_does_not_know_is_in_doubt() -> None:
    town = "四川省/达州市/大竹县/竹北乡"
    assert ("竹北乡", town) in places("四川省达州市大竹县竹北乡的菜农。", sure=False)
    assert ("竹北乡", town) not in places("四川省达州市大竹县竹北乡的菜农。")


@pytest.mark.parametrize("words", ["高州市各乡镇的人。", "高州市特色镇的路。", "大竹县贫困乡的人。", "高州市乡镇。"])
def test_a_sort_of_town_is_no_name(words: str) -> None:
    assert not [name for _, name in places(words, sure=False) if name.endswith(("乡", "镇"))]
