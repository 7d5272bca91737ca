"""Initiatives: campaigns that the page marks as such, and two names joined only where it says they are one."""

import pytest

from generator.extract import extract
from generator.model import Mention
from tests.extract.made import article, issue


def mentions(*paragraphs: str) -> list[Mention]:
    found = extract(article(*paragraphs), issue("2023-06-16")).mentions
    return [mention for mention in found if mention.type == "initiative"]


def initiatives(*paragraphs: str) -> list[tuple[str, str]]:
    """The words and names that nothing speaks against."""
    return [(m.text.value, m.name) for m in mentions(*paragraphs) if not m.doubt]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("深入推进“侨都赋能”工程。", ["侨都赋能"]),
        ("实施“展翅计划”“邑青人才返乡”活动。", ["展翅计划", "邑青人才返乡"]),
        ("启动“五个一百”共建行动。", ["五个一百"]),
        ("“科技杯”创新创业大赛启动。", ["“科技杯”创新创业大赛"]),
        ("举办2023年清河市“科技杯”创新创业大赛。", ["清河市“科技杯”创新创业大赛"]),
        ("建立“一二三四五”工作机制。", ["一二三四五工作机制"]),
        ("实施“百会帮百镇”工作，是重要举措。", ["百会帮百镇"]),
        ("参加清河市抓党建“擂台赛”。", ["清河市抓党建“擂台赛”"]),
        ("举办“奋战百千万，赋能新侨乡”大讲堂。", ["“奋战百千万，赋能新侨乡”大讲堂"]),
    ],
)
def test_a_quoted_name_is_an_initiative_when_its_words_say_so(words: str, names: list[str]) -> None:
    assert list(dict.fromkeys(name for _, name in initiatives(words))) == names


@pytest.mark.parametrize(
    "words",
    [
        "画出“时间表”“施工图”。",
        "作为“头号工程”推进。",
        "“来对了。”他说。",
        "“乡村微工厂”产业涉及。",
        "开展“三会一课”等行动。",
        "坚定“四个自信”，迎接“十五五”。",
        "各项行动、重大工程、有关计划。",
        "“119”宣传活动、“六一”活动、“老李”活动、“95后”行动。",
    ],
)
def test_a_quoted_phrase_alone_is_none(words: str) -> None:
    assert mentions(words) == []


@pytest.mark.parametrize(
    ("words", "text", "doubt"),
    [
        ("开展“流动红旗”评比。", "流动红旗", "initiatives.only_marks"),
        ("推行“一企一策”。", "一企一策", "initiatives.only_marks"),
        ("实施农村人居环境整治提升五年行动。", "农村人居环境整治提升五年行动", "initiatives.no_marks"),
        ("在首届清河经济林丰收节上。", "首届清河经济林丰收节", "initiatives.no_marks"),
        ("参加“数字山河”分论坛。", "“数字山河”分论坛", "initiatives.meeting"),
        ("开展“绿美清河”生态建设行动。", "绿美清河", "initiatives.short"),
    ],
)
def test_what_only_perhaps_is_a_name_of_one_has_a_doubt(words: str, text: str, doubt: str) -> None:
    assert (text, doubt) in [(mention.text.value, mention.doubt) for mention in mentions(words)]


def test_once_marked_a_name_counts_wherever_the_article_quotes_it() -> None:
    assert len(initiatives("建立“百会帮百镇”机制。", "参与“百会帮百镇”成效明显。")) == 2


def test_two_names_are_one_when_the_page_says_so_and_the_words_are_kept() -> None:
    found = mentions("实施“百校联百县助力行动”（以下简称“双百行动”）。“双百行动”启动。")
    assert [mention.name for mention in found] == ["双百行动"] * 3
    assert found[0].proof
    assert found[0].proof.value == "“百校联百县助力行动”（以下简称“双百行动”）"


def test_the_short_name_of_words_without_marks() -> None:
    found = mentions("实施百校联百县助力“百县千镇万村高质量发展工程”行动（简称“双百行动”）。")
    whole = next(m for m in found if m.text.value.startswith("百校联百县"))
    assert (whole.text.value, whole.name) == ("百校联百县助力“百县千镇万村高质量发展工程”行动", "双百行动")
    assert whole.proof


def test_one_name_that_stands_for_another_is_that_other() -> None:
    found = mentions("启动“百家企业兴百村、百间学校联百村”的“五个一百”共建行动。")
    assert {mention.name for mention in found} == {"五个一百"}


def test_a_model_of_a_campaign_is_not_the_campaign() -> None:
    assert initiatives("打造“绿美清河生态保护工程”的“江口样板”。") == [("绿美清河生态保护工程",) * 2]


def test_the_first_half_of_a_name_goes_by_the_whole_where_both_are_printed() -> None:
    both = initiatives("落实“千企帮千镇”行动，统筹“千企帮千镇、万企兴万村”力量。")
    assert {name for _, name in both} == {"千企帮千镇、万企兴万村"}
    assert initiatives("落实“千企帮千镇”行动。") == [("千企帮千镇", "千企帮千镇")]


def test_a_province_before_a_campaign_of_its_own_is_told_with_it() -> None:
    assert initiatives("学习浙江“千万工程”经验。") == [("浙江“千万工程”", "千万工程"), ("千万工程", "千万工程")]


@pytest.mark.parametrize(
    "words", ["邻国“抵制日货”行动愈演愈烈。", "小李的“减肥计划”失败了。", "为“江海融合”“侨都赋能”工程作贡献。"]
)
def test_what_is_printed_once_and_nobody_carries_out_is_doubtful(words: str) -> None:
    assert mentions(words)
    assert initiatives(words) == []


def test_a_contest_has_one_name_whatever_the_year_the_edition_and_the_blanks() -> None:
    found = initiatives(
        "2023年清河市“科技杯” 创新创业大赛启动。", "清河市“科技杯”创新创业大赛。", "第五届清河市“科技杯”创新创业大赛。"
    )
    assert {name for _, name in found} == {"清河市“科技杯”创新创业大赛"}


def test_two_contests_held_as_one_are_no_name_of_either_without_a_doubt() -> None:
    words = "第十二届中国创新创业大赛（清河赛区）暨2023年清河市“科技杯”创新创业大赛启动。以“双创”大赛为契机。"
    assert initiatives(words) == []
