"""A cut plan that has been checked before anybody sees it: what only a human can say stands in it as a question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from roadmapctl.cutting.plan import Draft, Links, draft
from roadmapctl.cutting.sheet import Source
from roadmapctl.cutting.words import Words
from roadmapctl.diagnostics import Diagnostic, Path, Severity
from roadmapctl.i18n.text import say

Check = Callable[[str], Sequence[Diagnostic]]
"""Holds the text of a plan, where it is going to stand, to every rule."""

Drafting = Callable[[str | None], Draft]
"""Writes the plan: with its funnel, or without it for the reason that is given."""


@dataclass(frozen=True)
class Settled:
    """A plan's text; how many questions stand in it; and the warnings and errors that it has all the same."""

    text: str
    questions: int
    findings: tuple[Diagnostic, ...]


def settle(source: Source, links: Links, check: Check) -> Settled:
    """The plan of a part, settled."""
    return settled(source.words, lambda funnel_gone: draft(source, links, funnel_gone=funnel_gone), check)


def settled(words: Words, drafted: Drafting, check: Check) -> Settled:
    """A plan that is drafted, as text.

    A funnel that makes no sense in so short a time (its lags are longer, say) is left out. Where the method asks for what the
    plan does not say, its questions stand where their answers go, and the method's name is a comment until then.
    """
    written = drafted(None)
    found = _faults(written, check)
    wrong = next((fault for fault in found if fault.path[:1] == ("funnel",) or fault.code.startswith("RM8")), None)
    if wrong is not None:
        written = drafted(say(wrong.message.en, wrong.message.zh, wrong.message.fields, words.language))
        found = _faults(written, check)
    left = _faults(_without_method(written), check)
    asked = [fault for fault in found if (fault.code, fault.path) not in {(other.code, other.path) for other in left}]
    if asked:
        written, found = _questions(words, written, asked), left
    lines = [line for above in written.comments.values() for line in above]
    marks = sum(line.startswith(("? ", "？")) for line in lines)
    return Settled(written.text, marks, tuple(found))


def _faults(written: Draft, check: Check) -> list[Diagnostic]:
    """Its errors and warnings."""
    return [fault for fault in check(written.text) if fault.severity is not Severity.INFO]


def _without_method(written: Draft) -> Draft:
    """The same plan, naming no method."""
    return replace(written, values={key: value for key, value in written.values.items() if key != "framework"})


def _questions(words: Words, written: Draft, faults: Sequence[Diagnostic]) -> Draft:
    """The same plan without its method's name, and the method's questions, each once, at the first place that lacks the answer."""
    values, comments = _without_method(written).values, dict(written.comments)
    methods = ", ".join(written.values["framework"])
    first_of = {(fault.code, fault.help.en): fault for fault in reversed(faults) if fault.help is not None}
    for fault in reversed(first_of.values()):
        if fault.help is not None:
            place = _place(fault.path, written)
            asked = say(fault.help.en, fault.help.zh, fault.help.fields, words.language)
            comments[place] = (*comments.get(place, ()), words.comment("question", question=asked))
    first = next(key for key in ("budget", "parent", "period", "name") if key in values)
    command = " ".join(("roadmapctl coverage FILE", *(f"--framework {name}" for name in written.values["framework"])))
    method = (words.comment("no_method", command=command), f"framework: [{methods}]")
    return replace(written, values=values, comments={**comments, (first,): (*method, *comments.get((first,), ()))})


def _place(path: Path, written: Draft) -> Path:
    """The longest beginning of a path at which something stands; of an element that is missing, the section before its own."""
    while path and not _stands(path, written.values):
        path = path[:-1]
    return path or ("parent",)


def _stands(path: Path, values: object) -> bool:
    for step in path:
        if not isinstance(values, dict) or step not in values:
            return False
        values = values[step]
    return True
