"""Document → Plan, with a finding for every value that could not be read, and a mended plan for the rest of the questions."""

from typing import Any, NamedTuple

from pydantic import ValidationError

from roadmapctl.diagnostics import Diagnostic, Path
from roadmapctl.load.document import Document
from roadmapctl.model.plan import Plan

MAX_ROUNDS = 6
MAX_SUGGESTIONS = 200  # looking for the key that was meant is dear; in a flood of wrong ones nobody reads further
STAND_INS = {"roadmap": 1, "name": "?"}


class Built(NamedTuple):
    """The plan (without what could not be read), the findings, and the paths of all that is missing from it."""

    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[Path]


def build(document: Document) -> Built:
    """The plan of a document.

    Where values cannot be read, they are left out and the rest is read again: so that one run finds the faults *between*
    the readable parts too. `unread` names what was left out; nothing should be said about what may stand there.
    """
    value: Any = document.value
    if value is None:
        return Built(None, (), frozenset())
    diagnostics: list[Diagnostic] = []
    unread: set[Path] = set()
    for _ in range(MAX_ROUNDS):
        try:
            return Built(Plan.model_validate(value), tuple(diagnostics), frozenset(unread))
        except ValidationError as error:
            from roadmapctl.model.faults import as_diagnostic  # only a plan with faults needs it

            cuts: set[Path] = set()
            first_round = not unread
            told: set[Any] = set()
            for item in error.errors(include_url=False, include_input=True):
                fault = as_diagnostic(document, item, suggest=len(diagnostics) < MAX_SUGGESTIONS)
                if first_round and fault.cause not in told:
                    diagnostics.append(fault.diagnostic)
                    told |= {fault.cause} - {None}
                unread.update(fault.unread)
                cuts.add(fault.cut)
            value = {**STAND_INS, **_without(value, _tree(cuts))}
    return Built(None, tuple(diagnostics), frozenset(unread))


def _tree(cuts: set[Path]) -> dict[Any, Any]:
    """Paths as nested mappings; an empty one is a place to cut."""
    root: dict[Any, Any] = {}
    for path in sorted(cuts, key=len):
        node = root
        for step in path:
            node = node.setdefault(step, {})
    return root


def _without(value: Any, cuts: dict[Any, Any]) -> Any:
    if isinstance(value, dict):
        return {k: _without(v, cuts[k]) if k in cuts else v for k, v in value.items() if k not in cuts or cuts[k]}
    if isinstance(value, list):
        return [_without(v, cuts[i]) if i in cuts else v for i, v in enumerate(value) if i not in cuts or cuts[i]]
    return value
