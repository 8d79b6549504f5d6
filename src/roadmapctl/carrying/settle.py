"""The next period's plan, checked before anybody sees it."""

from roadmapctl.carrying.plan import draft
from roadmapctl.carrying.source import Source
from roadmapctl.cutting.plan import Draft, Links
from roadmapctl.cutting.settle import Check, Settled, settled, without_method
from roadmapctl.diagnostics import Diagnostic, Severity
from roadmapctl.i18n.text import say


def settle(source: Source, links: Links, check: Check) -> Settled:
    """The plan of the next period: without a funnel that makes no sense there, and with its method's questions in it."""

    def faults(written: Draft) -> list[Diagnostic]:
        found = check(written.text)
        return [fault for fault in found if fault.severity is not Severity.INFO]

    written = draft(source, links)
    found = faults(written)
    about_funnel = [fault for fault in found if fault.path[:1] == ("funnel",) or fault.code.startswith("RM8")]
    if about_funnel:
        written = draft(source, links, funnel_gone=_reason(source, about_funnel[0]))
        found = faults(written)
    return settled(source.words, written, found, faults(without_method(written)))


def _reason(source: Source, fault: Diagnostic) -> str:
    return say(fault.message.en, fault.message.zh, fault.message.fields, source.words.language)
