"""What `validate --fix` and `--diff` do with each plan: mend it in its files, or show how."""

from pathlib import Path
from typing import TYPE_CHECKING

from roadmapctl.cli.console import STDIN, STDIN_NAME, coloured, read_stdin, refuse, say, write

if TYPE_CHECKING:
    from roadmapctl.cli.control import Control
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

        settings = self._control.settings(path)
        folder = Path() if path == STDIN else path if path.is_dir() else path.parent
        before = [(STDIN_NAME, read_stdin())] if path == STDIN else read_files(path)
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


def mending(
    control: "Control", paths: list[Path], *, fix: bool, diff: bool, unsafe: bool, format: str | None
) -> Mending:
    """The mending that the flags ask for; leaves with 2 where they do not go together."""
    if unsafe and not (fix or diff):
        refuse("--unsafe-fixes goes with --fix or --diff")
    if diff and format is not None:
        refuse("--diff writes a diff, and --format has no say in it; leave one of the two out")
    if fix and not diff and STDIN in paths:
        refuse("--fix mends files, and - is standard input; --diff shows what it would do")
    return Mending(control, diff=diff, unsafe=unsafe)
