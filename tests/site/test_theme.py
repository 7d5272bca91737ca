"""The theme's own files that ours stand in for: when they change, someone has to look."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import material
import yaml

OURS = Path(__file__).parents[2] / "generator/publish/theme"
ORIGINALS = Path(material.__file__).parent / "templates"
SEEN = Path(__file__).with_name("originals.yml")
NOISE = re.compile(r"mkdocs-material-[\d.]+|\.[0-9a-f]{8}\.min\.")
LEANT_ON = ("base.html", "main.html")  # whose blocks ours fill


def test_the_originals_of_our_templates_are_those_that_we_looked_at() -> None:
    """After a change: compare it with ours, take over what matters, and write the new sum into originals.yml."""
    same = [file.relative_to(OURS).as_posix() for file in OURS.rglob("*.html")]
    known = sorted({*LEANT_ON, *(name for name in same if (ORIGINALS / name).exists())})
    assert {name: summed(ORIGINALS / name) for name in known} == yaml.safe_load(SEEN.read_text(encoding="utf-8"))


def summed(file: Path) -> str:
    """The file's sum, without the version and the names of assets, which change with every release."""
    return hashlib.sha256(NOISE.sub("", file.read_text(encoding="utf-8")).encode()).hexdigest()
