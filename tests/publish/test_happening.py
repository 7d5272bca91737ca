"""One happening, several articles: its file, the borrowed day, and the links that an article's words bear."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.model import Date, Event, Facts, Kind, Library, Mention, Subject
from generator.publish.address import article_file, happening_file
from generator.publish.article import article_view
from generator.publish.desk import Desk
from generator.publish.render import render
from generator.publish.words import words
from tests.publish.made import Settings, bound, find, made_page
from tests.relate.printed import collection, page

MEETING = "004_8fe30a7831068c4f-0"
REST = "004_8fe30a7831068c4f-6715"
COMMENTARY = "004_8fe30a7831068c4f-3213"
LINK = re.compile(r"(?<!\\)\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?P<target>[^)\s]*)")
DOSSIER = re.compile(r"\.\./(?:places|initiatives|organisations|people|documents)/")


@pytest.fixture(scope="module")
def desk(library: Library) -> Desk:
    return Desk(library, words("zh"))


@pytest.fixture(scope="module")
def files(library: Library) -> Mapping[str, str]:
    return render(library, Settings())


def test_each_article_of_a_happening_leads_to_its_file_and_is_named_there(
    library: Library, files: Mapping[str, str]
) -> None:
    assert len(library.happenings) >= 2
    for happening in library.happenings:
        told = files[happening_file(happening.id)]
        for name in happening.articles:
            assert f"../articles/{name}.md" in told
            assert f"../events/{happening.id}.md" in files[article_file(name)]
        assert f"({happening.id}.md)" in files["events/index.md"]


def test_a_borrowed_day_is_marked_with_the_line_that_prints_it(desk: Desk, files: Mapping[str, str]) -> None:
    rows = [row for row in files[article_file(REST)].splitlines() if "日期取自另一篇" in row]
    assert len(rows) == 1
    assert "2023年6月15日" in rows[0]
    assert "../pages/004_8fe30a7831068c4f.md#L8)" in rows[0]
    assert f"({MEETING}.md)" in rows[0]
    assert "日期取自另一篇" not in files[article_file(MEETING)]
    own = article_view(desk, desk.article[MEETING])["timeline"]
    assert all("borrowed" not in row for row in own)


def test_a_place_that_was_not_read_is_not_said_to_be_unprinted(files: Mapping[str, str]) -> None:
    row = next(row for row in files[happening_file(MEETING)].splitlines() if "何地" in row)
    assert "没有读出地点" in row
    assert words("zh")("not_printed") not in row


def test_a_commentary_that_names_no_meeting_is_given_no_day(files: Mapping[str, str]) -> None:
    timeline = files[article_file(COMMENTARY)].partition("{#timeline}")[2].partition("\n## ")[0]
    assert "6月15日" not in timeline
    row = next(row for row in files[happening_file(MEETING)].splitlines() if row.startswith("| [为再造"))
    assert words("zh")("date_lacks") in row
    assert "日期取自" not in row.replace(words("zh")("date_lacks"), "")


def test_a_sentence_of_which_the_article_doubts_a_word_says_so(files: Mapping[str, str]) -> None:
    told = [row for row in files[happening_file(MEETING)].splitlines() if "陈岸明" in row]
    assert told
    assert all(f"../articles/{REST}.md#doubts" in row for row in told)


def test_a_related_article_says_why_with_the_lines_of_both(library: Library, files: Mapping[str, str]) -> None:
    for article in library.articles:
        section = files[article_file(article.id)].partition("{#related}")[2].partition("\n## ")[0]
        entries = [line for line in section.splitlines() if line.startswith("- ")]
        rows = [line for line in section.splitlines() if line.startswith("| ") and "#L" in line]
        assert all("因为" in entry for entry in entries)
        assert len(rows) >= len(entries)
        assert all(row.count("#L") >= 2 for row in rows)


def bodies(desk: Desk, library: Library) -> list[tuple[str, str, str]]:
    return [
        (article.id, piece["kind"], piece["words"])
        for article in library.articles
        for piece in article_view(desk, article)["pieces"]
    ]


def test_no_link_stands_in_another_one(desk: Desk, library: Library) -> None:
    for name, _, said in bodies(desk, library):
        bare = LINK.sub(lambda match: match["words"], said)
        assert not re.search(r"(?<!\\)\]\(", bare), (name, said)


def test_a_subject_is_linked_once_in_an_article_and_in_no_headline(desk: Desk, library: Library) -> None:
    seen: dict[str, list[str]] = {}
    for name, kind, said in bodies(desk, library):
        targets = [match["target"] for match in LINK.finditer(said) if DOSSIER.match(match["target"])]
        assert kind in {"paragraph", "item"} or not targets
        seen.setdefault(name, []).extend(targets)
    assert all(len(targets) == len(set(targets)) for targets in seen.values())
    assert sum(map(len, seen.values())) > 60


def test_the_link_is_at_the_first_place_that_is_sure_and_free(desk: Desk, library: Library) -> None:
    """Before a subject's link no sure mention of it stands in a paragraph, but within another link."""
    for article in library.articles:
        view = article_view(desk, article)
        said = {piece["anchor"]: piece["words"] for piece in view["pieces"]}
        for mention, subject in library.subjects_in(article.id).items():
            if mention.doubt or mention.paragraph is None or article.body[mention.paragraph].kind is Kind.SUBHEAD:
                continue
            linked = [
                int(anchor[1:]) - 1
                for anchor, text in said.items()
                if anchor[0] == "p" and f"/{subject.slug}.md)" in text
            ]
            inside = mention.text.value in "".join(m["words"] for m in LINK.finditer(said[f"p{mention.paragraph + 1}"]))
            assert linked[:1] == [min(linked[0], mention.paragraph)] if linked else inside, (article.id, mention)


def test_a_date_within_a_name_keeps_its_line_and_the_name_is_linked_where_it_comes_again() -> None:
    name = "乡村2023年大会"
    printed = made_page("a.txt", [(1, Kind.PARAGRAPH, f"{name}开了。"), (1, Kind.PARAGRAPH, f"人人说起{name}。")])
    article = printed.articles[0]
    first, again = find(printed.seed, name), find(printed.seed, name, 10)
    year = Date(find(printed.seed, "2023年"), date(2023, 1, 1), date(2023, 12, 31), "year", "year")
    mentions = (Mention("initiative", first, name, 0), Mention("initiative", again, name, 1))
    facts = Facts(events=(Event(year, article.body[0].text, 0),), mentions=mentions)
    subject = Subject("initiative", name, "dahui", tuple((article.id, mention) for mention in mentions))
    library = bound([printed], {article.id: facts}, subjects=(subject,))
    one, two = (piece["words"] for piece in article_view(Desk(library, words("zh")), article)["pieces"])
    assert [match["words"] for match in LINK.finditer(one)] == ["2023年"]
    assert [match["words"] for match in LINK.finditer(two)] == [name]


def test_a_mention_in_doubt_is_not_linked() -> None:
    printed = made_page("a.txt", [(1, Kind.PARAGRAPH, "侨心工程开工。"), (1, Kind.PARAGRAPH, "侨心工程完工。")])
    article = printed.articles[0]
    texts = find(printed.seed, "侨心工程"), find(printed.seed, "侨心工程", 5)
    doubted = Mention("initiative", texts[0], "侨心工程", 0, doubt="initiatives.short")
    sure = Mention("initiative", texts[1], "侨心工程", 1)
    subject = Subject("initiative", "侨心工程", "qiaoxin", ((article.id, doubted), (article.id, sure)))
    library = bound([printed], {article.id: Facts(mentions=(doubted, sure))}, subjects=(subject,))
    one, two = (piece["words"] for piece in article_view(Desk(library, words("zh")), article)["pieces"])
    assert not LINK.search(one)
    assert LINK.search(two)


def test_printed_words_that_look_like_markup_stay_words(tmp_path: Path) -> None:
    name = "第三届“<b>荔枝</b>[甲](x.md)*乙*|丙{{ 7 }}”产业发展大会"
    pages = {
        "a": page(21, "荔枝大会在高州开幕", f"本报讯（记者 李文）5月20日，{name}在高州市根子镇举行，客商云集。"),
        "b": page(22, "根子镇忙发货", f"本报讯（记者 陈明）{name}在高州市举行，根子镇的果农忙着发货。"),
    }
    library = collection(tmp_path / "seeds", pages)
    assert len(library.happenings) == 1
    told = render(library, Settings())[happening_file(library.happenings[0].id)].partition("---\n\n")[2]
    assert "<b>" not in told
    assert not re.search(r"(?<!\\)\]\(x\.md\)", told)
    assert "{{" not in told
    assert "*乙*" not in told.replace("\\*乙\\*", "")
