"""`show` says of every block why it is what it is, and lists every repair so that it can be undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import open_page
from generator.extract import extract
from generator.model import Choice, Option, Page, Reason, Seed
from generator.publish.explain import Explainer
from generator.publish.mends import mends
from generator.publish.words import words
from generator.read import read
from generator.recover.repair import repair
from generator.rules import rules
from generator.text import Text

SEEDS = read(Path("seeds"))[0]
SAY = words("zh")
MADE = Seed(
    "made",
    "made.txt",
    "海关助力月饼出口\n\n■记者 梁雪玲\n\n本报讯 平 台 推 广 费 给 予 8 0 ％ 的 支 持 ，⺠企都说好。\n\n"
    "暑气未退，但出口的\n月饼已经装船。\n",
)

seeds = pytest.mark.parametrize("seed", [*SEEDS, MADE], ids=lambda seed: seed.id)


def shown(page: Page, *about: str) -> list[str]:
    explainer = Explainer(page, SAY)
    return list(explainer.about(*about) if about else explainer.everything())


def restored(text: Text, seed: Seed) -> str:
    """What the page prints where a text stands: every step of repair undone."""
    places = zip(text.offsets(), text.value, strict=True)
    characters = {offset: character for offset, character in places if offset is not None}
    for step in mends(text, seed):
        assert step.shown == "" or characters[step.start] == step.shown
        characters |= dict(enumerate(step.printed, step.start))
    return "".join(character for _, character in sorted(characters.items()))


@seeds
def test_every_repair_of_a_line_can_be_undone(seed: Seed) -> None:
    for line in repair(seed):
        spans = line.text.spans
        assert restored(line.text, seed) == seed.source[spans[0].start : spans[-1].end]


@seeds
def test_what_is_not_listed_was_not_repaired(seed: Seed) -> None:
    for line in repair(seed):
        if not mends(line.text, seed):
            assert line.value in seed.source


@seeds
def test_every_block_is_shown_with_its_rule_in_words(seed: Seed) -> None:
    page = open_page(seed)
    lines = shown(page)
    for block in page.blocks:
        file, _, name = block.why.partition(".")
        why = f"{rules(file)[name].says}（{block.why}）：{block.text.value[:10]}"
        assert any(why in line for line in lines), why


@seeds
def test_every_doubt_is_shown(seed: Seed) -> None:
    page = open_page(seed)
    said = "\n".join(shown(page))
    assert all(f"{doubt.what}）" in said for article in page.articles for doubt in article.doubts)


def test_a_repair_is_shown_as_printed_and_as_it_reads_now() -> None:
    said = "\n".join(shown(open_page(MADE)))
    assert "第5行印作“讯 平 台 推 广 费 给 予 8 0 ％ 的 支 持 ，⺠企”，排作“讯平台推广费给予80%的支持，民企”" in said
    assert "接上折行1处" in said


def test_what_was_weighed_is_shown_against_its_alternative() -> None:
    page = replace(open_page(MADE), choices=())
    first = page.blocks[0].text
    taken = Option("headlines.headline", page.blocks[-1].text, (Reason("label.stops", 0.5), Reason("label.hangs", 2.0)))
    choice = Choice(first, taken, Option("headlines.subhead", None, (Reason("label.stops", -1.0),)))
    lines = list(Explainer(page, SAY, joins=(choice,)).everything())
    (said,) = (line for line in lines if "权衡" in line)
    assert said.strip() == (
        "权衡：标题“暑气未退，但出口的月饼已经装船。” 2.5（句子还没完+2.0、句号收尾+0.5）；"
        "不然：小标题 -1.0（句号收尾-1.0）"
    )
    assert "海关助力月饼出口" in lines[lines.index(said) - 1]


def test_only_what_concerns_the_words_is_shown() -> None:
    page = open_page(MADE)
    lines = [line for line in shown(page, "但出口的月饼") if line.startswith("  ")]
    assert [line for line in lines if not line.startswith("   ")] == lines[:1]
    assert "暑气未退" in lines[0]
    assert shown(page, "没有印的话") == []


def test_the_evidence_for_an_issue_is_shown_with_its_rule() -> None:
    page = next(open_page(seed) for seed in SEEDS if seed.id.startswith("000"))
    said = "\n".join(shown(page))
    for claim in (page.issue.publication, page.issue.dated):
        assert claim
        assert all(
            f"“{evidence.text.value[:10]}" in said and f"（{evidence.rule}）" in said for evidence in claim.evidence
        )


def test_what_is_told_of_the_words_is_explained_too() -> None:
    page = open_page(next(seed for seed in SEEDS if seed.id.startswith("002")))
    facts = [extract(article, page.issue) for article in page.articles]

    def about(words: str) -> str:
        return "\n".join(Explainer(page, SAY, (), facts).about(words))

    assert "“去年8月份”，即2022年8月（去年：" in about("去年8月份")
    assert "“4500万元”，即45000000 元" in about("成交额达4500万元")
    assert "4500万元”，即" not in about("去年8月份")
