"""The configuration that holds for a folder: the nearest one, upwards to the root of the repository or the file system."""

import os
from pathlib import Path

from roadmapctl.diagnostics import Message
from roadmapctl.load import Unreachable
from roadmapctl.load.source import read
from roadmapctl.settings import Settings, Unusable

OWN = "roadmapctl.toml"
SHARED = "pyproject.toml"
REPOSITORY = ".git"


class Nearest:
    """Looks configurations up; what was found for a folder, or above it, is remembered."""

    def __init__(self) -> None:
        self._found: dict[Path, Settings] = {}

    def of(self, folder: Path) -> Settings:
        """The settings for the plans of a folder. Raises Unusable."""
        folder = Path(os.path.realpath(folder))
        way: list[Path] = []
        settings = None
        while settings is None and folder not in self._found:
            way.append(folder)
            settings = _in_folder(folder)
            if settings is None and (folder.parent == folder or os.path.lexists(folder / REPOSITORY)):
                settings = Settings()
            folder = folder.parent
        settings = self._found[folder] if settings is None else settings
        self._found.update(dict.fromkeys(way, settings))
        return settings


def named(path: Path) -> Settings:
    """The settings of the file that `--config` names. Raises Unusable."""
    settings = _settings(path, Path(os.path.realpath(path.parent)))
    if settings is None:
        fields = {"file": str(path)}
        raise Unusable(
            Message(
                "{file}: there is no table [tool.roadmapctl] in it", "{file}：其中没有 [tool.roadmapctl] 表", fields
            )
        )
    return settings


def _in_folder(folder: Path) -> Settings | None:
    for name in (OWN, SHARED):
        path = folder / name
        if os.path.isfile(path):
            settings = _settings(path, folder)
            if settings is not None:
                return settings
    return None


def _settings(path: Path, folder: Path) -> Settings | None:
    """The settings in a file; None for a pyproject.toml that holds nothing of ours."""
    file = _shown(path)
    try:
        data = read(path, file)
    except Unreachable as error:
        raise Unusable(error.message) from error
    shared = path.name == SHARED
    if shared and not _speaks_of_us(data):
        return None
    from roadmapctl.settings.toml import table_of

    table = table_of(data, file, ("tool", "roadmapctl") if shared else ())
    if table is None:
        return None
    from roadmapctl.settings.keys import settings_of

    return settings_of(table, f"{file}: [tool.roadmapctl]" if shared else file, folder)


def _speaks_of_us(data: bytes) -> bool:
    """May a pyproject.toml hold a table of ours? Most do not, and need not be parsed to know it."""
    lines = [line for line in data.splitlines() if b"roadmapctl" in line]
    return any(b"tool" in line for line in lines) or (bool(lines) and b"[tool]" in data)


def _shown(path: Path) -> str:
    """A file's name as seen from the working folder, where that is shorter to read."""
    try:
        return os.fspath(Path(os.path.realpath(path.parent), path.name).relative_to(Path.cwd()))
    except (OSError, ValueError):
        return os.fspath(path)
