"""Findings as JUnit XML, for the test reports of CI systems.

Every finding is a test case of its own and every plan without findings one that passes: most systems read one failure of a
test case and no more. What fails the run is a failure; what does not is a skipped test with the finding as its reason, so that
the report is red exactly when the run is.
"""

from collections import Counter
from collections.abc import Iterator
from html import escape

from roadmapctl.diagnostics import Diagnostic, dotted
from roadmapctl.i18n.text import visible
from roadmapctl.output import MAX_LISTED, Findings, sentence
from roadmapctl.output.counts import count
from roadmapctl.output.place import file_name, repository_path
from roadmapctl.output.wording import HELP, SEVERITY, closing, more


def as_junit(findings: Findings) -> str:
    """The findings as one test suite. Its properties count all of them, its attributes the test cases that are listed."""
    listed = findings.diagnostics[:MAX_LISTED]
    failures = sum(_fails(d, findings) for d in listed)
    totals = {
        "tests": len(listed) + len(findings.clean),
        "failures": failures,
        "errors": 0,
        "skipped": len(listed) - failures,
        "time": 0,
    }
    attributes = "".join(f' {name}="{value}"' for name, value in totals.items())
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="roadmapctl"{attributes}>',
        f'  <testsuite name="roadmapctl validate"{attributes}>',
        *_properties(findings),
        *_cases(listed, findings),
        *(_passed(name, findings) for name in findings.clean),
        f"    <system-out>{escape(_summary(findings))}</system-out>",
        "  </testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _properties(findings: Findings) -> Iterator[str]:
    yield "    <properties>"
    for name, value in (*count(findings.diagnostics)._asdict().items(), ("files", findings.files)):
        yield f'      <property name="{name}" value="{value}"/>'
    yield "    </properties>"


def _cases(listed: "tuple[Diagnostic, ...]", findings: Findings) -> Iterator[str]:
    """A test case each. Their names hold no line numbers, so that a history of tests recognises them, and are unique."""
    seen: Counter[tuple[str, str]] = Counter()
    for diagnostic in listed:
        file = file_name(repository_path(diagnostic.span.file, findings.base))
        name = f"{diagnostic.code} {visible(dotted(diagnostic.path))[:200]}".rstrip()
        seen[file, name] += 1
        number = seen[file, name]
        yield from _case(diagnostic, file, name if number == 1 else f"{name} ({number})", findings)


def _case(diagnostic: Diagnostic, file: str, name: str, findings: Findings) -> Iterator[str]:
    message = escape(sentence(diagnostic.message, findings.language))
    line = diagnostic.span.line
    yield f'    <testcase classname="{escape(file)}" name="{escape(name)}" file="{escape(file)}" line="{line}" time="0">'
    if _fails(diagnostic, findings):
        story = escape("\n".join(_story(diagnostic, file, findings)))
        yield f'      <failure type="{diagnostic.code}" message="{message}">{story}</failure>'
    else:
        yield f'      <skipped message="{escape("; ".join(_story(diagnostic, file, findings)))}"/>'
    yield "    </testcase>"


def _passed(name: str, findings: Findings) -> str:
    file = escape(file_name(repository_path(name, findings.base)))
    return f'    <testcase classname="{file}" name="roadmapctl validate" file="{file}" time="0"/>'


def _fails(diagnostic: Diagnostic, findings: Findings) -> bool:
    return diagnostic.severity.rank >= findings.fail_on.rank


def _story(diagnostic: Diagnostic, file: str, findings: Findings) -> Iterator[str]:
    """The lines that say all of a finding."""
    language, span = findings.language, diagnostic.span
    severity = SEVERITY[language][diagnostic.severity]
    message = sentence(diagnostic.message, language)
    yield f"{file}:{span.line}:{span.column}: {severity} {diagnostic.code} {message}"
    if diagnostic.help is not None:
        yield HELP[language] + sentence(diagnostic.help, language)
    for other, why in diagnostic.related[:5]:
        place = file_name(repository_path(other.file, findings.base))
        yield f"{place}:{other.line}:{other.column}: {sentence(why, language)}"


def _summary(findings: Findings) -> str:
    rest = len(findings.diagnostics) - MAX_LISTED
    beyond = f"{more(rest, findings.language)}\n" if rest > 0 else ""
    return beyond + closing(findings)
