"""A town that there is not, in a row of towns of one city, is doubted beside the names that it may be."""

import pytest

from generator.extract.misnamed import doubt_towns
from generator.model import Article
from tests.extract.made import article


def doubts(words: str) -> list[tuple[str, tuple[str, ...]]]:
    (made,) = doubt_towns((article(words),))
    return [(doubt.text.value, doubt.near) for doubt in made.doubts]


def test_a_stranger_in_a_row_of_towns_is_doubted() -> None:
    words = "党员挂村参与缺花镇、南塘镇、宝光街道、宝圩镇等镇街结对帮扶。"
    assert doubts(words) == [("缺花镇", ("荷花镇", "袂花镇"))]


@pytest.mark.parametrize(
    "words",
    [
        "党员参与袂花镇、南塘镇、宝光街道、宝圩镇结对帮扶。",
        "高州市长坡镇、分界镇、曹江镇、根子镇镇长到会。",
        "建设中心镇、专业镇、特色镇。",
        "走进缺花镇、南塘镇。",
        "到访天湾镇、南塘镇、宝光街道、宝圩镇。",
    ],
)
def test_what_is_known_or_like_nothing_known_is_not_doubted(words: str) -> None:
    assert doubts(words) == []


def test_doubts_that_were_there_stay() -> None:
    made: tuple[Article, ...] = doubt_towns((article("平常的一句话。"),))
    assert made[0].doubts == ()
