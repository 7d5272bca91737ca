"""Timelines: the days are said as exactly as they are known, and no more."""

import pytest

from generator.extract import extract
from generator.model import Issue, Kind
from generator.publish.desk import Desk
from generator.publish.timeline import timeline
from generator.publish.words import words
from tests.extract.made import issue
from tests.publish.made import bound, made_page

RANGE = issue("2023-04-01", "2023-12-31")
DAY = issue("2023-11-05")


def when(sentence: str, printed: Issue) -> list[str]:
    page = made_page("a.txt", [(1, Kind.HEADLINE, "长街修好了"), (1, Kind.PARAGRAPH, sentence)], issue=printed)
    (article,) = page.articles
    library = bound([page], {article.id: extract(article, printed)})
    return [row["when"] for row in timeline(Desk(library, words("zh")), article, "articles/a.md")]


@pytest.mark.parametrize(
    ("sentence", "printed", "said"),
    [
        ("今年以来，全市开展。", RANGE, "2023年1月1日起，至见报（2023年4月至12月之间）"),
        ("今年以来，全市开展。", DAY, "2023年1月1日至11月5日"),
        ("年初，全市开展了。", DAY, "2023年"),
        ("6月底，全市开展了。", DAY, "2023年6月"),
        ("截至6月底，全市开展了。", DAY, "2023年6月30日"),
        ("今年1月起，全市开展。", RANGE, "2023年1月"),
        ("6月下旬，全市开展了。", DAY, "2023年6月21日至30日"),
        ("日前，全市开展了。", DAY, "未定日"),
    ],
)
def test_a_day_is_said_no_more_exactly_than_it_is_known(sentence: str, printed: Issue, said: str) -> None:
    assert when(sentence, printed) == [said]
