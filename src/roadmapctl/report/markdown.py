"""The report as Markdown, as GitHub and most other readers show it."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from roadmapctl.report.layout import diagram, few, figures, finalize, heading, lead, section, table
from roadmapctl.report.templates import environment, render
from roadmapctl.report.view import Overview

MAIN = "report.md.j2"
BLANK_LINES = re.compile("\n{3,}")
FILTERS: dict[str, Callable[..., Any]] = {
    "table": table,
    "figures": figures,
    "few": few,
    "diagram": diagram,
    "heading": heading,
    "lead": lead,
    "section": section,
}


def as_markdown(view: Overview, templates: Path | None = None, template: Path | None = None) -> str:
    """The report. `templates` is a folder whose files take the place of shipped ones of the same name; `template` a whole
    report of somebody's own.

    The variables of a template are those of Overview; whatever it prints is escaped unless it says `|safe`. Filters of ours:
    `rows|table(labels, "field", …)`, `rows|few`, `figures|figures`, `timeline|diagram`, `part|section(labels, depth)`,
    `depth|heading`.
    Raises TemplateFault.
    """
    env = environment("markdown", FILTERS, finalize, templates, template)
    if template is not None:
        return render(env, os.fspath(template), view._asdict())
    return BLANK_LINES.sub("\n\n", render(env, MAIN, view._asdict())).rstrip("\n") + "\n"
