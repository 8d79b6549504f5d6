"""What `validate --fix` and `--diff` do with each plan: mend it in its files, or show how."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapctl.cli.commands.validate.checks import answered
from roadmapctl.cli.console import STDIN, STDIN_NAME, coloured, read_stdin, refuse, tell, write
from roadmapctl.i18n.command_words import REFUSED, SAID

if TYPE_CHECKING:
    from roadmapctl.cli.commands.validate.checks import Answers
    from roadmapctl.cli.commands.validate.control import Control
    from roadmapctl.cli.commands.validate.request import Request
    from roadmapctl.i18n import Language
    from roadmapctl.project import Checked


class Mending:
    """Reads plans and mends them: in their files, or with `diff` only on the way to stdout; `unsafe` allows guesses."""

    def __init__(self, control: "Control", *, diff: bool, unsafe: bool, language: "Language") -> None:
        self._control = control
        self._diff = diff
        self._unsafe = unsafe
        self._language = language

    def read(self, path: Path) -> "Checked":
        """The plan at a path as it is after mending; with `diff`, as it stands. Raises Unreachable."""
        from roadmapctl.fixes.mend import mend
        from roadmapctl.load import read_files
        from roadmapctl.project import check_files
        from roadmapctl.settings.apply import applied

        before = [(STDIN_NAME, read_stdin())] if path == STDIN else read_files(path)
        settings = self._control.settings(before[0][0])
        folder = Path(before[0][0]).parent
        mended = mend(
            before,
            lambda files: check_files(files, folder, methods=settings.framework),
            lambda diagnostics: applied(diagnostics, settings),
            unsafe=self._unsafe,
        )
        for (name, old), (_, new) in zip(before, mended.files, strict=True):
            if new != old:
                self._done(name, old, new, mended.counts[name])
        return check_files(before, folder, methods=settings.framework) if self._diff else mended.checked

    def _done(self, name: str, old: bytes, new: bytes, count: int) -> None:
        from roadmapctl.cli.output_file import rewrite
        from roadmapctl.output.place import file_name

        if self._diff:
            from roadmapctl.output.diff import as_diff

            write(as_diff(name, old.decode(), new.decode(), colour=coloured()))
        else:
            rewrite(Path(name), old, new)
        key = ("would_mend" if self._diff else "mended") + ("_one" if count == 1 else "")
        tell(SAID[key], self._language, count=f"{count:,}", file=file_name(name))


def mending(control: "Control", request: "Request") -> "Answers":
    """The answers about plans after the mending that was asked for; leaves with 2 where the flags do not go together."""
    language = request.language or "en"
    if request.unsafe_fixes and not (request.fix or request.diff):
        refuse(REFUSED["unsafe_alone"], language)
    if request.diff and request.format is not None:
        refuse(REFUSED["diff_format"], language)
    if request.fix and not request.diff and STDIN in request.paths:
        refuse(REFUSED["fix_stdin"], language)
    mend = Mending(control, diff=request.diff, unsafe=request.unsafe_fixes, language=language)
    return lambda plans: (answered(partial(mend.read, plan)) for plan in plans)
