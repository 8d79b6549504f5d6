"""A plan mended: fixes made, the plan read and checked again, and kept only where it is the better for it."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeVar

from roadmapctl.diagnostics import Diagnostic, Severity
from roadmapctl.fixes import MAX_FIXES, fix_for
from roadmapctl.fixes.apply import applied, without_overlaps
from roadmapctl.load import Document

MAX_ROUNDS = 10
MAX_TRIALS = 60
MAX_STOPS = 300  # faults that stop the parser show one by one, and looking for the next is cheap

Files = list[tuple[str, bytes]]
Wanted = Callable[[Iterable[Diagnostic]], Iterable[Diagnostic]]
Mark = tuple[str, object, str]


class Checked(Protocol):
    """A plan that has been read and checked."""

    @property
    def document(self) -> Document:
        """The document."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found in it."""


C = TypeVar("C", bound=Checked)


class Mended(NamedTuple, Generic[C]):
    """The plan's files afterwards (names and contents), what is left to find in them, and how many findings each lost."""

    files: Files
    checked: C
    counts: dict[str, int]


def mend(files: Files, check: Callable[[Files], C], wanted: Wanted, *, unsafe: bool = False) -> Mended[C]:
    """Make every fix that mends its finding (of those that are `wanted`) without making the plan worse.

    Without `unsafe`, no guess is made. `check` reads and checks the files. Where several fixes together do harm, they are made
    in halves, and one that does harm alone is left out.
    """
    work = _Work(Mended(files, check(files), {}), check, wanted, unsafe)
    rounds = MAX_ROUNDS
    while rounds and work.may_try and (batch := work.fixable()):
        stopped = work.state.checked.document.value is None
        if work.made(batch) and not stopped:
            rounds -= 1
    return work.state


class _Work(Generic[C]):
    """The plan as far as it is mended, the fixes that did harm, and how often we may still try."""

    def __init__(self, state: Mended[C], check: Callable[[Files], C], wanted: Wanted, unsafe: bool) -> None:
        self.state = state
        self.check = check
        self.wanted = wanted
        self.unsafe = unsafe
        self.refused: set[Mark] = set()
        self.left = {True: MAX_STOPS, False: MAX_TRIALS}

    @property
    def may_try(self) -> bool:
        """Is there a trial left for a plan in this state?"""
        return self.left[self.state.checked.document.value is None] > 0

    def fixable(self) -> list[Diagnostic]:
        """The findings with a fix that may be made, no two of them touching the same characters."""
        checked, found = self.state.checked, []
        for diagnostic in islice(self.wanted(checked.diagnostics), MAX_FIXES):
            fix = fix_for(checked.document, diagnostic)
            if fix is not None and (fix.safe or self.unsafe) and _mark(diagnostic) not in self.refused:
                found.append(diagnostic._replace(fix=fix))
        kept = without_overlaps(d.fix for d in found if d.fix is not None)
        return [d for d in found if d.fix in kept]

    def made(self, batch: list[Diagnostic]) -> bool:
        """Make the fixes of all these findings, or of as many of the first of them as do no harm; was there one?"""
        document = self.state.checked.document
        stopped = document.value is None
        while batch and self.left[stopped]:
            self.left[stopped] -= 1
            files = applied((d.fix for d in batch if d.fix is not None), document.sources, self.state.files)
            after = self.check(files)
            if _better(self.state.checked, after, batch):
                self.state = Mended(files, after, _counted(self.state.counts, batch))
                return True
            if len(batch) == 1:
                self.refused.add(_mark(batch[0]))
            batch = batch[: len(batch) // 2]
        return False


def _mark(diagnostic: Diagnostic) -> Mark:
    """What stays the same about a finding while its neighbours on the line are mended."""
    return diagnostic.code, diagnostic.span[:2], repr(diagnostic.message)


def _counted(counts: dict[str, int], batch: Sequence[Diagnostic]) -> dict[str, int]:
    counts = dict(counts)
    for diagnostic in batch:
        counts[diagnostic.span.file] = counts.get(diagnostic.span.file, 0) + 1
    return counts


def _better(before: Checked, after: Checked, batch: Sequence[Diagnostic]) -> bool:
    """Is every finding of the batch gone, and none of the errors new?

    Faults of YAML hide those of values, and these hide what lies between values: what a mend only brings to light counts less
    than what it mends.
    """
    gone = {_mark(d) for d in batch}
    if any(_mark(d) in gone for d in after.diagnostics):
        return False
    if after.document.value is None:
        first = {d.span.file: d.span.line for d in batch}
        return before.document.value is None and all(
            d.span.line >= first.get(d.span.file, 0) for d in after.diagnostics if d.severity is Severity.ERROR
        )
    quoted = {d.span[:2] for d in batch if d.code == "RM005"}
    if any(d.span[:2] in quoted and d.severity is Severity.ERROR for d in after.diagnostics):
        return False  # it was no text that lacked quotes
    opened = tuple((*d.path[:-1], d.fix.edits[0].text) for d in batch if d.code == "RM010" and d.fix is not None)
    return _weight(after, opened) <= _weight(before, ())


def _weight(checked: Checked, opened: tuple[tuple[object, ...], ...]) -> tuple[int, int, int]:
    """Errors by what they keep from being read; those inside what a mended key has opened are not counted."""
    errors = [d for d in checked.diagnostics if d.severity is Severity.ERROR]
    texts = sum(d.code < "RM010" for d in errors)
    values = sum(
        "RM010" <= d.code < "RM030" and not any(len(d.path) > len(p) and d.path[: len(p)] == p for p in opened)
        for d in errors
    )
    return texts, values, sum(d.code >= "RM030" for d in errors)
