"""Which files a glob means, in a time that no glob can blow up."""

from fnmatch import fnmatchcase
from pathlib import PurePath


def matches(path: str, glob: str) -> bool:
    """Does a glob mean a file, or a folder above it? Both are relative to the same folder.

    `*`, `?` and `[…]` stay within a name, `**` stands for any number of folders, and a glob without a slash before its last
    character means that name in any folder.
    """
    wanted = [part for part in glob.split("/") if part not in ("", ".")]
    if "/" not in glob.rstrip("/"):
        wanted.insert(0, "**")
    reached = _skipped({0}, wanted)
    if len(wanted) in reached:
        return True  # nothing but `**`
    for name in PurePath(path).parts:
        steps = {
            i if wanted[i] == "**" else i + 1 for i in reached if wanted[i] == "**" or fnmatchcase(name, wanted[i])
        }
        reached = _skipped(steps, wanted)
        if len(wanted) in reached:
            return True
    return False


def _skipped(reached: set[int], wanted: list[str]) -> set[int]:
    """The parts of a glob that may come next, with those behind a `**`, which may stand for no folder at all."""
    found = set(reached)
    for index in sorted(reached):
        at = index
        while at < len(wanted) and wanted[at] == "**":
            at += 1
            found.add(at)
    return found
