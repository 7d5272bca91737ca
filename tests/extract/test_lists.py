"""Lists in prose: as many items as announced, or fewer, and never words that only stand near."""

import pytest

from generator.extract import extract
from generator.model import Kind, Listing
from tests.extract.made import article, issue


def lists(*paragraphs: str, kinds: tuple[Kind, ...] = ()) -> tuple[Listing, ...]:
    return extract(article(*paragraphs, kinds=kinds), issue("2023-06-16")).lists


def told(*paragraphs: str) -> list[tuple[int | None, list[str], bool | None]]:
    return [
        (one.announced, [item.value for item in one.items], one.as_many) for one in lists(*paragraphs) if not one.doubt
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("建立修渠、养护、巡查三种机制。", (3, ["修渠", "养护", "巡查"], True)),
        ("采取“一村帮一户、多村帮一户”三种形式。", (3, ["一村帮一户", "多村帮一户"], False)),
        ("抓住“水”“路”“电”三个重点。", (3, ["“水”", "“路”", "“电”"], True)),
        ("实施清淤疏浚、堤防加固等八项行动。", (8, ["清淤疏浚", "堤防加固"], False)),
        ("县里成立“三师”（规划师、建筑师、工程师）队伍。", (3, ["规划师", "建筑师", "工程师"], True)),
        ("苹果、梨、葡萄“三种果”挂满枝头。", (3, ["苹果", "梨", "葡萄"], True)),
        ("全县有三所学校获表扬，分别是清河小学、江口中学、南山小学。", (3, ["清河小学", "江口中学", "南山小学"], True)),
        ("提出三点要求：一是修通水渠。二是加强养护，常年不断。三是巡查。", (3, ["修通水渠", "加强养护", "巡查"], True)),
    ],
)
def test_items_are_counted_against_the_number_that_announces_them(
    words: str, expected: tuple[int, list[str], bool]
) -> None:
    assert told(words) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "省、市8家医院到县里义诊。",
        "调研、走访的时间就有3个月。",
        "修渠、铺路，历时三年。",
        "坚定信心、下定决心，一次干成。",
        "7个县(市、区)参加。",
        "粮食、油料产量保持两位数增长。",
        "第一时间赶到，第二现场救援。",
    ],
)
def test_what_stands_near_a_number_is_no_list(words: str) -> None:
    assert lists(words) == ()


def test_ordered_items_without_a_number_are_doubtful() -> None:
    (found,) = lists("一是修渠。", "二是养护。")
    assert [item.value for item in found.items] == ["修渠", "养护"]
    assert (found.announced, found.doubt) == (None, "lists.no_number")


def test_a_short_item_ends_where_the_next_begins() -> None:
    (found,) = lists("一是修渠，二是铺路，三是种树。")
    assert [item.value for item in found.items] == ["修渠", "铺路", "种树"]


def test_places_before_a_number_are_examples() -> None:
    (found,) = lists("在北京市、上海市等8个地区设点。")
    assert found.doubt == "lists.examples"


def test_a_row_of_numbers_is_spelled_out_in_its_sentence_or_under_subheads() -> None:
    whole = "“一二三”工作机制是指建立一套班子，完善两项制度，建好三个平台，力求实效。"
    assert (3, ["一套班子", "两项制度", "三个平台"], True) in told(whole)
    found = lists(
        "建立“一二三”工作机制。",
        "在一套班子上统一领导",
        "各乡镇都有专人。",
        "在两项制度上明确责任",
        "出台《清河县巡查制度》《清河县养护制度》。",
        kinds=(Kind.PARAGRAPH, Kind.SUBHEAD, Kind.PARAGRAPH, Kind.SUBHEAD, Kind.PARAGRAPH),
    )
    assert [(one.announced, len(one.items), one.as_many) for one in found] == [(3, 2, False), (2, 2, True)]


def test_every_item_is_a_slice_between_the_marks() -> None:
    (found,) = lists("建立 修渠、 养护、巡查 三种机制。")
    assert all(item.value == item.value.strip() for item in found.items)
    assert found.text.value.startswith("三种")


def test_a_list_that_somebody_tells_counts_too() -> None:
    found = told("清河县县长李大江说：“全县有三条水渠：东渠、西渠、南渠。”")
    assert found == [(3, ["东渠", "西渠", "南渠"], True)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("内蒙古、山西、河北三个省区参加。", "内蒙古"),
        ("石家庄、保定、邢台三个城市参加。", "石家庄"),
        ("广东海洋大学、五邑大学、中山大学3所高校参加。", "广东海洋大学"),
        ("不锈钢、水暖、印刷三大产业兴旺。", "不锈钢"),
        ("阿比吉特·班纳吉、埃丝特·迪弗洛、迈克尔·克雷默三位经济学家获奖。", "阿比吉特·班纳吉"),
        ("有色金属、钢铁、水泥三大产业兴旺。", "有色金属"),
        ("会议表彰欧阳振华、李小明、王小红三名同志。", "欧阳振华"),
        ("实施修渠、养护、巡查三种机制。", "修渠"),
    ],
)
def test_the_first_item_is_not_cut_to_the_length_of_the_others(words: str, first: str) -> None:
    (found,) = lists(words)
    assert found.items[0].value == first


@pytest.mark.parametrize("words", ["反腐败、扫黑、禁毒三项工作推进。", "向东明、李明、王红三名同志获奖。"])
def test_where_a_longer_first_item_begins_is_open(words: str) -> None:
    (found,) = lists(words)
    assert found.doubt == "lists.first"


def test_a_row_with_how_many_there_are_of_each_is_no_list() -> None:
    assert lists("公园3个、广场5个、学校2所等10个项目开工。") == ()
