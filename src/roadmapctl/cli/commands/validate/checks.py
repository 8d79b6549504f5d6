"""The answer about each plan of a run: what is known of it from an earlier one, or what a check finds now."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapctl.cache.folder import folder
from roadmapctl.cache.results import Beside, Results
from roadmapctl.cli.console import STDIN, STDIN_NAME, read_stdin
from roadmapctl.load import Unreachable, read_files
from roadmapctl.output.findings import Told, told

if TYPE_CHECKING:
    from roadmapctl.project import Checked

LAST_FIXABLE = "RM030"  # what is wrong between the elements of a plan is for people to mend
AT_A_TIME = 500
"""Plans that are looked up before those among them that have to be checked are shared out."""

Answer = Told | Unreachable
Answers = Callable[[Iterable[Path]], Iterator[Answer]]


def answered(check: Callable[[], "Checked"]) -> Answer:
    """What is left to tell of a check, with the mends of what would be shown; or why there is nothing to check."""
    try:
        return told(_with_fixes(check()))
    except Unreachable as error:
        return error


def _with_fixes(checked: "Checked") -> "Checked":
    if not any(d.code <= LAST_FIXABLE for d in checked.diagnostics):
        return checked
    from roadmapctl.fixes import with_fixes
    from roadmapctl.output import MAX_SHOWN

    return checked._replace(diagnostics=tuple(with_fixes(checked.document, checked.diagnostics, MAX_SHOWN)))


class Checks:
    """Answers about plans as they stand in their files, or on standard input.

    `methods` tells what a plan is held to in place of the methods it names, by its main file; with `cache`, what is found is
    kept for other runs.
    """

    def __init__(self, methods: Callable[[str], tuple[str, ...]], *, cache: bool) -> None:
        self._methods = methods
        self._remembers = cache
        self._results = Results(folder() if cache else None)

    def __call__(self, plans: Iterable[Path]) -> Iterator[Answer]:
        """The answer about every plan, in order; where many have to be checked, several processes do it."""
        if not self._remembers:
            yield from self._each(list(plans))
            return
        plans = iter(plans)
        while some := list(islice(plans, AT_A_TIME)):
            known = [self._known(plan) for plan in some]
            unknown = [plan for plan, answer in zip(some, known, strict=True) if answer is None]
            checked = self._each(unknown)
            yield from (next(checked) if answer is None else answer for answer in known)
            next(checked, None)  # its end, where its processes are let go

    def _known(self, plan: Path) -> Answer | None:
        if plan == STDIN:
            return None
        try:
            files = read_files(plan)
        except Unreachable as error:
            return error
        return self._results.of(files, self._methods(files[0][0]))

    def _each(self, plans: list[Path]) -> Iterator[Answer]:
        """The answers about plans of which nothing is known."""
        if plans:
            from roadmapctl.cli.commands.validate.many import each

            yield from each(plans, self._checked)
            self._results.trim()

    def _checked(self, plan: Path) -> Answer:
        from roadmapctl.project import check_files, check_text

        if plan == STDIN:
            return answered(lambda: check_text(read_stdin(), STDIN_NAME, methods=self._methods(STDIN_NAME)))
        try:
            files = read_files(plan)
        except Unreachable as error:
            return error
        main = files[0][0]
        methods, beside = self._methods(main), Beside()
        found = answered(lambda: check_files(files, Path(main).parent, methods=methods, read=beside))
        if isinstance(found, Told):
            self._results.keep(files, methods, found, beside)
        return found
