"""`roadmapctl coverage`: how much of a planning method a plan says, and the question to answer next."""

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, FINDINGS, laid_out, refuse, write
from roadmapctl.cli.options import Format, Language
from roadmapctl.cli.plans import readable
from roadmapctl.i18n.command_words import REFUSED

if TYPE_CHECKING:
    from roadmapctl.diagnostics import Path as PlanPath
    from roadmapctl.diagnostics import Span
    from roadmapctl.frameworks.coverage import Coverage
    from roadmapctl.i18n import Language as Spoken
    from roadmapctl.project import Checked


def coverage(
    plan: Path = typer.Argument(Path(), metavar="[PLAN]", help="Plan file or folder, or -. (default: .)"),
    framework: list[str] = typer.Option(
        [], help="The method, or a YAML file with one of your own; may be repeated. (default: those the plan names)"
    ),
    format: Format = typer.Option(Format.TEXT, help="How the elements are written."),
    language: Language = typer.Option(None, help="Language of the table. (default: the plan's)"),
    fail_under: str = typer.Option(
        None, metavar="SHARE", help="End with 1 where less than this is covered (80%); a thin element counts half."
    ),
) -> int:
    """Show every element of a planning method: present, thin or missing, where it is or would go, and what to answer next."""
    from roadmapctl.cli.methods import method
    from roadmapctl.cli.values import share
    from roadmapctl.frameworks.coverage import coverage as covered

    said = language.spoken if language else None
    least = Fraction(0) if fail_under is None else share("--fail-under", fail_under, said)
    given = tuple(method(name, language=said or "en") for name in framework)
    found, checked = readable(plan, methods=tuple(framework), language=said)
    methods = given or tuple(method(name) for name in found.framework)
    if not methods:
        from roadmapctl.frameworks import names

        refuse(REFUSED["no_method_named"], said or found.language, known=", ".join(names()))
    results = tuple(covered(found, one, checked.diagnostics) for one in methods)
    write(_written(found.name, results, checked, format, said or found.language))
    return FINDINGS if any(one.share < least for one in results) else DONE


def _written(name: str, found: "tuple[Coverage, ...]", checked: "Checked", format: Format, language: "Spoken") -> str:
    def span_of(path: "PlanPath") -> "Span | None":
        return checked.document.span_of(path, key=True) if path else None

    def place(path: "PlanPath") -> str:
        span = span_of(path)
        if span is None:
            return ""
        return str(span.line) if len(checked.document.sources) == 1 else f"{file_name(span.file)}:{span.line}"

    from roadmapctl.output.place import file_name

    if format is Format.JSON:
        from roadmapctl.report.coverage.json import coverage_json

        return coverage_json(found, language, span_of)
    from roadmapctl.report.coverage.view import figures

    shown = figures(name, found, language, place)
    return laid_out(shown, text=format is Format.TEXT)
