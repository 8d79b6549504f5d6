"""The words that several formats say about findings, in both languages."""

from roadmapctl.diagnostics import Severity
from roadmapctl.i18n import Language
from roadmapctl.output import Findings
from roadmapctl.output.counts import count

SEVERITY = {
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"},
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"},
}
HELP = {"en": "help: ", "zh": "建议："}
MENDS = {
    "en": {True: " (--fix mends this)", False: " (--fix --unsafe-fixes mends this)"},
    "zh": {True: "（--fix 可修复）", False: "（--fix --unsafe-fixes 可修复）"},
}
"""After the help of a finding: what mends it, by whether that is safe."""


def more(rest: int, language: Language) -> str:
    """That so many findings are not shown."""
    return f"… and {rest:,} more" if language == "en" else f"……另有 {rest:,} 项"


def closing(findings: Findings) -> str:
    """The sentence that counts all findings, shown or not, and one for those that a baseline hides."""
    return _counted(findings) + _hidden(findings)


def _hidden(findings: Findings) -> str:
    if not findings.hidden:
        return ""
    if findings.language == "zh":
        return f"另有 {findings.hidden:,} 个问题已列入基线，不再显示。"
    return f" {_plural(findings.hidden, 'finding')} hidden by the baseline."


def _counted(findings: Findings) -> str:
    counts = count(findings.diagnostics)
    files = findings.files
    if findings.language == "zh":
        if not findings.diagnostics:
            return f"{files} 个计划，没有发现问题。"
        return f"{files} 个计划：{counts.errors} 个错误，{counts.warnings} 个警告，{counts.infos} 个提示。"
    plans = f"{files:,} plan{'' if files == 1 else 's'}"
    if not findings.diagnostics:
        return f"{plans}, no findings."
    return f"{plans}: {_plural(counts.errors, 'error')}, {_plural(counts.warnings, 'warning')}, {_plural(counts.infos, 'info')}."


def _plural(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
