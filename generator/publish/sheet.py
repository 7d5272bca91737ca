"""A file that is to be written: where it stands, how it is laid out, and what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Sheet:
    """One Markdown file: its `path` below `docs/`, its `template`, its front matter, and what the template shows."""

    path: str
    template: str
    meta: Mapping[str, Any]
    view: Mapping[str, Any]


class Settings(Protocol):
    """The collection's own words."""

    @property
    def title(self) -> str:
        """The nameplate."""

    @property
    def description(self) -> str:
        """The sentence under it."""

    @property
    def contact(self) -> str:
        """Where a reader reports an error: an address or a link; empty when there is none."""

    @property
    def site_url(self) -> str:
        """The full address of the site; empty when it has none."""


def titled(title: str, template: str) -> Mapping[str, Any]:
    """The front matter of a file that has nothing but a title."""
    return {"title": title, "template": template}
