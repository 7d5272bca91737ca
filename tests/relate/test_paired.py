"""Who helps whom: each pairing once, however often it is printed; no pair that the page does not make."""

from __future__ import annotations

from generator.model import Article, Block, Facts, Kind, Mention, Paired, Pairing, Seed, Sentence
from generator.relate.paired import paired
from generator.text import Text

CHANGPO = "广东省/茂名市/高州市/长坡镇"


Sides = tuple[list[str], list[str]]


def article(
    name: str, source: str, sides: Sides, *, mutual: bool = False, doubt: str = "", **places: str
) -> tuple[Article, Facts]:
    """An article of one sentence that prints one pairing; `places`: what the names in it mean."""
    seed = Seed(name, f"{name}.txt", source)
    block = Block(Kind.PARAGRAPH, seed.text, "made.by_hand")

    def find(words: str) -> Text:
        start = source.index(words)
        return seed.text[start : start + len(words)]

    helpers, helped = (tuple(map(find, side)) for side in sides)
    one = Pairing(seed.text, 0, helpers, helped, None, mutual, doubt)
    mentions = tuple(Mention("place", find(words), chain, 0) for words, chain in places.items())
    facts = Facts(pairings=(one,), mentions=mentions, sentences=(Sentence(seed.text, 0),))
    return Article(f"{name}-0", (block,)), facts


def told(*listed: tuple[Article, Facts]) -> tuple[Paired, ...]:
    return paired([one for one, _ in listed], {one.id: facts for one, facts in listed})


def test_several_helpers_of_one_place_are_each_a_pairing() -> None:
    found = told(article("a", "甲商会、乙商会帮扶长坡镇。", (["甲商会", "乙商会"], ["长坡镇"]), 长坡镇=CHANGPO))
    assert [(pair.helpers, pair.helped, pair.place) for pair in found] == [
        (("乙商会",), (CHANGPO,), CHANGPO),
        (("甲商会",), (CHANGPO,), CHANGPO),
    ]


def test_many_that_help_many_stay_together() -> None:
    """Whom 甲 helps of 丙 and 丁, the page does not say."""
    (pair,) = told(article("a", "甲、乙分别帮扶丙、丁。", (["甲", "乙"], ["丙", "丁"])))
    assert (pair.helpers, pair.helped) == (("乙", "甲"), ("丁", "丙"))


def test_a_pairing_printed_in_two_issues_is_one_with_both_lines() -> None:
    one = article("a", "甲商会帮扶长坡镇。", (["甲商会"], ["长坡镇"]), 长坡镇=CHANGPO)
    other = article(
        "b", "甲商会结对高州市长坡镇。", (["甲商会"], ["高州市长坡镇"]), 高州市=CHANGPO[:11], 长坡镇=CHANGPO
    )
    (pair,) = told(other, one)
    assert [printed.article for printed in pair.prints] == ["a-0", "b-0"]
    assert told(one, other) == told(other, one)


def test_two_towns_of_one_name_are_two() -> None:
    one = article("a", "甲商会帮扶南海街道。", (["甲商会"], ["南海街道"]), 南海街道="广东省/茂名市/电白区/南海街道")
    other = article("b", "甲商会帮扶南海。", (["甲商会"], ["南海"]), 南海="广东省/佛山市/南海区")
    assert len(told(one, other)) == 2


def test_of_two_that_work_together_the_order_says_nothing() -> None:
    one = article("a", "新会与台山结对。", (["新会"], ["台山"]), mutual=True)
    other = article("b", "台山与新会结对。", (["台山"], ["新会"]), mutual=True)
    (pair,) = told(one, other)
    assert len(pair.prints) == 2


def test_a_doubtful_print_does_not_make_a_sure_one_doubtful() -> None:
    sure = article("a", "甲商会帮扶长坡镇。", (["甲商会"], ["长坡镇"]))
    doubtful = article("b", "甲商会帮扶长坡镇。", (["甲商会"], ["长坡镇"]), doubt="pairings.general")
    assert told(doubtful)[0].doubt == "pairings.general"
    assert told(doubtful, sure)[0].doubt == ""


def test_a_form_is_the_one_that_the_sentence_names_last_before() -> None:
    named = "在“一会帮一镇”上，丙帮扶丁；在“多会帮一镇”上，甲商会帮扶长坡镇。"
    (pair,) = told(article("a", named, (["甲商会"], ["长坡镇"])))
    assert [form.value for form in pair.prints[0].forms] == ["多会帮一镇"]
    (none,) = told(article("a", "“百会帮百镇”行动中，甲商会帮扶长坡镇。", (["甲商会"], ["长坡镇"])))
    assert none.prints[0].forms == ()


def test_a_stranger_changes_nothing_of_what_the_others_print() -> None:
    own = article("a", "甲商会帮扶长坡镇。", (["甲商会"], ["长坡镇"]), 长坡镇=CHANGPO)
    stranger = article("z", "甲商会帮扶南海。", (["甲商会"], ["南海"]), 南海="广东省/佛山市/南海区")
    assert set(told(own)) < set(told(own, stranger))
