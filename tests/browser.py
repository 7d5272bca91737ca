"""The browser that the tests look through, and its Chinese font: found on this machine, or fetched on Debian."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
FLAGS = ("--disable-gpu", "--disable-background-networking", "--no-first-run")
# libatomic1 is for what steers the browser: a bare Debian comes without.
PACKAGES = ("chromium", "fonts-noto-cjk", "fontconfig", "libatomic1")
ADVICE = f"install Chromium (or Chrome) and a Chinese font; on Debian: apt-get install {' '.join(PACKAGES)}"


def find_browser() -> Path | None:
    """The first Chromium of this machine."""
    commands = filter(None, map(shutil.which, COMMANDS))
    applications = filter(os.path.exists, APPLICATIONS)
    return next((Path(found) for found in (*commands, *applications)), None)


def has_chinese_font() -> bool:
    """Whether Chinese would be shown as characters; only Linux comes without."""
    if platform.system() != "Linux":
        return True
    return bool(shutil.which("fc-list") and subprocess.check_output(["fc-list", ":lang=zh", "family"], text=True))


def can_steer() -> bool:
    """Whether Playwright's own driver starts here."""
    words = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


def missing() -> str:
    """What the browser tests lack here, in words; empty when nothing."""
    lacking = {
        "a Chromium": find_browser() is None,
        "a Chinese font": not has_chinese_font(),
        "libatomic1": not can_steer(),
    }
    return " and ".join(what for what, lacks in lacking.items() if lacks)


def provide() -> str:
    """Fetch what is missing where that is ours to do (root on Debian); what is missing afterwards, in words."""
    if missing() and _is_root_on_debian():
        print(f"Installing {' '.join(PACKAGES)}", flush=True)
        quiet = {"DEBIAN_FRONTEND": "noninteractive", **os.environ}
        for words in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
            subprocess.run(["apt-get", "-qq", *words], env=quiet, stdout=subprocess.DEVNULL, check=False)
    return missing()


def _is_root_on_debian() -> bool:
    release = Path("/etc/os-release")
    known = release.is_file() and "\nID=debian" in "\n" + release.read_text(encoding="utf-8")
    return known and shutil.which("apt-get") is not None and os.geteuid() == 0
