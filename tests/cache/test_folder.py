"""Where results are kept, by system and environment."""

import os
import sys
from pathlib import Path

import pytest

from roadmapctl.cache.folder import folder

NAMES = ("ROADMAPCTL_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA", "HOME")


@pytest.mark.parametrize(
    ("system", "environment", "place"),
    [
        ("linux", {"HOME": "HERE"}, "HERE/.cache/roadmapctl"),
        ("linux", {"HOME": "HERE", "XDG_CACHE_HOME": "/x"}, "/x/roadmapctl"),
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/roadmapctl"),
        ("linux", {"HOME": "HERE", "XDG_CACHE_HOME": "x"}, "HERE/.cache/roadmapctl"),
        ("linux", {"HOME": "HERE", "XDG_CACHE_HOME": ""}, "HERE/.cache/roadmapctl"),
        ("linux", {"HOME": "HERE/gone"}, None),
        ("linux", {"HOME": ""}, None),
        ("linux", {}, None),
        ("linux", {"HOME": "HERE", "ROADMAPCTL_CACHE_DIR": "c"}, "c"),
        ("linux", {"HOME": "HERE", "ROADMAPCTL_CACHE_DIR": ""}, "HERE/.cache/roadmapctl"),
        ("darwin", {"HOME": "HERE", "XDG_CACHE_HOME": "/x"}, "HERE/Library/Caches/roadmapctl"),
        ("darwin", {}, None),
        ("win32", {"LOCALAPPDATA": "HERE", "HOME": "/x"}, "HERE/roadmapctl"),
        ("win32", {"HOME": "HERE"}, None),
    ],
)
def test_where(
    system: str, environment: dict[str, str], place: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value.replace("HERE", str(tmp_path)))
    monkeypatch.setattr(sys, "platform", system)
    found = folder()
    assert (found and found.replace(os.sep, "/")) == (
        place and place.replace("HERE", str(tmp_path).replace(os.sep, "/"))
    )


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no owners here")
def test_the_folder_of_somebody_else_is_left_alone_unless_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    ours = tmp_path / "roadmapctl"
    ours.mkdir()
    assert folder() == str(ours)
    monkeypatch.setattr(os, "geteuid", lambda: ours.stat().st_uid + 1)
    assert folder() is None
    monkeypatch.setenv("ROADMAPCTL_CACHE_DIR", str(ours))
    assert folder() == str(ours)
