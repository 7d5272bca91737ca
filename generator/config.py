"""What the one who runs it has set: the collection's own words, in `mkdocs.yml` beside MkDocs' settings.

site_name: 百千万工程见报录
site_description: one sentence, under the nameplate
extra:
  banmian:
    contact: where a reader reports an error (an address or a link), optional
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from .errors import SettingsError


class Settings(BaseModel):
    """The collection's own words. `title` is its nameplate, `description` the sentence under it.

    `site_url`: where the site stands, as MkDocs has it; empty when that is not set.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    title: str = "版面"
    description: str = ""
    contact: str = ""
    site_url: str = ""


def load_settings(file: Path) -> Settings:
    """The settings in the `mkdocs.yml` named; those of an empty file where it does not exist.

    Raises SettingsError, naming the file and the key, when a value is not what it should be.
    """
    if not file.exists():
        return Settings()
    try:
        written = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - strings only
    except yaml.YAMLError as fault:
        raise SettingsError(f"{file.name}: {fault}") from fault
    except UnicodeDecodeError as fault:
        raise SettingsError(f"{file.name}: byte {fault.start} is not UTF-8; save the file as UTF-8") from fault
    try:
        return Settings.model_validate(_own_words(written or {}))
    except ValidationError as fault:
        first = fault.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{file.name}: {key}: {first['msg']}; found {first['input']!r}") from fault


def _own_words(written: dict[str, Any]) -> dict[str, Any]:
    named = {"title": written.get("site_name"), "description": written.get("site_description")}
    named["site_url"] = written.get("site_url")
    extra = written.get("extra")
    own = extra.get("banmian") if isinstance(extra, dict) else None
    return {key: value for key, value in named.items() if value} | (own if isinstance(own, dict) else {})
