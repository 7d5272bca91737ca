"""From bytes to characters, strictly: a byte that means nothing is named with its place."""

from __future__ import annotations

import codecs

from ..errors import UnreadableSeedError
from ..text import count_ink

UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# What no text file has and every program file does. (Form feeds and escapes do come out of PDF readers.)
NUL = "\0"


def decode(name: str, content: bytes) -> str:
    """The characters of a page; its byte order mark stays and counts as one. Raises UnreadableSeedError."""
    source = _characters(name, content)
    if NUL in source:
        offset = source.index(NUL)
        raise UnreadableSeedError(
            name,
            "nul",
            f"character {offset} is NUL, so this is not a text file; save the page as UTF-8 text",
            offset=offset,
        )
    if not count_ink(source):
        raise UnreadableSeedError(name, "empty", "the file is empty; save the page's text in it or delete it")
    return source


def _characters(name: str, content: bytes) -> str:
    for mark, encoding in UTF_16.items():
        if content.startswith(mark):
            return _utf_16(name, content, encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _gb18030(name, content, fault)


def _utf_16(name: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        why = "no UTF-16, as the file's first bytes say"
        raise _broken(name, "marked", content, fault.start, why) from fault


def _gb18030(name: str, content: bytes, utf_8: UnicodeDecodeError) -> str:
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError as fault:
        offset = max(fault.start, utf_8.start)
        raise _broken(name, "encoding", content, offset, "neither UTF-8 nor GB18030") from fault


def _broken(name: str, what: str, content: bytes, offset: int, why: str) -> UnreadableSeedError:
    byte = f"0x{content[offset]:02X}"
    advice = f"byte {byte} at offset {offset} is {why}; save the page as UTF-8"
    return UnreadableSeedError(name, what, advice, byte=byte, offset=offset)
