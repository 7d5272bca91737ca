"""Read sidecars: what a person knows of a page, in a `.yml` file beside it that bears its name.

Each is YAML of the plainest kind: mappings, lists and words. What cannot be read is refused with its file and line;
all else counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from os.path import realpath
from pathlib import Path
from stat import S_ISREG

import yaml

from ..model import Given, Refused, Seed
from .entries import KEYS, read_entries

# Every value is words: none is a number, a day or a truth value.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
SIDECAR = ".yml"
MISSPELT = ".yaml"
ENDINGS = (SIDECAR, MISSPELT)
# What YAML takes for no text.
UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A key as a Chinese keyboard writes it, or without the blank behind the colon.
COLON = re.compile(rf"^[ ]*(?:-[ ]+)?(?P<key>{'|'.join(KEYS)})[ ]*(?:：|:(?=\S))", re.MULTILINE)
LARGEST = 256 * 1024
DEEPEST = 4
OPENS = (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken)
OPENS_FLOW = (*OPENS, yaml.FlowSequenceStartToken)
CLOSES = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
TRICKS = {yaml.AnchorToken: "an anchor (&)", yaml.AliasToken: "an alias (*)", yaml.TagToken: "a tag (!)"}

Read = tuple[Given, tuple[Refused, ...]]


def read_sidecars(
    files: Iterable[tuple[str, Path, Path]], seeds: Sequence[Seed], others: Iterable[str]
) -> tuple[Mapping[str, Given], tuple[Refused, ...]]:
    """What is given for each seed, by its id, and what is refused.

    Each of `files` is a sidecar's name (its path below the seeds' folder, with `/`), the file, and the folder that it
    must lie in. `others` are the names of the pages that cannot be read: their sidecars wait.
    """
    ids = {_stem(seed.name): seed.id for seed in seeds}
    waiting = {_stem(name) for name in others}
    given: dict[str, Given] = {}
    refused: list[Refused] = []
    for name, file, folder in sorted(files):
        if _stem(name) in waiting:
            continue
        problem = _orphan(name, ids) or _foreign(name, file, folder)
        if problem:
            refused.append(problem)
            continue
        entries, faults = _read(name, file)
        refused += faults
        given[ids[_stem(name)]] = entries
    return given, tuple(refused)


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def _orphan(name: str, ids: Mapping[str, str]) -> Refused | None:
    """Why a sidecar is no page's: there is no such page, or its own ending is another."""
    stem = _stem(name)
    if stem not in ids:
        near = get_close_matches(stem, ids, n=1)
        advice = (
            f"; the nearest is {near[0]}.txt: name the sidecar {near[0]}{SIDECAR}"
            if near
            else "; add it or delete this"
        )
        reason = f"there is no page {stem}.txt beside this sidecar{advice}"
        return Refused(name, 1, "sidecar_orphan", reason, (("page", f"{stem}.txt"),))
    if name.lower().endswith(MISSPELT):
        reason = f"a sidecar's name ends in {SIDECAR}; name it {stem}{SIDECAR}"
        return Refused(name, 1, "sidecar_ending", reason, (("name", f"{stem}{SIDECAR}"),))
    return None


def _foreign(name: str, file: Path, folder: Path) -> Refused | None:
    if Path(realpath(file)).is_relative_to(realpath(folder)):
        return None
    return Refused(name, 1, "outside", "this is a link that leads out of the folder; put the file itself here")


def _read(name: str, file: Path) -> Read:
    """What a sidecar says; nothing, with the reason, when it is no YAML."""
    try:
        status = file.stat()
        size = status.st_size
        if not S_ISREG(status.st_mode):
            return Given(), (Refused(name, 1, "no_file", "this is a pipe or a device; save the sidecar as a file"),)
        if size > LARGEST:
            found = (("size", str(size)), ("largest", str(LARGEST)))
            reason = f"the file has {size} bytes, the largest that is read {LARGEST}; it should hold corrections only"
            return Given(), (Refused(name, 1, "sidecar_large", reason, found),)
        return _parsed(name, file.read_bytes().decode("utf-8-sig"))
    except OSError as fault:
        reason = f"cannot be opened ({fault.strerror}); check that it may be read"
        return Given(), (Refused(name, 1, "closed", reason),)
    except UnicodeDecodeError as fault:
        line = file.read_bytes()[: fault.start].count(b"\n") + 1
        reason = "this line is not UTF-8; save the file as UTF-8"
        return Given(), (Refused(name, line, "sidecar_encoding", reason),)


def _parsed(name: str, written: str) -> Read:
    slip = _slip(name, written)
    if slip:
        return Given(), (slip,)
    try:
        trick = next(tricks(name, written), None)
        root = None if trick else yaml.compose(written, Loader=LOADER)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = mark.line + 1 if mark else 1
        problem = f"{fault.problem or fault.context}"
        reason = f"this is no YAML ({problem}); look at the blanks at the line's beginning; put words in quotes"
        return Given(), (Refused(name, line, "sidecar_yaml", reason, (("problem", problem),)),)
    if trick:
        return Given(), (trick,)
    return read_entries(name, root) if root is not None else (Given(), ())


def _slip(name: str, written: str) -> Refused | None:
    """What YAML would name in words that help nobody: a control character, a colon that is none."""
    control = UNPRINTABLE.search(written)
    if control:
        line = written[: control.start()].count("\n") + 1
        return Refused(name, line, "sidecar_control", "this line holds a control character; delete it")
    colon = COLON.search(written)
    if colon:
        line, key = written[: colon.start()].count("\n") + 1, colon["key"]
        reason = f"behind a key come a half-width colon and a blank; write `{key}: `"
        return Refused(name, line, "sidecar_colon", reason, (("name", key),))
    return None


def tricks(name: str, written: str) -> Iterator[Refused]:
    """What makes YAML more than mappings, lists and words, and could make much of little."""
    depth = 0
    for token in yaml.scan(written, Loader=LOADER):
        depth += isinstance(token, OPENS_FLOW) - isinstance(token, CLOSES)
        line = token.start_mark.line + 1
        trick = TRICKS.get(type(token))
        if trick:
            reason = f"{trick} has no place here; write the words out, in quotes where they begin with & * or !"
            yield Refused(name, line, "sidecar_trick", reason, (("trick", trick),))
        if depth > DEEPEST:
            reason = "this is nested too deeply; a correction is a list of keys and words"
            yield Refused(name, line, "sidecar_deep", reason)
