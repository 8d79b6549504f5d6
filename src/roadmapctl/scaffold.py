"""Plans to start from: the shipped scaffold of a method, with the plan's own name, currency and year in it."""

import json
from typing import NamedTuple

from roadmapctl.model.currency import currency as iso_currency
from roadmapctl.model.text import name as plan_name
from roadmapctl.shipped import shipped

SCHEMA_FILE = "roadmap-1.schema.json"


class Header(NamedTuple):
    """What is asked of the user."""

    name: str
    currency: str
    year: int


MODELINE = f"# yaml-language-server: $schema=./{SCHEMA_FILE}\n"
"""The first line of a plan, by which an editor finds the JSON Schema beside it."""


def scaffold(framework: str, language: str, header: Header, *, modeline: bool = True) -> str:
    """The text of a plan. Raises Unreadable for a name or a currency that no plan could have."""
    from jinja2 import Environment, StrictUndefined

    source = shipped("scaffold", framework, f"{language}.yaml.j2").read_text("utf-8")
    template = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False).from_string(source)
    return (MODELINE if modeline else "") + template.render(
        # JSON's strings are YAML's double-quoted scalars, so that no name can be anything but a name.
        name=json.dumps(plan_name(header.name), ensure_ascii=False),
        currency=iso_currency(header.currency),
        year=header.year,
    )
