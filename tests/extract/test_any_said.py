"""Whatever the words of speech, lists and deeds, and in whatever order: what is told are slices of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract import extract
from generator.text import Text
from tests.extract.made import article, issue

PIECES = (
    "“ ” ‘ ’ 《 》 （ ） ， 。 ： ； 、 说 ，说， 说：“ 表示， 强调，要 。” 他 她 记者 县长李大江 "
    "高·史密斯 有关负责人 市水利局 作为 会议 俗话 一是 二是 三是 （一） 第一， 首先， 三种 等三个 五大 "
    "机制 形式 “三师” “一二三” 工作 一套 两项 分别是 即 和 与 及 的 以 为 帮扶 结对 商会 135家 112个 "
    "镇 江口镇 由 分别 到结对的 签订 协议 共建 基地 成立 组建 印发 小组 专班 意见 方案 将 支持 我市 该县 "
    "揭牌成立 成立于2021年的 “百会帮百镇” 行动 工程 大赛 活动 暨 第三届 （简称“双百行动”） （试行） "
    "通知 《防汛方案》 6月15日 今年 1 甲 乙 "
)
ENDLESS = ("县长说，“", "三种机制：", "“三师”", "商会帮扶镇、", "我市成立小组，", "印发《", "一是", "“甲”的“乙”")
WORDS = st.lists(st.sampled_from(PIECES.split()), max_size=40).map("".join)


@settings(deadline=None)  # the first call reads the tables
@given(st.lists(WORDS, min_size=1, max_size=3))
def test_what_is_said_listed_and_done_is_made_of_slices(paragraphs: list[str]) -> None:
    facts = extract(article(*paragraphs), issue("2023-06-16", paper="茂名日报"))
    source = "\n".join(paragraphs)
    texts: list[Text | None] = [text for q in facts.quotes for text in (q.text, q.speaker, q.office)]
    texts += [text for d in facts.documents for text in (d.text, d.issuer, d.verb, d.says, d.status)]
    texts += [text for one in facts.lists for text in (one.text, *one.items)]
    texts += [text for p in facts.pairings for text in (p.text, *p.helpers, *p.helped, p.relation)]
    texts += [text for s in facts.setups for text in (s.text, s.what, s.verb, s.by)]
    texts += [text for m in facts.mentions for text in (m.text, m.proof)]
    for text in filter(None, texts):
        assert text.value
        assert "".join(source[span.start : span.end] for span in text.spans) == text.value
    assert all(one.as_many is None or one.announced is not None for one in facts.lists)
    assert all(one.as_many != (len(one.items) != one.announced) for one in facts.lists if one.as_many is not None)


def test_a_line_without_end_takes_a_time_that_grows_with_it() -> None:
    """A hostile page: each fact looks no further than a fixed number of characters."""
    for piece in ENDLESS:
        facts = extract(article(piece * 2000), issue("2023-06-16"))
        texts = [one.text for one in facts.quotes] + [one.text for one in facts.lists]
        texts += [one.text for one in facts.pairings] + [one.text for one in facts.setups]
        assert sum(map(len, texts)) < 1500 * 2000
