"""Findings as annotations of GitHub Actions: workflow commands, which GitHub shows at the lines of a pull request.

GitHub takes ten errors, ten warnings and ten notices of a step; the log has them all.
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Diagnostic, Severity, Span
from roadmapctl.output import MAX_SHOWN, Findings, sentence
from roadmapctl.output.place import file_name, repository_path
from roadmapctl.output.wording import HELP, closing, more

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(findings: Findings) -> str:
    """The findings as annotations, with a closing line for the log."""
    rest = len(findings.diagnostics) - MAX_SHOWN
    beyond = [more(rest, findings.language)] if rest > 0 else []
    return "\n".join([*annotations(findings), *beyond, closing(findings)]) + "\n"


def annotations(findings: Findings) -> Iterator[str]:
    """One workflow command for each finding that is shown."""
    for diagnostic in findings.diagnostics[:MAX_SHOWN]:
        place = _place(diagnostic.span, findings.base)
        properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
        message = _data("\n".join(_lines(diagnostic, findings)))
        yield f"::{COMMANDS[diagnostic.severity]} {properties},title={_property(diagnostic.code)}::{message}"


def guarded(text: str) -> str:
    """A text for a workflow's log in which nothing is taken for a command, whatever the plan or its file's name holds.

    Commands are off until a line repeats the token; as a digest of the text it cannot stand in the text.
    """
    from hashlib import sha256

    token = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"::stop-commands::{token}\n{text}::{token}::\n"


def _place(span: Span, base: str) -> dict[str, str | int]:
    place: dict[str, str | int] = {"file": file_name(repository_path(span.file, base)), "line": span.line}
    if span.line != span.end_line:  # GitHub refuses columns there
        return {**place, "endLine": span.end_line}
    return {**place, "col": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _lines(diagnostic: Diagnostic, findings: Findings) -> Iterator[str]:
    language = findings.language
    yield sentence(diagnostic.message, language)
    if diagnostic.help is not None:
        yield HELP[language] + sentence(diagnostic.help, language)
    for span, message in diagnostic.related[:5]:
        file = file_name(repository_path(span.file, findings.base))
        yield f"{file}:{span.line}:{span.column}: {sentence(message, language)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
