"""Tables over the whole collection, against what two readers say the five pages print: no more, no less."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import Library
from generator.publish.desk import Desk
from generator.publish.tables import BOARDS, boxes, lists, pairings, policies, setups
from generator.publish.tables.cells import Told, every
from generator.publish.tables.layout import Board
from generator.publish.words import words
from generator.text import Text

TRUTH: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "truth" / "relations" / "tables.yml").read_text(encoding="utf-8")
)
SHOWN = ("threshold", "rate", "amount", "cap")


@pytest.fixture(scope="module")
def desk(library: Library) -> Desk:
    return Desk(library, words("zh"))


def line(desk: Desk, text: Text) -> str:
    """Where a text begins, as the truth says it."""
    seed, first, _ = desk.library.lines_of(text)[0]
    return f"{seed[:3]}:{first}"


def said(board: Board) -> str:
    """All that a page of tables says."""
    parts = [board.intro]
    for section in board.sections:
        parts += [section.heading, *section.said, *(cell for row in section.rows for cell in row)]
    return "\n".join(parts)


def told_pairs(desk: Desk) -> list[dict[str, Any]]:
    """The pairings as the truth writes them down."""
    return [
        {
            "helpers": [text.value for text in pair.prints[0].helpers],
            "helped": [text.value for text in pair.prints[0].helped],
            "forms": [text.value for text in pair.prints[0].forms],
            "lines": sorted({line(desk, one.pairing.text) for one in pair.prints}),
            "mutual": pair.mutual,
            "place": pair.place,
            "general": pair.doubt == "pairings.general",
        }
        for pair in desk.library.paired
    ]


def test_every_pairing_that_is_told_is_one_that_a_reader_found(desk: Desk) -> None:
    for told in (told for told in told_pairs(desk) if not told["general"]):
        sides = sorted([sorted(told["helpers"]), sorted(told["helped"])])
        true = [row for row in TRUTH["pairings"] if sorted([sorted(row["helpers"]), sorted(row["helped"])]) == sides]
        assert true, told
        assert told["lines"] == sorted(true[0]["lines"]), told
        assert told["mutual"] == true[0].get("mutual", False), told
        assert told["forms"] == true[0].get("forms", []), told
        if not told["mutual"]:
            assert told["helpers"] == true[0]["helpers"], told
            assert told["place"].removeprefix("广东省/").startswith(true[0].get("county", "")), told


def test_every_pairing_that_the_readers_found_is_told_but_those_told_in_other_words(desk: Desk) -> None:
    found = {tuple(sorted((*told["helpers"], *told["helped"]))) for told in told_pairs(desk)}
    missed = [row for row in TRUTH["pairings"] if tuple(sorted((*row["helpers"], *row["helped"]))) not in found]
    assert [row for row in missed if not row.get("untold")] == []


def test_no_pair_is_made_of_lists_that_stand_side_by_side(desk: Desk) -> None:
    helpers = {text.value for pair in desk.library.paired for one in pair.prints for text in one.helpers}
    assert not helpers & {row["helper"] for row in TRUTH["no_pairs"]}


def test_a_pairing_stands_under_the_city_of_the_place_that_is_helped(desk: Desk) -> None:
    """No Jiangmen helper stands in a table of Maoming; who only works together stands in no city's table."""
    board = pairings.board(desk)
    cities = {section.heading: section for section in board.sections if section.anchor.startswith("c")}
    assert set(cities) == {"江门市", "茂名市"}
    assert "江门日报" not in "".join(cell for row in cities["茂名市"].rows for cell in row)
    assert "茂名日报" not in "".join(cell for row in cities["江门市"].rows for cell in row)
    both = next(section for section in board.sections if section.anchor == "both")
    assert len(both.rows) == sum(bool(row.get("mutual")) for row in TRUTH["pairings"])


def test_a_policy_card_gives_each_measure_its_own_amounts(desk: Desk) -> None:
    found = policies.cards(desk)
    assert [desk.title(card.article).words for card in found] == [card["title"] for card in TRUTH["policies"]]
    for card, true in zip(found, TRUTH["policies"], strict=True):
        assert [line(desk, measure.said) for measure in card.measures] == [row["line"] for row in true["measures"]]
        for measure, row in zip(card.measures, true["measures"], strict=True):
            assert {kind: [figure.text.value for figure in measure.of(kind)] for kind in SHOWN} == {
                kind: row.get(kind, []) for kind in SHOWN
            }
            assert (measure.who.value if measure.who else "").startswith(row.get("who", ""))
            assert bool(measure.who) == ("who" in row)
            assert (measure.name.value if measure.name else None) == row.get("name")


def test_half_a_notice_says_that_it_is_half_and_counts_nothing(desk: Desk) -> None:
    sections = {section.anchor: "".join(section.said) for section in policies.board(desk).sections}
    assert "后一半" in sections["card1"]
    assert "01版" in sections["card1"]
    assert "十五项" in sections["card1"]
    assert "一半" not in sections["card2"]


def test_a_box_of_figures_stands_once_with_where_its_items_are_printed_again(desk: Desk) -> None:
    found = list(boxes.boxes(desk))
    assert [box.head.value if box.head else None for box in found] == [box["head"] for box in TRUTH["boxes"]]
    for box, true in zip(found, TRUTH["boxes"], strict=True):
        assert len(box.items) == len(true["items"])
        for item, row in zip(box.items, true["items"], strict=True):
            assert line(desk, item.text) == row["line"]
            assert item.text.value.startswith(row["begins"])
            assert sorted(line(desk, text) for text in (*item.words, *item.numbers)) == sorted(row["again"])


def test_a_list_of_names_is_counted_by_county(desk: Desk) -> None:
    told = [one for one in every(desk, lambda facts: facts.lists) if lists.is_of_names(desk, one)]
    for row in TRUTH["lists"]:
        one = next(one for one in told if line(desk, one.fact.text) == row["line"])
        assert one.fact.announced == row["announced"] == len(one.fact.items)
        counties = {chain[-1]: len(items) for chain, items in lists.by_county(desk, one).items()}
        assert counties == row["counties"]


def test_a_sum_is_told_only_where_the_page_makes_it_one(desk: Desk) -> None:
    told = list(every(desk, lambda facts: facts.checks))
    assert [
        (line(desk, one.fact.text), one.fact.whole.text.value, [part.text.value for part in one.fact.parts])
        for one in sorted(told, key=lambda one: line(desk, one.fact.text), reverse=True)
    ] == [(row["line"], row["whole"], row["parts"]) for row in TRUTH["sums"]]
    shown = said(lists.board(desk))
    assert "13 + 5 + 8 &#61; 26" in shown
    assert "269" not in shown


def test_a_document_stands_once_with_its_issuer_as_printed(desk: Desk) -> None:
    table = {re.sub(r"<[^>]+>", "", row[0]): row for section in setups.board(desk).sections[:2] for row in section.rows}
    assert not [title for title in table if any(film in title for film in TRUTH["no_documents"])]
    for row in TRUTH["documents"]:
        title = next(shown for shown in table if shown.startswith(row["title"]))
        seed, _, number = row["line"].partition(":")
        assert re.search(rf"\[第{number}(?:–\d+)?行\]\(pages/{seed}", table[title][-1]), title
        assert row.get("issuer", "") in table[title][1]


def test_every_row_of_every_table_leads_to_a_line(desk: Desk) -> None:
    for board in (make(desk) for make in BOARDS):
        for section in board.sections:
            assert all(re.search(r"#L\d+\)", "".join(row)) for row in section.rows), (board.path, section.anchor)


def test_two_documents_of_one_common_title_stay_two(desk: Desk) -> None:
    """《通知》 of two articles is not one document, nor is a plan of two papers."""
    told = list(every(desk, lambda facts: facts.documents))
    one, other = (next(each for each in told if each.article.id.startswith(seed)) for seed in ("001", "003"))
    common = replace(one.fact, text=renamed(one.fact.text, "《通知》"))
    again = [Told(article, common) for article in (one.article, other.article)]
    assert len(setups.by_title(desk, again)) == 2
    assert len(setups.by_title(desk, [again[0], again[0]])) == 1
    assert len(setups.by_title(desk, [one, Told(other.article, one.fact)])) == 2


def renamed(text: Text, words_: str) -> Text:
    return Text.by("test", words_, text.seeds[0], text.start)


def test_parts_behind_of_which_are_not_said_to_be_all_or_to_lie_apart(desk: Desk) -> None:
    """26个，其中13个、5个、8个: that they make 26 is reckoned here; the page does not say that none is in two."""
    shown = said(lists.board(desk))
    assert "恰等于总数；原文用“其中”，没有说分项不重叠" in shown
    assert "原文说这些相加正是总数" not in shown
    assert "只有原文说分项就是全部" not in shown
    sums = next(one for one in lists.board(desk).carried if one.name == "sums.csv")
    assert any("原文用“其中”" in cell for row in sums.rows for cell in row)


def policy_cells(desk: Desk, line_: str) -> list[str]:
    """The cells of the policy card's row that leads to a line, without marks."""
    rows = (row for section in policies.board(desk).sections for row in section.rows)
    row = next(row for row in rows if f"#L{line_})" in row[1])
    return [re.sub(r"<[^>]+>", "", cell.replace("<br>", "|")) for cell in row]


def test_a_cap_says_for_each_of_what_it_is(desk: Desk) -> None:
    assert policy_cells(desk, "446")[-1] == "每场活动支持金额不超过1万元|每个企业支持金额每年不超过3万元"
    assert policy_cells(desk, "477")[4] == "每新增1票支持0.5元"
    assert policy_cells(desk, "477")[-1] == "每个跨境电商监管场所每年支持金额不超过10万元"
    assert policy_cells(desk, "543")[5] == "20万元的一次性资金支持"
    assert policy_cells(desk, "460")[-1] == "不超过50万元"
    carried = policies.board(desk).carried[0]
    assert any("每场活动支持金额不超过1万元；每个企业支持金额每年不超过3万元" in row for row in carried.rows)


def test_a_cap_of_the_next_sentence_is_not_given_to_this_one_but_pointed_at(desk: Desk) -> None:
    assert policy_cells(desk, "543")[-1] == "本句未写，见下一行"
    assert policy_cells(desk, "553")[-1] == "每个孵化项目运营主体每年获得支持金额不超过150万元"


def test_a_threshold_that_is_a_duration_bears_no_doubt(desk: Desk) -> None:
    assert policy_cells(desk, "460")[3] == "4个月以上"


def test_a_measure_without_a_number_leads_to_its_whole_paragraph(desk: Desk) -> None:
    shown = said(policies.board(desk))
    assert "第490–503行" in shown
    assert "第505–508行" in shown


def test_only_who_is_said_to_help_whom_is_counted_as_that(desk: Desk) -> None:
    """What goes both ways, and what is a number or general, is counted apart."""
    board = pairings.board(desk)
    sections = {section.anchor: len(section.rows) for section in board.sections}
    named = sum(count for anchor, count in sections.items() if anchor.startswith("c"))
    assert f"写明谁帮哪一处的{named}对" in board.intro
    assert f"没有写明谁帮谁的{sections['both']}对" in board.intro
    assert f"存疑的{sections['general']}条" in board.intro
    assert named + sections["both"] + sections["general"] == len(desk.library.paired)
    assert f"{len(desk.library.paired)}对" not in board.intro


def test_what_is_carried_away_says_which_of_its_lines_are_one_pairing(desk: Desk) -> None:
    carried = pairings.board(desk).carried[0]
    assert len(carried.rows) == sum(len(pair.prints) for pair in desk.library.paired)
    assert {row[0] for row in carried.rows} == {str(number) for number in range(1, len(desk.library.paired) + 1)}
    assert "每印一处一行" in desk.words(carried.called)


def test_what_a_page_only_counts_is_told_apart_from_what_it_lists(desk: Desk) -> None:
    """Of 八项重点工作 and 十五项措施 no list is here; that of the second may stand in the half that is missing."""
    bare = {one.fact.text.value: one.fact.announced for one in lists.only_counted(desk)}
    assert bare["八项重点工作"] == 8
    assert bare["十五项措施"] == 15
    listed = {one.fact.text.value for one in every(desk, lambda facts: facts.lists)}
    assert not set(bare) & listed
    section = next(one for one in lists.board(desk).sections if one.anchor == "bare")
    torn = next("".join(row) for row in section.rows if "十五项措施" in "".join(row))
    assert "上文在01版，未收" in torn
    assert "未见逐项列出" in torn


def test_a_list_that_is_short_says_that_the_rest_of_its_article_is_not_here(desk: Desk) -> None:
    rows = ["".join(row) for section in lists.board(desk).sections for row in section.rows]
    assert "下文在03版，未收" in next(row for row in rows if "说有4项，只见1项" in row)
    assert "未收" not in next(row for row in rows if "说有8项，只见4项" in row)
