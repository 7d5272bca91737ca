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
