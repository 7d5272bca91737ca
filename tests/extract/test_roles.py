"""Roles: the part that each level of government has in a campaign, in the words for it, and who has it."""

import pytest

from generator.extract import extract
from tests.extract.made import article, issue


def roles(words: str) -> list[tuple[str, str, str | None]]:
    found = extract(article(words), issue("2023-06-16", paper="茂名日报")).roles
    return [(one.level, one.role.value, one.who.value if one.who else None) for one in found]


def test_the_parts_go_down_from_the_city_to_the_village() -> None:
    words = (
        "市长吴明担任第一副总指挥，县委书记要当好“一线总指挥”，各镇（街）党委书记要当好“一线施工队长”，"
        "村（社区）党组织书记要发挥“领头雁”作用。"
    )
    assert roles(words) == [
        ("city", "第一副总指挥", "市长吴明"),
        ("county", "一线总指挥", "县委书记"),
        ("town", "一线施工队长", "各镇（街）党委书记"),
        ("village", "领头雁", "村（社区）党组织书记"),
    ]


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("高州市委书记任组长。", "county"),
        ("茂名市委书记任组长。", "city"),
        ("由根子镇党委书记担任总指挥。", "town"),
        ("由省长担任总指挥。", "province"),
        ("各区长担任河长。", "county"),
    ],
)
def test_the_level_is_that_of_the_place_or_of_the_word_for_it(words: str, level: str) -> None:
    assert [found for found, *_ in roles(words)] == [level]


@pytest.mark.parametrize(
    "words", ["勇当排头兵。", "他担任班主任。", "公司董事长担任组长。", "市委主任会议。", "发挥市场作用。"]
)
def test_what_no_level_has_is_no_role(words: str) -> None:
    assert roles(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "市长李强不再担任总指挥。",
        "县长李强未担任总指挥。",
        "县委书记李强卸任总指挥。",
        "县长陈明原任组长。",
        "网传县长陈明担任组长。",
        "县长陈明此前担任组长。",
        "县长陈明将担任组长。",
        "建议由县长担任组长。",
        "县里决定不再由县长担任组长。",
        "省委要求市委书记担任组长。",
    ],
)
def test_what_is_not_held_or_only_asked_for_is_no_role(words: str) -> None:
    assert roles(words) == []


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("会议明确由县长担任组长。", "县长"),
        ("镇长李明由县长担任组长。", "县长"),
        ("各县(市、区)委书记担任总指挥。", "各县(市、区)委书记"),
    ],
)
def test_who_has_it_is_told_whole_and_alone(words: str, who: str) -> None:
    assert [found for *_, found in roles(words)] == [who]


def test_who_with_something_told_in_between_is_doubtful() -> None:
    (found,) = extract(article("五邑大学校长王磊接替县长李强担任总指挥。"), issue("2023-06-16", paper="茂名日报")).roles
    assert found.doubt == "roles.clause"
