"""What was printed stays text: Markdown shows exactly the characters of the page, whatever they are."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.publish.escape import Md, escape, inside, shown
from tests.publish.traps import TRAPS

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "fenced_code"]

PLACES = {
    "at the start of a line": "{}",
    "in a heading": "# {} {{#headline}}",
    "in a list item": "- {}",
    "in a numbered list": "1. {}",
    "in a cell of a table": "| a | b |\n| --- | --- |\n| {} | x |",
    "in a marked-up block": '<div class="body-text" markdown>\n\n<a id="p1"></a>{} [x](#p1)\n\n</div>',
    "in a link": "见 [{}](#p1)。",
    "in a quotation": "> {}",
}

texts = st.text(st.characters(codec="utf-8"), max_size=40) | st.lists(
    st.sampled_from(
        [*TRAPS, "中", "文", " ", "\n", "#", "|", "*", "_", "<", "&", "\\", "1", ".", "`", "[", "]", "(", ")"]
    ),
    max_size=8,
).map("".join)


class _Words(HTMLParser):
    """The text of what Markdown made, from the element that holds the character to its end."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


MARKDOWN = Markdown(extensions=EXTENSIONS)


def read(source: str) -> tuple[str, list[str]]:
    words = _Words()
    words.feed(MARKDOWN.reset().convert(source))
    words.close()
    return "".join(words.said), words.tags


def every_trap(test: Callable[..., None]) -> Callable[..., None]:
    """The test, with each of the traps as an example."""
    for trap in TRAPS:
        test = example(value=trap)(test)
    return test


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
@every_trap
@settings(deadline=None)
@given(value=texts)
def test_markdown_shows_exactly_what_was_printed(place: str, value: str) -> None:
    """Between two marks that cannot be mistaken, stand the very characters, and no tag is more than without them."""
    said, tags = read(place.format("⟦" + escape(value) + "⟧"))
    plain_said, plain_tags = read(place.format("⟦⟧"))
    before, _, after = plain_said.partition("⟦⟧")
    assert said == before + "⟦" + shown(value) + "⟧" + after
    assert tags == plain_tags


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
@every_trap
@settings(deadline=None)
@given(value=texts)
def test_the_first_and_last_characters_are_safe_too(place: str, value: str) -> None:
    """Nothing stands before or after the text that could hide what its ends mean at the start or the end of a line."""
    assume(value.strip())
    said, tags = read(place.format(escape(value)))
    plain_said, plain_tags = read(place.format("文"))
    before, _, after = plain_said.partition("文")
    assert said.removeprefix(before).removesuffix(after) == shown(value)
    assert tags == plain_tags


@every_trap
@settings(deadline=None)
@given(value=texts)
def test_in_the_middle_of_a_line(value: str) -> None:
    said, tags = read(f"一{inside(value)}[二](#x)")
    assert said == f"一{shown(value)}二"
    assert tags == ["p", "a"]


@settings(deadline=None)
@given(value=st.text())
def test_as_many_characters_are_shown_as_were_printed(value: str) -> None:
    assert len(shown(value)) == len(value)
    assert shown(shown(value)) == shown(value)


def test_what_is_markdown_already_stays() -> None:
    assert escape(Md("**粗**")) == "**粗**"
