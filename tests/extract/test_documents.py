"""Documents: papers with a title in marks, not films, books and papers to read."""

import pytest

from generator.extract import extract
from generator.model import Document
from tests.extract.made import article, issue


def documents(*paragraphs: str) -> tuple[Document, ...]:
    return extract(article(*paragraphs), issue("2023-06-16")).documents


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("印发《清河县防汛工作方案》。", ["《清河县防汛工作方案》"]),
        ("发放《农产品质量安全法》《用药明白纸》等资料。", ["《农产品质量安全法》", "《用药明白纸》"]),
        ("《区域全面经济伙伴关系协定》全面生效。", ["《区域全面经济伙伴关系协定》"]),
        ("落实《海关优化营商环境16条》。", ["《海关优化营商环境16条》"]),
        ("印发《关于表彰先进集体》的通知。", ["《关于表彰先进集体》"]),
        ("会上播放了《清河新貌》专题片。", []),
        ("全班观看电影《流浪的计划》。", []),
        ("《清河日报》刊登了来信。", []),
        ("他爱读《红楼梦》。", []),
        ("他写了《清河报告》一书。", []),
    ],
)
def test_papers_are_told_from_films_and_books(words: str, titles: list[str]) -> None:
    assert [found.text.value for found in documents(words) if not found.doubt] == titles


def test_who_issued_it_by_which_verb_and_what_it_does() -> None:
    (found,) = documents("近日，市水利局、市农业农村局联合印发《清河县防汛工作方案（试行）》，明确三级责任。")
    assert found.issuer
    assert found.verb
    assert found.says
    assert found.status
    assert (found.issuer.value, found.verb.value) == ("市水利局、市农业农村局", "联合印发")
    assert (found.says.value, found.status.value) == ("明确三级责任。", "试行")


def test_an_issuer_that_is_not_printed_is_none() -> None:
    (found,) = documents("联合市水利局印发《清河县防汛工作方案》。")
    assert found.issuer is None
    (found,) = documents("认真落实《清河县防汛工作方案》，守住堤防。")
    assert (found.issuer, found.says) == (None, None)


def test_what_only_its_verb_calls_a_document_is_doubtful() -> None:
    (found,) = documents("县里印发《清河往事》，送到各户。")
    assert found.doubt == "documents.by_verb"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("《清河县防汛条例》明确，到2025年堤防全部加固。", "到2025年堤防全部加固。"),
        ("《清河公约》今天全面生效，各方祝贺。", "今天全面生效"),
        ("县里出台《清河县防汛方案》，制定三项制度，明确责任。", None),
    ],
)
def test_what_it_says_stands_at_once_behind_it(words: str, says: str | None) -> None:
    (found,) = documents(words)
    assert (found.says.value if found.says else None) == says


def test_what_is_not_done_yet_has_no_verb() -> None:
    (found,) = documents("清河县拟出台《清河县防汛办法》。")
    assert (found.verb, found.issuer, found.says) == (None, None, None)


@pytest.mark.parametrize(
    "words",
    [
        "清河县政府正在制定《清河县防汛规划》。",
        "网传清河县政府印发《清河县防汛规划》。",
        "王磊冒充清河县政府印发《清河县防汛规划》。",
        "清河县政府同意印发《清河县防汛规划》。",
        "清河县政府决定废止2018年印发的《清河县防汛规划》。",
        "清河县政府收回印发的《清河县防汛规划》。",
        "清河县被曝伪造省政府印发的《清河县防汛规划》。",
        "清河县政府印发省水利厅《清河县防汛规划》的通知。",
    ],
)
def test_what_is_taken_back_forged_or_of_another_has_no_verb(words: str) -> None:
    (found,) = documents(words)
    assert (found.verb, found.issuer, found.says) == (None, None, None)


@pytest.mark.parametrize(
    "words", ["清河县水利局转发省水利厅印发的《防汛规划》，要求各地执行。", "清河县配合省水利厅印发《防汛规划》。"]
)
def test_who_hands_it_on_did_not_issue_it(words: str) -> None:
    (found,) = documents(words)
    assert found.issuer
    assert (found.issuer.value, found.says) == ("省水利厅", None)


def test_who_makes_known_what_another_drew_up_did_not_issue_it() -> None:
    (found,) = documents("清河县水利局公布了省水利厅制定的《防汛规划》。")
    assert found.issuer is None


def test_a_body_with_a_word_for_not_yet_in_its_name_issues() -> None:
    (found,) = documents("清河县未成年人保护办印发《防汛方案》。")
    assert found.verb
    assert found.verb.value == "印发"
