"""What we know about newspapers, as data: each file of `rules/` is a table of named rules, checked on loading.

A rule is a mapping under its name:

    pattern:  a regular expression (verbose: blanks and `#` comments do not count; write a blank as `[ ]`), parts named
    words:    or a list of words, any of which counts
    says:     what the rule knows, in words that a reader of the site understands (Chinese)
    matches:  texts that it must find something in
    rejects:  texts that it must find nothing in (optional)
    needs:    words without one of which it need not be tried at all (optional; it saves time)

A rule with neither pattern nor words is decided by code, which looks at more than words; it only `says` so.
Other keys are the file's own and stay as they are written: every value is a string, a list or a mapping of strings
(YAML's own ideas of `yes`, `no` and dates are switched off).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml

from .errors import RuleError

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Rule:
    """One named piece of newspaper knowledge. `id` is `<file>.<name>`; `more` holds the file's own keys.

    `written` is its pattern; empty where code decides and the rule only has the words for it.
    """

    id: str
    written: str
    says: str
    matches: tuple[str, ...]
    rejects: tuple[str, ...]
    words: tuple[str, ...]
    more: Mapping[str, Any]
    needs: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is written, ready to search with; made when first asked for, since making all of them takes long."""
        file, _, name = self.id.partition(".")
        if not self.written:
            raise RuleError(f"rules/{file}.yml: {name} has no pattern and no words to search with; give it one of them")
        try:
            return re.compile(self.written, re.VERBOSE)
        except re.error as fault:
            raise RuleError(
                f"rules/{file}.yml: {name}: the pattern is broken at character {fault.pos}: {fault.msg}"
            ) from fault

    def may_fit(self, value: str) -> bool:
        """Whether a text has what the rule needs: a look at words costs less than a pattern."""
        for word in self.needs:
            if word in value:
                return True
        return not self.needs

    def search(self, value: str) -> re.Match[str] | None:
        """The first place in a text where the pattern is found."""
        return self.pattern.search(value) if self.may_fit(value) else None

    def finditer(self, value: str) -> Iterator[re.Match[str]]:
        """Each place in a text where the pattern is found, in order."""
        return self.pattern.finditer(value) if self.may_fit(value) else iter(())

    def match(self, value: str) -> re.Match[str] | None:
        """What the pattern finds at the beginning of a text."""
        return self.pattern.match(value) if self.may_fit(value) else None

    def fullmatch(self, value: str) -> re.Match[str] | None:
        """The text, if the pattern reads every character of it."""
        return self.pattern.fullmatch(value) if self.may_fit(value) else None


class Sieve:
    """Rules that are asked of the same texts: one look at a text tells which of them it has the words for."""

    def __init__(self, asked: Iterable[Rule]) -> None:
        # Each rule is a bit: so the rules that need a word are one number.
        self._rules = tuple(asked)
        self._always = sum(1 << place for place, rule in enumerate(self._rules) if not rule.needs)
        # By its first character, each word that rules need, and the rules.
        self._words: dict[str, dict[str, int]] = {}
        for place, rule in enumerate(self._rules):
            for word in rule.needs:
                words = self._words.setdefault(word[0], {})
                words[word] = words.get(word, 0) | 1 << place

    def fitting(self, value: str) -> list[Rule]:
        """The rules that may find something in a text, in their order."""
        found = self._always
        for first in self._words.keys() & value:
            for word, bits in self._words[first].items():
                if word in value:
                    found |= bits
        fitting: list[Rule] = []
        while found:  # from the lowest bit on
            lowest = found & -found
            fitting.append(self._rules[lowest.bit_length() - 1])
            found ^= lowest
        return fitting


class Endings:
    """The words of rules, to find where one of them ends in a text; a word of two rules counts for the first."""

    def __init__(self, asked: Mapping[str, Rule]) -> None:
        self._words: dict[str, str] = {}
        lengths: dict[str, set[int]] = {}
        for name, rule in asked.items():
            for word in rule.words:
                self._words.setdefault(word, name)
                lengths.setdefault(word[-1], set()).add(len(word))
        # How long the words are that end with a letter, the longest first.
        self._lengths = {letter: sorted(found, reverse=True) for letter, found in lengths.items()}
        self._last = re.compile(f"[{''.join(map(re.escape, lengths))}]")

    def find(self, value: str) -> Iterator[tuple[int, str, str]]:
        """Where words end in a text, in order: the offset behind one, the word, its rule's name; the longest there."""
        words, lengths = self._words, self._lengths
        for match in self._last.finditer(value):
            end = match.end()
            for length in lengths[match.group()]:  # as in `at`, which would cost more than all that it does
                word = value[end - length : end] if length <= end else ""
                if word in words:
                    yield end, word, words[word]
                    break

    def at(self, value: str, end: int) -> Iterator[tuple[str, str]]:
        """The words that end at an offset, the longest first, with their rules' names."""
        for length in self._lengths.get(value[end - 1 : end], ()):
            word = value[end - length : end] if length <= end else ""
            if word in self._words:
                yield word, self._words[word]


def _rule(file: str, name: str, entry: Mapping[str, Any]) -> Rule:
    known = dict(entry)
    words = tuple(known.pop("words", ()))
    written = known.pop("pattern", None) or "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not written and not known.get("says"):
        raise RuleError(f"rules/{file}.yml: {name} has no pattern, no words and nothing to say; give it one of them")
    return Rule(
        id=f"{file}.{name}",
        written=written,
        says=known.pop("says", ""),
        matches=tuple(known.pop("matches", ())),
        rejects=tuple(known.pop("rejects", ())),
        needs=tuple(known.pop("needs", ())),
        words=words,
        more=known,
    )


@cache
def table(file: str) -> Any:
    """The content of `rules/<file>.yml` as it is written, every value a string."""
    try:
        source = (files(__package__) / "rules" / f"{file}.yml").read_text(encoding="utf-8")
        return yaml.load(source, Loader=_LOADER)  # noqa: S506 - the base loader makes strings only
    except yaml.YAMLError as fault:
        raise RuleError(f"rules/{file}.yml: {fault}") from fault


@cache
def rules(file: str) -> Mapping[str, Rule]:
    """The rules of `rules/<file>.yml` by name, in the order in which they are written."""
    return {name: _rule(file, name, entry) for name, entry in table(file).items()}
