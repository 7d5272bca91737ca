"""Who helps whom, as a table of dots: helpers in its rows, the helped in its columns, their names upright.

Filled: one helps one. A ring: one of several that help the same. Larger than fits, it is not drawn; the table tells
all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..escape import Md
from .svg import element, together

ROWS, COLUMNS = 30, 12


@dataclass(frozen=True, slots=True)
class Tie:
    """One helper and one helped, by their printed names; the line that prints it, and what is read out there.

    `above`: the county that the helped lies in, in the site's words.
    """

    helper: str
    helped: str
    above: str
    href: str
    label: str


def matrix(ties: Sequence[Tie], caption: str, keys: tuple[str, str]) -> Md:
    """The table; nothing where it would be larger than fits, or one row, or one column.

    `keys`: what a filled dot means, and a ring.
    """
    held = list(dict.fromkeys((tie.helped, tie.above) for tie in ties))
    helpers = list(dict.fromkeys(tie.helper for tie in ties))
    if not (1 < len(helpers) <= ROWS and 1 < len(held) <= COLUMNS):
        return Md("")
    helps = Counter((tie.helped, tie.above) for tie in ties)
    at = {(tie.helper, tie.helped, tie.above): tie for tie in reversed(ties)}
    heads = [
        element("th", element("span", name, class_="printed"), element("small", above), scope="col")
        for name, above in held
    ]
    rows = [
        element(
            "tr",
            element("th", helper, scope="row", class_="printed"),
            *(_cell(at.get((helper, *one)), helps) for one in held),
        )
        for helper in helpers
    ]
    body = together((element("thead", element("tr", element("td"), *heads)), element("tbody", *rows)))
    marks = [
        element("span", element("i", class_=kind), words) for kind, words in zip(("one", "several"), keys, strict=True)
    ]
    table = element("table", element("caption", caption), body, class_="matrix")
    return Md(element("div", table, element("p", *marks, class_="key"), class_="matrix-of"))


def _cell(tie: Tie | None, helps: Counter[tuple[str, str]]) -> str:
    if tie is None:
        return element("td")
    kind = "one" if helps[tie.helped, tie.above] == 1 else "several"
    return element("td", element("a", href=tie.href, class_=kind, aria_label=tie.label, title=tie.label))
