"""Dossiers, indexes and lists as files: what a reader finds on them, by value."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model import Article, Facts, Figure, Kind, Library, Mention, Page, Subject
from generator.publish.desk import Desk
from generator.publish.dossiers.figures import clause_of
from generator.publish.render import render
from generator.publish.subject import QUOTED
from generator.publish.words import words
from generator.text import Text
from tests.publish.made import Settings, bound, find, made_page

BAIHUI = "initiatives/baihuibangbaizhen.md"
GAOZHOU = "places/maoming-gaozhou.md"


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, str]:
    return render(library, Settings())


def part(content: str, anchor: str) -> str:
    """What stands under the heading with this anchor."""
    return re.split(r"^## ", content.partition(f"{{#{anchor}}}")[2], flags=re.MULTILINE)[0]


def test_a_dossier_says_what_it_is_in_the_words_of_the_page(files: dict[str, str]) -> None:
    told = part(files[BAIHUI], "what")
    assert "实施“百会帮百镇”工作，是我市创新推进“百千万工程”的重要举措" in told
    assert re.search(r"\]\(\.\./pages/001_\w+\.md#L234\)", told)


def test_where_no_sentence_says_so_the_dossier_says_that(files: dict[str, str]) -> None:
    assert "{#what}" not in files[GAOZHOU]
    assert "所收版面未见写明它是什么的句子" in files[GAOZHOU]


def test_missing_parts_show_as_missing_in_their_place(files: dict[str, str]) -> None:
    rows = [line for line in part(files[BAIHUI], "mechanism").splitlines() if line.startswith("| ")]
    fifth = [row for row in rows if row.startswith("| 5 |")]
    assert "五项重点帮扶内容" in fifth[0]
    assert fifth[1] == "| 5 | <span>续文在03版，未收，1项</span> { .missing } | |"
    third = next(row for row in rows if row.startswith("| 3 |"))
    assert "本版底本未见或未认出，1项，待核" in third
    assert "原版未印出" not in files[BAIHUI]
    assert "说有3项，只见2项" in third


def test_key_figures_stand_large_with_their_lines(files: dict[str, str]) -> None:
    numerals = [line for line in part(files[BAIHUI], "figures").splitlines() if line.startswith("- **")]
    assert [re.sub(r"<[^>]+>|\*", "", line).split()[1] for line in numerals[:2]] == ["135家", "112个"]
    assert all(re.search(r"\.md#L\d+\)", line) for line in numerals)


@pytest.mark.parametrize(
    ("number", "said"),
    [("274个", "共谋划帮扶项目274个"), ("197个", "其中197个项目已开工"), ("72个", "72个项目已完成")],
)
def test_a_key_figure_says_what_is_said_of_it(files: dict[str, str], number: str, said: str) -> None:
    """Drafted, begun and finished are three, and are not all projects."""
    rows = [line for line in part(files[BAIHUI], "figures").splitlines() if number in line]
    assert len(rows) == 1
    assert said in rows[0]


@pytest.mark.parametrize(
    ("printed", "number", "said"),
    [
        ("确保2023年集聚区基础设施投资不少于100亿元、产值达到3500亿元。", "3500亿元", "确保2023年集聚区基础设施投资"),
        ("对接260家商（协）会和企业，捐资1,000万元。", "260家", "对接260家商（协）会和企业"),
        ("开工一批项目，投资1,000万元购置设备。", "1,000万元", "投资1,000万元购置设备"),
        ("拟改造老旧小区，近100个。", "100个", "拟改造老旧小区，近100个"),
        ("会议召开。100个！", "100个", "100个"),
        ("甲" * 90 + "100个" + "乙" * 90, "100个", "甲" * 40 + "100个" + "乙" * 24),
    ],
)
def test_a_figure_stands_in_its_clause(printed: str, number: str, said: str) -> None:
    page = made_page("p.txt", [(1, Kind.HEADLINE, "题目"), (1, Kind.PARAGRAPH, printed)])
    text = find(page.seed, number, page.seed.source.index(printed))
    clause = clause_of(page.articles[0], Figure(text, None, None, "个", "count", 0))
    assert clause is not None
    assert clause.value.startswith(said)


def test_a_county_gathers_its_towns_and_says_whose_a_figure_is(files: dict[str, str]) -> None:
    content = files[GAOZHOU]
    below = part(content, "below")
    assert all(town in below for town in ("长坡镇", "根子镇", "分界镇", "曹江镇", "金山街道"))
    town = next(line for line in part(content, "figures").splitlines() if "500" in line)
    assert "金山街道" in town
    assert re.search(r"000_\w+\.md#L153\)", town)
    assert "8篇里有5篇是断头稿" in content
    assert "[茂名市](maoming.md)" in content


def test_no_dossier_of_one_city_shows_a_page_of_the_other(library: Library, files: dict[str, str]) -> None:
    """What is told of Maoming's counties and campaign is from Maoming's paper alone."""
    others = {
        page.seed.id for page in library.pages if page.issue.publication and page.issue.publication.value == "江门日报"
    }
    for name in (BAIHUI, GAOZHOU, "places/maoming-dianbai.md", "organisations/maominghaiguan.md"):
        assert not others & set(re.findall(r"\.\./pages/(\w+)\.md", files[name]))


def test_the_index_of_people_goes_by_sound_with_offices_as_printed(files: dict[str, str]) -> None:
    content = files["people/index.md"]
    letters = re.findall(r"^### (\w)", content, re.MULTILINE)
    assert letters == sorted(letters)
    names = re.findall(r'^- <span class="name">(\w+)</span>', content.partition("{#names}")[2], re.MULTILINE)
    assert [name for name in names if name[0] in "陈周"] == ["陈岸明", "陈少荣", "陈志华", "周佩珊"]
    secretary = next(line for line in content.splitlines() if "陈少荣" in line)
    assert "市委书记" in secretary
    other = next(line for line in content.splitlines() if "陈岸明" in line)
    assert "待核" in other
    assert "市委书记" not in other
    assert "周燕红" not in content


def test_reporters_have_their_articles(files: dict[str, str]) -> None:
    line = next(line for line in files["reporters.md"].splitlines() if "梁雪玲" in line)
    assert line.count("articles/") == 3
    assert "茂名日报" in line


def test_who_signs_a_dispatch_is_of_its_agency_and_not_of_the_paper(files: dict[str, str]) -> None:
    for name in ("王永前", "邹伟", "谢希瑶", "潘洁", "周蕊"):
        line = next(line for line in files["reporters.md"].splitlines() if name in line)
        assert "（新华社）" in line
        assert "（茂名日报）" not in line


def test_lists_count_what_they_list(library: Library, files: dict[str, str]) -> None:
    genres = files["articles/genres.md"]
    counts = [int(count) for count in re.findall(r"^## .*?(\d+)篇", genres, re.MULTILINE)]
    assert sum(counts) == len(library.articles) == len(re.findall(r"^- \[", genres, re.MULTILINE))
    assert "## [高州市](../places/maoming-gaozhou.md)　8篇" in files["articles/counties.md"]
    assert "## [百会帮百镇](../initiatives/baihuibangbaizhen.md)　2篇" in files["articles/campaigns.md"]


def many(count: int) -> Library:
    """A place that so many articles name, each on a page of its own."""
    pages = [
        made_page(f"p{n:03}.txt", [(1, Kind.HEADLINE, f"第{n}篇"), (1, Kind.PARAGRAPH, "高州市开会。")])
        for n in range(count)
    ]
    named = [(page.articles[0].id, _named(page)) for page in pages]
    subject = Subject("place", "广东省/茂名市/高州市", "maoming-gaozhou", tuple(named))
    return bound(pages, {article: Facts(mentions=(mention,)) for article, mention in named}, subjects=(subject,))


def _named(page: Page) -> Mention:
    return Mention("place", find(page.seed, "高州市"), "广东省/茂名市/高州市", 0)


def test_a_place_that_very_many_articles_name_is_still_a_page() -> None:
    content = render(many(QUOTED + 30), Settings())[GAOZHOU]
    assert content.count("[高州市](../pages/") == QUOTED
    assert "另30篇只列行号" in content
    assert len(re.findall(r"\]\(\.\./articles/p\d+-0\.md\)", content)) == QUOTED + 30


def test_a_subject_of_which_nothing_is_told_has_no_empty_parts() -> None:
    content = render(many(1), Settings())[GAOZHOU]
    assert re.findall(r"^## .*\{#(\w+)\}", content, re.MULTILINE) == ["timeline", "articles"]


def test_namesakes_say_that_they_may_be_two() -> None:
    made = many(2)
    (one,) = made.subjects
    first, second = ((article, replace(mention, type="person", name="李强")) for article, mention in one.mentions)
    people = (Subject("person", "李强", "liqiang", (first,)), Subject("person", "李强", "liqiang-2", (second,)))
    files = render(replace(made, subjects=people), Settings())
    assert "另有同名，未必同人：[李强](liqiang-2.md)" in files["people/liqiang.md"]
    assert files["people/index.md"].count("同名，未必同人</span>") == 2


def test_campaigns_of_one_name_in_two_cities_say_that_they_may_be_two() -> None:
    made = many(2)
    (one,) = made.subjects
    first, second = ((article, replace(mention, type="initiative", name="安居")) for article, mention in one.mentions)
    subjects = (
        Subject("initiative", "安居", "anju", (first,), home="江苏省/徐州市"),
        Subject("initiative", "安居", "anju-2", (second,), home="福建省/福州市"),
    )
    apart = replace(made, subjects=subjects)
    assert ("initiative", "安居") not in Desk(apart, words("zh")).subjects
    content = render(apart, Settings())["initiatives/anju.md"]
    assert "专题 · 徐州市" in content
    assert "另有同名，未必同一项：[安居](anju-2.md) 福州市" in content


def test_a_hostile_name_stays_words_in_every_index() -> None:
    made = many(1)
    (article,) = made.articles
    name = "<b>坏</b>|`x`[链](http://x)"
    mention = Mention("organisation", _headline(article), name, None)
    listed = Subject("organisation", name, "", ((article.id, mention),), reading="x")
    content = render(replace(made, names=(listed,)), Settings())["organisations/index.md"]
    assert "<b>" not in content
    assert not re.search(r"(?<!\\)\]\(http", content)


def _headline(article: Article) -> Text:
    assert article.headline
    return article.headline
