"""Places: names found in the text, and the one chain that each means in this paper, or none."""

import pytest

from generator.extract import extract
from generator.model import Issue
from tests.extract.made import article, issue

MAOMING = issue("2023-11-05", paper="茂名日报")
JIANGMEN = issue("2023-06-16", paper="江门日报")
UNKNOWN = issue("2023-06-16")


def places(words: str, printed: Issue = MAOMING) -> list[tuple[str, str]]:
    return [(m.text.value, m.name) for m in extract(article(words), printed).mentions if m.type == "place"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("邀请电白区岭门镇干部。", ["广东省/茂名市/电白区", "广东省/茂名市/电白区/岭门镇"]),
        ("打造根子镇精品线路。", ["广东省/茂名市/高州市/根子镇"]),
        ("产自高州的桂圆。", ["广东省/茂名市/高州市"]),
        ("深入博罗县、佛山市三水区学习。", ["广东省/惠州市/博罗县", "广东省/佛山市", "广东省/佛山市/三水区"]),
        ("到浙江省安吉县学习。", ["浙江省", "浙江省/湖州市/安吉县"]),
        ("我市共有198家商会，我省领先。", ["广东省/茂名市", "广东省"]),
        ("到佛山南海学习。", ["广东省/佛山市", "广东省/佛山市/南海区"]),
        ("走进广西和恩施。", ["广西壮族自治区", "湖北省/恩施土家族苗族自治州"]),
    ],
)
def test_a_name_is_given_its_whole_chain(words: str, expected: list[str]) -> None:
    assert [name for _, name in places(words)] == expected


def test_the_paper_s_own_city_decides_between_towns_of_one_name() -> None:
    assert places("走进白沙镇。", JIANGMEN) == [("白沙镇", "广东省/江门市/台山市/白沙镇")]
    assert places("走进白沙镇。", UNKNOWN) == []


def test_a_county_named_in_the_article_decides_too() -> None:
    found = places("安徽省肥西县做得好。上派镇也一样。", UNKNOWN)
    assert found[-1] == ("上派镇", "安徽省/合肥市/肥西县/上派镇")


def test_a_list_goes_on_in_the_county_it_began_in() -> None:
    found = places("高州市长坡镇、分界镇、曹江镇镇长等40人。")
    assert [name.rpartition("/")[0] for _, name in found[1:]] == ["广东省/茂名市/高州市"] * 3


def test_our_city_is_the_city_of_the_paper_that_printed_it() -> None:
    assert places("我市推进。", JIANGMEN) == [("我市", "广东省/江门市")]
    assert places("我市推进。", UNKNOWN) == []


@pytest.mark.parametrize(
    "words",
    [
        "南海皮鞋、石鼓渔网走进公众视野。",  # Maoming's own 南海, Foshan's, or the sea
        "建强中心镇专业镇特色镇。",
        "普拉萨达是个“中国通”。",
        "加快银湖湾滨海新区规划。",
        "广州酒家集团经理说。",
        "军分区司令员常德善牺牲了，常德善的战友说。",
        "珠海市高州商会帮扶。",
        "他住在东莞庄。",
        "这道菜是张家口味。",
        "走城乡融合之路，城区更美。",
    ],
)
def test_what_nothing_decides_is_left_out(words: str) -> None:
    assert places(words) == []


def test_a_contradicted_chain_is_left_out() -> None:
    assert [name for _, name in places("茂名滨海新区博贺镇党委书记。")] == [
        "广东省/茂名市",
        "广东省/茂名市/电白区/博贺镇",
    ]


def test_a_village_right_behind_its_town_is_named_with_it() -> None:
    found = places("鹤山市古劳镇东便村的老房子，各村、古劳镇打造新村。", JIANGMEN)
    assert ("东便村", "广东省/江门市/鹤山市/古劳镇/东便村") in found
    assert len(found) == 4


def test_names_that_stand_in_the_headline_have_no_paragraph() -> None:
    from generator.model import Kind

    found = extract(article("茂名市举行", "高州市参加。", kinds=[Kind.HEADLINE, Kind.PARAGRAPH]), MAOMING).mentions
    assert [(m.text.value, m.paragraph) for m in found] == [("茂名市", None), ("高州市", 0)]
