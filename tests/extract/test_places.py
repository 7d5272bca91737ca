"""Places: names found in the text, and the one chain that each means in this paper, or none."""

import pytest

from generator.extract import extract
from generator.model import Issue
from tests.extract.made import article, issue

MAOMING = issue("2023-11-05", paper="茂名日报")
JIANGMEN = issue("2023-06-16", paper="江门日报")
UNKNOWN = issue("2023-06-16")


def places(words: str, printed: Issue = MAOMING) -> list[tuple[str, str]]:
    found = extract(article(words), printed).mentions
    return [(m.text.value, m.name) for m in found if m.type == "place" and not m.doubt]


def doubted(words: str, printed: Issue = MAOMING) -> list[tuple[str, str, str]]:
    found = extract(article(words), printed).mentions
    return [(m.text.value, m.name, m.doubt) for m in found if m.type == "place" and m.doubt]


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


def test_a_zone_lies_where_its_name_begins_and_a_town_in_its_county() -> None:
    assert places("茂名滨海新区博贺镇渔港。") == [
        ("茂名滨海新区", "广东省/茂名市"),
        ("博贺镇", "广东省/茂名市/电白区/博贺镇"),
    ]
    assert ("海南自由贸易港", "海南省") in places("加快推进海南自由贸易港建设。")
    assert ("中国(上海)自由贸易试验区", "上海市") in places("增设中国(上海)自由贸易试验区。")
    assert ("茂名中心城区", "广东省/茂名市") in places("联结茂名中心城区。")


def test_where_a_zone_s_name_says_not_where_it_is_doubted() -> None:
    assert doubted("加快银湖湾滨海新区规划。") == [("银湖湾滨海新区", "广东省/茂名市", "regions.likely")]
    assert places("加快银湖湾滨海新区规划。", UNKNOWN) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("产品出口美国、东南亚。", [("美国", "美国"), ("东南亚", "东南亚")]),
        ("他到过东京和莫斯科。", [("东京", "日本/东京"), ("莫斯科", "俄罗斯/莫斯科")]),
        ("对接港澳。", [("港澳", "香港特别行政区;澳门特别行政区")]),
        ("融入粤港澳大湾区。", [("粤港澳大湾区", "粤港澳大湾区")]),
        ("包罗万象，跨越南北，重大理论。", []),
        ("中国共产党，中国梦，健康中国。", []),
    ],
)
def test_what_is_no_division_has_a_chain_of_its_own(words: str, expected: list[tuple[str, str]]) -> None:
    assert places(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("全市推进。全省领先，全国第一。", ["广东省/茂名市", "广东省", "中国"]),
        ("电白区动员起来，全区参加。", ["广东省/茂名市/电白区", "广东省/茂名市/电白区"]),
        ("走进根子镇，该镇很美。", ["广东省/茂名市/高州市/根子镇"] * 2),
        ("全市场、全区域、该地区、当地时间。", []),
    ],
)
def test_words_for_a_place_that_was_named(words: str, expected: list[str]) -> None:
    assert [name for _, name in places(words)] == expected


def test_where_two_may_be_meant_the_nearest_is_told_in_doubt() -> None:
    words = "电白区、茂南区参加，全区动员，当地群众高兴。"
    assert [(text, doubt) for text, _, doubt in doubted(words)] == [
        ("全区", "regions.which"),
        ("当地", "regions.likely"),
    ]


def test_what_nothing_was_named_for_is_left_out() -> None:
    assert places("全区动员，该镇很美，当地群众高兴。", UNKNOWN) == []
    assert doubted("全区动员，该镇很美，当地群众高兴。", UNKNOWN) == []


def test_a_town_printed_whole_is_known_by_its_short_name() -> None:
    assert places("钱排镇三华李熟了，钱排三华李出名。")[-1] == ("钱排", "广东省/茂名市/信宜市/钱排镇")


def test_a_row_of_the_city_s_own_towns_decides_their_short_names() -> None:
    found = places("南海皮鞋、石鼓渔网、霞洞雨具、怀乡竹编走进公众视野。")
    assert [text for text, _ in found] == ["南海", "石鼓", "霞洞", "怀乡"]


def test_a_town_s_short_name_right_behind_its_city_is_likely_one() -> None:
    assert doubted("茶叶运往广州增城新塘加工。", UNKNOWN) == [("新塘", "广东省/广州市/增城区/新塘镇", "regions.likely")]


def test_counties_by_their_first_letters() -> None:
    assert places("帮扶台开恩三地。", JIANGMEN) == [
        ("台开恩", "广东省/江门市/台山市;广东省/江门市/开平市;广东省/江门市/恩平市")
    ]


@pytest.mark.parametrize(
    "words",
    ["印发《茂名市行动方案》。", "茂名市人民政府通知。", "筹办“创客广东”大赛。", "茂名市“科技杯”创新创业大赛。"],
)
def test_what_stands_in_another_name_is_doubted(words: str) -> None:
    assert places(words) == []
    assert [doubt for *_, doubt in doubted(words)] == ["regions.in_name"]


def test_a_village_right_behind_its_town_is_named_with_it() -> None:
    found = places("鹤山市古劳镇东便村的老房子，各村、古劳镇打造新村。", JIANGMEN)
    assert ("东便村", "广东省/江门市/鹤山市/古劳镇/东便村") in found
    assert len(found) == 4


def test_names_that_stand_in_the_headline_have_no_paragraph() -> None:
    from generator.model import Kind

    found = extract(article("茂名市举行", "高州市参加。", kinds=[Kind.HEADLINE, Kind.PARAGRAPH]), MAOMING).mentions
    assert [(m.text.value, m.paragraph) for m in found] == [("茂名市", None), ("高州市", 0)]


def test_all_the_city_is_another_one_where_the_article_speaks_only_of_that() -> None:
    assert places("苏州市召开会议，全市共有企业120家。")[-1] == ("全市", "江苏省/苏州市")
    assert places("茂名市召开会议，学习苏州市经验，全市共有企业120家。")[-1] == ("全市", "广东省/茂名市")


def test_all_the_region_is_the_autonomous_region_named_before() -> None:
    assert places("西藏拉萨、那曲两地及全区牧区实现供暖。", UNKNOWN)[-1] == ("全区", "西藏自治区")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("研讨会在越南宁平举行。", ["越南"]),
        ("纽约州、马里兰州等地进入紧急状态。", ["美国/纽约州", "美国/马里兰州"]),
        ("茶叶做了违法国家规定的事情。", []),
        ("杭州西湖之畔。", ["浙江省/杭州市"]),
        ("在吉林长春新区办公。", ["吉林省", "吉林省/长春市"]),
    ],
)
def test_a_name_is_read_as_far_as_it_goes(words: str, expected: list[str]) -> None:
    sure = [m for m in extract(article(words), UNKNOWN).mentions if m.type == "place" and not m.doubt]
    assert [m.name for m in sure] == expected


def test_counties_of_a_province_that_is_named_hold_each_other_up() -> None:
    found = places("去重庆滑雪。雪场分布在武隆仙女山、巫溪红池坝。公安和资源部门参加。", UNKNOWN)
    assert [name for _, name in found[1:]] == ["重庆市/武隆区", "重庆市/巫溪县"]
    assert places("武隆与义乌签约。", UNKNOWN) == []


def test_a_zone_whose_name_is_borne_elsewhere_needs_its_province_beside_it() -> None:
    assert [text for text, _ in places("推进横琴、前海、南沙建设。", UNKNOWN)] == ["横琴", "前海", "南沙"]
    assert [text for text, _ in places("青岛前海一线游人多，渔船驶出海口。", UNKNOWN)] == ["青岛"]


@pytest.mark.parametrize(
    "words",
    [
        "村民杨长春捐款，李宁波也来了。",
        "陈佛山、王玉林、张西安、钱江门参加比赛。",
        "山东舰、长沙舰入列，西安事变和遵义会议的旧址开放。",
        "和平区、城关区、东城区开展活动。",
        "住在太原街。",
    ],
)
def test_what_only_looks_like_a_city_is_none(words: str) -> None:
    assert places(words, UNKNOWN) == []


def test_a_row_of_towns_behind_its_county_is_looked_up_below_it() -> None:
    assert [name for _, name in places("开平市三埠、长沙、水口等镇街参加。", JIANGMEN)] == [
        "广东省/江门市/开平市",
        "广东省/江门市/开平市/三埠街道",
        "广东省/江门市/开平市/长沙街道",
        "广东省/江门市/开平市/水口镇",
    ]


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("江门市市长李明说，我市今年投入5亿元。", "我市"),
        ("湖南省省长说：“我省与广东山水相连。”", "我省"),
        ("高州市召开会议。今年全市新增500家。", "全市"),
    ],
)
def test_our_place_is_in_doubt_where_it_may_be_another_s(words: str, word: str) -> None:
    assert [doubt for text, _, doubt in doubted(words) if text == word] == ["regions.which"]


def test_a_town_that_two_places_of_the_article_have_is_in_doubt() -> None:
    found = doubted("江门市江海区和高州市结对，荷塘镇参加。", JIANGMEN)
    assert [(text, doubt) for text, _, doubt in found] == [("荷塘镇", "regions.which")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("中山市有企业1万家。", ["广东省/中山市"]),
        ("东莞、中山、珠海三市合作，游青海湖。", ["广东省/东莞市", "广东省/中山市", "广东省/珠海市"]),
        ("海南保亭县榜上有名。", ["海南省", "海南省/保亭黎族苗族自治县"]),
        ("走进上海浦东新区。", ["上海市", "上海市/浦东新区"]),
        (
            "墨玉县阿克萨拉依乡古勒巴格村的果园。",
            [
                "新疆维吾尔自治区/和田地区/墨玉县",
                "新疆维吾尔自治区/和田地区/墨玉县/阿克萨拉依乡",
                "新疆维吾尔自治区/和田地区/墨玉县/阿克萨拉依乡/古勒巴格村",
            ],
        ),
    ],
)
def test_names_as_the_whole_country_prints_them(words: str, expected: list[str]) -> None:
    assert [name for _, name in places(words, UNKNOWN)] == expected
