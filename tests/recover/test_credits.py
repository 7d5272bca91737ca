"""The names of a byline, however it is set; and nothing where no one is named."""

from __future__ import annotations

import pytest

from generator.recover.credits import read_credits
from generator.text import Text


@pytest.mark.parametrize(
    ("printed", "reporters", "correspondents"),
    [
        ("记者 梁雪玲", ["梁雪玲"], []),
        ("记者梁雪玲通讯员许敏婷丁臻", ["梁雪玲"], ["许敏婷", "丁臻"]),
        ("通讯员 吴京伟 记者 杜燕盛", ["杜燕盛"], ["吴京伟"]),
        ("本报记者 杜海涛采访整理", ["杜海涛"], []),
        ("", [], []),
        ("没有署名的一行", [], []),
    ],
)
def test_each_name_stands_under_what_its_bearer_did(
    printed: str, reporters: list[str], correspondents: list[str]
) -> None:
    found = read_credits(Text.of("page", printed))
    assert [name.value for name in found.reporters] == reporters
    assert [name.value for name in found.correspondents] == correspondents
