"""Plans to start from: the shipped scaffold of a method, with the plan's own name, currency and year in it."""

import json
from pathlib import Path
from typing import NamedTuple

from roadmapctl.model.currency import currency as iso_currency
from roadmapctl.model.text import name as plan_name
from roadmapctl.shipped import shipped

SCHEMA_FILE = "roadmap-1.schema.json"
PARENT_FILE = "year.yaml"


class Header(NamedTuple):
    """What is asked of the user."""

    name: str
    currency: str
    year: int


MODELINE = f"# yaml-language-server: $schema=./{SCHEMA_FILE}\n"
"""The first line of a plan, by which an editor finds the JSON Schema beside it."""


def scaffold(framework: str, language: str, header: Header, *, modeline: bool = True) -> str:
    """The text of a plan. Raises Unreadable for a name or a currency that no plan could have."""
    return _filled(shipped("scaffold", framework, f"{language}.yaml.j2"), header, modeline)


def scaffold_parent(framework: str, language: str, header: Header, *, modeline: bool = True) -> str | None:
    """The text of the wider plan that a method's plan belongs to, as PARENT_FILE beside it; None for one that stands alone."""
    source = shipped("scaffold", framework, f"year.{language}.yaml.j2")
    return _filled(source, header, modeline) if source.is_file() else None


def _filled(source: Path, header: Header, modeline: bool) -> str:
    from jinja2 import Environment, StrictUndefined

    template = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False).from_string(
        source.read_text("utf-8")
    )
    return (MODELINE if modeline else "") + template.render(
        # JSON's strings are YAML's double-quoted scalars, so that no name can be anything but a name.
        name=json.dumps(plan_name(header.name), ensure_ascii=False),
        currency=iso_currency(header.currency),
        year=header.year,
    )
