"""The files of this room: a dossier for each subject that has one, the indexes, and the lists of articles."""

from __future__ import annotations

from collections.abc import Iterator

from ..address import BY_CAMPAIGN, BY_COUNTY, BY_GENRE, NAMES, subject_file
from ..desk import Desk
from ..sheet import Settings, Sheet, titled
from ..subject import subject_meta, subject_view
from .indexes import KINDS, index_view, names_view
from .lists import campaigns_view, counties_view, genres_view

INDEX = "index.html"
LISTS = ((BY_GENRE, genres_view), (BY_CAMPAIGN, campaigns_view), (BY_COUNTY, counties_view))


def dossiers_room(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    """Every dossier, every index, every list."""
    for subject in desk.library.subjects:
        yield Sheet(subject_file(subject), "subject.md", subject_meta(subject), subject_view(desk, subject))
    for kind, (_, path) in KINDS.items():
        view = index_view(desk, kind)
        yield Sheet(path, "names_of.md", titled(view["title"], INDEX), view)
    yield Sheet(NAMES, "names.md", titled(desk.words("names_title"), INDEX), names_view(desk))
    for path, view_of in LISTS:
        listed = view_of(desk)
        yield Sheet(path, "listed.md", titled(listed["title"], "list.html"), listed)
