"""Whatever the words, extraction yields slices of them and never stumbles."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract import extract
from generator.model import Basis, Claim, DateRange, Issue
from generator.summarise import summarise
from tests.extract.made import article

LETTERS = (
    "0123456789〇一二三四五六七八九十百零○两年月日号周旬底末初季度半上中下前后今去明同当本至到—-、以来截止世纪代时晚"
    "，。：“”‘’（）《》村县.多"
)
NAMES = (
    "截至 以来 星期 上旬 2023年 12月 31日 30日 腊月 将 已 “十四五”时期 茂名市 高州 根子镇 南海 我市 "
    "“百千万工程” 行动 （简称“双百行动”） 亿元 % 增长 同比 约 以上 三成 分之 家 个 第"
)
WORDS = st.lists(st.sampled_from([*LETTERS, *NAMES.split()]), max_size=40).map("".join)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@settings(deadline=None)  # the first call reads the tables
@given(st.lists(WORDS, max_size=3), DAYS, st.integers(0, 800))
def test_facts_are_slices_in_order_and_ranges_run_forwards(paragraphs: list[str], first: date, length: int) -> None:
    made = article(*paragraphs)
    days = DateRange(first, first + timedelta(days=length))
    printed = Issue(Claim("茂名日报", Basis.PRINTED), Claim(days, Basis.INFERRED))
    facts = extract(made, printed)
    source = "\n".join(paragraphs)
    texts = [*(d.text for d in facts.dates), *(m.text for m in facts.mentions), *(s.text for s in facts.sentences)]
    texts += [text for f in facts.figures for text in (f.text, f.subject, f.qualifier, f.comparison) if text]
    for text in [*texts, *(e.sentence for e in facts.events)]:
        (span,) = text.spans
        assert source[span.start : span.end] == text.value
    for found in facts.dates:
        assert (found.start is None) == (found.end is None) == (found.precision == "none")
        assert found.start is None or found.end is None or found.start <= found.end
    assert all(e.status in {"happened", "planned", "ongoing", "unknown"} for e in facts.events)
    assert set(summarise(made, facts)) <= set(facts.sentences)
