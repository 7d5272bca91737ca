"""Quotations: what somebody says, in marks or not, with the one who says it by the words of the page."""

import pytest

from generator.extract import extract
from generator.model import Quote
from tests.extract.made import article, issue


def quotes(*paragraphs: str) -> tuple[Quote, ...]:
    return extract(article(*paragraphs), issue("2023-06-16")).quotes


def told(*paragraphs: str) -> list[tuple[str, str | None, str | None, bool]]:
    """Words, speaker, office and whether they stand in marks, of the quotations that nothing speaks against."""
    return [
        (q.text.value, q.speaker.value if q.speaker else None, q.office.value if q.office else None, q.direct)
        for q in quotes(*paragraphs)
        if not q.doubt
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("清河县县长李大江说：“水渠要先修。”", ("水渠要先修。", "李大江", "清河县县长", True)),
        ("“水渠要先修。”清河县县长李大江说。", ("水渠要先修。", "李大江", "清河县县长", True)),
        ("清河县县长李大江表示，水渠要先修。", ("水渠要先修。", "李大江", "清河县县长", False)),
        ("习近平主席在会上指出：“发展是硬道理。”", ("发展是硬道理。", "习近平", "主席", True)),
        ("“来对了。”某公司总监高·史密斯这样感慨。", ("来对了。", "高·史密斯", "某公司总监", True)),
        ("市水利局有关负责人介绍，工程已过半。", ("工程已过半。", "市水利局有关负责人", None, False)),
        ("市卫生健康委表示,将继续开展义诊。", ("将继续开展义诊。", "市卫生健康委", None, False)),
        ("作为新任商会会长，李大江介绍，会员增加一倍。", ("会员增加一倍。", "李大江", "新任商会会长", False)),
        ("“路通了，心也通了。”村民张先生高兴地告诉记者。", ("路通了，心也通了。", "张先生", "村民", True)),
    ],
)
def test_the_speaker_stands_before_or_behind_with_the_office_as_printed(
    words: str, expected: tuple[str, str, str | None, bool]
) -> None:
    assert told(words) == [expected]


def test_one_that_is_interrupted_is_one_of_two_spans() -> None:
    (quote,) = quotes("“水渠要先修，”清河县县长李大江说，“路也要修。”")
    assert quote.text.value == "水渠要先修，路也要修。"
    assert len(quote.text.spans) == 2
    assert quote.speaker
    assert quote.speaker.value == "李大江"


def test_what_follows_without_marks_is_a_quotation_of_its_own() -> None:
    found = told("“来对了。”清河县县长李大江说，明年还要再来。")
    assert [(words, direct) for words, _, _, direct in found] == [("来对了。", True), ("明年还要再来。", False)]


def test_marks_inside_of_marks_do_not_end_it() -> None:
    (quote,) = quotes("清河县县长李大江说：“要过‘紧日子’。要把“钱袋子”管好。”")
    assert quote.text.value == "要过‘紧日子’。要把“钱袋子”管好。"


@pytest.mark.parametrize(
    "words",
    [
        "画出“时间表”“施工图”。",
        "深入实施“百千万工程”，坚持“一张图”。",
        "据统计，去年共有三千人参加。",
        "记者了解到，工程已经过半。",
        "俗话说：“众人拾柴火焰高。”",
        "这部小说，他读了三遍。",
        "大会表示热烈祝贺。",
        "清河县水利局，简称：县水利局。",
        "会议通过的报告指出，要先修水渠。",
    ],
)
def test_what_nobody_says_is_no_quotation(words: str) -> None:
    assert quotes(words) == ()


def test_a_figure_before_a_quotation_names_no_speaker() -> None:
    (quote,) = quotes("全县有1000名村民参加。“这条路修得好！”")
    assert quote.speaker is None
    assert quote.doubt == "quotes.no_speaker"


def test_he_is_the_last_who_spoke_and_only_perhaps() -> None:
    first, second = quotes("清河县县长李大江说：“水渠要先修。”他表示，路也要修。")
    assert first.doubt == ""
    assert second.speaker
    assert (second.speaker.value, second.doubt) == ("李大江", "quotes.pronoun")


def test_marks_at_once_behind_somebodys_words_are_his_only_perhaps() -> None:
    found = quotes("清河县县长李大江说，水渠要修。“路也要修。”全县都在动工。")
    assert [(q.speaker.value if q.speaker else None, q.doubt) for q in found] == [
        ("李大江", ""),
        ("李大江", "quotes.goes_on"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "清河县县长李大江15日对媒体说，水渠要修。",
        "清河县县长李大江今天（6月15日）向媒体表示，水渠要修。",
        "在镇长王小花陪同下，清河县县长李大江指出，水渠要修。",
    ],
)
def test_a_day_and_a_listener_do_not_hide_the_speaker(words: str) -> None:
    assert [(speaker, office) for _, speaker, office, _ in told(words)] == [("李大江", "清河县县长")]


@pytest.mark.parametrize("words", ["深刻把握省政府要求，抓好落实。", "日本人士表示言论损害关系日本人士认为，不妥。"])
def test_a_headline_that_runs_into_the_words_names_nobody(words: str) -> None:
    assert all(q.speaker is None or q.doubt for q in quotes(words))


def test_the_only_one_who_is_named_before_the_marks_may_be_the_speaker() -> None:
    (quote,) = quotes("清河县县长李大江充满期待：“水渠修好了，明年丰收！”")
    assert quote.speaker
    assert (quote.speaker.value, quote.doubt) == ("李大江", "quotes.earlier")
    assert quotes("小店门口贴出告示：“今日休息，明日开门。”") == ()


def test_two_who_speak_together_are_not_one_of_them() -> None:
    (quote,) = quotes("清河县县长李大江、副县长王小花表示，水渠要修。")
    assert quote.speaker
    assert (quote.speaker.value, quote.doubt) == ("清河县县长李大江、副县长王小花", "quotes.several")


def test_a_remark_in_brackets_is_no_part_of_the_name() -> None:
    assert [speaker for _, speaker, _, _ in told("清河县县长李大江（右）说，水渠修好了。")] == ["李大江"]


def test_a_meeting_speaks_only_with_a_doubt() -> None:
    (quote,) = quotes("会议强调，要抓好秋收。")
    assert quote.doubt == "quotes.meeting"


def test_sentences_that_go_on_in_the_same_form_belong_to_it_with_a_doubt() -> None:
    (quote,) = quotes("清河县县长李大江强调，要修水渠。要修路。各乡镇已经动工。")
    assert quote.text.value == "要修水渠。要修路。"
    assert quote.doubt == "quotes.and_then"


def test_to_whom_it_is_said_is_not_who_says_it() -> None:
    assert [speaker for _, speaker, _, _ in told("清河县县长李大江对村民王小花说：“水渠要先修。”")] in ([], ["李大江"])


def test_who_listens_is_told_as_speaker_at_most_with_a_doubt() -> None:
    assert [name for _, name, _, _ in told("向市民王磊说，水渠要修。")] == []


def test_a_preposition_inside_of_a_name_ends_no_name() -> None:
    assert [name for _, name, _, _ in told("韩国总统文在寅表示，两国关系很好。")] == ["文在寅"]


def test_who_speaks_for_a_body_is_not_the_body() -> None:
    found = told("李大江常委代表民革中央提出，要发展教育。")
    assert [speaker for _, speaker, _, _ in found] == ["李大江"]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("清河县委书记李大江看望困难党员王小花时叮嘱，要保重身体。", "李大江"),
        ("清河县县长李大江会见省长王小花时表示，感谢支持。", "李大江"),
        ("清河县县长李大江听取副县长王小花汇报后强调，水渠要修。", "李大江"),
        ("村民王小花感谢镇长李大江说：“路通了。”", "王小花"),
        ("市民王小花举报镇长李大江称，水渠没有修。", "王小花"),
        ("清河县县长李大江代表县委书记王小花致辞时说，水渠要修。", "李大江"),
        ("镇长李强替村民王磊说，谢谢大家。", "李强"),
        ("镇长李大江与村民王小花座谈时说，水渠要修。", "李大江"),
        ("省长王磊批示要求，水渠要修。", "王磊"),
        ("李大江的母亲王小花说：“他很孝顺。”", "王小花"),
        ("市救助站站长李大江说，水渠要修。", "李大江"),
    ],
)
def test_who_is_visited_praised_or_spoken_for_does_not_speak(words: str, speaker: str) -> None:
    assert [name for _, name, _, _ in told(words)] == [speaker]


@pytest.mark.parametrize(
    "words",
    [
        "有人冒充市长李大江称，要借钱。",
        "网传市长李大江表示，两县将合并。",
        "诈骗分子自称是市长李大江说，要转账。",
        "市长李大江不认为，水渠能修。",
        "市长李大江未透露，水渠何时修。",
        "市长李大江拒绝透露，谁来修水渠。",
        "记者采访市长李大江时说，天气很好。",
        "市长李大江对水渠寄予希望，水渠于6月动工。",
        "市水利局征集意见、建议，共收到100条。",
    ],
)
def test_what_is_rumoured_put_on_or_not_said_is_nobodys(words: str) -> None:
    assert quotes(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "受访的李大江、清河县委书记王小花说，水渠要修。",
        "奥委会主席考文垂和名誉主席王小花表示，祝贺大会。",
    ],
)
def test_one_of_two_is_not_told_as_the_only_one(words: str) -> None:
    assert [quote.doubt for quote in quotes(words)] == ["quotes.several"]


def test_an_office_of_several_parts_is_one_persons() -> None:
    found = told("县委书记、董事长李大江说，水渠要修。", "市人力资源和社会保障局局长王小花说，水渠要修。")
    assert [name for _, name, _, _ in found] == ["李大江", "王小花"]


def test_with_another_name_before_it_is_open_who_speaks() -> None:
    (quote,) = quotes("律师王小花代被告人李大江表示，认罪。")
    assert quote.doubt


def test_marks_between_two_who_speak_may_be_either_ones() -> None:
    (quote,) = quotes("“今年收成不错。”王磊说，“比去年强。”李强说。")
    assert quote.doubt == "quotes.shared"


def test_an_office_holds_no_other_name_and_no_verb() -> None:
    (quote,) = quotes("老师王磊教育学生李强时说：“要努力。”")
    assert quote.doubt
    assert quote.office is None or "教育" not in quote.office.value
    assert [name for _, name, _, _ in told("李大江的同事王小花告诉记者，水渠修好了。")] == ["王小花"]


def test_marks_that_a_colon_brings_in_belong_to_whoever_stands_before_it() -> None:
    found = quotes("歌手王小花唱道：“我爱这里。”李大江说，唱得好。")
    assert [q.speaker.value if q.speaker else None for q in found if not q.doubt] == ["李大江"]
    assert "我爱这里。" not in [q.text.value for q in found if not q.doubt]


def test_a_row_of_points_is_told_to_its_end() -> None:
    (quote,) = quotes("清河县县长李大江表示，一是修路。二是架桥。三是通水。全县都在动工。")
    assert quote.text.value == "一是修路。二是架桥。三是通水。"
    assert quote.doubt == "quotes.and_then"


def test_where_the_reporter_may_go_on_the_end_is_open() -> None:
    (quote,) = quotes("村民小丽说，他被带到一间屋子里，于是家人马上报警。")
    assert quote.doubt == "quotes.told_on"


def test_a_sentence_that_breaks_off_is_doubtful() -> None:
    (quote,) = quotes("清河县县长李大江说，水渠要先")
    assert quote.doubt == "quotes.cut"


def test_it_grows_no_faster_than_the_page() -> None:
    many = quotes("清河县县长李大江说，" * 3000)
    assert sum(len(quote.text) for quote in many) < 1200 * 3000
    assert quotes("“" * 3000 + "说：" * 3000) is not None


def test_somebody_named_right_behind_a_quotation_is_pointed_at_and_not_made_its_speaker() -> None:
    (quote,) = quotes("“日子越过越好了。”清河县县长李大江的脸上满是笑容。")
    assert (quote.speaker, quote.doubt) == (None, "quotes.named_behind")
    (quote,) = quotes("“日子越过越好了。”村里满是笑声。")
    assert (quote.speaker, quote.doubt) == (None, "quotes.no_speaker")
