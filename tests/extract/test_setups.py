"""Set-ups: what was founded, issued, signed or opened, by whom; never what is only planned."""

import pytest

from generator.extract import extract
from generator.model import Setup
from tests.extract.made import article, issue


def setups(*paragraphs: str) -> tuple[Setup, ...]:
    return extract(article(*paragraphs), issue("2023-06-16", paper="茂名日报")).setups


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("江口镇成立防汛工作专班，专人巡堤。", ("成立", "防汛工作专班", "江口镇")),
        ("市水利局联合印发《清河县防汛工作方案》。", ("联合印发", "《清河县防汛工作方案》", "市水利局")),
        ("江口镇坚持群众参与，建立起26条志愿者服务队伍。", ("建立", "26条志愿者服务队伍", "江口镇")),
        ("南山集团在上海设立的研发中心正式揭幕运营。", ("揭幕运营", "研发中心", "南山集团")),
        ("江口镇全面启动“清河”行动。", ("全面启动", "“清河”行动", "江口镇")),
    ],
)
def test_the_thing_its_verb_and_who_did_it(words: str, expected: tuple[str, str, str]) -> None:
    (found,) = setups(words)
    assert found.by
    assert (found.verb.value, found.what.value, found.by.value) == expected
    assert not found.doubt


@pytest.mark.parametrize(
    "words",
    [
        "下一步，江口镇成立防汛工作专班。",
        "江口镇将成立防汛工作专班。",
        "支持高职院校、行业协会和企业设立创业孵化中心。",
        "推动各地建立工作机制。",
        "协会成立以来，会员不断增加。",
        "商会成立于2021年。",
        "建立了竞争优势。",
        "协会成立10周年。",
    ],
)
def test_what_is_planned_or_no_thing_is_none(words: str) -> None:
    assert setups(words) == ()


def test_who_stands_in_the_sentence_before_is_taken_with_a_doubt() -> None:
    _, found = setups("江口镇成立防汛工作专班。建立会商机制。")
    assert found.by
    assert (found.by.value, found.doubt) == ("江口镇", "setups.by_context")
    (found,) = setups("建立会商机制。")
    assert (found.by, found.doubt) == (None, "setups.by_unknown")


def test_the_date_of_its_sentence_is_when() -> None:
    (found,) = setups("6月15日，江口镇成立防汛工作专班。")
    assert found.when
    assert found.when.text.value == "6月15日"


def test_each_title_is_one() -> None:
    found = setups("市水利局出台《清河县防汛方案》《清河县抗旱方案》。")
    assert [one.what.value for one in found] == ["《清河县防汛方案》", "《清河县抗旱方案》"]


def test_what_a_speaker_tells_counts_too() -> None:
    (found,) = setups("“江口镇成立了防汛工作专班。”清河县县长李大江说。")
    assert found.what.value == "防汛工作专班"


@pytest.mark.parametrize(
    "words",
    [
        "江口镇否认成立防汛工作专班。",
        "江口镇拒绝设立服务站。",
        "县水利局反对在江口镇设立工作站。",
        "县水利局宣布取消设立工作站。",
        "县水利局提议成立防汛工作专班。",
        "县水利局正在制定《防汛办法》。",
        "双方同意成立防汛协会。",
        "只要有党员三人以上，江口镇就成立党支部。",
        "王磊冒充县政府成立防汛基金。",
        "网传江口镇成立防汛协会。",
        "江口镇难以建立防汛平台。",
        "条件具备的，就成立党支部。",
        "若有党员三人以上，江口镇可成立党支部。",
    ],
)
def test_what_is_refused_denied_or_hangs_on_something_is_none(words: str) -> None:
    assert setups(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "到2025年，江口镇建成20个防汛基地。",
        "2025年，江口镇建成20个防汛基地。",
        "《清河县防汛方案》提出，江口镇建立防汛平台，设立防汛基金。",
        "会议要求，各地要加强领导，成立领导小组，建立工作机制。",
        "各地要高度重视。成立领导小组。",
        "目标任务：成立领导小组。",
        "负责人表示，将出台《防汛办法》，成立防汛协会。",
    ],
)
def test_a_plan_reaches_all_clauses_behind_it(words: str) -> None:
    assert setups(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "李大江2010年毕业后，江口镇成立防汛中心。",
        "江口镇2015年起步的水产业发展迅速，江口镇成立了防汛协会。",
        "为落实2021年规划，江口镇成立了防汛小组。",
        "根据县里2022年6月1日印发的意见，江口镇制定《防汛办法》。",
        "在2025年实现目标前，江口镇成立防汛小组。",
        "截至去年底，江口镇建成20个防汛基地。",
        "6月15日，记者从县水利局获悉，该局成立防汛中心。",
    ],
)
def test_the_date_of_something_else_is_not_when(words: str) -> None:
    (found,) = setups(words)
    assert found.when is None


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("江口镇6月1日成立防汛中心。", "6月1日"),
        ("早在2010年，江口镇就成立了防汛协会。", "2010年"),
        ("去年6月，根据县里2021年印发的意见，江口镇制定《防汛办法》。", "去年6月"),
        ("今年3月，南山集团在上海设立的研发中心揭幕。", "今年3月"),
    ],
)
def test_the_date_of_its_own_clause_or_alone_before_is_when(words: str, when: str) -> None:
    (found,) = setups(words)
    assert found.when
    assert found.when.text.value == when


@pytest.mark.parametrize(
    "words",
    ["县工商联批准江口商会成立党支部。", "县工商联协助江口商会成立党支部。", "县长见证江口镇与清河大学签署协议。"],
)
def test_who_only_lets_or_helps_another_did_not_do_it(words: str) -> None:
    (found,) = setups(words)
    assert (found.by, found.doubt) == (None, "setups.by_unknown")


def test_each_that_signs_with_another_is_who_without_the_other() -> None:
    (found,) = setups("清河大学、南山职院等高校分别与江口镇签订合作协议。")
    assert found.by
    assert found.by.value == "清河大学、南山职院等高校"


def test_who_with_something_told_in_between_is_doubtful() -> None:
    (found,) = setups("茂名市商务局授意企业成立电商协会。")
    assert found.doubt == "setups.by_clause"


def test_what_is_done_already_is_no_plan() -> None:
    (found,) = setups("江口镇将建成20个防汛基地，目前江口镇已建成12个防汛基地。")
    assert found.what.value == "12个防汛基地"


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("蓬江区、江海区与恩平市,新会区与台山市分别签订合作协议。", "蓬江区、江海区与恩平市,新会区与台山市"),
        ("会上，五邑大学与恩平市，新会区与台山市签订合作协议。", "五邑大学与恩平市，新会区与台山市"),
        ("在台山市，鹤山市与开平市签订合作协议。", "鹤山市与开平市"),
        ("清河县县长李大江代表县委、县政府向各镇签订责任书。", "李大江代表县委、县政府"),
    ],
)
def test_several_who_sign_are_all_told_as_printed(words: str, by: str) -> None:
    (found,) = setups(words)
    assert found.by
    assert (found.by.value, found.doubt) == (by, "")


def test_one_of_several_is_not_told_as_the_only_one() -> None:
    (found,) = setups("新会区与台山市、某单位与开平市分别签订合作协议。")
    assert (found.by, found.doubt) == (None, "setups.by_several")
    (found,) = setups("联合市水利局印发《清河县防汛方案》。")
    assert found.by
    assert (found.by.value, found.doubt) == ("市水利局", "setups.by_jointly")


def test_a_sum_is_not_of_the_year_before_it_and_a_day_behind_the_verb_counts() -> None:
    (found,) = setups("2023年新建13个、累计建成28个示范镇。")
    assert found.when is None
    (found,) = setups("创立于2021年的防汛协会，有会员百人。")
    assert found.when
    assert found.when.text.value == "2021年"


def test_who_was_joined_in_is_not_said_to_have_done_it_alone() -> None:
    (found,) = setups("市工信局督促各地清查。联合市自然资源局印发《清河县用地意见》。")
    assert found.doubt == "setups.by_jointly"
    (alone,) = setups("市自然资源局印发《清河县用地意见》。")
    assert alone.doubt == ""


def test_how_many_by_now_is_not_dated_by_the_year_before_it() -> None:
    (found,) = setups("2023年，全市新建站点，累计建成28个移动支付示范镇。")
    assert found.when is None
    (dated,) = setups("2023年，全市建成28个移动支付示范镇。")
    assert dated.when is not None
