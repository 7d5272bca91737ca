"""What stands in the files, for a small library made by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
import yaml

from generator.model import (
    Article,
    Basis,
    Block,
    Byline,
    Claim,
    Date,
    Dateline,
    DateRange,
    Doubt,
    Event,
    Facts,
    Issue,
    Kind,
    Page,
    Seed,
)
from generator.publish.render import render
from generator.text import Text
from tests.publish.made import Settings, bound, made_page, small


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return render(small(), Settings())


def front_matter(content: str) -> dict[str, object]:
    written: dict[str, object] = yaml.safe_load(content.split("---\n")[1])
    return written


def headings(content: str) -> list[str]:
    return re.findall(r"^## .*\{#([\w-]+)", content, re.MULTILINE)


def test_every_page_article_and_subject_has_a_file_and_the_landings_stand(files: dict[str, str]) -> None:
    assert set(files) == {
        "articles/a-17.md",
        "articles/a-95.md",
        "articles/b-0.md",
        "articles/campaigns.md",
        "articles/counties.md",
        "articles/genres.md",
        "articles/index.md",
        "boxes.md",
        "briefings/index.md",
        "briefings/initiatives-baiqianwan-gongcheng.md",
        "changes.md",
        "chronicle.md",
        "documents/index.md",
        "doubts.md",
        "events/index.md",
        "index.md",
        "initiatives/baiqianwan-gongcheng.md",
        "initiatives/index.md",
        "issues/index.md",
        "lists.md",
        "names.md",
        "news.md",
        "organisations/index.md",
        "pages/a.md",
        "pages/b.md",
        "pages/index.md",
        "pairings.md",
        "people/index.md",
        "places/index.md",
        "policies.md",
        "promises.md",
        "reporters.md",
        "reports/index.md",
        "search.md",
        "setups.md",
        "wanted.md",
    }


def test_rendering_is_a_pure_function(files: dict[str, str]) -> None:
    assert render(small(), Settings()) == files


def test_an_article_says_in_its_front_matter_what_it_is(files: dict[str, str]) -> None:
    meta = front_matter(files["articles/a-17.md"])
    assert meta["title"] == "以制造业当家 力推“百千万工程”"
    assert meta["template"] == "article.html"
    assert meta["id"] == "a-17"
    assert meta["paper"] == {"name": "茂名日报", "basis": "printed"}
    assert meta["date"] == {"name": "2023年11月5日", "basis": "inferred", "start": "2023-11-05", "end": "2023-11-05"}
    assert meta["page"] == {"name": "01", "basis": "printed"}
    assert meta["tags"] == ["百千万工程"]
    assert set(meta) >= {"byline", "lines", "kind"}


def test_an_article_has_its_parts_in_order(files: dict[str, str]) -> None:
    parts = ["summary", "timeline", "body", "related", "source", "cite"]
    assert headings(files["articles/a-17.md"]) == parts


def test_every_paragraph_opens_its_line_and_the_line_leads_back(files: dict[str, str]) -> None:
    assert '<a id="p3"></a>两届博览会成交额4500万元。 [第7行](../pages/a.md#L7)' in files["articles/a-17.md"]
    line = next(line for line in files["pages/a.md"].splitlines() if 'id="L7"' in line)
    assert 'href="../articles/a-17.html#p3"' in line


def test_a_headline_that_is_not_here_is_not_invented(files: dict[str, str]) -> None:
    assert "# 题在01版，未收 {#headline .unprinted}" in files["articles/a-95.md"]
    assert "# （原版无题） {#headline .unprinted}" in files["articles/b-0.md"]


def test_a_loose_end_says_which_half_is_missing_and_where_it_is(files: dict[str, str]) -> None:
    assert "上文缺：见01版，未收。" in files["articles/a-95.md"]
    assert "下文缺：见03版，未收。" in files["articles/b-0.md"]
    assert "本篇不全，摘要只取所见部分。" in files["articles/b-0.md"]


def test_a_date_and_the_first_mention_are_links_in_the_text(files: dict[str, str]) -> None:
    body = files["articles/a-17.md"].partition("{#body}")[2]
    assert '[今年4月](../pages/a.md#L5 "原文第5行")，化州市石湾街道实施[“百千万工程”。](../initiatives/' in body


def test_related_articles_say_why(files: dict[str, str]) -> None:
    assert '[题在01版，未收](a-95.md "本站的话：版面上没有题")' in files["articles/a-17.md"]
    assert "因为两篇都写到“百千万工程”" in files["articles/a-17.md"]
    assert "因为两篇都写到“百千万工程”" in files["articles/a-95.md"]


def test_what_is_not_printed_is_marked_and_its_evidence_quoted(files: dict[str, str]) -> None:
    source = files["articles/a-17.md"].partition("{#source}")[2]
    assert "- 报纸：茂名日报\n    - “茂名日报” [第1行](../pages/a.md#L1)" in source
    assert "- 日期：2023年11月5日（推定）\n    - “2023年11月5日” [第1行](../pages/a.md#L1)" in source
    assert "- 报纸：报名未见\n- 日期：日期未见\n" in files["articles/b-0.md"]


def test_a_citation_brackets_what_is_inferred(files: dict[str, str]) -> None:
    cited = files["articles/a-17.md"].partition("{#cite}")[2]
    assert r"力推“百千万工程”\[N\]. 茂名日报, \[2023-11-05\](01)." in cited


def test_every_line_of_a_page_is_there_and_says_whose_it_is(files: dict[str, str]) -> None:
    lines = re.findall(r'<li id="L(\d+)"(?: class="([^"]*)")?>', files["pages/a.md"])
    assert [int(number) for number, _ in lines] == list(range(1, 12))
    assert dict(lines)["1"] == "furniture"
    assert [dict(lines)[str(number)] for number in (2, 3, 9, 10)] == ["a1 start", "a1", "a2 start", "a2"]


def test_a_line_of_two_articles_shows_where_it_passes_from_one_to_the_other() -> None:
    page = made_page(
        "a.txt", [(1, Kind.PARAGRAPH, "甲。"), (1, Kind.HEADLINE, "甲题乙题"), (2, Kind.PARAGRAPH, "乙。")]
    )
    first, second = page.articles
    headline = first.blocks[1]
    halves = [
        type(headline)(Kind.HEADLINE, headline.text[:2], "x"),
        type(headline)(Kind.HEADLINE, headline.text[2:], "x"),
    ]
    articles = (
        type(first)(first.id, (halves[0], first.blocks[0])),
        type(second)(second.id, (halves[1], *second.blocks)),
    )
    content = render(bound([type(page)(page.seed, page.blocks, articles, ())]), Settings())["pages/a.md"]
    assert '<span class="a1">甲题</span><span class="a2">乙题</span>' in content


def test_the_front_page_names_every_page_that_could_not_be_read(files: dict[str, str]) -> None:
    assert "有1个版面未能读出" in files["index.md"]
    assert "坏.txt：第6字节（0xFF）既不是UTF-8" in files["index.md"]


def test_a_subject_lists_every_article_with_the_sentence(files: dict[str, str]) -> None:
    content = files["initiatives/baiqianwan-gongcheng.md"]
    line = "[第5行](../pages/a.md#L5)"
    assert f'> 本报讯 今年4月，化州市石湾街道实施[“百千万工程”。](../pages/a.md#L5 "原文第5行") {line}' in content
    assert '> 茂名海关将全力落实“[百千万工程](../pages/a.md#L10 "原文第10行")”。 [第10行](../pages/a.md#L10)' in content


def test_the_chronicle_keeps_what_has_no_day_apart(files: dict[str, str]) -> None:
    assert headings(files["chronicle.md"]) == ["y2023"]


def loose(name: str, issue: Issue | None) -> Page:
    entries = [(1, Kind.JUMP, "▲上接01版"), (1, Kind.PARAGRAPH, f"{name}的一段。")]
    return made_page(f"{name}.txt", entries, issue=issue)


def dated(start: date, end: date) -> Issue:
    return Issue(Claim("茂名日报", Basis.PRINTED), Claim(DateRange(start, end), Basis.INFERRED))


def test_one_wanted_page_completes_what_is_known_to_be_of_one_issue() -> None:
    day = date(2023, 11, 5)
    pages = [loose("a", dated(day, day)), loose("b", dated(day, day))]
    assert "找到下面1个版面，可补上2处断头。" in render(bound(pages), Settings())["wanted.md"]


@pytest.mark.parametrize("issue", [None, dated(date(2023, 8, 1), date(2023, 8, 31))], ids=["unknown", "some day"])
def test_issues_that_may_differ_are_not_taken_for_one(issue: Issue | None) -> None:
    files = render(bound([loose("a", issue), loose("b", issue)]), Settings())
    assert "找到下面2个版面" in files["wanted.md"]
    assert "2期" in files["issues/index.md"]


def test_a_joined_article_is_one_with_both_marks_and_each_half_opens_its_own_page() -> None:
    first = made_page("a.txt", [(1, Kind.HEADLINE, "题"), (1, Kind.PARAGRAPH, "前半句，"), (1, Kind.JUMP, "▶下转03版")])
    second = made_page("b.txt", [(1, Kind.JUMP, "▲上接01版"), (1, Kind.PARAGRAPH, "后半句。")])
    one, two = first.articles[0], second.articles[0]
    rest = Block(Kind.PARAGRAPH, two.blocks[1].text, "made.by_hand", continues=True)
    jumps = tuple(replace(jump, joined=True) for jump in (*one.jumps, *two.jumps))
    joined = replace(one, blocks=(*one.blocks, two.blocks[0], rest), jumps=jumps)
    library = replace(bound([first, second]), articles=(joined,), facts={one.id: Facts()}, summaries={one.id: ()})
    files = render(library, Settings())
    body = files["articles/a-0.md"].partition("{#body}")[2].partition("{#related}")[0]
    halves = ["前半句， [第2行](../pages/a.md#L2)", "▶下转03版", "▲上接01版", "后半句。 [第2行](../pages/b.md#L2)"]
    assert [body.index(half) for half in halves] == sorted(body.index(half) for half in halves)
    assert "断头稿" not in files["articles/a-0.md"]
    assert "所收稿件都是全的。" in files["wanted.md"]
    assert 'href="../articles/a-0.html#p2"' in files["pages/b.md"]


def test_a_doubt_stands_by_its_words_in_the_article_and_in_the_register() -> None:
    page = made_page(
        "a.txt", [(1, Kind.HEADLINE, "题"), (1, Kind.PARAGRAPH, "没有写完的一句"), (1, Kind.PARAGRAPH, "下一段。")]
    )
    article = replace(page.articles[0], doubts=(Doubt(page.articles[0].body[0].text, "doubts.open_end"),))
    files = render(bound([replace(page, articles=(article,))]), Settings())
    content = files["articles/a-0.md"]
    body = content.partition("{#body}")[2].partition("{#doubts}")[0]
    assert '<a class="tag doubted" href="#doubts">存疑1处</a>' in content.partition("{#summary}")[0]
    assert body.index("没有写完的一句") < body.index("> **存疑**") < body.index("下一段。")
    assert headings(content) == ["summary", "timeline", "body", "doubts", "related", "source", "cite"]
    assert "共1条" in files["doubts.md"]
    assert "没有写完的一句" in files["doubts.md"]


def test_the_page_says_what_was_done_to_it() -> None:
    seed = Seed("a", "a.txt", "甲 乙\n丙\n题\n")
    body = Text.join((seed.text[0:1], seed.text[2:3], seed.text[4:5]))
    blocks = (Block(Kind.PARAGRAPH, body, "x"), Block(Kind.HEADLINE, seed.text[6:7], "x"))
    article = Article("a-0", (blocks[1], blocks[0]))
    done = render(bound([Page(seed, blocks, (article,), ())]), Settings())["pages/a.md"].partition("{#done}")[2]
    assert "题在文后，移到文前 [第3行](#L3)" in done
    assert "正文2行接成1段" in done
    assert "行内空白合拢1处，首见 [第1行](#L1)" in done


def test_the_source_says_who_wrote_and_whence_as_printed() -> None:
    page = made_page(
        "a.txt", [(1, Kind.BYLINE, "■记者梁雪玲通讯员胡东"), (1, Kind.PARAGRAPH, "新华社上海11月4日电 文。")]
    )
    text = page.seed.text
    byline = Byline((text[3:6],), (text[9:11],), texts=(text[:11],))
    article = replace(page.articles[0], byline=byline, dateline=Dateline(text[12:23], text[15:17]))
    files = render(bound([replace(page, articles=(article,))]), Settings())
    source = files["articles/a-0.md"].partition("{#source}")[2]
    assert "- 署名：记者 梁雪玲；通讯员 胡东 [第1行](../pages/a.md#L1)" in source
    assert "- 电头：新华社上海11月4日电 [第2行](../pages/a.md#L2)" in source


def test_a_page_that_is_here_is_not_wanted_and_not_called_missing() -> None:
    """The mark names page 01, and a page 01 that may be of the same issue is here: only the join was not made."""
    day = date(2023, 11, 5)
    issue = replace(dated(day, day), page=Claim("01", Basis.PRINTED))
    front = made_page("b.txt", [(1, Kind.HEADLINE, "别的题"), (1, Kind.PARAGRAPH, "别的文。")], issue=issue)
    files = render(bound([loose("a", dated(day, day)), front]), Settings())
    assert "# 题在01版，未认出 {#headline" in files["articles/a-0.md"]
    assert "未收" not in files["articles/a-0.md"]
    assert "在所收的01版里没有认出" in files["articles/a-0.md"]
    assert "要找的版面 {#pages}" not in files["wanted.md"]
    other = render(bound([loose("a", dated(date(2023, 11, 6), date(2023, 11, 9))), front]), Settings())
    assert "# 题在01版，未收 {#headline" in other["articles/a-0.md"]
    stranger = replace(front, issue=Issue(page=Claim("01", Basis.PRINTED)))
    unknown = render(bound([loose("a", dated(day, day)), stranger]), Settings())
    assert "# 题在01版，未收 {#headline" in unknown["articles/a-0.md"]


def test_a_dated_sentence_that_is_printed_twice_is_one_event_on_all_its_lines() -> None:
    said = "截至12月末，余额2059亿元。"
    page = made_page("a.txt", [(1, Kind.HEADLINE, "题"), (1, Kind.PARAGRAPH, said), (1, Kind.PARAGRAPH, said)])
    article = page.articles[0]
    end = date(2023, 12, 31)
    events = tuple(
        Event(Date(block.text[:6], end, end, "day", "as_of"), block.text, place)
        for place, block in enumerate(article.body)
    )
    files = render(bound([page], {article.id: Facts(events=events)}), Settings())
    assert "共1条" in files["chronicle.md"]
    assert "[第2行](pages/a.md#L2)、[第3行](pages/a.md#L3)" in files["chronicle.md"]
    assert files["articles/a-0.md"].count("| 2023年12月31日 |") == 1


def test_an_empty_library_has_its_landings_too() -> None:
    files = render(bound([]), Settings())
    assert "还没有版面。" in files["index.md"]
    assert "眼下没有标出存疑" in files["doubts.md"]


def test_a_page_name_or_a_headline_cannot_leave_the_front_matter() -> None:
    nasty = "题\n---\nx: y\x00\u202e"
    page = made_page("a.txt", [(1, Kind.HEADLINE, nasty), (1, Kind.PARAGRAPH, "文。")])
    content = render(bound([page]), Settings())["articles/a-0.md"]
    assert front_matter(content)["title"] == "题 --- x: y␀⇐"
    assert front_matter(content)["id"] == "a-0"
