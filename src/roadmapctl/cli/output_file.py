"""Output files: written whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Iterable
from errno import EACCES
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapctl.cli.console import STDIN, give_up, tell, write
from roadmapctl.i18n.command_words import SAID

if TYPE_CHECKING:
    from roadmapctl.diagnostics import Message
    from roadmapctl.i18n import Language

NEW_FILE = 0o666


def write_whole(path: Path, text: str, inputs: Iterable[Path] = (), language: "Language" = "en") -> None:
    """Write a text to a file (`-` is stdout) as UTF-8, so that nobody ever sees half of it.

    The text goes to a temporary file beside the target, which then takes its place; a link is itself replaced, and what it
    pointed at stays as it was. The old file's mode is kept. A target that is no regular file, such as /dev/stderr, is written
    to directly. Where it cannot be done, or the target is one of `inputs`, the reason is said, nothing is changed, and the
    program leaves with 2.
    """
    if path == STDIN:
        write(text)
        return
    _refuse(path, inputs, language)
    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.is_symlink() or path.is_file() or not path.exists():
            _replace(path, data)
        else:
            _write_directly(path, data)
    except OSError as error:
        give_up(_cannot(path, error), language)
    tell(SAID["wrote"], language, path=path)


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Put other bytes into a file that was read: for mending a plan in place, which is the one input that may be written.

    As `write_whole` does it, in one step and with the file's mode; of a link, what it points at is replaced. Raises Unreachable
    where it cannot be written, or no longer holds the bytes that were read.
    """
    from roadmapctl.diagnostics import Message
    from roadmapctl.load import Unreachable

    try:
        target = path.resolve(strict=True)
        if target.read_bytes() != before:
            text = (
                "{file}: changed while it was being mended; nothing was written",
                "{file}：修复期间文件已被更改，未写入",
            )
            raise Unreachable(Message(*text, {"file": str(path)}))
        if not os.access(target, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES))
        _replace(target, after)
    except OSError as error:
        raise Unreachable(_cannot(path, error)) from error


def _refuse(path: Path, inputs: Iterable[Path], language: "Language") -> None:
    """Leaves where the target is a folder or something that was read to make the text."""
    from roadmapctl.diagnostics import Message

    fields = {"file": str(path)}
    try:
        if path.is_dir() and not path.is_symlink():
            give_up(
                Message("{file}: a folder; name a file in it", "{file}：这是文件夹，请指定其中的文件", fields), language
            )
        if any(_same(path, source) for source in inputs):
            give_up(
                Message(
                    "{file}: read to make this output; name another file",
                    "{file}：正是本次读取的文件，请指定其他文件",
                    fields,
                ),
                language,
            )
    except (OSError, ValueError) as error:
        give_up(_cannot(path, error), language)


def _same(path: Path, source: Path) -> bool:
    try:
        return path.samefile(source)
    except OSError:
        return False  # one of them is not there


def _replace(path: Path, data: bytes) -> None:
    """Put a file with this content in the place of the old one, in one step."""
    number, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    try:
        with open(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(number, _mode(path))
            os.fsync(number)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _mode(path: Path) -> int:
    """The old file's mode, or a new file's under the umask of this process."""
    if path.exists() and not path.is_symlink():
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return NEW_FILE & ~umask


def _sync_folder(folder: Path) -> None:
    """Make the new name last; file systems that cannot do so have put the file in its place all the same."""
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(number)
    except OSError:
        pass
    finally:
        os.close(number)


def _write_directly(path: Path, data: bytes) -> None:
    with open(path, "wb", buffering=0) as file:
        view = memoryview(data)
        while view:
            view = view[file.write(view) :]


def _cannot(path: Path, error: Exception) -> "Message":
    from roadmapctl.diagnostics import Message

    fields = {"file": str(path)}
    if isinstance(error, FileNotFoundError) and not path.parent.exists():
        return Message("{file}: its folder does not exist", "{file}：所在文件夹不存在", fields)
    reason = getattr(error, "strerror", None) or type(error).__name__
    return Message(
        "{file}: cannot be written: {reason}", "{file}：无法写入：{reason}", {**fields, "reason": reason.lower()}
    )
