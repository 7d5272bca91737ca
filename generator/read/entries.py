"""What a sidecar's YAML says, entry by entry: one that is not what it should be is refused, the others count."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import partial
from typing import NoReturn

import yaml

from ..errors import SidecarError
from ..model import Answer, Authority, DateRange, Given, GivenFact, Heading, Refused, Respelling, Ruling
from ..rules import rules, table
from ..text import count_ink

SIGNED = frozenset({"by", "when", "why"})
HEADS = ("kicker", "headline", "deck")
NONE = "any"  # `never: any`: joined with no other page
LONGEST = 400
Entry = GivenFact | Respelling | Heading | Ruling | Answer


def _wrong(node: yaml.Node, what: str, reason: str, **found: str) -> SidecarError:
    return SidecarError(node.start_mark.line + 1, what, reason, **found)


@dataclass(frozen=True)
class _Fields:
    """A mapping of the sidecar, its keys checked: where it stands, each key's value, and who signed it."""

    node: yaml.Node
    values: Mapping[str, yaml.Node]
    said: Authority

    def words(self, key: str) -> str:
        """The words under a key; raises when it is missing or holds something else."""
        if key not in self.values:
            raise _wrong(self.node, "entry_missing", f"`{key}:` is missing; add it", name=key)
        return _words(key, self.values[key])

    def optional(self, key: str) -> str:
        return self.words(key) if key in self.values else ""


def read_entries(name: str, root: yaml.Node) -> tuple[Given, tuple[Refused, ...]]:
    """What the sidecar `name` says, and what in it is refused."""
    said = Authority("", None, "", name, 1)
    entries: list[Entry] = []
    try:
        top, faults = _top(root)
    except SidecarError as fault:
        return Given(), (_refused(name, fault),)
    refused = [_refused(name, fault) for fault in faults]
    for key in sorted(SIGNED & top.keys()):
        try:
            said = _signed({key: top[key]}, said)
        except SidecarError as fault:
            refused.append(_refused(name, fault))
    for read in _readers(top, said):
        try:
            entries.append(read())
        except SidecarError as fault:
            refused.append(_refused(name, fault))
    return _sorted(entries), tuple(refused)


def _refused(name: str, fault: SidecarError) -> Refused:
    return Refused(name, fault.line, fault.what, str(fault), fault.found)


def _sorted(entries: Sequence[Entry]) -> Given:
    return Given(
        facts=tuple(entry for entry in entries if isinstance(entry, GivenFact)),
        characters=tuple(entry for entry in entries if isinstance(entry, Respelling)),
        headlines=tuple(entry for entry in entries if isinstance(entry, Heading)),
        joins=tuple(entry for entry in entries if isinstance(entry, Ruling)),
        doubts=tuple(entry for entry in entries if isinstance(entry, Answer)),
    )


def _readers(top: Mapping[str, yaml.Node], said: Authority) -> Iterator[Callable[[], Entry]]:
    """For each fact and each entry of the lists, what reads it."""
    for key, node in top.items():
        if key in FACTS:
            yield partial(_fact, key, node, said)
        elif key in LISTS and isinstance(node, yaml.SequenceNode):
            yield from (partial(_entry, key, entry, said) for entry in node.value)
        elif key in LISTS and (node.value or not isinstance(node, yaml.ScalarNode)):
            yield partial(_no_list, key, node)
        elif key not in LISTS and key not in SIGNED:
            yield partial(_unknown, key, node, (*SIGNED, *FACTS, *LISTS))


def _no_list(key: str, node: yaml.Node) -> NoReturn:
    raise _wrong(node, "entry_no_list", f"`{key}:` is a list; begin each entry below it with `- `", name=key)


def _unknown(key: str, node: yaml.Node, known: Collection[str]) -> NoReturn:
    near = get_close_matches(key, known, n=1, cutoff=0.5)
    advice = f"did you mean `{near[0]}:`?" if near else f"there are: {', '.join(sorted(known))}"
    choices = near[0] if near else ", ".join(sorted(known))
    raise _wrong(node, "entry_unknown", f"there is no key `{key}:`; {advice}", name=key, near=choices)


def _pairs(node: yaml.Node) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """The keys of a mapping, with their nodes and what stands under them; raises when it is none."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else [(node, node)]
    for key, value in pairs:
        if key is value or not isinstance(key, yaml.ScalarNode) or not key.value:
            raise _wrong(key, "entry_no_mapping", "here stand keys and words (`key: words`), one on each line")
        if _has_control(key.value):
            raise _wrong(key, "sidecar_control", "a key holds a control character; delete it")
        yield key.value, key, value


def _mapping(node: yaml.Node) -> dict[str, yaml.Node]:
    """The keys of an entry and what stands under each; raises when one stands twice."""
    found: dict[str, yaml.Node] = {}
    for name, key, value in _pairs(node):
        if name in found:
            raise _twice(name, key)
        found[name] = value
    return found


def _top(root: yaml.Node) -> tuple[dict[str, yaml.Node], list[SidecarError]]:
    """The keys of the whole file; one that stands twice is refused, but lists pasted one by one are one list."""
    found: dict[str, yaml.Node] = {}
    faults: dict[str, SidecarError] = {}
    for name, key, value in _pairs(root):
        old = found.get(name)
        if name in LISTS and isinstance(value, yaml.SequenceNode) and isinstance(old, yaml.SequenceNode):
            old.value += value.value
        elif old:
            faults[name] = _twice(name, key)
        else:
            found[name] = value
    return {name: value for name, value in found.items() if name not in faults}, list(faults.values())


def _twice(name: str, key: yaml.Node) -> SidecarError:
    return _wrong(key, "entry_key_twice", f"`{name}:` stands here twice; keep one", name=name)


def _words(key: str, node: yaml.Node) -> str:
    """The words under a key, each white space made one blank."""
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(node, "entry_no_words", f"`{key}:` takes words only; write them on one line", name=key)
    words = " ".join(node.value.split())
    if not count_ink(words):
        raise _wrong(node, "entry_empty", f"`{key}:` is empty; write the words, or delete the key", name=key)
    if len(words) > LONGEST:
        reason = f"`{key}:` has {len(words)} characters; quote no more than {LONGEST}"
        raise _wrong(node, "entry_long", reason, name=key, size=str(len(words)), largest=str(LONGEST))
    if _has_control(words):
        raise _wrong(node, "sidecar_control", f"`{key}:` holds a control character; delete it", name=key)
    return words


def _has_control(words: str) -> bool:
    return any(unicodedata.category(character) in {"Cc", "Cs"} for character in words)


# --- who says so ---


def _signed(values: Mapping[str, yaml.Node], said: Authority) -> Authority:
    """Who says so, with what an entry itself tells of it."""
    found = {key: _words(key, values[key]) for key in SIGNED & values.keys()}
    on = said.on
    if "when" in found:
        days = _days(values["when"], found["when"])
        if days.start != days.end:
            raise _wrong(values["when"], "entry_day", "`when:` is one day, such as 2024-01-31", words=found["when"])
        on = days.start
    return replace(said, by=found.get("by", said.by), on=on, why=found.get("why", said.why))


def _fields(node: yaml.Node, said: Authority, known: Collection[str]) -> _Fields:
    """The keys of an entry, all of them known, signed by somebody."""
    values = _mapping(node)
    for key, value in values.items():
        if key not in known and key not in SIGNED:
            _unknown(key, value, (*known, *SIGNED))
    signed = replace(_signed(values, said), line=node.start_mark.line + 1)
    if not signed.by:
        raise _wrong(node, "entry_unsigned", "nobody answers for this; add `by:` here or at the top of the file")
    return _Fields(node, values, signed)


# --- facts of the issue ---


def _fact(key: str, node: yaml.Node, said: Authority) -> GivenFact:
    if isinstance(node, yaml.ScalarNode):
        value = yaml.MappingNode("", [(yaml.ScalarNode("", "is"), node)], node.start_mark, node.end_mark)
        return _fact(key, value, said)
    fields = _fields(node, said, ("is",))
    words = fields.words("is")
    field, read = FACTS[key]
    return GivenFact(field, read(fields.values["is"], words), fields.said)


def _paper(_: yaml.Node, words: str) -> str:
    return words


def _page(node: yaml.Node, words: str) -> str:
    match = rules("given")["page"].pattern.search(words)
    if not match:
        raise _wrong(node, "entry_page", f"“{words}” is no page of an issue; write 03 or A3", words=words)
    return match["page"]


def _days(node: yaml.Node, words: str) -> DateRange:
    """The day, month, year or range that words say."""
    both = rules("given")["from_to"].pattern.search(words)
    first, last = (_stretch(node, both[part]) for part in ("first", "last")) if both else [_stretch(node, words)] * 2
    if first.start > last.end:
        raise _wrong(node, "entry_day", f"“{words}” ends before it begins; write the earlier day first", words=words)
    return DateRange(first.start, last.end)


def _stretch(node: yaml.Node, words: str) -> DateRange:
    for name in ("day", "month", "year"):
        match = rules("given")[name].pattern.search(words.strip())
        if match:
            numbers = {part: int(number) for part, number in match.groupdict().items()}
            return _on_calendar(node, words, **numbers)
    reason = f"“{words}” is no day; write 2023-11-05, 2023-11, 2023, or 2023-11-05 至 2023-11-10"
    raise _wrong(node, "entry_day", reason, words=words)


def _on_calendar(node: yaml.Node, words: str, year: int, month: int = 0, day: int = 0) -> DateRange:
    months = (month, month) if month else (1, 12)
    if not 1 <= months[0] <= months[1] <= 12 or not 0 <= day <= monthrange(year, months[1])[1]:
        raise _wrong(node, "entry_day", f"“{words}” is on no calendar; look at its month and its day", words=words)
    return DateRange(date(year, months[0], day or 1), date(year, months[1], day or monthrange(year, months[1])[1]))


# --- entries of lists ---


def _entry(key: str, node: yaml.Node, said: Authority) -> Entry:
    read, known = LISTS[key]
    return read(_fields(node, said, known))


def _respelling(fields: _Fields) -> Respelling:
    printed, read = fields.words("printed"), fields.words("read")
    if printed == read:
        raise _wrong(fields.node, "entry_same", "`printed:` and `read:` are the same; there is nothing to correct")
    return Respelling(printed, read, fields.said)


def _heading(fields: _Fields) -> Heading:
    heads = tuple((kind, fields.words(kind)) for kind in HEADS if kind in fields.values)
    if not heads:
        reason = "no head is given; add `headline:` (or `kicker:`, `deck:`) with the words as printed"
        raise _wrong(fields.node, "entry_no_head", reason)
    return Heading(fields.words("begins"), heads, fields.said)


def _ruling(fields: _Fields) -> Ruling:
    ways = [key for key in ("goes_on", "never") if key in fields.values]
    if len(ways) != 1:
        raise _wrong(fields.node, "entry_way", "a join is either ordered by `goes_on:` or forbidden by `never:`")
    other = fields.words(ways[0])
    if ways == ["never"] and other == NONE:
        return Ruling(fields.words("words"), "", "", joins=False, said=fields.said)
    return Ruling(fields.words("words"), other, fields.words("file"), joins=ways == ["goes_on"], said=fields.said)


def _answer(fields: _Fields) -> Answer:
    doubt = fields.optional("doubt")
    known = table("doubts")
    if doubt and doubt not in known:
        near = get_close_matches(doubt, known, n=1, cutoff=0.0)[0]
        reason = (
            f"there is no doubt `{doubt}`; did you mean `{near}`? Without the key every doubt about the words is meant"
        )
        raise _wrong(fields.values["doubt"], "entry_unknown", reason, name=doubt, near=near)
    return Answer(fields.words("words"), fields.words("answer"), doubt and f"doubts.{doubt}", fields.said)


FACTS: Mapping[str, tuple[str, Callable[[yaml.Node, str], str | DateRange]]] = {
    "paper": ("publication", _paper),
    "date": ("dated", _days),
    "page": ("page", _page),
}
LISTS: Mapping[str, tuple[Callable[[_Fields], Entry], tuple[str, ...]]] = {
    "characters": (_respelling, ("printed", "read")),
    "headlines": (_heading, ("begins", *HEADS)),
    "joins": (_ruling, ("words", "goes_on", "never", "file")),
    "doubts": (_answer, ("words", "answer", "doubt")),
}
KEYS = (*SIGNED, *FACTS, "is", *LISTS, *dict.fromkeys(key for _, keys in LISTS.values() for key in keys))
