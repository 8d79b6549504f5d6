"""`roadmapctl report`: the document people read."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, IMPOSSIBLE, STDIN, say
from roadmapctl.cli.options import Language
from roadmapctl.cli.plans import usable

if TYPE_CHECKING:
    from roadmapctl.frameworks import Framework
    from roadmapctl.i18n import Language as Spoken
    from roadmapctl.load import Document
    from roadmapctl.model import Plan
    from roadmapctl.report.view.build import Origin


class Format(StrEnum):
    """What the report is written as."""

    MD = "md"
    MARKDOWN = "markdown"


def report(
    plan: Path = typer.Argument(Path(), metavar="[PLAN]", help="A plan file, a plan folder, or -. (default: .)"),
    output: Path = typer.Option(STDIN, "--output", "-o", help="File to write, whole or not at all; - is stdout."),
    format: Format = typer.Option(Format.MD, help="What the report is written as."),
    view: str = typer.Option(
        None,
        metavar="METHOD",
        help="The planning method in whose order and words the plan is told, or a YAML file with one of your own. "
        "(default: the first one the plan names, else seven-step)",
    ),
    language: Language = typer.Option(None, help="Language of the report. (default: the plan's)"),
    templates: Path = typer.Option(
        None, metavar="DIR", help="Folder whose templates replace shipped ones of the same name."
    ),
    template: Path = typer.Option(None, metavar="FILE", help="A template of your own for the whole report."),
    set_: list[str] = typer.Option(
        [],
        "--set",
        metavar="PATH=VALUE",
        help="Another value for this report, such as funnel.deal_size=30_000; may be repeated.",
    ),
    as_of: str = typer.Option(
        None,
        "--as-of",
        metavar="DATE",
        help="The day at whose end actual figures are looked at (2027-03-31). (default: the latest recorded)",
    ),
) -> int:
    """Write the plan as a document: summary, the steps of its planning method, how complete it is, open findings.

    Works on a plan with warnings; one with errors is refused with 1 and the errors shown.
    """
    from roadmapctl.cli.output_file import write_whole
    from roadmapctl.cli.values import day
    from roadmapctl.report.markdown import as_markdown
    from roadmapctl.report.templates import TemplateFault
    from roadmapctl.report.view import build
    from roadmapctl.scenarios.overlay import side_by_side

    del format  # there is one so far
    said = language.spoken if language else None
    method = None if view is None else _method(view, said)
    asked = None if as_of is None else day("--as-of", as_of, said)
    found, checked = usable(plan, settings=set_, language=said)
    try:
        origin, scenarios = _origin(checked.document, set_), side_by_side(checked.document, found)
        overview = build(found, checked.diagnostics, origin, said, scenarios, method, asked)
        text = as_markdown(overview, templates, template)
    except TemplateFault as fault:
        say(f"roadmapctl: {fault}")
        return IMPOSSIBLE
    inputs = [*_files(found, checked.document), *filter(None, [template])]
    write_whole(output, text, inputs, said or found.language)
    return DONE


def _method(view: str, language: "Spoken | None") -> "Framework":
    from roadmapctl.cli.methods import method

    return method(view, "--view", language or "en")


def _files(plan: "Plan", document: "Document") -> list[Path]:
    """What the plan was read from, its parent included."""
    files = [Path(source.name) for source in document.sources]
    return files if plan.parent is None else [*files, files[0].parent / plan.parent]


def _origin(document: "Document", settings: list[str]) -> "Origin":
    """The SHA-256 of the plan's texts, one after the other (of a single file: what sha256sum says), and what was set."""
    import hashlib

    from roadmapctl import __version__
    from roadmapctl.report.view.build import Origin

    digest = hashlib.sha256()
    for source in document.sources:
        digest.update(source.text.encode())
    return Origin(digest.hexdigest(), ", ".join(settings), __version__)
