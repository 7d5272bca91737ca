"""The sentences that say what a subject is, as a rule finds them; where none does, nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ..model import Mention
from ..rules import Rule, rules
from ..text import Text
from .names import Shared
from .sentences import Reading

COVER = "〓"
LONGEST = 400  # what is longer is no sentence


@cache
def _asked() -> Mapping[str, tuple[Rule, ...]]:
    """The rules that are tried for each type of subject, in their order."""
    listed = [rule for rule in rules("defining").values() if "of" in rule.more]
    types = {type_ for rule in listed for type_ in rule.more["of"]}
    return {type_: tuple(rule for rule in listed if type_ in rule.more["of"]) for type_ in types}


@cache
def _ranks() -> Mapping[str, int]:
    return {rule.id: place for place, rule in enumerate(rules("defining").values())}


def rank(rule: str) -> int:
    """Which rule comes first: the one that stands first in its file."""
    return _ranks()[rule]


def defining(reading: Reading) -> Iterator[tuple[Shared, Text, str]]:
    """Each sentence of an article that says what something is: what it is of, the sentence, and the rule."""
    for sentence in reading.sentences[: len(reading.facts.sentences)]:
        if len(sentence) > LONGEST:
            continue
        done: set[Shared] = set()
        listed = reading.mentions_in(sentence)
        begin = {mention.text.start for mention, _ in listed}
        for mention, names in listed:
            for name in names:
                # Of 鹤山市古劳镇 the sentence tells something of the town.
                own = name.type != "place" or (name.name == mention.name and mention.text.spans[-1].end not in begin)
                if own and name not in done and name.type in _asked():
                    done.add(name)
                    yield from ((name, sentence, rule) for rule in _found(sentence, mention, name)[:1])


def _found(sentence: Text, mention: Mention, name: Shared) -> list[str]:
    told = covered(sentence, mention)
    return [rule.id for rule in _asked()[name.type] if told and _says(rule, told, name.type)]


def _says(rule: Rule, told: str, type_: str) -> bool:
    found = rule.search(told)
    if found is None:
        return False
    what = found.groupdict().get("what")
    says_nothing = ("empty", "one_of") if type_ == "place" else ("empty",)
    return not (what and any(rules("defining")[rule].search(what) for rule in says_nothing))


def covered(sentence: Text, mention: Mention) -> str:
    """The sentence with the name as one sign, so that no word of the name is read as one of the sentence."""
    offset = mention.text.spans[0].start
    start = next((index for index, printed in enumerate(sentence.offsets()) if printed == offset), -1)
    if start < 0:
        return ""
    value, words = sentence.value, mention.text.value
    return value[:start] + COVER + value[start + len(words) :]
