"""What `validate --fix` and `--diff` do with each plan: mend it in its files, or show how."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapctl.cli.commands.validate.checks import answered
from roadmapctl.cli.console import STDIN, STDIN_NAME, coloured, read_stdin, refuse, say, write

if TYPE_CHECKING:
    from roadmapctl.cli.commands.validate.checks import Answers
    from roadmapctl.cli.commands.validate.control import Control
    from roadmapctl.cli.commands.validate.request import Request
    from roadmapctl.project import Checked


class Mending:
    """Reads plans and mends them: in their files, or with `diff` only on the way to stdout; `unsafe` allows guesses."""

    def __init__(self, control: "Control", *, diff: bool, unsafe: bool) -> None:
        self._control = control
        self._diff = diff
        self._unsafe = unsafe

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
        findings = f"{count:,} finding{'' if count == 1 else 's'}"
        say(f"{'would mend' if self._diff else 'mended'} {findings} in {file_name(name)}")


def mending(control: "Control", request: "Request") -> "Answers":
    """The answers about plans after the mending that was asked for; leaves with 2 where the flags do not go together."""
    if request.unsafe_fixes and not (request.fix or request.diff):
        refuse("--unsafe-fixes goes with --fix or --diff")
    if request.diff and request.format is not None:
        refuse("--diff writes a diff, and --format has no say in it; leave one of the two out")
    if request.fix and not request.diff and STDIN in request.paths:
        refuse("--fix mends files, and - is standard input; --diff shows what it would do")
    mend = Mending(control, diff=request.diff, unsafe=request.unsafe_fixes)
    return lambda plans: (answered(partial(mend.read, plan)) for plan in plans)
