"""A plan as it was: an older copy of its files, or a revision in the git work tree they lie in."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Message
from roadmapctl.load import Unreachable
from roadmapctl.load.folder import MAIN, SECTION_FILES, SECTION_FOLDERS, SUFFIXES, read_files
from roadmapctl.load.source import MAX_BYTES
from roadmapctl.model.time_forms import ISO_DATE

if TYPE_CHECKING:
    from roadmapctl.model import Plan

SECONDS = 30
"""Git has so long to answer."""
MAX_FILES = 2_000
Files = list[tuple[str, bytes]]


def earlier(path: Path, since: str) -> "Plan":
    """The plan at a path as it was: `since` is an older copy (a file or a folder), a revision, or a day.

    Raises Unreachable where there is none, or where it cannot be read as a plan.
    """
    copy = Path(since)
    files = read_files(copy) if os.path.lexists(copy) else _from_git(path, since)
    return _built(files, since)


def _built(files: Files, since: str) -> "Plan":
    from roadmapctl.load import load_files
    from roadmapctl.model.build import build

    built = build(load_files(files))
    if built.plan is None or built.unread:
        raise Unreachable(_no_plan(since))
    return built.plan


def _from_git(path: Path, since: str) -> Files:
    """The plan's files as a revision has them. Git only prints what it stores: no filter, hook or pager of anybody's is run."""
    main = read_files(path)[0][0]  # the plan's main file, which is there
    folder, name = Path(os.path.realpath(main)).parent, Path(os.path.realpath(main)).name
    revision = _revision(folder, since)
    names = _names(folder, revision) if name in MAIN else []
    found = [part for part in names if part in SECTION_FILES or PurePosixPath(part).parts[0] in SECTION_FOLDERS]
    return [(f"{since}:{part}", _blob(folder, revision, part, since)) for part in [name, *sorted(found)]]


def _revision(folder: Path, since: str) -> str:
    """The commit that is meant; of a day, the last one before it ended."""
    if ISO_DATE.fullmatch(since):
        found = _git(folder, "rev-list", "-1", f"--before={since}T23:59:59Z", "HEAD", since=since).decode().strip()
        if not found:
            raise Unreachable(_none_then(since))
        return found
    if since.startswith("-") or not since.isprintable():
        raise Unreachable(_unknown(since))
    return _git(folder, "rev-parse", "--verify", "--quiet", f"{since}^{{commit}}", since=since).decode().strip()


def _names(folder: Path, revision: str) -> list[str]:
    listed = _git(folder, "ls-tree", "-r", "--name-only", "-z", revision, ".", since=revision).decode(
        "utf-8", "replace"
    )
    return [name for name in listed.split("\0") if name.endswith(SUFFIXES)][:MAX_FILES]


def _blob(folder: Path, revision: str, name: str, since: str) -> bytes:
    data = _git(folder, "cat-file", "blob", f"{revision}:./{name}", since=since)
    if len(data) > MAX_BYTES:
        raise Unreachable(_no_plan(since))
    return data


def _git(folder: Path, *arguments: str, since: str) -> bytes:
    command: Sequence[str] = ("git", "-C", str(folder), "-c", "core.fsmonitor=false", *arguments)
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=SECONDS, check=False, env=environment, stdin=subprocess.DEVNULL
        )
    except FileNotFoundError as error:
        raise Unreachable(_no_git(since)) from error
    except (subprocess.TimeoutExpired, OSError, ValueError) as error:
        raise Unreachable(_unknown(since)) from error
    if done.returncode:
        raise Unreachable(_unknown(since))
    return done.stdout


def _unknown(since: str) -> Message:
    return Message(
        "--since {since}: neither a file or folder, nor a revision of the git work tree that holds this plan at that time; "
        "name an older copy, a revision (HEAD~3, v1) or a day (2027-07-01)",
        "--since {since}：既不是文件或文件夹，也不是包含本计划的 git 版本；请指定旧版文件、版本（HEAD~3、v1）或日期（2027-07-01）",
        {"since": since},
    )


def _none_then(since: str) -> Message:
    return Message(
        "--since {since}: git has no commit from before then; name a later day",
        "--since {since}：此前没有 git 提交；请指定更晚的日期",
        {"since": since},
    )


def _no_git(since: str) -> Message:
    return Message(
        "--since {since}: no such file, and git is not installed; name an older copy of the plan",
        "--since {since}：没有这个文件，也没有安装 git；请指定计划的旧版文件",
        {"since": since},
    )


def _no_plan(since: str) -> Message:
    return Message(
        "--since {since}: what is there cannot be read as a plan; roadmapctl validate says why, for a copy in a file",
        "--since {since}：其内容无法作为计划读取；把旧版存成文件后，可用 roadmapctl validate 查看原因",
        {"since": since},
    )
