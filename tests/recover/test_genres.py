"""What sort of article it is and in which column it stands, where the page tells; else nothing is said."""

from __future__ import annotations

import pytest

from generator.build import open_page
from generator.model import Article, Seed

REPORT = "本报讯 昨天，红豆镇的十里长街修好了，来看的人很多，镇上的人都说好。镇长说，今后还要修桥，桥上可以走车。"
REPORT += "街上的店铺一共有三百二十六家，卖的是当地出产的荔枝、龙眼、红豆和竹编，还有渔网和皮鞋，来的人一天比一天多。"
REPORT += "镇上的人说，这些店铺大多是去年才开的，生意一天比一天好，镇里还要再修两条街，让更多的人回来开店。"
TOLD = "夜已深了，李阿婆还坐在老街的灯下编竹篮，她在这里住了一辈子。"
ARGUED = "由此可见，修街不是小事。我们要把街修好。让我们一起来修街，不妨从自家门前修起。"
GRANT = "对修街的店铺，每家给予不超过5万元的一次性资金支持；对修桥的，支持金额不超过50万元。"
HEAD = "红豆镇修好了十里长街\n\n"


def article(page: str) -> Article:
    (found,) = open_page(Seed("page", "page.txt", page)).articles
    return found


@pytest.mark.parametrize(
    ("genre", "page"),
    [
        ("news", f"{HEAD}■记者 王小明\n\n{REPORT}\n"),
        ("brief", f"{HEAD}本报讯 昨天，红豆镇的十里长街修好了，来看的人很多，镇上的人都说好。\n"),
        ("feature", f"{HEAD}■记者 王小明\n\n{TOLD * 12}\n\n灯下编竹篮\n\n{TOLD * 12}\n\n街上开新店\n\n{TOLD * 12}\n"),
        ("feature", f"【新春走基层】\n\n{HEAD}■记者 王小明\n\n{TOLD * 3}\n"),
        ("commentary", f"{HEAD}{TOLD}{ARGUED}\n"),
        ("commentary", f"·红豆时评·\n\n{HEAD}{TOLD * 3}\n"),
        ("commentary", f"{HEAD}{TOLD * 3}（作者为红豆镇文化站站长）\n"),
        ("policy", f"红豆镇支持修街的若干措施\n\n{GRANT * 2}\n"),
        (None, f"{HEAD}{TOLD * 3}\n"),
        (None, f"{HEAD}■记者 王小明\n\n{TOLD}让我们一起修街。\n"),
    ],
)
def test_a_genre_is_told_by_the_page_or_not_at_all(genre: str | None, page: str) -> None:
    assert article(page).genre == genre


def test_who_reports_a_speech_does_not_argue() -> None:
    assert article(f"{HEAD}■记者 王小明\n\n{REPORT}他说：“{ARGUED}{ARGUED}”\n").genre == "news"


def test_a_public_notice_is_no_article() -> None:
    assert (
        article("关于封闭十里长街施工的通告\n\n自即日起封闭十里长街，往来行人请绕行红豆桥，不便之处敬请谅解。\n").sort
        == "notice"
    )
    assert article(f"{HEAD}{REPORT}\n").sort is None


def columns(page: str) -> list[str | None]:
    found = open_page(Seed("page", "page.txt", page)).articles
    return [article.column.value if article.column else None for article in found]


def test_a_tag_over_a_headline_is_its_column() -> None:
    assert columns(f"【红豆时评】\n\n{HEAD}{TOLD * 3}\n") == ["红豆时评"]


def test_a_tag_inside_an_article_is_its_column() -> None:
    assert columns(f"{HEAD}■记者 王小明\n\n·街上故事·\n\n{REPORT}\n") == ["街上故事"]


def test_the_tag_of_the_page_is_no_articles_column() -> None:
    assert columns(f"第03版 县域 责编：周平\n\n[特别报道]\n\n{HEAD}■记者 王小明\n\n{REPORT}\n") == [None]


def test_a_tag_between_two_articles_is_nobodys() -> None:
    other = REPORT.replace("红豆", "绿竹").replace("街", "桥")
    assert columns(
        f"{HEAD}■记者 王小明\n\n{REPORT}\n\n[特别报道]\n\n■记者 李大海\n\n{other}\n\n绿竹镇修好了大桥\n"
    ) == [None, None]


def test_the_tag_stays_where_it_stands() -> None:
    page = open_page(Seed("page", "page.txt", f"【红豆时评】\n\n{HEAD}{TOLD * 3}\n"))
    assert [block.text.value for block in page.furniture] == ["【红豆时评】"]
