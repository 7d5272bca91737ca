"""What can go wrong, and for whom.

BanmianError                what a person can mend; its text says where, what was found, and what to do
├── UnreadableSeedError     one page cannot be read; the others are built all the same
├── SettingsError           a settings file is not what it should be
├── SidecarError            an entry of a sidecar is not what it should be; the others count
├── ReportError             a report is not what it should be; the others are shown
├── RuleError               a file in `rules/` is not what it should be
└── BrokenPromiseError      the program lost, doubled or invented a character, or a link leads nowhere
"""

from __future__ import annotations


class BanmianError(Exception):
    """What a person can mend."""


class UnreadableSeedError(BanmianError):
    """One page cannot be read.

    `name` is its path below the seeds' folder, `what` names the fault for the site (`unread_<what>` in the locale
    files), `found` what was found there.
    """

    def __init__(self, name: str, what: str, message: str, **found: object) -> None:
        super().__init__(f"{name}: {message}")
        self.name = name
        self.message = message
        self.what = what
        self.found = tuple((key, str(value)) for key, value in found.items())


class SettingsError(BanmianError):
    """A settings file is not what it should be."""


class SidecarError(BanmianError):
    """An entry of a sidecar is not what it should be: in which `line`, `what` and `found` as for a page."""

    def __init__(self, line: int, what: str, message: str, **found: str) -> None:
        super().__init__(message)
        self.line = line
        self.what = what
        self.found = tuple(found.items())


class ReportError(BanmianError):
    """A report is not what it should be: in which `line` of its file, `what` and `found` as for a page."""

    def __init__(self, line: int, what: str, message: str, **found: object) -> None:
        super().__init__(message)
        self.line = line
        self.what = what
        self.found = tuple((key, str(value)) for key, value in found.items())


class RuleError(BanmianError):
    """A file in `rules/` is not what it should be."""


class BrokenPromiseError(BanmianError):
    """The program lost, doubled or invented a character, or a link leads nowhere."""
