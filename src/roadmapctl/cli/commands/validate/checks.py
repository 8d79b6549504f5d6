"""The answer about each plan of a run: what is known of it from an earlier one, or what a check finds now."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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

MUCH = 300_000
"""Bytes of plans from which on no more of them are held in memory at a time."""

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

    def _checked(self, plans: Sequence[Path]) -> Iterator[Answer]:
        """The answers about some plans; they are checked together as long as they are small."""
        together: list[Reading | Unreachable] = []
        size = 0
        for plan in plans:
            reading = self._read(plan)
            together.append(reading)
            size += 0 if isinstance(reading, Unreachable) else sum(len(content) for _, content in reading.files)
            if size > MUCH:
                yield from self._answers(together)
                together, size = [], 0
        yield from self._answers(together)

    def _read(self, plan: Path) -> "Reading | Unreachable":
        try:
            files = [(STDIN_NAME, read_stdin())] if plan == STDIN else read_files(plan)
        except Unreachable as error:
            return error
        return Reading(files, self._methods(files[0][0]), Beside(), is_file=plan != STDIN)

    def _answers(self, together: "Sequence[Reading | Unreachable]") -> Iterator[Answer]:
        from roadmapctl.project import InHand, check_several

        readings = [one for one in together if isinstance(one, Reading)]
        checked = iter(check_several([InHand(one.files, one.folder, one.methods, one.beside) for one in readings]))
        for one in together:
            yield one if isinstance(one, Unreachable) else self._answer(one, next(checked))

    def _answer(self, reading: "Reading", checked: "Checked | Unreachable") -> Answer:
        if isinstance(checked, Unreachable):
            return checked
        found = told(_with_fixes(checked))
        if reading.is_file:
            self._results.keep(reading.files, reading.methods, found, reading.beside)
        return found


class Reading(NamedTuple):
    """The files of a plan as they were read, what it is held to, and what its check will read besides them."""

    files: Sequence[tuple[str, bytes]]
    methods: tuple[str, ...]
    beside: Beside
    is_file: bool

    @property
    def folder(self) -> Path:
        """Where the plan stands."""
        return Path(self.files[0][0]).parent if self.is_file else Path()
