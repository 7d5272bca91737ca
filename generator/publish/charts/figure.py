"""A figure of a page: its drawings for each width, and the words below them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..escape import Md
from .svg import Svg, element, together

PHONE = "phone"


def figure(drawings: Mapping[str, Svg | None], below: Iterable[str]) -> Md:
    """The drawings, each for its windows, with the words below them; nothing where nothing is drawn.

    Windows are classes of the style sheet: `wide`, `middle` (and paper), both of them together `desk`, and `phone`.
    """
    drawn = {window: made for window, made in drawings.items() if made}
    if not drawn:
        return Md("")
    shown = (element("div", made, class_=f"for-{window}") for window, made in drawn.items())
    kind = "drawn" if PHONE in drawn else "drawn not-phone"
    return Md(element("figure", together(shown), element("figcaption", *below), class_=kind))
