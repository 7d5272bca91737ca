"""Blocks in the documentation that show what is printed: by a command, in a page, in a generated file.

A block is announced by a comment, and is what stands between the fences after it:

    <!-- printed: banmian show 000; 9 lines from "  headline" -->
    <!-- printed: seeds/000_5b1a5244461864bc.txt; 3 lines from "▲上接01版" -->
    <!-- printed: banmian site --help -->

With `lines from`, it begins at the first line that holds those words. The lines of a page bear their numbers;
long ones lose their middle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main

BLOCK = re.compile(
    r'(?P<announced><!-- printed: (?P<source>[^;]+?)(?:; (?P<count>\d+) lines? from "(?P<words>[^"]+)")? -->\n'
    r"```text\n)(?P<body>.*?)(?P<end>```\n)",
    re.DOTALL,
)
LONGEST = 52


def blocks(document: str) -> Iterator[tuple[str, str]]:
    """Each block's announcement and what the document shows."""
    return ((found["announced"], found["body"]) for found in BLOCK.finditer(document))


def refreshed(document: str) -> str:
    """The document with every block as it is printed today."""
    return BLOCK.sub(lambda found: found["announced"] + printed(found) + found["end"], document)


def printed(block: re.Match[str]) -> str:
    """What a block ought to show."""
    lines = _source(block["source"])
    if block["words"]:
        start = next((number for number, line in enumerate(lines) if block["words"] in line), None)
        assert start is not None, f"{block['source']} no longer prints {block['words']!r}; choose other words"
        lines = lines[start : start + int(block["count"])]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else f"{line[: LONGEST // 2]} …… {line[-LONGEST // 2 :]}"


def _source(name: str) -> list[str]:
    if name.startswith("banmian "):
        result = CliRunner().invoke(main, name.split()[1:], prog_name="banmian")
        assert result.exit_code == 0, result.output
        return result.stdout.splitlines()
    lines = Path(name).read_text(encoding="utf-8").split("\n")
    if name.startswith("seeds/"):
        return [f"{number:>4}  {_cut(line)}" for number, line in enumerate(lines, 1)]
    return lines
