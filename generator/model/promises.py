"""What was said to come, and what was reported later: sentences and the words that they share, never a judgement."""

from __future__ import annotations

from dataclasses import dataclass

from ..text import Text
from .facts import Date


@dataclass(frozen=True, slots=True)
class Later:
    """A sentence of a later issue on the same subject and place.

    `shared`: the words that both print, as the later one prints them; `same_day`: it stands on another page of the same
    issue; `series`: the id of the indicator that both give a value of, if one.
    """

    article: str
    sentence: Text
    shared: tuple[str, ...]
    same_day: bool = False
    series: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """A sentence that says what is to come, and what later issues report on it, what they share most of first.

    `kind`: the rule of `rules/promises.yml` that knows it for one. `campaign`: the campaign that governs it, `city` the
    chain of the city that its article is about; both may be empty. `speaker`: who says it, where the page quotes
    somebody. `until`: by when, where the sentence tells. `doubt`: the rule that doubts its words, if any.
    """

    article: str
    sentence: Text
    kind: str
    campaign: str
    city: str
    speaker: Text | None = None
    until: Date | None = None
    later: tuple[Later, ...] = ()
    doubt: str = ""
