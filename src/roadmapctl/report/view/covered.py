"""How complete the plan is, by the methods it names."""

from collections.abc import Sequence

from roadmapctl.diagnostics import Diagnostic
from roadmapctl.frameworks import framework
from roadmapctl.frameworks.coverage import coverage
from roadmapctl.report.coverage.view import CoverageView, nowhere
from roadmapctl.report.figures import Section
from roadmapctl.report.wording import Wording


def coverage_sections(words: Wording, diagnostics: Sequence[Diagnostic]) -> tuple[Section, ...]:
    """For each method the plan names, what `roadmapctl coverage` shows of elements that are thin or missing; without places in
    files, which are the machine's."""
    found = []
    for name in words.plan.framework:
        method = framework(name)
        if method is not None:
            view = CoverageView(coverage(words.plan, method, diagnostics), words.language, nowhere)
            found.append(view.gaps(view.said(method.title)))
    return tuple(found)
