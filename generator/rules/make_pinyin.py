"""Makes `pinyin.txt`, one reading for each Chinese character, from the package `pypinyin`.

    python generator/rules/make_pinyin.py

Names of files are made with it. They stay the same when the package learns better, and nobody waits for it to load.
"""  # noqa: INP001 - a script beside the table that it makes

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

from pypinyin import lazy_pinyin

HEAD = """# One reading for each character, made by make_pinyin.py from pypinyin {version}.
# Copyright (c) 2016 mozillazg and the contributors of pypinyin, under the MIT licence (its words: pinyin.LICENSE).
"""


def main() -> None:
    """Write the table beside this script."""
    read: dict[str, list[str]] = defaultdict(list)
    for code in range(0x4E00, 0x9FA6):
        reading = lazy_pinyin(chr(code), errors="ignore")
        if reading and reading[0].isascii() and reading[0].isalpha():
            read[reading[0]].append(chr(code))
    lines = (f"{reading} {''.join(letters)}\n" for reading, letters in sorted(read.items()))
    whole = HEAD.format(version=version("pypinyin")) + "".join(lines)
    (Path(__file__).parent / "pinyin.txt").write_text(whole, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
