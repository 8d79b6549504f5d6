"""Where results are kept."""

import os
import sys

NAMED = "ROADMAPCTL_CACHE_DIR"


def folder() -> str | None:
    """The folder that ROADMAPCTL_CACHE_DIR names, or ours among the caches of this user; None where there is no such place."""
    named = os.environ.get(NAMED)
    if named:
        return named
    caches = _caches()
    if caches is None:
        return None
    ours = os.path.join(caches, "roadmapctl")
    return None if _is_anothers(ours) else ours


def _caches() -> str | None:
    """The user's caches, as the system wants them: of Windows, of macOS, and of all others by XDG's base directories."""
    environment = os.environ.get
    if sys.platform == "win32":
        return environment("LOCALAPPDATA")
    home = environment("HOME")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches") if home else None
    given = environment("XDG_CACHE_HOME", "")
    if given.startswith(os.sep):  # XDG has relative paths ignored
        return given
    return os.path.join(home, ".cache") if home and os.path.isdir(home) else None


def _is_anothers(path: str) -> bool:
    """With sudo, a home may be somebody else's: what root wrote there, they could not renew."""
    try:
        return hasattr(os, "geteuid") and os.stat(path).st_uid != os.geteuid()
    except OSError:
        return False
